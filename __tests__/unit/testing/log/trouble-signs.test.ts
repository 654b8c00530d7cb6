import { describe, expect, test } from '@jest/globals'

import { readConsoleLog, counts, quietSigns, recordedLog, run } from '../recorded.ts'
import type { TestRun } from '../../../../src/testing/results/test-results.ts'

describe('a run that went wrong', () => {
  const none = counts(0, 0, 0, 0)

  test.each(['xunit2-vstest-crash', 'mstest-vstest-crash'])('%s: the host died', (log) => {
    const { runs, signs } = readConsoleLog(recordedLog(log))
    expect(signs).toEqual({ ...quietSigns, aborted: true })
    const [crashed] = runs
    expect(runs).toEqual([
      run({ counts: none, aborted: true, incomplete: true, errors: crashed?.errors ?? [] }),
    ])
    expect(crashed?.errors).toHaveLength(2)
    expect(crashed?.errors[0]?.split('\n').slice(0, 6)).toEqual([
      'The active test run was aborted. Reason: Test host process crashed : Process terminated.',
      'boom in native code',
      '   at System.Environment.FailFast(System.Runtime.CompilerServices.StackCrawlMarkHandle, System.String, System.Runtime.CompilerServices.ObjectHandleOnStack, System.String)',
      '   at System.Environment.FailFast(System.Threading.StackCrawlMark ByRef, System.String, System.Exception, System.String)',
      '   at System.Environment.FailFast(System.String)',
      '   at Shop.Tests.OrderTests.Recurses_for_ever()',
    ])
    expect(crashed?.errors[1]).toBe('Test Run Aborted.')
  })

  test('xunit 3 says Passed! and is not believed', () => {
    const { runs, signs } = readConsoleLog(recordedLog('xunit3-vstest-crash'))
    expect(signs).toEqual({ ...quietSigns, aborted: true })
    expect(runs).toEqual([
      run({
        counts: counts(1, 1, 0, 0),
        durationMs: 63,
        aborted: true,
        errors: [
          '[FATAL ERROR] Xunit.Sdk.TestPipelineException',
          'Catastrophic failure: Test process crashed with exit code 134.',
        ],
      }),
    ])
  })

  test('Microsoft.Testing.Platform: exit code and error output', () => {
    const { runs, signs } = readConsoleLog(recordedLog('xunit3-mtp-crash'))
    expect(signs).toEqual({ ...quietSigns, aborted: true })
    const [crashed] = runs
    expect(runs).toEqual([
      run({ counts: counts(1, 1, 0, 0), durationMs: 486, aborted: true, errors: crashed?.errors ?? [] }),
    ])
    expect(crashed?.errors).toHaveLength(1)
    expect(crashed?.errors[0]?.split('\n').slice(0, 3)).toEqual([
      'Exit code: 134',
      'Process terminated.',
      'boom in native code',
    ])
    expect(crashed?.errors[0]).toContain('at Shop.Tests.OrderTests.Recurses_for_ever()')
  })

  const hang = [
    "Data collector 'Blame' message: The specified inactivity time of 8 seconds has elapsed. Collecting hang dumps from testhost and its child processes.",
    'The active test run was aborted. Reason: Test host process crashed',
    'Test Run Aborted.',
    'The active Test Run was aborted because the host process exited unexpectedly. Please inspect the call stack above, if available, to get more information about where the exception originated from.',
  ]
  test.each([
    ['xunit2-vstest-hang', { counts: none, incomplete: true }],
    ['mstest-vstest-hang', { counts: counts(1, 1, 0, 0), durationMs: 66 }],
  ] as [string, Partial<TestRun>][])('%s names the test that hung', (log, rest) => {
    const found = readConsoleLog(recordedLog(log))
    expect(found.signs).toEqual({
      ...quietSigns,
      aborted: true,
      hangingTests: ['Shop.Tests.OrderTests.Waits_for_ever'],
    })
    expect(found.runs).toEqual([run({ ...rest, aborted: true, errors: hang })])
  })

  test('a hang that was killed from outside leaves a run without an end', () => {
    const found = readConsoleLog(recordedLog('xunit3-mtp-hang.killed25s'))
    expect(found.runs).toEqual([run({ counts: none, incomplete: true })])
    expect(found.signs).toEqual(quietSigns)
  })

  test('a hang that was ended by its own limit', () => {
    const found = readConsoleLog(recordedLog('xunit3-mtp-hang.timeout8s'))
    expect(found.runs).toEqual([
      run({
        counts: counts(1, 1, 0, 0),
        durationMs: 58_919,
        aborted: true,
        errors: ['Exit code: 143\nCanceling the test session...'],
      }),
    ])
    expect(found.signs).toEqual({ ...quietSigns, aborted: true })
  })

  test.each([
    ['env-mtp-tpcla-unknown', '--report-trx'],
    ['xunit3-mtp-mixed.ansi', '--ansi'],
  ])('%s: an option that the project does not know', (log, option) => {
    const found = readConsoleLog(recordedLog(log))
    expect(found.signs).toEqual({ ...quietSigns, noTests: true, aborted: true })
    expect(found.runs).toEqual([
      run({
        counts: none,
        aborted: true,
        errors: [
          `Exit code: 5\nUnknown option '${option}'\nUsage Shop.Tests [option providers] [extension option providers]`,
        ],
      }),
    ])
  })

  test('a test executable that dies without a word of its own', () => {
    const { signs, runs } = readConsoleLog([
      'Unhandled exception. System.IO.IOException: disk',
      '   at X.Main()',
    ])
    expect(runs).toEqual([])
    expect(signs).toEqual({
      ...quietSigns,
      aborted: true,
      errors: ['Unhandled exception. System.IO.IOException: disk\n   at X.Main()'],
    })
  })

  test('a child process that dies inside of tests that pass is no crash', () => {
    const { signs, runs } = readConsoleLog([
      'Test run for /a/bin/Debug/net10.0/A.dll (.NETCoreApp,Version=v10.0)',
      'Unhandled exception. System.Exception: as expected',
      'Passed!  - Failed:     0, Passed:     1, Skipped:     0, Total:     1, Duration: 1 s - A.dll (net10.0)',
    ])
    expect(signs).toEqual(quietSigns)
    expect(runs).toEqual([run({ project: 'A', counts: counts(1, 1, 0, 0), durationMs: 1000 })])
  })

  test.each([
    ['de', 'Der aktive Testlauf wurde abgebrochen. Grund: Der Testhostprozess ist abgestürzt.'],
    ['ja', 'テスト実行が中止されました。'],
    ['it', "L'esecuzione dei test attivi è stata interrotta. Motivo: x"],
    ['fr', 'Série de tests abandonnée.'],
  ])('an abort is understood in %s', (_, line) => {
    expect(readConsoleLog(['Test run for /a/A.dll (.NETCoreApp,Version=v8.0)', line])).toMatchObject({
      runs: [{ project: 'A', framework: 'net8.0', aborted: true, incomplete: true, errors: [line] }],
      signs: { aborted: true },
    })
  })
})

