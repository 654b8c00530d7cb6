import type { Findings, FoundRun } from './log-findings.ts'
import { sameSpaces } from './text.ts'
import { cutText } from '../../shared/text.ts'
import {
  crashes,
  failedTask,
  fixtureFailure,
  platformExit,
  readFailedStart,
  tellsOfAbort,
  tellsOfNoTest,
  tooFewTests,
  wholeAborts,
  wordLines,
} from './sign-lines.ts'

/** What a log says besides results, in the SDK's languages; the words of the blame collector and of .NET's host are English only. */
export interface LogSigns {
  /** The log says of a project, a filter or the whole that there was nothing to run, or only listed the tests. */
  noTests: boolean
  /** A run crashed, hung, was stopped or could not start; its words are in its `errors`, or in `errors` here. */
  aborted: boolean
  /** Names of the tests that ran when the host died or was stopped. */
  hangingTests: string[]
  /** Errors that belong to no run. */
  errors: string[]
  /** Words of a shell or of .NET on a command that they could not start. */
  notStarted: string[]
}

const errorLimit = 50

/** Collects the signs of a log, and gives the words of a crash to the run that they most likely belong to. */
export class SignsReader {
  readonly #findings: Findings
  readonly signs: LogSigns = {
    noTests: false,
    aborted: false,
    hangingTests: [],
    errors: [],
    notStarted: [],
  }
  /** Words, and where they go: without a place to the next run that ends behind their line. */
  readonly #targets: [words: string[], target: string[] | undefined, line: number][] = []
  /** Words of a process that died, which may as well be a child of a test that passed. */
  readonly #crashes: string[][] = []
  #collecting: string[] | undefined
  #naming = false
  /** Words that say that a run failed, and neither which nor why. */
  #failed: string | undefined

  constructor(findings: Findings) {
    this.#findings = findings
  }

