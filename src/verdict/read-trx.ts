import { cutText, nameLimit, textLimit } from './console-text.ts'
import {
  describeEnd,
  detached,
  readXml,
  type XmlAttributes,
  type XmlEnd,
  type XmlVisitor,
} from './read-xml.ts'
import { noCounts, type Counts, type TestResult, type TestRun } from './test-results.ts'
import { frameworkOf, parseSpan, projectOf, spanBetween } from './trx-fields.ts'
import { outcomeOf } from './trx-outcomes.ts'
import { RunTroubles } from './trx-troubles.ts'

/** What is known of a TRX file besides its content, and how much of it is kept. */
export interface TrxOptions {
  /** Its name; loggers write the framework into it (`_host_2026-11-20_18_16_53_net10.0.trx`). */
  fileName?: string
  /** Results kept, 250,000 unless told otherwise; all are counted. */
  resultLimit?: number
}

const defaultResultLimit = 250_000
const textBudget = 32 * 1024 * 1024
const nameBudget = 48 * 1024 * 1024
const idLimit = 64

/**
 * Reads a TRX file (schema `http://microsoft.com/schemas/VisualStudio/TeamTest/2010`), streamed. Outcomes are counted from
 * the results, never taken from `Counters`; of data-driven tests the rows count. Of a passed test only name, class and
 * duration are kept; texts are cut to 16,384 characters each and 32 million in all. Never throws: what is cut, empty,
 * malformed or refused is `incomplete`, with the reason in `errors` unless it was just cut.
 */
export async function readTrx(chunks: AsyncIterable<Uint8Array>, options: TrxOptions = {}): Promise<TestRun> {
  const reader = new TrxReader(options.resultLimit ?? defaultResultLimit)
  const end = await readXml(chunks, reader)
  return reader.finish(end, options.fileName ?? '')
}

const resultElements = new Set([
  'UnitTestResult',
  'TestResult',
  'TestResultAggregation',
  'GenericTestResult',
  'ManualTestResult',
])

interface OpenResult {
  result: TestResult
  testId: string
  /** Rows in it, and how many of them failed. */
  rows: number
  failedRows: number
}

class TrxReader implements XmlVisitor {
  readonly #resultLimit: number
  readonly #results: TestResult[] = []
  /** The test of each result; its class comes after all results. */
  readonly #testIds: string[] = []
  readonly #classes = new Map<string, string>()
  readonly #known = new Map<string, string>()
  readonly #assemblies = new Set<string>()
  readonly #open: OpenResult[] = []
  readonly #counts: Counts = { ...noCounts }
  #root = ''
  #definition = ''
  #storage = ''
  #inErrorInfo = false
  readonly #troubles = new RunTroubles()
  #runInfo: string | undefined
  #spent = 0
  #spentOnNames = 0
  #durationMs: number | undefined

  constructor(resultLimit: number) {
    this.#resultLimit = resultLimit
  }

