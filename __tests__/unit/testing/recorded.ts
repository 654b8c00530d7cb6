import { createReadStream, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { readConsoleLog as readLog, type ConsoleLog } from '../../../src/testing/log/read-log.ts'
import type { LogSigns } from '../../../src/testing/log/trouble-signs.ts'
import type { TestResult, TestRun } from '../../../src/testing/results/test-results.ts'
import { readTrx as readTrxFile } from '../../../src/testing/trx/read-trx.ts'

const folder = fileURLToPath(new URL('../../fixtures/dotnet-test/', import.meta.url))

/** Lines of a recorded log; the line between its stdout and its stderr is not one of them. */
export function recordedLog(name: string): string[] {
  const text = readFileSync(`${folder}logs/${name}.txt`, 'utf8')
  return text.split('\n').filter((line) => line !== '--- stderr')
}

/** Bytes of a recorded TRX or coverage file. */
export function recordedFile(name: string): Uint8Array {
  return readFileSync(folder + name)
}

/** The same as a stream in chunks of a size. */
export function recordedStream(name: string, highWaterMark = 65_536): AsyncIterable<Uint8Array> {
  return createReadStream(folder + name, { highWaterMark })
}

const frames = {
  instance: 'System.Reflection.MethodBaseInvoker.InterpretedInvoke_Method(Object obj, IntPtr* args)',
  none: 'System.Reflection.MethodBaseInvoker.InvokeWithNoArgs(Object obj, BindingFlags invokeAttr)',
  few: 'System.Reflection.MethodBaseInvoker.InvokeDirectByRefWithFewArgs(Object obj, Span`1 copyOfArgs, BindingFlags invokeAttr)',
  stub: 'InvokeStub_OrderTests.Quantity_is_kept(Object, Span`1)',
  stubbed:
    'System.Reflection.MethodBaseInvoker.InvokeWithFewArgs(Object obj, BindingFlags invokeAttr, Binder binder, Object[] parameters, CultureInfo culture)',
}

/** How the place of the stack's first frame is written. */
export interface StackStyle {
  /** Words before a frame and before its file, `at` and `in` where they are not translated. */
  at?: string
  in?: string
  /** `:line 17` or `:17`. */
  line?: string
  folder?: string
  /** The method with arguments was called through a stub. */
  stub?: boolean
}

function stack(member: string, line: number, calls: string[], style: StackStyle): string {
  const { at = 'at', in: inside = 'in', line: mark = ':line ', folder: project = 'Shop.Tests' } = style
  const place = `${inside} /src/shop/tests/${project}/OrderTests.cs${mark}${line}`
  return [`${member} ${place}`, ...calls].map((frame) => `   ${at} ${frame}`).join('\n')
}

type Took = number | undefined

function result(name: string, durationMs: Took, rest: Partial<TestResult>): TestResult {
  return {
    name,
    outcome: 'failed',
    ...(durationMs === undefined ? {} : { durationMs }),
    ...rest,
  }
}

/** The test that fails in `mixed` with `Assert.Equal`, as xunit tells it. */
export function tax(durationMs: Took, style: StackStyle = {}): TestResult {
  return result('Shop.Tests.OrderTests.Tax_is_rounded_half_up', durationMs, {
    message: 'Assert.Equal() Failure: Values differ\nExpected: 3\nActual:   2',
    stack: stack('Shop.Tests.OrderTests.Tax_is_rounded_half_up()', 17, [frames.instance, frames.none], style),
  })
}

/** The row of the data-driven test that fails in `mixed`, as xunit tells it. */
export function quantity(durationMs: Took, style: StackStyle = {}): TestResult {
  const calls = style.stub === true ? [frames.stub, frames.stubbed] : [frames.instance, frames.few]
  return result('Shop.Tests.OrderTests.Quantity_is_kept(given: 2, expected: 5)', durationMs, {
    message: 'Assert.Equal() Failure: Values differ\nExpected: 5\nActual:   2',
    stack: stack('Shop.Tests.OrderTests.Quantity_is_kept(Int32 given, Int32 expected)', 27, calls, style),
  })
}

/** The test that throws in `mixed`, as xunit tells it. */
export function rejects(durationMs: Took, style: StackStyle = {}): TestResult {
  return result('Shop.Tests.OrderTests.Rejects_negative_quantity', durationMs, {
    message: 'System.InvalidOperationException : quantity must be > 0\n  given: -1 | <script>&',
    stack: stack(
      'Shop.Tests.OrderTests.Rejects_negative_quantity()',
      22,
      [frames.instance, frames.none],
      style,
    ),
  })
}

/** The skipped test of `mixed`, as xunit tells it. */
export function registry(durationMs: Took, message?: string): TestResult {
  return result('Shop.Tests.OrderTests.Reads_windows_registry', durationMs, {
    outcome: 'skipped',
    ...(message === undefined ? {} : { message }),
  })
}

/** A test that passed. */
export function passed(name: string, durationMs: Took): TestResult {
  return result(name, durationMs, { outcome: 'passed' })
}

/** What MSTest tells of the three failures of `mixed`: short names, other messages. */
export function mstestFailures(took: [Took, Took, Took]): {
  tax: TestResult
  rejects: TestResult
  quantity: TestResult
} {
  const differ = (expected: number, actual: number, call: string) =>
    `Assertion failed. Expected values to be equal.\n\nexpected: ${expected}\nactual:   ${actual}\n\n${call}`
  return {
    tax: {
      ...tax(took[0]),
      name: 'Tax_is_rounded_half_up',
      message: differ(3, 2, 'Assert.AreEqual(3m, actual)'),
    },
    rejects: {
      ...rejects(took[1]),
      name: 'Rejects_negative_quantity',
      message:
        'Test method Shop.Tests.OrderTests.Rejects_negative_quantity threw exception:\nSystem.InvalidOperationException: quantity must be > 0\n  given: -1 | <script>&',
    },
    quantity: {
      ...quantity(took[2], { stub: true }),
      name: 'Quantity_is_kept (2,5)',
      message: differ(5, 2, 'Assert.AreEqual(expected, given)'),
    },
  }
}

/** A run of the recorded solution, whole and with the counts of `mixed` unless told otherwise. */
export function run(rest: Partial<TestRun>): TestRun {
  return {
    source: 'log',
    project: 'Shop.Tests',
    framework: 'net10.0',
    results: [],
    counts: { total: 8, passed: 4, failed: 3, skipped: 1 },
    errors: [],
    aborted: false,
    incomplete: false,
    ...rest,
  }
}

/** Counts in the order total, passed, failed, skipped. */
export function counts(
  total: number,
  passedTests: number,
  failed: number,
  skipped: number,
): TestRun['counts'] {
  return { total, passed: passedTests, failed, skipped }
}

/** The signs of a log that tells of nothing unusual. */
export const quietSigns: LogSigns = {
  noTests: false,
  aborted: false,
  hangingTests: [],
  notStarted: [],
  errors: [],
}

/** What a log tells, each run without the path of its assembly, which the tests of the ledger look at. */
export function readConsoleLog(lines: Iterable<string>): ConsoleLog {
  const found = readLog(lines)
  return { ...found, runs: found.runs.map(withoutOrigin) }
}

/** What a TRX tells, without the path of its assembly and its time. */
export async function readTrx(...given: Parameters<typeof readTrxFile>): Promise<TestRun> {
  return withoutOrigin(await readTrxFile(...given))
}

function withoutOrigin(found: TestRun): TestRun {
  const rest = { ...found }
  delete rest.assembly
  delete rest.startedAt
  return rest
}
