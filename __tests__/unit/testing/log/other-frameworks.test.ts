import { describe, expect, test } from '@jest/globals'

import { readConsoleLog, readTrx, counts, quietSigns, recordedLog, recordedStream, run } from '../recorded.ts'
import type { TestResult } from '../../../../src/testing/results/test-results.ts'

const project = 'Nu.Tests'
const at = (frame: string, line: number) => `${frame} in /src/nu/tests/Nu.Tests/T.cs:line ${line}`

const nunit: TestResult[] = [
  {
    name: 'A',
    outcome: 'failed',
    durationMs: 10,
    message: 'OneTimeSetUp: SetUp : System.Exception : setup',
    stack: `--SetUp
   at ${at('Nu.Tests.BadSetup.S()', 12)}
   at System.Reflection.MethodBaseInvoker.InterpretedInvoke_Method(Object obj, IntPtr* args)
   at System.Reflection.MethodBaseInvoker.InvokeWithNoArgs(Object obj, BindingFlags invokeAttr)`,
  },
  {
    name: 'Fails',
    outcome: 'failed',
    durationMs: 26,
    message: '  tax\nAssert.That(2, Is.EqualTo(3))\n  Expected: 3\n  But was:  2',
    stack: `   at ${at('Nu.Tests.OrderTests.Fails()', 5)}\n\n1)    at ${at('Nu.Tests.OrderTests.Fails()', 5)}`,
    stdout: 'some output',
  },
  {
    name: 'Rows(2)',
    outcome: 'failed',
    durationMs: 0,
    message: '  Assert.That(n, Is.EqualTo(1))\n  Expected: 1\n  But was:  2',
    stack: `   at ${at('Nu.Tests.OrderTests.Rows(Int32 n)', 6)}
   at InvokeStub_OrderTests.Rows(Object, Span\`1)

1)    at ${at('Nu.Tests.OrderTests.Rows(Int32 n)', 6)}
   at InvokeStub_OrderTests.Rows(Object, Span\`1)`,
  },
  {
    name: 'Throws',
    outcome: 'failed',
    durationMs: 0,
    // The message quotes the heading of a stack.
    message: 'System.InvalidOperationException : boom\n  Stack Trace:\nx',
    stack: `   at ${at('Nu.Tests.OrderTests.Throws()', 9)}
   at System.Reflection.MethodBaseInvoker.InterpretedInvoke_Method(Object obj, IntPtr* args)
   at System.Reflection.MethodBaseInvoker.InvokeWithNoArgs(Object obj, BindingFlags invokeAttr)
1)    at ${at('Nu.Tests.OrderTests.Throws()', 9)}
   at System.Reflection.MethodBaseInvoker.InterpretedInvoke_Method(Object obj, IntPtr* args)
   at System.Reflection.MethodBaseInvoker.InvokeWithNoArgs(Object obj, BindingFlags invokeAttr)`,
  },
]

describe('NUnit', () => {
  test('the log: an inconclusive test is skipped, though VSTest leaves it out of its counts', () => {
    const { runs, signs } = readConsoleLog(recordedLog('nunit4-vstest-mixed'))
    const [only] = runs
    expect(signs).toEqual(quietSigns)
    expect(runs).toEqual([
      run({ project, durationMs: 47, counts: counts(9, 2, 5, 2), results: only?.results ?? [] }),
    ])
    expect(only?.results.map(({ name }) => name)).toEqual([
      'A',
      'Fails',
      'Ignored',
      'Multi',
      'Rows(2)',
      'Throws',
      'Unclear',
    ])
    expect(only?.results.filter(({ name }) => nunit.some((one) => one.name === name))).toEqual(nunit)
  })

  test('the TRX says the same, and the reasons', async () => {
    const found = await readTrx(recordedStream('trx/nunit4-vstest-mixed.trx'))
    expect(found).toEqual(
      run({ source: 'trx', project, durationMs: 596, counts: counts(9, 2, 5, 2), results: found.results }),
    )
    expect(found.results.filter(({ outcome }) => outcome === 'skipped')).toEqual([
      {
        name: 'Unclear',
        className: 'Nu.Tests.OrderTests',
        outcome: 'skipped',
        durationMs: 0,
        message: 'unclear',
      },
      {
        name: 'Ignored',
        className: 'Nu.Tests.OrderTests',
        outcome: 'skipped',
        durationMs: 0,
        message: 'later',
      },
    ])
    for (const expected of nunit) {
      expect(found.results.find(({ name }) => name === expected.name)).toMatchObject({
        message: expected.message,
        stack: expected.stack,
      })
    }
  })
})