describe('a test prints what VSTest says of a run that was stopped', () => {
  const started = 'Test run for /src/A/bin/Debug/net10.0/A.dll (.NETCoreApp,Version=v10.0)'

  test.each([
    [
      'verbosity detailed',
      [started, 'Test Run Aborted.', '  Passed A.Tests.One [2 ms]', '', 'Test Run Successful.'],
      ['Total tests: 1', '     Passed: 1', ' Total time: 4.5181 Seconds'],
    ],
    [
      'minimal verbosity',
      [started, 'Test Run Aborted.'],
      [
        'Passed!  - Failed:     0, Passed:     1, Skipped:     0, Total:     1, Duration: 37 ms - A.dll (net10.0)',
      ],
    ],
    [
      "xunit's own runner",
      ['  Discovering: A', '  Discovered:  A', '  Starting:    A', 'Test Run Aborted.', '  Finished:    A'],
      [
        '=== TEST EXECUTION SUMMARY ===',
        '   A  Total: 1, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 1.621s',
      ],
    ],
  ])('%s: the run that goes on to its numbers came to its end', (_, lines, numbers) => {
    expect(readConsoleLog([...lines, ...numbers])).toMatchObject({
      runs: [{ project: 'A', counts: counts(1, 1, 0, 0), aborted: false, incomplete: false, errors: [] }],
      signs: { aborted: false },
    })
    expect(readConsoleLog(lines)).toMatchObject({
      runs: [{ project: 'A', aborted: true, incomplete: true, errors: ['Test Run Aborted.'] }],
      signs: { aborted: true },
    })
  })

  test('unknown totals are no numbers', () => {
    const lines = [
      started,
      'Test Run Aborted.',
      'Total tests: Unknown',
      '     Passed: 1',
      ' Total time: 4.5181 Seconds',
    ]
    expect(readConsoleLog(lines)).toMatchObject({
      runs: [{ project: 'A', aborted: true, errors: ['Test Run Aborted.'] }],
      signs: { aborted: true },
    })
  })

  test('a run that starts over is another', () => {
    const passed =
      'Passed!  - Failed:     0, Passed:     1, Skipped:     0, Total:     1, Duration: 37 ms - A.dll (net10.0)'
    expect(readConsoleLog([started, 'Test Run Aborted.', started, passed]).runs).toMatchObject([
      { aborted: true, errors: ['Test Run Aborted.'] },
      { aborted: false, counts: counts(1, 1, 0, 0) },
    ])
  })
})

