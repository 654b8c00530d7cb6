import { assemblyName, shortFramework } from '../log/text.ts'
import type { Outcome } from '../results/test-results.ts'
import { tellsOfAbort, tellsOfNoTest, wordLines } from '../log/sign-lines.ts'

/** Milliseconds of a .NET time span such as `00:00:00.0124506` or `1.02:03:04`; undefined for anything else. */
export function parseSpan(text: string): number | undefined {
  const parts = /^(?:(\d{1,6})\.)?(\d{1,3}):(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)$/.exec(text)
  if (parts === null) return undefined
  const [days, hours, minutes, seconds] = parts.slice(1).map((part: string | undefined) => Number(part ?? 0))
  return Math.round(
    (((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000,
  )
}

/** Milliseconds between two times of a `Times` element; undefined where one is missing or they stand the wrong way round. */
export function spanBetween(start: string | undefined, finish: string | undefined): number | undefined {
  const span = Date.parse(finish ?? '') - Date.parse(start ?? '')
  return Number.isFinite(span) && span >= 0 ? span : undefined
}

/** Names of the assemblies at some paths, without repeats; usually one. */
export function projectOf(paths: readonly string[]): string {
  const names = [...new Set(paths.map(assemblyName))]
  return names.length > 3 ? `${names.slice(0, 3).join(', ')}, …` : names.join(', ')
}

/** Short name of the framework: by the folder of an assembly (`bin/Debug/net10.0/`), else the end of the file's name (`_net10.0_20261120181824.trx`). */
export function frameworkOf(paths: readonly string[], fileName: string): string | undefined {
  for (const path of paths) {
    const folder = path.split(/[/\\]/).findLast((part) => /^net(?:coreapp|standard)?\d/.test(part))
    if (folder !== undefined) return shortFramework(folder)
  }
  const ending = /_(net(?:coreapp|standard)?\d[\w.-]{0,40}?)(?:_\d{14})?(?:\[\d+\])?\.trx$/i.exec(
    fileName.slice(-200),
  )
  return ending?.[1]
}

const passed = new Set(['Passed', 'PassedButRunAborted', 'Warning', 'Completed'])
/** `NotRunnable` is what xunit's own report has for a test that was not asked for (`Explicit`). */
const skipped = new Set(['NotExecuted', 'NotRunnable', 'Inconclusive', 'Pending', 'Skipped'])
/** Outcomes of a `ResultSummary` of a run that did not come to its end; bad ones of it, and of a `RunInfo`. */
const runAborted = new Set([
  'Aborted',
  'Error',
  'Timeout',
  'Disconnected',
  'InProgress',
  'PassedButRunAborted',
])
const runErrors = new Set([...runAborted, 'Failed'])

/** What an outcome of a TRX result (`TestOutcome` of its schema) comes to; any word that we don't know is a failure. */
export function outcomeOf(word: string): Outcome {
  if (passed.has(word)) return 'passed'
  return skipped.has(word) ? 'skipped' : 'failed'
}

const errorLimit = 100
/** Of a run that is marked as failed where nothing in its file says why. */
export const markedAsFailed = 'The run is marked as failed, but none of its results is.'

/** Collects what a TRX says of the run itself: its outcome and its `RunInfo` texts. */
export class RunTroubles {
  /** At most 100, each once. */
  readonly errors: string[] = []
  /** The run crashed, hung or was stopped. */
  isAborted = false
  /** Path of the assembly that a text names: the only place that has it where there are no results. */
  assembly: string | undefined
  #hasFailed = false
  #foundNone = false

  /** Takes the outcome of the `ResultSummary`. */
  takeOutcome(outcome: string): void {
    this.#hasFailed = runErrors.has(outcome)
    if (runAborted.has(outcome)) this.isAborted = true
  }

  /** Takes a `RunInfo`: its text is kept if it is an error, or tells of an abort. */
  takeInfo(outcome: string, text: string): void {
    const words = infoWords(text)
    if (words === undefined) return
    const isAbort = words.split('\n', 5).some(tellsOfAbort)
    if (isAbort) this.isAborted = true
    if (isAbort || runErrors.has(outcome)) this.add(words.split('\n', wordLines).join('\n'))
    if (tellsOfNoTest(words)) this.#foundNone = true
    this.assembly ??= /(?:\/|[A-Za-z]:\\)[^"'<>|]{1,1000}?\.(?:dll|exe)/.exec(words.slice(0, 4096))?.[0]
  }

  /** Adds an error of the file. */
  add(text: string): void {
    if (this.errors.length < errorLimit && !this.errors.includes(text)) this.errors.push(text)
  }

  /** Ends the collection; a run that is marked as failed and nothing says why is told of, too: it may be one that found no test. */
  finish(problem: string | undefined, failedResults: number): this {
    if (problem !== undefined) this.add(problem)
    if (this.#hasFailed && !this.#foundNone && failedResults === 0 && this.errors.length === 0)
      this.add(markedAsFailed)
    return this
  }
}

/** The text without the clock of xunit's adapter; undefined for its lines on single results, which those tell better. */
function infoWords(text: string): string | undefined {
  const words = text
    .replace(/^\[xUnit\.net \d{1,3}:\d\d:\d\d\.\d{1,7}\] */, '')
    // As the log's reader writes it, so that both are one.
    .replace(/^\[([A-Z][A-Za-z ]{1,60} Failure(?: \(.{1,300}\))?)\] /, '$1: ')
    .trim()
  return words === '' || / \[(?:FAIL|SKIP|NOT RUN)\]$/.test(words) ? undefined : words
}