describe('MSTest on Microsoft.Testing.Platform', () => {
  const stack = (member: string, line: number, calls: string[]) =>
    [`   at ${member} in /src/ms/Ms.Tests/T.cs:${line}`, ...calls.map((call) => `   at ${call}`)].join('\n')
  const results = (
    took: { fails: number; rows: number },
    more: string,
  ): { fails: TestResult; rows: TestResult } => ({
    fails: {
      name: 'Fails',
      outcome: 'failed',
      durationMs: took.fails,
      message: `Assertion failed. Expected values to be equal.\n\nexpected: 3\nactual:   2\n\nAssert.AreEqual(3, 2)${more && '\nExpected\n  3\nActual\n  2'}`,
      stack: stack('Ms.Tests.OrderTests.Fails()', 6, [
        'System.Reflection.MethodBaseInvoker.InterpretedInvoke_Method(Object obj, IntPtr* args)',
        'System.Reflection.MethodBaseInvoker.InvokeWithNoArgs(Object obj, BindingFlags invokeAttr)',
      ]),
      stdout: 'some output',
    },
    rows: {
      name: 'Rows (2)',
      outcome: 'failed',
      durationMs: took.rows,
      message: `Assertion failed. Expected values to be equal.\n\nexpected: 1\nactual:   2\n\nAssert.AreEqual(1, n)${more && '\nExpected\n  1\nActual\n  2'}`,
      stack: stack('Ms.Tests.OrderTests.Rows(Int32 n)', 7, [
        'InvokeStub_OrderTests.Rows(Object, Span`1)',
        'System.Reflection.MethodBaseInvoker.InvokeWithOneArg(Object obj, BindingFlags invokeAttr, Binder binder, Object[] parameters, CultureInfo culture)',
      ]),
    },
  })
  const ignored: TestResult = { name: 'Ignored', outcome: 'skipped', message: 'later' }
  const unclear: TestResult = { name: 'Unclear', outcome: 'skipped', message: 'Assert.Inconclusive. unclear' }

  test('through dotnet test', () => {
    const { fails, rows } = results({ fails: 92, rows: 45 }, '')
    const found = readConsoleLog(recordedLog('mstest-mtp-mixed'))
    expect(found.signs).toEqual({ ...quietSigns })
    expect(found.runs).toEqual([
      run({
        project: 'Ms.Tests',
        durationMs: 780,
        counts: counts(6, 2, 2, 2),
        results: [fails, ignored, unclear, rows],
      }),
    ])
  })

  test('from the executable itself, which shows the values apart', () => {
    const { fails, rows } = results({ fails: 65, rows: 10 }, 'values')
    expect(readConsoleLog(recordedLog('mstest-mtp-mixed.directexe')).runs).toEqual([
      run({
        project: 'Ms.Tests',
        durationMs: 544,
        mayHavePassed: true,
        counts: counts(6, 2, 2, 2),
        results: [fails, rows, { ...unclear, durationMs: 0 }, { ...ignored, durationMs: 0 }],
      }),
    ])
  })

  test('an executable that dies: what was printed, no end, and its own words', () => {
    const { runs, signs } = readConsoleLog(recordedLog('mstest-mtp-crash.directexe'))
    expect(
      runs.map(({ results: all, counts: sum, incomplete }) => [all.map(({ name }) => name), sum, incomplete]),
    ).toEqual([[['Rows (2)', 'Fails', 'Unclear', 'Ignored'], counts(4, 0, 2, 2), true]])
    expect(signs).toEqual({ ...quietSigns, aborted: true, errors: signs.errors })
    expect(signs.errors[0]?.split('\n').slice(0, 2)).toEqual(['Process terminated.', 'boom in native code'])
    expect(signs.errors[0]).toContain('at Ms.Tests.Crash.Dies()')
  })
})