  open(name: string, attributes: XmlAttributes): number | undefined {
    if (this.#root === '') this.#root = name
    if (resultElements.has(name)) this.#openResult(attributes)
    else if (name === 'UnitTest') {
      this.#definition = attributes['id'] ?? ''
      this.#storage = attributes['storage'] ?? ''
    } else if (name === 'TestMethod') this.#define(attributes)
    else if (name === 'ErrorInfo') this.#inErrorInfo = true
    else if (name === 'Times') this.#durationMs = spanBetween(attributes['start'], attributes['finish'])
    else if (name === 'ResultSummary') this.#troubles.takeOutcome(attributes['outcome'] ?? '')
    else if (name === 'RunInfo') this.#runInfo = attributes['outcome'] ?? 'Error'
    else return this.#wantsText(name) ? textLimit : undefined
    return undefined
  }

  close(name: string, text: string | undefined): void {
    if (resultElements.has(name)) this.#closeResult()
    else if (name === 'ErrorInfo') this.#inErrorInfo = false
    else if (name === 'RunInfo') this.#runInfo = undefined
    else if (text !== undefined) this.#keepText(name, text)
  }

  finish(end: XmlEnd, fileName: string): TestRun {
    while (this.#open.length > 0) this.#closeResult()
    this.#joinClasses()
    const isForeign = this.#root !== '' && this.#root !== 'TestRun'
    if (isForeign) this.#troubles.add(`The file is no TRX: its root is <${cutText(this.#root, 100)}>.`)
    const { errors, isAborted, assembly } = this.#troubles.finish(describeEnd(end), this.#counts.failed)
    if (this.#assemblies.size === 0 && assembly !== undefined) this.#assemblies.add(assembly)
    const paths = [...this.#assemblies]
    const run: TestRun = {
      source: 'trx',
      project: projectOf(paths),
      results: this.#results,
      counts: this.#counts,
      errors,
      aborted: isAborted,
      incomplete: end.kind !== 'complete' || isForeign,
    }
    const framework = frameworkOf(paths, fileName)
    if (framework !== undefined) run.framework = framework
    if (this.#durationMs !== undefined) run.durationMs = this.#durationMs
    return run
  }

  #openResult(attributes: XmlAttributes): void {
    // VSTest leaves the outcome out where it is Error, the first of its enumeration (TrxLogger/ObjectModel/TestResult.cs).
    const outcome = outcomeOf(attributes['outcome'] ?? 'Error')
    if (attributes['outcome'] === 'PassedButRunAborted') this.#troubles.isAborted = true
    const result: TestResult = { name: cutText(detached(attributes['testName'] ?? ''), nameLimit), outcome }
    const durationMs = parseSpan(attributes['duration'] ?? '')
    if (durationMs !== undefined) result.durationMs = durationMs
    this.#open.push({
      result,
      testId: detached((attributes['testId'] ?? '').slice(0, idLimit)),
      rows: 0,
      failedRows: 0,
    })
  }

  #closeResult(): void {
    const open = this.#open.pop()
    if (open === undefined) return
    const { result, testId, rows, failedRows } = open
    const parent = this.#open.at(-1)
    if (parent !== undefined) {
      parent.rows += 1
      if (result.outcome === 'failed') parent.failedRows += 1
    }
    // A failure of the whole that none of its rows shows must not get lost.
    if (rows > 0 && (result.outcome !== 'failed' || failedRows > 0)) return
    if (result.outcome === 'skipped' && result.stdout !== undefined) tellReason(result)
    this.#counts[result.outcome] += 1
    this.#counts.total += 1
    if (this.#results.length >= this.#resultLimit || !this.#canKeep(result.name.length)) return
    this.#results.push(result)
    this.#testIds.push(testId)
  }

  #define(attributes: XmlAttributes): void {
    const path = attributes['codeBase'] ?? this.#storage
    if (path !== '' && this.#assemblies.size < 100) this.#assemblies.add(detached(path))
    const className = attributes['className'] ?? ''
    if (this.#definition === '' || className === '') return
    if (this.#classes.size >= this.#resultLimit) return
    // Older adapters write the class with its assembly: "Shop.Tests.OrderTests, Shop.Tests, Version=…".
    const name = this.#same(cutText(className.split(',', 1)[0] ?? '', nameLimit))
    if (name !== undefined) this.#classes.set(detached(this.#definition.slice(0, idLimit)), name)
  }

  /** One string for all equal ones: 100,000 tests have some hundred classes. */
  #same(text: string): string | undefined {
    const known = this.#known.get(text)
    if (known !== undefined || !this.#canKeep(text.length)) return known
    const copy = detached(text)
    this.#known.set(copy, copy)
    return copy
  }

  #canKeep(length: number): boolean {
    this.#spentOnNames += length
    return this.#spentOnNames <= nameBudget
  }

  #joinClasses(): void {
    for (const [index, result] of this.#results.entries()) {
      const className = this.#classes.get(this.#testIds[index] ?? '')
      if (className !== undefined) result.className = className
    }
  }

  #wantsText(name: string): boolean {
    if (this.#runInfo !== undefined) return name === 'Text'
    const open = this.#open.at(-1)
    if (open === undefined || open.result.outcome === 'passed') return false
    if (name === 'Message' || name === 'StackTrace') return this.#inErrorInfo
    return name === 'StdOut' || name === 'StdErr'
  }

  #keepText(name: string, raw: string): void {
    const text = detached(raw.replaceAll('\r\n', '\n'))
    if (name === 'Text') {
      this.#troubles.takeInfo(this.#runInfo ?? '', text)
      return
    }
    const result = this.#open.at(-1)?.result
    const part = ({ Message: 'message', StackTrace: 'stack', StdOut: 'stdout', StdErr: 'stderr' } as const)[
      name
    ]
    if (result === undefined || part === undefined || this.#spent > textBudget || text.trim() === '') return
    this.#spent += text.length
    result[part] = text.trimEnd()
  }
}

/** xunit's own TRX report has the reason of a skip where others have output; NUnit's adapter has it in both places. */
function tellReason(result: TestResult): void {
  result.message ??= result.stdout ?? ''
  if (result.message === result.stdout) delete result.stdout
}
