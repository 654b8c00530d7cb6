import { expect, test } from '@jest/globals'
import { findTests } from '../../../../src/plan/commands/find-test-commands.ts'
import { readConsoleLog } from '../../../../src/testing/log/read-log.ts'
import type { RecordedProcess } from '../../../../src/testing/results/processes.ts'
import type { RunEvidence } from '../../../../src/testing/verdict/gather-evidence.ts'
import { withoutInner, withoutPrintedErrors } from '../../../../src/testing/verdict/inner-runs.ts'
import { counts, run } from '../recorded.ts'

const sdk = '/usr/share/dotnet/sdk/10.0.401'
const output = (name: string): string => `/src/${name}/bin/Debug/net10.0`

const ran = (
  id: string,
  parent: string,
  words: string[],
  rest: Partial<RecordedProcess> = {},
): RecordedProcess => ({
  ...{ testRun: 0, id, parent, startedAtMs: 1, environment: 'e', hasTests: false, folder: '/src', words },
  exitCode: 0,
  ...rest,
})

/** `dotnet test` of one project, started by a process or by nobody. */
const tests = (name: string, parent = ''): RecordedProcess[] => [
  ran(name, parent, [`${sdk}/dotnet.dll`, 'test', name]),
  ran(`${name}-console`, name, [`${sdk}/vstest.console.dll`, `${output(name)}/${name}.dll`]),
  ran(`${name}-host`, `${name}-console`, [`${output(name)}/testhost.dll`, '--port', '1']),
]

const file = (project: string, process: string): RunEvidence['files'][number] => ({
  ...run({
    source: 'trx',
    project,
    counts: counts(3, 3, 0, 0),
    assembly: `${output(project)}/${project}.dll`,
  }),
  ...{ testRun: 0, process },
})

const begins = (name: string): string =>
  `Test run for ${output(name)}/${name}.dll (.NETCoreApp,Version=v10.0)`
const ends = (name: string): string =>
  `Failed!  - Failed: 1, Passed: 2, Skipped: 0, Total: 3, Duration: 1 ms - ${name}.dll (net10.0)`

/** What is left: the processes, the projects of the files, and those of the log. */
const left = (
  command: string,
  processes: RecordedProcess[],
  files: RunEvidence['files'],
  lines: string[],
) => {
  const found = withoutInner({
    ...{ commands: findTests({ text: command }).commands, endedWell: true, isClipped: false },
    ...{ processes, files, logs: [readConsoleLog(lines)] },
  })
  return [
    found.processes.map(({ id }) => id),
    found.files.map(({ project }) => project),
    found.logs.flatMap(({ runs }) => runs.map(({ project }) => project)),
  ]
}

const ids = ['A', 'A-console', 'A-host']

test('what a test has started is that test’s matter: its processes, its results, and what it printed', () => {
  const processes = [...tests('A'), ...tests('B', 'A-host')]
  const lines = [begins('A'), begins('B'), ends('B'), ends('A')]
  expect(left('dotnet test A', processes, [file('A', 'A'), file('B', 'B')], lines)).toEqual([
    ids,
    ['A'],
    ['A'],
  ])
})

test('what a build program or a script has started are tests', () => {
  const builder = ran('build', '', ['/src/build/bin/build.dll'], { hasTests: true })
  const processes = [builder, ...tests('A', 'build')]
  expect(left('dotnet run --project build', processes, [file('A', 'A')], [begins('A'), ends('A')])).toEqual([
    ['build', ...ids],
    ['A'],
    ['A'],
  ])
})

test('a program of the same folder runs the tests of a host, or another attempt', () => {
  const program = (id: string, parent: string): RecordedProcess =>
    ran(id, parent, [`${output('A')}/A.dll`], { hasTests: true })
  const processes = [...tests('A'), program('x', 'A-host'), program('y', 'x')]
  expect(left('dotnet test A', processes, [file('A', 'y')], [])).toEqual([[...ids, 'x', 'y'], ['A'], []])
})

test.each([
  { name: 'a summary that a test printed is no run', command: 'dotnet test A', lines: [], runs: ['A'] },
  {
    name: 'a run of what was not written down is one',
    command: 'dotnet test A; sudo dotnet test Z',
    lines: [],
    runs: ['A', 'Z'],
  },
  { name: 'a run with its path is one', command: 'dotnet test A', lines: [begins('Z')], runs: ['A', 'Z'] },
])('$name', ({ command, lines, runs }) => {
  const printed = [begins('A'), ...lines, ends('Z'), ends('A')]
  expect(left(command, tests('A'), [file('A', 'A')], printed)[2]).toEqual(runs)
})

test.each([
  { name: 'nothing of the SDK has failed', exitCode: 0, errors: 0 },
  { name: 'a build has failed', exitCode: 1, errors: 1 },
])(
  'errors of a compiler in the output of tests are believed where $name: $errors',
  ({ exitCode, errors }) => {
    const found = readConsoleLog(['/src/B/T.cs(3,4): error CS1002: ; expected [/src/B/B.csproj]'])
    const log = { step: 'RUN', testRun: 0, isTest: true, isClipped: false, found }
    const build = ran('b', '', [`${sdk}/dotnet.dll`, 'build', 'B'], { exitCode })
    const { compilerMessages } = withoutPrintedErrors(log, { processes: [...tests('A'), build] }).found
    expect(compilerMessages).toHaveLength(errors)
    expect(withoutPrintedErrors(log, { processes: [] })).toBe(log)
  },
)
