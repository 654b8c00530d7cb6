import { tellsOfAbort } from '../log/abort-messages.ts'
import { isAbortedRun, isBadRun } from './trx-outcomes.ts'

const errorLimit = 100

/** Collects what a TRX says of the run itself: its outcome and its `RunInfo` texts. */
export class RunTroubles {
  /** At most 100, each once. */
  readonly errors: string[] = []
  /** The run crashed, hung or was stopped. */
  isAborted = false
  /** Path of the assembly that a text names: the only place that has it where there are no results. */
  assembly: string | undefined
  #hasFailed = false

  /** Takes the outcome of the `ResultSummary`. */
  takeOutcome(outcome: string): void {
    this.#hasFailed = isBadRun(outcome)
    if (isAbortedRun(outcome)) this.isAborted = true
  }

  /** Takes a `RunInfo`: its text is kept if it is an error, or tells of an abort. */
  takeInfo(outcome: string, text: string): void {
    const words = infoWords(text)
    if (words === undefined) return
    const isAbort = words.split('\n', 5).some(tellsOfAbort)
    if (isAbort) this.isAborted = true
    if (isAbort || isBadRun(outcome)) this.add(words)
    this.assembly ??= /(?:\/|[A-Za-z]:\\)[^"'<>|]{1,1000}?\.(?:dll|exe)/.exec(words.slice(0, 4096))?.[0]
  }

  /** Adds an error of the file. */
  add(text: string): void {
    if (this.errors.length < errorLimit && !this.errors.includes(text)) this.errors.push(text)
  }

  /** Ends the collection; a run that is marked as failed and nothing says why is told of, too. */
  finish(problem: string | undefined, failedResults: number): this {
    if (problem !== undefined) this.add(problem)
    if (this.#hasFailed && failedResults === 0 && this.errors.length === 0) {
      this.add('The run is marked as failed, but none of its results is.')
    }
    return this
  }
}

/** The text without the clock of xunit's adapter; undefined for its lines on single results, which those tell better. */
function infoWords(text: string): string | undefined {
  const words = text.replace(/^\[xUnit\.net \d{1,3}:\d\d:\d\d\.\d{1,7}\] */, '').trim()
  return words === '' || / \[(?:FAIL|SKIP|NOT RUN)\]$/.test(words) ? undefined : words
}
