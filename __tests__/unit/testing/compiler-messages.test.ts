import { describe, expect, test } from '@jest/globals'

import {
  parseCompilerMessage,
  stopsBuild,
  type CompilerMessage,
} from '../../../src/testing/compiler-messages.ts'
import { readConsoleLog } from '../../../src/testing/log/read-log.ts'
import { quietSigns, recordedLog } from './recorded.ts'

const file = '/src/shop/tests/Shop.Tests/OrderTests.cs'
const project = '/src/shop/tests/Shop.Tests/Shop.Tests.csproj'

function message(code: string, line: number, column: number, text: string): CompilerMessage {
  const severity = code === 'CS0029' || code === 'CS0103' ? 'error' : 'warning'
  return { severity, code, text, file, line, column, project }
}

const english = [
  message('CS0029', 12, 34, "Cannot implicitly convert type 'string' to 'int'"),
  message('CS0103', 12, 42, "The name 'undefinedCall' does not exist in the current context"),
]

function withoutProject(full: CompilerMessage): CompilerMessage {
  const copy = { ...full }
  delete copy.project
  return copy
}

describe('a build that fails', () => {
  test.each([
    ['xunit2-vstest-compileerror', english],
    ['xunit3-vstest-compileerror', english],
    ['mstest-vstest-compileerror', english],
    ['xunit3-mtp-compileerror', english],
    ['build-compileerror', english],
    ['build-compileerror.tl-on', english.map(withoutProject)],
    [
      'xunit2-vstest-compileerror.lang-de',
      [
        message('CS0029', 12, 34, 'Der Typ "string" kann nicht implizit in "int" konvertiert werden.'),
        message('CS0103', 12, 42, 'Der Name "undefinedCall" ist im aktuellen Kontext nicht vorhanden.'),
      ],
    ],
    [
      'xunit2-vstest-compileerror.lang-ja',
      [
        message('CS0029', 12, 34, "型 'string' を 'int' に暗黙的に変換できません"),
        message('CS0103', 12, 42, "現在のコンテキストに 'undefinedCall' という名前は存在しません"),
      ],
    ],
  ])('%s', (log, compilerMessages) => {
    expect(readConsoleLog(recordedLog(log))).toEqual({
      runs: [],
      compilerMessages,
      signs: { ...quietSigns },
    })
  })

  test('a restore error is one message, with what NuGet found instead', () => {
    const { compilerMessages } = readConsoleLog(recordedLog('xunit2-vstest-restorefail'))
    expect(compilerMessages).toEqual([
      {
        severity: 'error',
        code: 'NU1102',
        text: 'Unable to find package xunit with version (>= 99.0.0)\n- Found 12 version(s) in nuget.org [ Nearest version: 2.9.3 ]',
        file: project,
        project: '/src/shop/Shop.slnx',
      },
    ])
  })

  test.each([
    'xunit2-vstest-warning',
    'xunit3-vstest-warning',
    'mstest-vstest-warning',
    'xunit3-mtp-warning',
  ])('%s: warnings of a build that passes', (log) => {
    expect(readConsoleLog(recordedLog(log)).compilerMessages).toEqual([
      message('CS8602', 11, 65, 'Dereference of a possibly null reference.'),
      message('CS0219', 11, 29, "The variable 'never' is assigned but its value is never used"),
      message('CS0618', 13, 25, "'OrderTests.Old()' is obsolete: 'use New()'"),
    ])
  })
})

describe('one line', () => {
  const error = (rest: Partial<CompilerMessage>): CompilerMessage => ({
    severity: 'error',
    code: '',
    text: '',
    ...rest,
  })
  test.each<[string, string, CompilerMessage | undefined]>([
    [
      'with the number of the node before it',
      "     2>/src/a b/X.cs(3,5): error CS0246: The type 'Y' could not be found [/src/a b/X.csproj]",
      error({
        code: 'CS0246',
        text: "The type 'Y' could not be found",
        file: '/src/a b/X.cs',
        line: 3,
        column: 5,
        project: '/src/a b/X.csproj',
      }),
    ],
    [
      'of a project built for several frameworks',
      '/src/X.cs(3,5,3,9): warning xUnit1004: Skipped [/src/X.csproj::TargetFramework=net10.0]',
      {
        severity: 'warning',
        code: 'xUnit1004',
        text: 'Skipped',
        file: '/src/X.cs',
        line: 3,
        column: 5,
        project: '/src/X.csproj',
      },
    ],
    [
      'of a Windows path',
      'C:\\src\\X.fs(7): error FS0039: not defined [C:\\src\\X.fsproj]',
      error({
        code: 'FS0039',
        text: 'not defined',
        file: 'C:\\src\\X.fs',
        line: 7,
        project: 'C:\\src\\X.fsproj',
      }),
    ],
    [
      'of MSBuild itself',
      'MSBUILD : error MSB1003: Specify a project or solution file.',
      error({ code: 'MSB1003', text: 'Specify a project or solution file.' }),
    ],
    [
      'without an origin',
      'error NU1101: Unable to find package A.',
      error({ code: 'NU1101', text: 'Unable to find package A.' }),
    ],
    [
      'of a NuGet command',
      'error: NU1301: Unable to load.',
      error({ code: 'NU1301', text: 'Unable to load.' }),
    ],
    [
      'without a code, from a target',
      '/usr/share/dotnet/sdk/NuGet.targets(180,5): error : Access to the path is denied. [/src/X.csproj]',
      error({
        text: 'Access to the path is denied.',
        file: '/usr/share/dotnet/sdk/NuGet.targets',
        line: 180,
        column: 5,
        project: '/src/X.csproj',
      }),
    ],
    ['of anybody else', 'warning: this is not a message of a build', undefined],
    ['of an application', 'fail: Shop[0] error: something : else', undefined],
    [
      'that says how a test run ended',
      '/src/X.dll : error run failed: Tests failed [net10.0|x64] [/src/X.csproj]',
      undefined,
    ],
    ['that counts', '    2 Error(s)', undefined],
  ])('%s', (_, line, expected) => {
    expect(parseCompilerMessage(line)).toEqual(expected)
  })

  test('the same message for two frameworks is one', () => {
    const line = (framework: string) =>
      `/src/X.cs(1,2): error CS1002: ; expected [/src/X.csproj::TargetFramework=${framework}]`
    expect(readConsoleLog([line('net8.0'), line('net10.0')]).compilerMessages).toHaveLength(1)
  })

  test('what a failed test quotes of a compiler is no message of the build', () => {
    const { compilerMessages, runs } = readConsoleLog([
      'Test run for /src/Gen.Tests.dll (.NETCoreApp,Version=v10.0)',
      '  Failed Gen.Tests.Compiles [3 ms]',
      '  Error Message:',
      '   Expected no errors but found',
      '/0/Test0.cs(3,5): error CS0103: The name does not exist',
      '',
      'Failed!  - Failed:     1, Passed:     0, Skipped:     0, Total:     1, Duration: 3 ms - Gen.Tests.dll (net10.0)',
    ])
    expect(compilerMessages).toEqual([])
    expect(runs[0]?.results[0]?.message).toBe(
      'Expected no errors but found\n/0/Test0.cs(3,5): error CS0103: The name does not exist',
    )
  })
})

