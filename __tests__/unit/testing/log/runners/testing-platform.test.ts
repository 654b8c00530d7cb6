import { describe, expect, test } from '@jest/globals'

import {
  readConsoleLog,
  counts,
  passed,
  quantity,
  quietSigns,
  recordedLog,
  registry,
  rejects,
  run,
  tax,
  type StackStyle,
} from '../../recorded.ts'
import type { LogSigns } from '../../../../../src/testing/log/trouble-signs.ts'
import type { TestResult, TestRun } from '../../../../../src/testing/results/test-results.ts'

const prefix = 'Shop.Tests.OrderTests.'
const reason = 'not on this OS'

describe('Microsoft.Testing.Platform', () => {
  const short: StackStyle = { line: ':' }
  const results = (took: number, style: StackStyle = short) => [
    tax(took, style),
    quantity(0, style),
    registry(undefined, reason),
    rejects(0, style),
  ]
  const rows: [log: string, durationMs: number, took: number, style: StackStyle][] = [
    ['xunit3-mtp-mixed', 609, 7, short],
    ['xunit3-mtp-mixed.noansi', 470, 7, short],
    ['xunit3-mtp-mixed.output-normal', 512, 5, short],
    ['xunit3-mtp-mixed.reporttrx', 479, 5, short],
    ['xunit3-mtp-mixed.lang-de', 670, 6, { line: ':', at: 'um' }],
    ['xunit3-mtp-mixed.lang-fr', 680, 6, { line: ':', at: 'sur', in: 'dans' }],
    ['xunit3-mtp-mixed.lang-ja', 624, 5, { line: ':', at: '場所:', in: '場所:' }],
    ['env-mtp-tpcla-env', 481, 5, short],
  ]
  test.each(rows)('%s', (log, durationMs, took, style) => {
    expect(readConsoleLog(recordedLog(log))).toEqual({
      runs: [run({ durationMs, results: results(took, style) })],
      compilerMessages: [],
      signs: { ...quietSigns },
    })
  })

  test.each([
    ['xunit3-mtp-mixed.directexe', 416, 5],
    ['xunit3-mtp-mixed.dotnetrun', 426, 6],
    ['env-mtp-tpcla-dotnetrun', 438, 5],
  ])('%s comes from the executable itself', (log, durationMs, took) => {
    expect(readConsoleLog(recordedLog(log))).toEqual({
      runs: [
        run({
          durationMs,
          mayHavePassed: true,
          results: [tax(took, short), quantity(0, short), registry(0, reason), rejects(0, short)],
        }),
      ],
      compilerMessages: [],
      signs: quietSigns,
    })
  })

  test('detailed output lists what passed', () => {
    expect(readConsoleLog(recordedLog('xunit3-mtp-mixed.output-detailed')).runs).toEqual([
      run({
        durationMs: 482,
        results: [
          passed(`${prefix}Totals_add_up`, 25),
          tax(6, short),
          quantity(0, short),
          passed(`${prefix}Quantity_is_kept(given: 1, expected: 1)`, 0),
          passed(`${prefix}Quantity_is_kept(given: 3, expected: 3)`, 0),
          registry(undefined, reason),
          rejects(0, short),
          passed(`${prefix}Discount_applies`, 0),
        ],
      }),
    ])
  })

  test.each([
    ['env-mtp-noglobal', 344],
    ['env-mtp-noglobal-tpcla', 459],
    ['env-mtp-noglobal-vstestlogger', 372],
  ])("%s: under VSTest's target only the counts are in the log", (log, durationMs) => {
    const { runs, compilerMessages } = readConsoleLog(recordedLog(log))
    expect(runs).toEqual([run({ durationMs })])
    expect(compilerMessages.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('several projects: what passed belongs to a run without a name, and the sum is true', () => {
    const cart: StackStyle = { line: ':', folder: 'Cart.Tests', stub: true }
    expect(readConsoleLog(recordedLog('env-mtp-twoprojects')).runs).toEqual([
      run({ durationMs: 617, counts: counts(4, 0, 3, 1), results: results(6) }),
      run({
        project: 'Cart.Tests',
        durationMs: 588,
        counts: counts(4, 0, 3, 1),
        results: [tax(26, cart), quantity(0, cart), rejects(0, cart), registry(undefined, reason)],
      }),
      {
        source: 'log',
        project: '',
        results: [],
        counts: counts(8, 8, 0, 0),
        errors: [],
        aborted: false,
        incomplete: false,
      },
    ])
  })

  test('assemblies that could not start do not hide the one that ran', () => {
    const { runs, signs } = readConsoleLog(recordedLog('env-mtp-tpcla-modules'))
    expect(signs).toMatchObject({ aborted: true })
    expect(
      runs.map((one) => [one.aborted, one.counts.total, one.errors.map((error) => error.split('\n')[0])]),
    ).toEqual([
      [true, 0, ['Exit code: 131']],
      [true, 0, ['Exit code: 131']],
      [true, 0, ['Exit code: 131']],
      [false, 8, []],
    ])
  })

  test('a test over its limit is a failed one', () => {
    const timedOut: TestResult = {
      name: `${prefix}Calls_slow_service`,
      outcome: 'failed',
      durationMs: 508,
      message: 'Test execution timed out after 500 milliseconds',
      stack: '   --- End of stack trace from previous location ---',
    }
    expect(readConsoleLog(recordedLog('xunit3-mtp-timeout')).runs).toEqual([
      run({
        durationMs: 1103,
        counts: counts(3, 1, 2, 0),
        results: [
          {
            name: `[Test Cleanup Failure (${prefix}Calls_slow_service)]`,
            outcome: 'failed',
            message: 'System.Threading.Tasks.TaskCanceledException : A task was canceled.',
            stack:
              '   at Shop.Tests.OrderTests.Calls_slow_service() in /src/shop/tests/Shop.Tests/OrderTests.cs:12\n   --- End of stack trace from previous location ---',
          },
          timedOut,
        ],
      }),
    ])
  })

  test.each([
    ['xunit3-mtp-pass', { counts: counts(2, 2, 0, 0), durationMs: 515 }, quietSigns],
    ['xunit3-mtp-warning', { counts: counts(1, 1, 0, 0), durationMs: 626 }, quietSigns],
    [
      'xunit3-mtp-skip',
      { counts: counts(1, 0, 0, 1), durationMs: 581, results: [registry(undefined, reason)] },
      { ...quietSigns, noTests: true },
    ],
  ] as [string, Partial<TestRun>, LogSigns][])('%s', (log, rest, signs) => {
    const found = readConsoleLog(recordedLog(log))
    expect(found.runs).toEqual([run(rest)])
    expect(found.signs).toEqual(signs)
  })
})

test('what a program printed that crashed is no result, no summary and no error of a compiler', () => {
  const assembly = '/src/tests/Shelf.Tests/bin/Debug/net10.0/Shelf.Tests.dll (net10.0|x64)'
  const { runs, compilerMessages, signs } = readConsoleLog([
    `Running tests from ${assembly}`,
    `${assembly} failed (553ms)`,
    'Exit code: 134',
    '  Standard output: Passed!  - Failed:     0, Passed:    99, Skipped:     0, Total:    99, Duration: 1 ms - Fake.Tests.dll (net10.0)',
    '    Failed Fake.Tests.Nothing [1 ms]',
    '    Error Message:',
    '     no such thing',
    '',
    '  Test Run Aborted.',
    '  Test.cs(1,1): error CS1002: ; expected [/src/Fake/Fake.csproj]',
    '  Test run summary: Failed!',
    '    total: 9',
    '    failed: 9',
    '    succeeded: 0',
    '    skipped: 0',
    '    duration: 1s',
    '  Error output: Unhandled exception. System.Exception: the forklift fell over',
    '',
    'Test run summary: Failed!',
    '  total: 0',
    '  failed: 0',
    '  succeeded: 0',
    '  skipped: 0',
    '  duration: 1s 1ms',
  ])
  expect(runs.map(({ project, counts, aborted }) => [project, counts.total, aborted])).toEqual([
    ['Shelf.Tests', 0, true],
  ])
  expect(runs[0]?.errors).toEqual([
    'Exit code: 134\nUnhandled exception. System.Exception: the forklift fell over',
  ])
  expect(compilerMessages).toEqual([])
  expect(signs).toMatchObject({ aborted: true, errors: [], notStarted: [] })
})

test.each([
  ['mstest-mtp-retry-passed.directexe', counts(3, 3, 0, 0), [], [['Second_time', ['failed', 'passed']]]],
  [
    'mstest-mtp-retry-failed.directexe',
    counts(3, 2, 1, 0),
    ['Never'],
    [['Second_time', ['failed', 'passed']]],
  ],
])('%s: the last attempt of a test decides, and one that passed then is flaky', (log, sum, failed, flaky) => {
  const { runs } = readConsoleLog(recordedLog(log))
  expect(runs).toHaveLength(1)
  expect(runs[0]).toMatchObject({ project: 'Stock.Tests', counts: sum, errors: [], incomplete: false })
  expect(runs[0]?.results.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)).toEqual(
    failed,
  )
  expect(runs[0]?.flaky?.map(({ name, attempts }) => [name, attempts])).toEqual(flaky)
})

test('xunit 3: the teardown of a fixture that failed is an error of the run, told once', () => {
  const { runs } = readConsoleLog(recordedLog('xunit3-mtp-assemblycleanup'))
  expect(runs).toMatchObject([
    { project: 'Shelf.Tests', counts: counts(3, 3, 0, 0), results: [], aborted: false },
  ])
  expect(runs[0]?.errors).toEqual([
    "Test Assembly Cleanup Failure: Assembly fixture type 'Shelf.Tests.Hall' threw in Dispose\n---- System.Exception : the warehouse did not close",
  ])
})

test('what a test printed is no result and no summary, where its lines are indented below it', () => {
  const assembly = '/src/tests/Stock.Tests/bin/Debug/net10.0/Stock.Tests.dll (net10.0|x64)'
  const { runs, signs } = readConsoleLog([
    `Running tests from ${assembly}`,
    'passed Says_so (7ms)',
    `  from ${assembly}`,
    '  Standard output',
    '    Passed!  - Failed:     0, Passed:    99, Skipped:     0, Total:    99, Duration: 1 ms - Fake.Tests.dll (net10.0)',
    '      Failed Fake.Tests.Nothing [1 ms]',
    '    Test Run Aborted.',
    '      total: 9',
    '      failed: 9',
    '      succeeded: 0',
    '      skipped: 0',
    '      duration: 1s',
    'passed Adds (0ms)',
    `  from ${assembly}`,
    `${assembly} passed (418ms)`,
    '',
    'Test run summary: Passed!',
    '  total: 2',
    '  failed: 0',
    '  succeeded: 2',
    '  skipped: 0',
    '  duration: 860ms',
  ])
  expect(runs).toMatchObject([
    { project: 'Stock.Tests', counts: counts(2, 2, 0, 0), errors: [], aborted: false },
  ])
  expect(signs).toEqual(quietSigns)
})
