import { expect, test } from '@jest/globals'

import {
  readConsoleLog,
  quantity,
  quietSigns,
  recordedLog,
  registry,
  rejects,
  run,
  tax,
} from '../../recorded.ts'
import type { TestResult } from '../../../../../src/testing/results/test-results.ts'

const reason = 'not on this OS'

test("xunit's own runner, with colours", () => {
  const native = (result: TestResult, line: number): TestResult => {
    const [first = '', ...rest] = (result.stack ?? '').split('\n')
    const member = /at (.*) in /.exec(first)?.[1] ?? ''
    const { name, outcome, message = '' } = result
    return {
      name,
      outcome,
      message,
      stack: [`tests/Shop.Tests/OrderTests.cs(${line},0): at ${member}`, ...rest].join('\n'),
    }
  }
  const expected = run({
    durationMs: 192,
    results: [
      native(tax(0), 17),
      native(quantity(0, { stub: true }), 27),
      registry(undefined, reason),
      native(rejects(0), 22),
    ],
  })
  delete expected.framework
  expect(readConsoleLog(recordedLog('env-xunit3-vstest-run-directexe'))).toEqual({
    runs: [expected],
    compilerMessages: [],
    signs: quietSigns,
  })
})

test("xunit's own runner without a test came to its end", () => {
  const { runs } = readConsoleLog(recordedLog('xunit3-native-notests'))
  expect(runs).toMatchObject([{ project: 'Shop.Tests', incomplete: false, counts: { total: 0 } }])
})

test('explicit tests that were not run are in the total, and none of those that passed', () => {
  const { runs } = readConsoleLog([
    '  Starting:    X',
    '   X  Total: 4, Errors: 0, Failed: 1, Skipped: 0, Not Run: 3, Time: 0.869s',
  ])
  expect(runs).toMatchObject([{ counts: { total: 4, passed: 0, failed: 1, skipped: 3 } }])
})
