import { expect, test } from '@jest/globals'
import type { BuildResult, Step } from '../../../../src/docker/build/build-result.ts'
import {
  cacheWarnings,
  findCacheTrouble,
  findLostLayer,
  findRefusal,
  findShortage,
  parseBuildError,
  type BuildError,
  type Refusal,
  type Shortage,
} from '../../../../src/docker/build/buildkit-words.ts'

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

const plain: BuildResult = {
  outcome: 'failed',
  steps: [],
  output: [],
  text: [],
  checks: [],
  durationMs: 0,
  cacheTrouble: undefined,
  isBuilderLost: false,
}
const exited = (code: number): string =>
  `ERROR: failed to build: failed to solve: process "/bin/sh -c dotnet test" did not complete successfully: exit code: ${code}`
const printed = (text: string): BuildResult['output'] => [{ step: '[test 2/2] RUN x', stage: 'test', text }]

test.each<{ name: string; build: Partial<BuildResult>; shortage: Shortage | undefined }>([
  { name: 'a command that was killed', build: { text: [exited(137)] }, shortage: 'memory' },
  { name: 'a build that took too long', build: { outcome: 'timed-out' }, shortage: 'time' },
  { name: 'a builder that went away', build: { isBuilderLost: true }, shortage: 'builder' },
  {
    name: 'a full disk in BuildKit’s words',
    build: { text: ['ERROR: write /a: no space left on device'] },
    shortage: 'disk',
  },
  {
    name: 'a full disk in .NET’s words',
    build: { output: printed('System.IO.IOException: No space left on device : /src/a') },
    shortage: 'disk',
  },
  { name: 'a failed test', build: { text: [exited(1)], output: printed('Failed!') }, shortage: undefined },
  {
    name: 'a build that ended well',
    build: { outcome: 'built', output: printed('No space left on device') },
    shortage: undefined,
  },
])('what gave out: $name', ({ build, shortage }) => {
  expect(findShortage({ ...plain, ...build })).toBe(shortage)
})

const error = (words: string): string => `ERROR: failed to build: failed to solve: ${words}`

test.each<{ name: string; text: string; outcome?: BuildResult['outcome']; refusal: Refusal | undefined }>([
  {
    name: 'a frontend that can’t bring a secret into a variable',
    text: error("dockerfile parse error on line 7: unexpected key 'env' in 'env=VSTestLogger'"),
    refusal: 'old-frontend',
  },
  {
    name: 'an image without /tmp, when the RUN runs',
    text: error('process "/a" did not complete successfully: open /tmp: no such file or directory'),
    refusal: 'no-tmp',
  },
  {
    name: 'an image without /tmp, when BuildKit looks for the step in its cache',
    text: error('failed to compute cache key: failed to calculate checksum of ref x::y: "/tmp": not found'),
    refusal: 'no-tmp',
  },
  { name: 'a failed test', text: exited(1), refusal: undefined },
  { name: 'a build that ended well', text: '"/tmp": not found', outcome: 'built', refusal: undefined },
])('whether our mounts are refused: $name', ({ text, outcome = 'failed', refusal }) => {
  expect(findRefusal({ outcome, text: [text] })).toBe(refusal)
})

const importing = (error: string): Step => ({
  ...{ stage: undefined, position: undefined, durationMs: 1, error },
  outcome: 'failed',
  name: 'importing cache manifest from ghcr.io/acme/shop:cache',
})

test.each([
  {
    name: 'one that nobody has written yet is no trouble',
    reason: 'ghcr.io/acme/shop:cache: not found',
    warnings: [],
  },
  {
    name: 'a registry that can’t be reached',
    reason:
      'failed to do request: Head "http://127.0.0.1:1/v2/": dial tcp 127.0.0.1:1: connect: connection refused',
    warnings: [
      'The build cache was not read: failed to do request: Head "http://127.0.0.1:1/v2/": dial tcp 127.0.0.1:1: connect: connection refused',
    ],
  },
])('a cache that could not be read: $name', ({ reason, warnings }) => {
  expect(cacheWarnings([{ cacheTrouble: findCacheTrouble([importing(reason)]) }])).toEqual(warnings)
})

test('a cache that has lost a layer makes the whole build fail', () => {
  const words = error(
    'failed to compute cache key: failed to copy: httpReadSeeker: failed open: unexpected status code 404 Not Found',
  )
  expect(findLostLayer({ ...plain, text: [words] })).toBe(words)
  expect(findLostLayer({ ...plain, text: [exited(1)] })).toBeUndefined()
})
