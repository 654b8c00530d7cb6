import { expect, test } from '@jest/globals'
import { counts, readConsoleLog } from '../../recorded.ts'

const expecto = [
  '[19:49:22 INF] EXPECTO? Running tests... <Expecto>',
  '[19:49:23 ERR] cart.costs failed in 00:00:00.4630000. ',
  'two books.',
  'expected: 21',
  '  actual: 20',
  '   at T.tests@3-1.Invoke(Unit unitVar) in /src/F/T.fs:line 3',
  '   at Expecto.Impl.execTestAsync@584-1.Invoke(Unit unitVar) <Expecto>',
  '[19:49:23 INF] EXPECTO! 4 tests run in 00:00:00.6348062 for cart – 1 passed, 1 ignored, 1 failed, 1 errored.  <Expecto>',
]

const nunitLite = [
  'Errors, Failures and Warnings',
  '',
  '1) Failed : One.B',
  '  one is two',
  '  Expected: 2',
  '  But was:  1',
  'at One.B() in /src/L/T.cs:line 2',
  '',
  'Run Settings',
  '    Number of Test Workers: 2',
  '',
  'Test Run Summary',
  '  Overall result: Failed',
  '  Test Count: 2, Passed: 1, Failed: 1, Warnings: 0, Inconclusive: 0, Skipped: 0',
]

test('reads what Expecto found and its failed tests', () => {
  const { runs } = readConsoleLog(expecto)
  expect(runs).toHaveLength(1)
  expect(runs[0]).toMatchObject({
    counts: counts(4, 1, 2, 1),
    incomplete: false,
    results: [
      {
        name: 'cart.costs',
        outcome: 'failed',
        message: 'two books.\nexpected: 21\n  actual: 20',
        stack:
          '   at T.tests@3-1.Invoke(Unit unitVar) in /src/F/T.fs:line 3\n   at Expecto.Impl.execTestAsync@584-1.Invoke(Unit unitVar)',
      },
    ],
  })
})

test('reads what NUnitLite found and its failed tests', () => {
  const { runs } = readConsoleLog(nunitLite)
  expect(runs).toHaveLength(1)
  expect(runs[0]).toMatchObject({
    counts: counts(2, 1, 1, 0),
    results: [{ name: 'One.B', message: '  one is two\n  Expected: 2\n  But was:  1' }],
  })
})

test.each([
  [
    '[19:49:25 INF] EXPECTO! 2 tests run in 00:00:00.1 for cart – 2 passed, 0 ignored, 0 failed, 0 errored. Success! <Expecto>',
    2,
  ],
  ['3 passed, took 0.53 seconds', 3],
])('%s', (line, passed) => {
  const { runs } = readConsoleLog([line])
  expect(runs.map((one) => one.counts)).toEqual([counts(passed, passed, 0, 0)])
})

test.each(['3 passed, 1 to go', 'we have 3 passed, 1 failed', '2 apples, took 3 seconds of it'])(
  'takes "%s" for no run',
  (line) => {
    expect(readConsoleLog([line]).runs).toEqual([])
  },
)