describe('a build that was repeated', () => {
  const error = (project: string) => `/src/Cart.cs(1,2): error CS1002: ; expected [${project}]`
  const built = (folder: string, output = 'bin/Debug/net10.0/Shop.dll') => `  Shop -> ${folder}/${output}`
  const restore = '/src/Shop/Shop.csproj : error NU1301: Unable to load the service index [/src/Shop.slnx]'

  test.each<{ name: string; lines: string[]; left: number }>([
    {
      name: 'dotnet test || dotnet test: the project was built after its errors',
      lines: [error('/src/Shop/Shop.csproj'), built('/src/Shop')],
      left: 0,
    },
    { name: 'a feed that did not answer at first', lines: [restore, built('/src/Shop')], left: 0 },
    {
      name: 'with the number of the node in front',
      lines: [error('/src/Shop/Shop.csproj'), `     2>${built('/src/Shop').trim()}`],
      left: 0,
    },
    { name: 'never', lines: [error('/src/Shop/Shop.csproj')], left: 1 },
    {
      name: 'before its errors, in another configuration',
      lines: [built('/src/Shop'), error('/src/Shop/Shop.csproj')],
      left: 1,
    },
    {
      name: 'another project with its name',
      lines: [error('/src/A/Shop.csproj'), built('/src/B')],
      left: 1,
    },
    {
      name: 'another project',
      lines: [error('/src/Cart/Cart.csproj'), built('/src/Shop')],
      left: 1,
    },
    {
      name: 'another of its frameworks',
      lines: [error('/src/Shop/Shop.csproj::TargetFramework=net8.0'), built('/src/Shop')],
      left: 1,
    },
    {
      name: 'all of its frameworks',
      lines: [
        error('/src/Shop/Shop.csproj::TargetFramework=net8.0'),
        error('/src/Shop/Shop.csproj::TargetFramework=net10.0'),
        built('/src/Shop'),
        built('/src/Shop', 'bin/Debug/net8.0/Shop.dll'),
      ],
      left: 0,
    },
    {
      name: 'nothing: what an earlier build left was tested',
      lines: [
        error('/src/Shop/Shop.csproj'),
        'Test run for /src/Shop/bin/Debug/net10.0/Shop.dll (.NETCoreApp,Version=v10.0)',
      ],
      left: 1,
    },
  ])('$name', ({ lines, left }) => {
    expect(readConsoleLog(lines).compilerMessages).toHaveLength(left)
  })
})

test.each<{ name: string; line: string; stops: boolean }>([
  { name: 'the compiler', line: '/src/X.cs(1,2): error CS1002: ; expected [/src/X.csproj]', stops: true },
  { name: 'NuGet', line: '/src/X.csproj : error NU1101: no package A [/src/Shop.slnx]', stops: true },
  { name: 'MSBuild', line: 'MSBUILD : error MSB1009: Project file does not exist.', stops: true },
  { name: 'a warning', line: '/src/X.cs(1,2): warning CS0168: unused [/src/X.csproj]', stops: false },
  { name: 'a test that quotes a compiler', line: '/0/Test0.cs(3,5): error CS0103: The name', stops: false },
  {
    name: 'a target without a code',
    line: '/sdk/a.targets(1,2): error : denied [/src/X.csproj]',
    stops: false,
  },
])('whether it stops a build: $name', ({ line, stops }) => {
  const parsed = parseCompilerMessage(line)
  expect(parsed !== undefined && stopsBuild(parsed)).toBe(stops)
})