  /** Takes a line that tells of an abort, or that continues one; says whether it did. */
  take(line: string): boolean {
    const text = sameSpaces(line.slice(0, 2000))
    this.#look(text)
    if (tellsOfAbort(text)) {
      this.#abort(text.trim())
      return true
    }
    if (/^The tests? running when the crash occurred:/.test(text)) {
      this.#naming = true
      this.#collecting = undefined
      return true
    }
    if (this.#naming) return this.#name(text)
    if (this.#unexpected(text)) return true
    const isFixture = fixtureFailure.test(text)
    const failedStart = readFailedStart(text)
    if (isFixture || failedStart !== undefined) {
      this.#collecting = [text]
      // A program says only with its numbers what it is.
      this.#push(isFixture ? this.#findings.currentRun()?.errors : this.signs.notStarted, this.#collecting)
      if (failedStart === 'whole') this.#collecting = undefined
      return true
    }
    return this.#continue(text)
  }

  /** Takes a line that nobody else wants and that tells of a process that died. */
  takeCrash(line: string): boolean {
    if (!crashes.test(line)) return false
    this.#collecting = [line]
    if (this.#crashes.length < errorLimit) this.#crashes.push(this.#collecting)
    return true
  }

  /** Ends the words that are being collected. */
  close(): void {
    this.#collecting = undefined
    this.#naming = false
  }

  /** Hands the collected words out; crash words only where a run did not come to its end, or no run is known. */
  finish(): LogSigns {
    const { runs, totals, results } = this.#findings
    const { signs } = this
    for (const run of runs) settleStopped(run)
    for (const [words, told, line] of this.#targets) {
      const target = told ?? runs.find(({ endedAt = 0 }) => endedAt > line)?.errors
      if (words.length > 0) target?.push(join(words))
    }
    const unfinished = runs.filter((run) => run.endedAt === undefined)
    const finished = runs.length > unfinished.length || totals.length > 0
    for (const words of this.#crashes) {
      const of = unfinished.at(-1) ?? (finished ? undefined : signs)
      if (of === undefined) continue
      of.aborted = true
      of.errors.push(join(words))
    }
    if (runs.some((run) => run.aborted)) signs.aborted = true
    const isTold =
      signs.aborted ||
      runs.some(
        ({ errors, counts, exitCode = 0 }) => errors.length > 0 || (counts?.failed ?? 0) > 0 || exitCode > 0,
      ) ||
      totals.some(({ counts }) => counts.failed > 0) ||
      results.some(({ result }) => result.outcome === 'failed')
    if (this.#failed !== undefined && !isTold) {
      signs.aborted = true
      signs.errors.push(this.#failed)
    }
    return signs
  }

  #push(target: string[] | undefined, words: string[]): void {
    if (this.#targets.length < errorLimit) this.#targets.push([words, target, this.#findings.line])
  }

  #look(text: string): void {
    if (tellsOfNoTest(text)) {
      this.signs.noTests = true
      // "No test is available in /src/X.dll": this run is over, without counts.
      const open = this.#findings.runs.filter(({ endedAt }) => endedAt === undefined)
      const run = open.find(({ assembly }) => text.includes(assembly)) ?? open.at(-1)
      if (run !== undefined) run.endedAt = this.#findings.line
    }
    const code = platformExit.exec(text.slice(0, 300))?.[1]
    if (code === '8') this.signs.noTests = true
    else if (code === '9') this.#failed ??= tooFewTests
    else if (code !== undefined || failedTask.test(text)) this.#failed ??= text.trim()
  }

  /** `dotnet test` of the platform names the program whose end it did not expect, and goes on with why. */
  #unexpected(text: string): boolean {
    if (!text.includes("RunCommand '")) return false
    const isOf = ({ assembly }: FoundRun): boolean => {
      const path = assembly.replace(/\.dll$/, '')
      return path.includes('/') && (text.includes(`${path}'`) || text.includes(`${path}.dll`))
    }
    const run = this.#findings.runs.findLast(isOf)
    if (run !== undefined) run.aborted = true
    this.signs.aborted = true
    this.#collecting = []
    this.#push(run?.errors ?? this.signs.errors, this.#collecting)
    return true
  }

  #abort(text: string): void {
    this.#naming = false
    const isWhole = wholeAborts.has(text)
    const run: FoundRun | undefined = this.#findings.currentRun()
    // `dotnet vstest` of several assemblies says behind the last of them what became of one.
    if (isWhole && this.#targets.some(([, target]) => target === this.signs.errors)) return
    const words = [text]
    this.#push(run?.errors ?? this.signs.errors, words)
    this.#collecting = isWhole ? undefined : words
    if (isWhole && run !== undefined) run.stopped ??= { line: this.#findings.line, words }
    else if (run === undefined) this.signs.aborted = true
    else run.aborted = true
  }

  #name(text: string): boolean {
    if (text === '') {
      this.#naming = false
      return false
    }
    if (this.signs.hangingTests.length < errorLimit) this.signs.hangingTests.push(cutText(text.trim(), 1000))
    return true
  }

  #continue(text: string): boolean {
    if (this.#collecting === undefined) return false
    if (text.trim() === '') {
      if (this.#collecting.length > 0) this.#collecting = undefined
      return false
    }
    if (this.#collecting.length < wordLines) this.#collecting.push(cutText(text, 1000))
    return true
  }
}

/** VSTest's last words of a run that was stopped; where the run goes on to its numbers, a test printed them. */
function settleStopped(run: FoundRun): void {
  const { stopped, endedAt = 0 } = run
  if (stopped === undefined) return
  if (!run.aborted && endedAt > stopped.line) stopped.words.length = 0
  else run.aborted = true
}

/** How `dotnet test` says that a program ended with 0 before its summary. */
const endedEarly = /^System\.InvalidOperationException: A test session start event was received without /

function join(words: string[]): string {
  return endedEarly.test(words[0] ?? '')
    ? 'its process ended before its tests did'
    : cutText(words.join('\n'))
}
