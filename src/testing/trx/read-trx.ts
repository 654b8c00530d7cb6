import { nameLimit } from '../log/text.ts'
import { cutText, textLimit } from '../../shared/text.ts'
import {
  describeEnd,
  detached,
  readXml,
  type XmlAttributes,
  type XmlEnd,
  type XmlVisitor,
} from '../../xml/read-xml.ts'
import { noCounts, type Counts, type TestResult, type TestRun } from '../results/test-results.ts'
import { frameworkOf, parseSpan, projectOf, spanBetween, outcomeOf, RunTroubles } from './trx-fields.ts'

const textBudget = 32 * 1024 * 1024
const nameBudget = 48 * 1024 * 1024
const idLimit = 64

/**
 * Reads a TRX file (schema `http://microsoft.com/schemas/VisualStudio/TeamTest/2010`), streamed. Outcomes are counted from the results, of data-driven tests
 * from the rows, never from `Counters`. Of a passed test only name, class and duration are kept; texts are cut to 16,384 characters each and 32 million in
 * all. Never throws: what is cut, malformed or refused is `incomplete`. Loggers write the framework into `fileName` (`_host_2026-11-20_18_16_53_net10.0.trx`).
 */
export async function readTrx(
  chunks: AsyncIterable<Uint8Array>,
  fileName = '',
  resultLimit = 250_000,
): Promise<TestRun> {
  const reader = new TrxReader(resultLimit)
  const end = await readXml(chunks, reader)
  return reader.finish(end, fileName)
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
  /** The id of each result's test, by which its class is found, which VSTest writes behind all results. */
  readonly #testIds: string[] = []
  /** By the test's id. */
  readonly #classes = new Map<string, string>()
  /** One string for all equal ones: 100,000 tests have some hundred classes. */
  readonly #classNames = new Map<string, string>()
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
  #startedAt: number | undefined

  constructor(resultLimit: number) {
    this.#resultLimit = resultLimit
  }

  open(name: string, attributes: XmlAttributes): number | undefined {
    if (this.#root === '') this.#root = name
    if (resultElements.has(name)) this.#openResult(attributes)
    else if (name === 'UnitTest') {
      this.#definition = (attributes.get('id') ?? '').slice(0, idLimit)
      this.#storage = attributes.get('storage') ?? ''
    } else if (name === 'TestMethod') this.#define(attributes)
    else if (name === 'ErrorInfo') this.#inErrorInfo = true
    else if (name === 'Times') this.#takeTimes(attributes.get('start'), attributes.get('finish'))
    else if (name === 'ResultSummary') this.#troubles.takeOutcome(attributes.get('outcome') ?? '')
    else if (name === 'RunInfo') this.#runInfo = attributes.get('outcome') ?? 'Error'
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
    const isForeign = this.#root !== '' && this.#root !== 'TestRun'
    if (isForeign) this.#troubles.add(`The file is no TRX: its root is <${cutText(this.#root, 100)}>.`)
    const { errors, isAborted, assembly } = this.#troubles.finish(describeEnd(end), this.#counts.failed)
    if (this.#assemblies.size === 0 && assembly !== undefined) this.#assemblies.add(assembly)
    const paths = [...this.#assemblies]
    return {
      source: 'trx',
      project: projectOf(paths),
      results: this.#withClasses(),
      counts: this.#counts,
      errors,
      aborted: isAborted,
      incomplete: end.kind !== 'complete' || isForeign,
      framework: frameworkOf(paths, fileName),
      durationMs: this.#durationMs,
      startedAt: this.#startedAt,
      assembly: paths[0],
    }
  }

  #takeTimes(start: string | undefined, finish: string | undefined): void {
    this.#durationMs = spanBetween(start, finish)
    const startedAt = Date.parse(start ?? '')
    if (Number.isFinite(startedAt)) this.#startedAt = startedAt
  }

  #openResult(attributes: XmlAttributes): void {
    // VSTest leaves the outcome out where it is Error, the first of its enumeration (TrxLogger/ObjectModel/TestResult.cs).
    const outcome = outcomeOf(attributes.get('outcome') ?? 'Error')
    if (attributes.get('outcome') === 'PassedButRunAborted') this.#troubles.isAborted = true
    const name = cutText(attributes.get('testName') ?? '', nameLimit)
    const durationMs = parseSpan(attributes.get('duration') ?? '')
    const testId = (attributes.get('testId') ?? '').slice(0, idLimit)
    this.#open.push({ result: { name, outcome, durationMs }, testId, rows: 0, failedRows: 0 })
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
    result.name = detached(result.name)
    this.#results.push(result)
    this.#testIds.push(detached(testId))
  }

  #define(attributes: XmlAttributes): void {
    const path = attributes.get('codeBase') ?? this.#storage
    if (path !== '' && this.#assemblies.size < 100 && !this.#assemblies.has(path)) {
      this.#assemblies.add(detached(path))
    }
    this.#defineClass(attributes.get('className') ?? '')
  }

  #defineClass(written: string): void {
    if (written === '' || this.#definition === '' || this.#classes.size >= this.#resultLimit) return
    // Older adapters write the class with its assembly: "Shop.Tests.OrderTests, Shop.Tests, Version=…".
    const name = cutText(written.split(',', 1)[0] ?? '', nameLimit)
    let className = this.#classNames.get(name)
    if (className === undefined) {
      if (!this.#canKeep(name.length)) return
      className = detached(name)
      this.#classNames.set(className, className)
    }
    this.#classes.set(detached(this.#definition), className)
  }

  #canKeep(length: number): boolean {
    this.#spentOnNames += length
    return this.#spentOnNames <= nameBudget
  }

  #withClasses(): TestResult[] {
    return this.#results.map((result, index) => {
      const className = this.#classes.get(this.#testIds[index] ?? '')
      return className === undefined ? result : { ...result, className }
    })
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
