import { expect, test } from '@jest/globals'
import { findTests } from '../../../../src/plan/commands/find-test-commands.ts'
import type { RecordedProcess } from '../../../../src/testing/results/processes.ts'
import { startedCommands } from '../../../../src/testing/verdict/started-commands.ts'

const sdk = '/usr/share/dotnet/sdk/10.0.401'

/** A process by its name, what started it, its words, and what it ended with. */
const ran = (id: string, parent: string, words: string[], exitCode: number | undefined): RecordedProcess => ({
  hasTests: /\/X\.dll$/.test(words[0] ?? ''),
  testRun: 0,
  id,
  parent,
  startedAtMs: 1,
  environment: 'e',
  folder: '/src',
  words,
  exitCode,
})

/** What `dotnet test` starts for one project, as .NET 10 does. */
const vstest = (id: string, name: string, words: string[], exitCode?: number): RecordedProcess[] => [
  ran(id, '', [`${sdk}/dotnet.dll`, 'test', ...words], exitCode),
  ran(`${id}-console`, id, [`${sdk}/vstest.console.dll`, `/src/${name}/bin/Debug/net10.0/${name}.dll`], 0),
  ran(
    `${id}-host`,
    `${id}-console`,
    [`/src/${name}/bin/Debug/net10.0/testhost.dll`, '--port', '1'],
    undefined,
  ),
]

const told = (text: string, processes: RecordedProcess[]) =>
  startedCommands(findTests({ text }).commands, processes).map((one) => [
    one.text,
    one.targets.join(' '),
    one.exitCode,
  ])

test('what `dotnet test` starts belongs to it; a host may be killed when its tests have ended', () => {
  expect(told('./build.sh || true', vstest('a', 'A', ['A'], 1))).toEqual([
    ['dotnet test A', '/src/A/bin/Debug/net10.0/A.dll', 1],
    ['./build.sh', '', undefined],
  ])
})

test.each([
  ['dotnet test A --no-build', [...vstest('a', 'A', ['A', '--no-build'], undefined)]],
  [
    'dotnet test A',
    [
      ran('a', '', [`${sdk}/dotnet.dll`, 'test', 'A'], 0),
      ran('b', 'a', [`${sdk}/vstest.console.dll`, 'A.dll'], undefined),
    ],
  ],
])('a process that never ended, or started one that did not, was stopped: %s', (text, processes) => {
  expect(told('timeout 2 dotnet test A || true', processes)).toMatchObject([
    [text, expect.anything(), 'none'],
  ])
})

test('a program that tests is known by its framework; what a test starts is not a run of its own', () => {
  const program = '/src/X/bin/Debug/net10.0/X.dll'
  const processes = [
    ran('run', '', [`${sdk}/dotnet.dll`, 'run', '--project', 'X'], 3),
    ran('x', 'run', [program], 3),
    ran('inner', 'x', [`${sdk}/dotnet.dll`, 'test', '/tmp/sample'], 1),
  ]
  expect(told('dotnet run --project X; true', processes)).toEqual([['dotnet run --project X', program, 3]])
  expect(told('make check', processes.slice(1))).toEqual([
    [program, program, 3],
    ['make check', '', undefined],
  ])
  expect(told('./seed.sh', [ran('app', '', ['/app/Seed.dll'], 1)])).toEqual([['./seed.sh', '', undefined]])
})

test('what `dotnet run` itself ended with counts, and what else it started is none of the tests', () => {
  const program = '/src/X/bin/Debug/net10.0/X.dll'
  const processes = [
    ran('run', '', [`${sdk}/dotnet.dll`, 'run', '--project', 'X'], 134),
    ran('compiler', 'run', [`${sdk}/Roslyn/bincore/VBCSCompiler.dll`, '-pipename:a'], undefined),
    ran('x', 'run', [program], 0),
  ]
  expect(told('dotnet run --project X; true', processes)).toEqual([['dotnet run --project X', program, 134]])
})

test('a target of MSBuild that tests is the command, and what it started belongs to it', () => {
  const [, ...rest] = vstest('a', 'A', [])
  const build = ran('a', '', [`${sdk}/dotnet.dll`, 'msbuild', 'A', '-t:VSTest'], 1)
  expect(told('MODE=ci dotnet msbuild A -t:VSTest || true', [build, ...rest])).toEqual([
    ['dotnet msbuild A -t:VSTest', '/src/A/bin/Debug/net10.0/A.dll', 1],
  ])
})

