import { expect, test } from '@jest/globals'
import { parseBuildError, type BuildError } from '../../../../src/docker/build/build-error.ts'

const rule = '-'.repeat(20)

// What buildx 0.29 with Docker 28.5 printed for each of these Dockerfiles.
test.each<{ name: string; text: string[]; error: BuildError }>([
  {
    name: 'a RUN that fails',
    text: [
      'Dockerfile:5',
      rule,
      '   3 |     RUN echo begin',
      '   4 |     FROM build AS test',
      '   5 | >>> RUN echo x >&2; exit 3',
      '   6 |     FROM mcr.microsoft.com/dotnet/runtime:10.0',
      '   7 |     COPY --from=build /src /src',
      rule,
      'ERROR: failed to build: failed to solve: process "/bin/sh -c echo x >&2; exit 3" did not complete successfully: exit code: 3',
    ],
    error: {
      message: 'process "/bin/sh -c echo x >&2; exit 3" did not complete successfully: exit code: 3',
      line: 5,
      exitCode: 3,
    },
  },
  {
    name: 'a RUN that is killed, in the words of Docker 20.10',
    text: [
      'ERROR: failed to build: failed to solve: executor failed running [/bin/sh -c bash /run-tests.sh]: exit code: 137',
    ],
    error: {
      message: 'executor failed running [/bin/sh -c bash /run-tests.sh]: exit code: 137',
      line: undefined,
      exitCode: 137,
    },
  },
  {
    name: 'a here-document that fails',
    text: [
      'src/Api.Dockerfile:2',
      rule,
      '   1 |     FROM mcr.microsoft.com/dotnet/runtime:10.0',
      '   2 | >>> RUN <<EOF',
      '   3 | >>> set -e',
      '   4 | >>> false',
      '   5 | >>> EOF',
      rule,
      'ERROR: failed to build: failed to solve: process "/bin/sh -c set -e\\nfalse\\n" did not complete successfully: exit code: 1',
    ],
    error: {
      message: 'process "/bin/sh -c set -e\\nfalse\\n" did not complete successfully: exit code: 1',
      line: 2,
      exitCode: 1,
    },
  },
  {
    name: 'a RUN that the kernel killed',
    text: [
      'Dockerfile:2',
      rule,
      '   2 | >>> RUN kill -9 $$',
      rule,
      'ERROR: failed to build: failed to solve: process "/bin/sh -c kill -9 $$" did not complete successfully: exit code: 137',
    ],
    error: {
      message: 'process "/bin/sh -c kill -9 $$" did not complete successfully: exit code: 137',
      line: 2,
      exitCode: 137,
    },
  },
  {
    name: 'an unknown instruction',
    text: [
      'Dockerfile:2',
      rule,
      '   2 | >>> RUNX a',
      rule,
      'ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown instruction: RUNX (did you mean RUN?)',
    ],
    error: {
      message: 'dockerfile parse error on line 2: unknown instruction: RUNX (did you mean RUN?)',
      line: 2,
      exitCode: undefined,
    },
  },
  {
    name: 'a parse error without its lines',
    text: [
      'ERROR: failed to solve: dockerfile parse error on line 7: FROM requires either one or three arguments',
    ],
    error: {
      message: 'dockerfile parse error on line 7: FROM requires either one or three arguments',
      line: 7,
      exitCode: undefined,
    },
  },
  {
    name: 'a stage that is not there',
    text: ['ERROR: failed to build: failed to solve: target stage "nope" could not be found'],
    error: { message: 'target stage "nope" could not be found', line: undefined, exitCode: undefined },
  },
  {
    name: 'an image that can not be had',
    text: [
      'Dockerfile:1',
      rule,
      '   1 | >>> FROM 127.0.0.1:1/x',
      rule,
      'ERROR: failed to build: failed to solve: 127.0.0.1:1/x: failed to resolve source metadata for 127.0.0.1:1/x:latest: connection refused',
    ],
    error: {
      message:
        '127.0.0.1:1/x: failed to resolve source metadata for 127.0.0.1:1/x:latest: connection refused',
      line: 1,
      exitCode: undefined,
    },
  },
  {
    name: 'a daemon that went away',
    text: [
      'ERROR: failed to build: failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF',
    ],
    error: {
      message:
        'The builder went away in the middle of the build: look at the log of the Docker engine or builder.\n' +
        'failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF',
      line: undefined,
      exitCode: undefined,
    },
  },
  {
    name: 'an error of several lines',
    text: ['WARNING: x', 'ERROR: first', '', 'second  '],
    error: { message: 'first\n\nsecond', line: undefined, exitCode: undefined },
  },
  {
    name: 'the last of several errors',
    text: ['ERROR: importing the cache failed', 'ERROR: failed to build: no space left on device'],
    error: { message: 'no space left on device', line: undefined, exitCode: undefined },
  },
  {
    name: 'words that no error begins, the last ones',
    text: ['1', '2', '', '3', '4', '5', 'unknown flag: --progress'],
    error: { message: '2\n3\n4\n5\nunknown flag: --progress', line: undefined, exitCode: undefined },
  },
  {
    name: 'silence',
    text: ['', '  '],
    error: { message: 'docker buildx build failed without saying why', line: undefined, exitCode: undefined },
  },
])('reads $name', ({ text, error }) => {
  expect(parseBuildError(text)).toEqual(error)
})