describe('no tests', () => {
  test.each([
    ['xunit2-vstest-notests', undefined],
    ['xunit3-vstest-notests', undefined],
    ['mstest-vstest-notests', undefined],
    ['xunit2-vstest-filternone', undefined],
    ['xunit2-vstest-mixed.listtests', undefined],
    ['xunit3-mtp-notests', 390],
    ['xunit3-mtp-filternone', 447],
  ])('%s', (log, durationMs) => {
    const found = readConsoleLog(recordedLog(log))
    const rest = durationMs === undefined ? {} : { durationMs }
    expect(found.runs).toEqual([run({ counts: counts(0, 0, 0, 0), ...rest })])
    expect(found.signs).toEqual({ ...quietSigns, noTests: true })
  })

  test.each([
    ['notestproject-mtp', true],
    ['notestproject', false],
  ])('%s: nothing started', (log, noTests) => {
    expect(readConsoleLog(recordedLog(log))).toEqual({
      runs: [],
      compilerMessages: [],
      signs: { ...quietSigns, noTests },
    })
  })

  test('the wrong runner for the projects is an error of its own', () => {
    expect(readConsoleLog(recordedLog('env-vstestproj-mtpglobal')).signs).toEqual({
      ...quietSigns,
      notStarted: [
        'global.json defines test runner to be Microsoft.Testing.Platform. All projects must use that test runner.\nThe following test projects are using VSTest test runner:\nShop.Tests.csproj',
      ],
    })
  })
})

test('words on a fixture belong to the program that says with its numbers what it is', () => {
  const { runs, signs } = readConsoleLog([
    'NUnit Adapter 5.2.0.0: Test execution started',
    'TearDown failed for test fixture U.Tests.Teardown',
    'TearDown : System.Exception : gone',
    'NUnit Adapter 5.2.0.0: Test execution complete',
    '',
    'Test run summary: Passed! - /mtp/U/bin/Debug/net10.0/U.dll (net10.0|x64)',
    '  total: 2',
    '  failed: 0',
    '  succeeded: 2',
    '  skipped: 0',
    '  duration: 809ms',
  ])
  expect(runs.map(({ errors }) => errors.map((words) => words.split('\n')[0]))).toEqual([
    ['TearDown failed for test fixture U.Tests.Teardown'],
  ])
  expect(signs.notStarted).toEqual([])
})