test('what hides the exit code of a command is what stands behind that one', () => {
  const processes = [...vstest('a', 'A', ['A'], 0), ...vstest('b', 'B', ['B'], 1)]
  const { commands } = findTests({ text: 'dotnet test A; dotnet test B | tee log' })
  expect(startedCommands(commands, processes).map(({ hiddenBy }) => hiddenBy)).toEqual([
    '; dotnet test B | tee log',
    '| tee log',
  ])
})

test('a build program that starts `dotnet test` hides nothing of it', () => {
  const build = ran('build', 'run', ['/src/build/bin/Debug/net10.0/build.dll', 'test'], 0)
  const [test, ...rest] = vstest('a', 'A', ['A'], 1)
  const processes = [
    ran('run', '', [`${sdk}/dotnet.dll`, 'run', '--project', 'build'], 0),
    build,
    ...(test === undefined ? [] : [{ ...test, parent: 'build' }]),
    ...rest,
  ]
  expect(told('dotnet run --project ./ -- test', processes)).toMatchObject([
    ['dotnet test A', expect.anything(), 1],
  ])
})

test.each([
  { name: 'the same once more', second: {}, areAttempts: true },
  { name: 'with other variables', second: { environment: 'other' }, areAttempts: false },
  { name: 'elsewhere', second: { folder: '/other' }, areAttempts: false },
])('what a program that nobody can read started: $name', ({ second, areAttempts }) => {
  const processes = [
    ...vstest('a', 'A', ['A'], 1),
    ...vstest('b', 'A', ['A'], 0).map((one) => ({ ...one, ...second })),
  ]
  const attempts = (text: string) =>
    startedCommands(findTests({ text }).commands, processes).filter(({ isRetried }) => isRetried)
  expect(attempts('./ci.bin test')).toHaveLength(areAttempts ? 2 : 0)
  // A text that says both is believed.
  expect(attempts('dotnet test A; ./setup.bin; dotnet test A')).toEqual([])
})

test('processes that say that they started each other, or themselves, end nothing', () => {
  const [test] = vstest('a', 'A', ['A'], 1)
  if (test === undefined) throw new Error('not the process above')
  expect(told('dotnet test A', [{ ...test, parent: 'a' }])).toEqual([['dotnet test A', 'A', 1]])
})

test('a command of the text that no process is stays, with nothing known of its end', () => {
  expect(told('dotnet test A; run-tests B; true', vstest('a', 'A', ['A'], 0))).toMatchObject([
    ['dotnet test A', expect.anything(), 0],
    ['run-tests B', '', undefined],
  ])
  expect(told('dotnet test A; dotnet exec B.Tests.dll; true', vstest('a', 'A', ['A'], 0))).toEqual([
    ['dotnet test A', '/src/A/bin/Debug/net10.0/A.dll', 0],
    ['dotnet exec B.Tests.dll', 'B.Tests.dll', undefined],
  ])
})

test('a pattern of assemblies names none', () => {
  const test = ran('a', '', [`${sdk}/dotnet.dll`, 'test', '--test-modules', '*/bin/[AB].dll'], 1)
  expect(told('dotnet test --test-modules "*/bin/[AB].dll"', [test])).toEqual([
    ['dotnet test --test-modules */bin/[AB].dll', '', 1],
  ])
})

test('a command that its own folder or an earlier step kept from starting is no other one', () => {
  const processes = vstest('b', 'B', ['B'], 0)
  expect(told('cd nowhere && dotnet test; dotnet test B', processes)).toEqual([
    ['dotnet test B', '/src/B/bin/Debug/net10.0/B.dll', 0],
    ['dotnet test', '', undefined],
  ])
  expect(told('cd B; dotnet test', processes)).toHaveLength(1)
})

test('an assembly that nobody knows is a command beside those that test', () => {
  const dotnetTest = vstest('a', 'A', ['A'], 0)
  expect(told('dotnet exec tools/Seed.dll || true; dotnet test A', dotnetTest)).toEqual([
    ['dotnet test A', '/src/A/bin/Debug/net10.0/A.dll', 0],
    ['dotnet exec tools/Seed.dll', 'tools/Seed.dll', undefined],
  ])
})

test('a command that failed before its tests keeps its exit code', () => {
  const run = (exitCode: number | undefined) => [
    ran('a', '', [`${sdk}/dotnet.dll`, 'run', '--project', 'E'], exitCode),
  ]
  expect(told('MODE=1 dotnet run --project E; true', run(1))).toEqual([
    ['MODE=1 dotnet run --project E', 'E', 1],
  ])
  expect(told('dotnet run --project E; true', run(undefined))).toMatchObject([
    [expect.anything(), 'E', 'none'],
  ])
  expect(told('dotnet run --project E || dotnet run --project F', run(1))).toMatchObject([
    [expect.anything(), 'E', undefined],
    [expect.anything(), 'F', undefined],
  ])
})
