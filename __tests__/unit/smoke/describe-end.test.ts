import { expect, test } from '@jest/globals'
import type { SmokeCheck } from '../../../src/inputs/parsers/values.ts'
import { describeFailure } from '../../../src/smoke/describe-end.ts'
import type { SmokeEnd } from '../../../src/smoke/wait-for-answer.ts'

const path: SmokeCheck = { kind: 'path', path: '/healthz' }
const healthcheck: SmokeCheck = { kind: 'healthcheck' }
const command: SmokeCheck = { kind: 'command', written: 'dotnet x', words: ['dotnet', 'x'] }
const exposed = { port: 8080, reason: 'EXPOSE says 8080' }

const failures: {
  name: string
  end: SmokeEnd
  check?: SmokeCheck
  logLines?: string[]
  title: string
  message: string[]
}[] = [
  {
    name: 'a crash',
    end: { kind: 'stopped', exitCode: 139, isOutOfMemory: false, durationMs: 812 },
    logLines: ['one', '\x1b[31mtwo\x1b[0m'],
    title: 'the container exited with 139 (SIGSEGV, as after an unhandled exception) after 0.8 s',
    message: [
      'It ended before GET /healthz answered 2xx.',
      'Nothing was loaded or pushed.',
      'The container’s log:',
      '  one',
      '  two',
    ],
  },
  {
    name: 'an end that is no error by itself',
    end: { kind: 'stopped', exitCode: 0, isOutOfMemory: false, durationMs: 812 },
    check: healthcheck,
    title: 'the container exited with 0 after 0.8 s',
    message: [
      'It ended before its HEALTHCHECK succeeded.',
      'Nothing was loaded or pushed.',
      'The container wrote nothing to its log.',
    ],
  },
  {
    name: 'a lack of memory',
    end: { kind: 'stopped', exitCode: 137, isOutOfMemory: true, durationMs: 100 },
    check: command,
    title: 'the command exited with 137 (out of memory) after 0.1 s',
    message: [
      'dotnet x has to end with 0.',
      'Nothing was loaded or pushed.',
      'The container wrote nothing to its log.',
    ],
  },
  {
    name: 'a server that only the container itself can reach',
    end: { kind: 'no-success', last: { kind: 'refused' }, durationMs: 30_000 },
    logLines: ['Now listening on: http://localhost:5000'],
    title:
      'nothing listened on port 8080 for 30 s; EXPOSE says 8080, the log says it listens on http://localhost:5000',
    message: [
      'There it can’t be reached from outside the container: set ASPNETCORE_HTTP_PORTS=8080 in the Dockerfile, or in smoke-env.',
      'Nothing was loaded or pushed.',
      'The container’s log:',
      '  Now listening on: http://localhost:5000',
    ],
  },
  {
    name: 'a server on the right port, at an engine that is somewhere else',
    end: { kind: 'no-success', last: { kind: 'refused' }, durationMs: 30_000 },
    logLines: ['Now listening on: http://[::]:8080'],
    title:
      'nothing listened on port 8080 for 30 s; EXPOSE says 8080, the log says it listens on http://[::]:8080',
    message: [
      'The loopback address of the Docker engine seems not to be that of this job: use ' +
        'smoke-test: healthcheck or a command, which need no port.',
      'Nothing was loaded or pushed.',
      'The container’s log:',
      '  Now listening on: http://[::]:8080',
    ],
  },
  {
    name: 'nobody that listens, and nobody that says where',
    end: { kind: 'no-success', last: undefined, durationMs: 30_000 },
    logLines: Array.from({ length: 40 }, (_, index) => `line ${index}`),
    title: 'nothing listened on port 8080 for 30 s; EXPOSE says 8080',
    message: [
      'Set smoke-port to the port that it listens on, or smoke-timeout if it starts slowly.',
      'Nothing was loaded or pushed.',
      'The end of the container’s log:',
      ...Array.from({ length: 30 }, (_, index) => `  line ${index + 10}`),
    ],
  },
  {
    name: 'an answer that is none',
    end: { kind: 'no-success', last: { kind: 'not-http' }, durationMs: 30_000 },
    title: 'port 8080 does not speak HTTP',
    message: [
      'EXPOSE says 8080. HTTPS is not spoken here: set smoke-port to the port for plain HTTP.',
      'Nothing was loaded or pushed.',
      'The container wrote nothing to its log.',
    ],
  },
  {
    name: 'a request that hangs',
    end: { kind: 'no-success', last: { kind: 'silent' }, durationMs: 30_000 },
    title: 'GET /healthz gave no answer within 30 s',
    message: [
      'The connection was taken, and nothing came.',
      'Nothing was loaded or pushed.',
      'The container wrote nothing to its log.',
    ],
  },
  {
    name: 'an engine on another machine',
    end: { kind: 'elsewhere', host: 'tcp://build:2376' },
    title: 'the container can not be reached',
    message: [
      'A path is asked at the loopback address of the machine with the Docker engine, and that is another one (tcp://build:2376).',
      'There, use smoke-test: healthcheck or a command.',
      'Nothing was loaded or pushed.',
    ],
  },
  {
    name: 'a HEALTHCHECK that never ended',
    end: {
      kind: 'unhealthy',
      health: { status: 'starting', lastExitCode: undefined, lastOutput: '' },
      durationMs: 1,
    },
    check: healthcheck,
    title: 'the HEALTHCHECK was still starting after 30 s',
    message: [
      'It has not ended once.',
      'Nothing was loaded or pushed.',
      'The container wrote nothing to its log.',
    ],
  },
]

test.each(failures)('reports $name', ({ end, check = path, logLines = [], title, message }) => {
  const problem = describeFailure(end, { check, port: exposed, logLines, timeoutMs: 30_000 })
  expect(problem).toEqual({ title: `Smoke test: ${title}`, message: message.join('\n'), place: undefined })
})
