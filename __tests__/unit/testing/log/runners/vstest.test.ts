import { describe, expect, test } from '@jest/globals'

import {
  readConsoleLog,
  counts,
  mstestFailures,
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
import type { TestResult, TestRun } from '../../../../../src/testing/results/test-results.ts'

const prefix = 'Shop.Tests.OrderTests.'
const reason = 'not on this OS'
/** The four results of `mixed` that a log names at verbosity minimal, in the order skip, tax, quantity, rejects. */
function named(took: number[], style: StackStyle = {}): TestResult[] {
  return [registry(took[0]), tax(took[1], style), quantity(took[2], style), rejects(took[3], style)]
}

const bare = (...results: TestResult[]) => results.map(({ name, outcome }) => ({ name, outcome }))

describe('VSTest', () => {
  const rows: [log: string, durationMs: number, results: TestResult[]][] = [
    ['xunit2-vstest-mixed', 368, named([1, 44, 13, 0])],
    ['xunit2-vstest-mixed.v-m', 79, named([1, 18, 7, 5])],
    ['xunit2-vstest-mixed.console-minimal', 117, named([1, 35, 3, 0])],
    ['xunit2-vstest-mixed.msbuildoutput', 130, named([1, 31, 12, 0])],
    ['xunit2-vstest-mixed.lang-de', 198, named([1, 45, 8, 0])],
    ['xunit2-vstest-mixed.lang-fr', 103, named([1, 34, 11, 0])],
    ['xunit2-vstest-mixed.lang-ja', 98, named([1, 22, 11, 0])],
    ['xunit2-vstest-coverage', 170, named([1, 43, 10, 0])],
    ['xunit2-vstest-nocollector', 50, named([1, 9, 9, 0])],
    ['xunit2-vstest-mixed.v-q', 328, bare(tax(0), quantity(0), rejects(0))],
    ['xunit2-vstest-mixed.console-quiet', 300, bare(tax(0), quantity(0), rejects(0))],
    ['xunit3-vstest-mixed.console-quiet', 176, bare(tax(0), quantity(0), rejects(0))],
    ['xunit3-vstest-mixed', 949, [tax(124), quantity(0), registry(1), rejects(0)]],
    ['xunit3-vstest-mixed.console-minimal', 81, [tax(9), quantity(0), registry(1), rejects(1)]],
    ['env-xunit3-vstest-both', 76, [tax(8), quantity(0), registry(1), rejects(0)]],
    ['mstest-vstest-mixed.console-quiet', 67, []],
  ]
  test.each(rows)('%s', (log, durationMs, results) => {
    expect(readConsoleLog(recordedLog(log))).toEqual({
      runs: [run({ durationMs, results })],
      compilerMessages: [],
      signs: quietSigns,
    })
  })

  const listed: [log: string, durationMs: number, results: TestResult[]][] = [
    ...(
      [
        ['xunit2-vstest-mixed.console-normal', 2121, [1, 34, 11, 5, 0, 0, 12, 0]],
        ['xunit2-vstest-mixed.console-detailed', 2003, [1, 41, 2, 14, 0, 0, 12, 0]],
        ['xunit2-vstest-mixed.v-n', 1973, [1, 29, 6, 6, 0, 0, 7, 0]],
      ] as const
    ).map(([log, durationMs, took]): [string, number, TestResult[]] => [
      log,
      durationMs,
      [
        registry(took[0], reason),
        tax(took[1]),
        quantity(took[2]),
        passed(`${prefix}Quantity_is_kept(given: 1, expected: 1)`, took[3]),
        passed(`${prefix}Quantity_is_kept(given: 3, expected: 3)`, took[4]),
        rejects(took[5]),
        passed(`${prefix}Discount_applies`, took[6]),
        passed(`${prefix}Totals_add_up`, took[7]),
      ],
    ]),
    [
      'xunit3-vstest-mixed.console-detailed',
      3790,
      [
        passed(`${prefix}Totals_add_up`, 46),
        tax(12),
        quantity(0),
        passed(`${prefix}Quantity_is_kept(given: 1, expected: 1)`, 0),
        passed(`${prefix}Quantity_is_kept(given: 3, expected: 3)`, 0),
        registry(1, reason),
        rejects(1),
        passed(`${prefix}Discount_applies`, 0),
      ],
    ],
  ]
  test.each(listed)('%s lists what passed, and totals without an assembly', (log, durationMs, results) => {
    expect(readConsoleLog(recordedLog(log)).runs).toEqual([run({ durationMs, results })])
  })

  test.each([
    ['mstest-vstest-mixed', 66, [12, 1, 0]],
    ['mstest-vstest-mixed.console-minimal', 76, [19, 1, 0]],
  ] as const)('%s has short names and skips without a duration', (log, durationMs, took) => {
    const failures = mstestFailures([...took])
    const skipped: TestResult = { name: 'Reads_windows_registry', outcome: 'skipped' }
    expect(readConsoleLog(recordedLog(log)).runs).toEqual([
      run({ durationMs, results: [failures.tax, failures.rejects, skipped, failures.quantity] }),
    ])
  })

  test('mstest-vstest-mixed.console-detailed has the reason of the skip', () => {
    const failures = mstestFailures([23, 5, 7])
    expect(readConsoleLog(recordedLog('mstest-vstest-mixed.console-detailed')).runs).toEqual([
      run({
        durationMs: 1481,
        results: [
          passed('Totals_add_up', 26),
          passed('Discount_applies', 1),
          failures.tax,
          failures.rejects,
          { name: 'Reads_windows_registry', outcome: 'skipped', message: reason },
          passed('Quantity_is_kept (1,1)', 0),
          failures.quantity,
          passed('Quantity_is_kept (3,3)', 0),
        ],
      }),
    ])
  })

  test('the terminal logger with its cursor sequences', () => {
    expect(readConsoleLog(recordedLog('xunit2-vstest-mixed.tl-on'))).toEqual({
      runs: [
        run({
          durationMs: 2400,
          results: [registry(undefined, reason), tax(8), quantity(5), rejects(0)],
        }),
      ],
      compilerMessages: [],
      signs: quietSigns,
    })
  })

  const small: [log: string, Partial<TestRun>][] = [
    ['xunit2-vstest-pass', { counts: counts(2, 2, 0, 0), durationMs: 420 }],
    ['xunit3-vstest-pass', { counts: counts(2, 2, 0, 0), durationMs: 270 }],
    ['mstest-vstest-pass', { counts: counts(2, 2, 0, 0), durationMs: 90 }],
    ['xunit2-vstest-skip', { counts: counts(1, 0, 0, 1), durationMs: 2, results: [registry(1)] }],
    ['xunit3-vstest-skip', { counts: counts(1, 0, 0, 1), durationMs: 175, results: [registry(1)] }],
    [
      'mstest-vstest-skip',
      {
        counts: counts(1, 0, 0, 1),
        durationMs: 68,
        results: [{ name: 'Reads_windows_registry', outcome: 'skipped' }],
      },
    ],
    [
      'xunit2-vstest-timeout',
      {
        counts: counts(2, 1, 1, 0),
        durationMs: 586,
        results: [
          {
            name: `${prefix}Calls_slow_service`,
            outcome: 'failed',
            durationMs: 1,
            message: 'Test execution timed out after 500 milliseconds',
          },
        ],
      },
    ],
    [
      'xunit3-vstest-timeout',
      {
        counts: counts(2, 1, 1, 0),
        durationMs: 842,
        results: [
          {
            name: `${prefix}Calls_slow_service`,
            outcome: 'failed',
            durationMs: 529,
            message: 'Test execution timed out after 500 milliseconds',
            stack: '--- End of stack trace from previous location ---',
          },
        ],
      },
    ],
    [
      'mstest-vstest-timeout',
      {
        counts: counts(2, 1, 1, 0),
        durationMs: 855,
        results: [
          {
            name: 'Calls_slow_service',
            outcome: 'failed',
            durationMs: 525,
            message: "Test 'Calls_slow_service' timed out after 500ms",
          },
        ],
      },
    ],
    ['coverage-mscov', { counts: counts(2, 2, 0, 0), durationMs: 122 }],
    ['coverage-coverlet', { counts: counts(2, 2, 0, 0), durationMs: 71 }],
  ]
  test.each(small)('%s', (log, rest) => {
    expect(readConsoleLog(recordedLog(log)).runs).toEqual([run(rest)])
  })

  const cart: StackStyle = { folder: 'Cart.Tests', stub: true }
  const cartResults = (took: number[]) => [
    quantity(took[0], cart),
    rejects(took[1], cart),
    registry(took[2]),
    tax(took[3], cart),
  ]
  test.each([
    [
      'env-twoprojects',
      [
        ['Shop.Tests', 110, named([1, 35, 2, 0])],
        ['Cart.Tests', 56, cartResults([2, 0, 1, 4])],
      ],
    ],
    [
      'env-twoprojects-prefix',
      [
        ['Cart.Tests', 81, cartResults([2, 0, 1, 7])],
        ['Shop.Tests', 49, named([1, 9, 2, 0])],
      ],
    ],
  ] as [string, [string, number, TestResult[]][]][])('%s keeps the projects apart', (log, projects) => {
    expect(readConsoleLog(recordedLog(log)).runs).toEqual(
      projects.map(([project, durationMs, results]) => run({ project, durationMs, results })),
    )
  })

  test('results of projects that ran side by side go by the source files in their stacks', () => {
    const lines = recordedLog('env-twoprojects')
    const shop = lines.filter((line) => line.includes('- Shop.Tests.dll ('))
    const rest = lines.filter((line) => !line.includes('- Shop.Tests.dll ('))
    const { runs } = readConsoleLog([...rest.slice(0, -2), ...shop, ...rest.slice(-2)])
    expect(
      runs.map(({ project, results }) => [
        project,
        results.filter((one) => one.stack).map((one) => one.stack),
      ]),
    ).toEqual([
      ['Shop.Tests', [tax(0).stack, quantity(0).stack, rejects(0).stack]],
      ['Cart.Tests', [quantity(0, cart).stack, rejects(0, cart).stack, tax(0, cart).stack]],
    ])
  })
})
