import { CompilerMessages, type CompilerMessage } from '../compiler-messages.ts'
import { Findings } from './log-findings.ts'
import { resolveRuns } from './runs.ts'
import { SignsReader, type LogSigns } from './trouble-signs.ts'
import { TotalsReader, type Totals } from './summary.ts'
import { TerminalReader } from './runners/terminal-logger.ts'
import { TestingPlatformReader } from './runners/testing-platform.ts'
import { ProgramReader } from './runners/test-programs.ts'
import { plainLines } from './text.ts'
import { VstestReader } from './runners/vstest.ts'
import { XunitReader } from './runners/xunit.ts'
import type { TestRun } from '../results/test-results.ts'

/** What the console output of a test step tells. */
export interface ConsoleLog {
  runs: TestRun[]
  /** Errors and warnings of the compiler, MSBuild and NuGet, each once, at most 1,000; no errors of a project that was built after them. */
  compilerMessages: CompilerMessage[]
  signs: LogSigns
}

/**
 * Reads what test commands print: VSTest, Microsoft.Testing.Platform, MSBuild's console and terminal loggers, xunit's own runner, mixed as they come, in any
 * language of the SDK. Never throws; memory is bounded (10,000 results, 32 million characters of their texts, lines of 16,384 characters).
 */
export function readConsoleLog(lines: Iterable<string>): ConsoleLog {
  const reader = new ConsoleReader()
  for (const raw of lines) for (const line of plainLines(raw)) reader.take(line)
  return reader.finish()
}

class ConsoleReader {
  readonly #findings = new Findings()
  readonly #signs = new SignsReader(this.#findings)
  readonly #messages = new CompilerMessages()
  readonly #totals = new TotalsReader()
  readonly #xunit = new XunitReader(this.#findings)
  readonly #platform = new TestingPlatformReader(this.#findings)
  readonly #vstest = new VstestReader(this.#findings)
  readonly #readers = [
    this.#vstest,
    this.#platform,
    new TerminalReader(this.#findings),
    this.#xunit,
    new ProgramReader(this.#findings),
  ]

  take(line: string): void {
    this.#findings.line += 1
    this.#messages.lookForBuilt(line)
    const announced = XunitReader.withoutPrefix(line)
    if (announced !== undefined) {
      if (!this.#signs.take(announced)) this.#xunit.takeAdapter(announced)
      return
    }
    // What a program printed that failed may look like anything.
    if (this.#platform.quotes(line)) return
    const totals = this.#totals.take(line)
    if (totals !== undefined) this.#apply(totals)
    else if (this.#begin(line) || this.#takeMessage(line) || this.#takeSign(line)) return
    else if (!this.#readers.some((reader) => reader.continue(line)) && !this.#signs.takeCrash(line))
      this.#findings.takeOther(line)
  }

  finish(): ConsoleLog {
    for (const reader of this.#readers) reader.close()
    this.#xunit.closeAll()
    const signs = this.#signs.finish()
    const runs = resolveRuns(this.#findings)
    const compilerMessages = this.#messages.list()
    return { runs, compilerMessages, signs }
  }

  #begin(line: string): boolean {
    const reader = this.#readers.find((candidate) => candidate.begin(line))
    if (reader === undefined) return false
    for (const other of this.#readers) if (other !== reader) other.close()
    this.#signs.close()
    return true
  }

  #takeSign(line: string): boolean {
    if (!this.#signs.take(line)) return false
    for (const reader of this.#readers) reader.close()
    return true
  }

  /** A failed test's message may quote a compiler: inside one, only a line with its project at the margin is believed. */
  #takeMessage(line: string): boolean {
    const inResult = this.#readers.some((reader) => reader.isOpen)
    if (inResult && !/^\S.*proj(?:::[^\]]*)?\]\s*$/.test(line)) return false
    return this.#messages.take(line)
  }

  #apply(totals: Totals): void {
    for (const reader of this.#readers) reader.close()
    const { line, runs } = this.#findings
    const open = runs.filter((run) => run.endedAt === undefined)
    const run =
      totals.kind === 'platform'
        ? this.#platform.summaryRun
        : (open.findLast(({ aborted, stopped }) => !aborted && stopped === undefined) ?? open.at(-1))
    const { failedHeading } = this.#platform
    this.#platform.summaryRun = this.#platform.failedHeading = undefined
    if (run === undefined) {
      this.#findings.totals.push({ line, counts: totals.counts })
      return
    }
    run.counts = totals.counts
    run.endedAt = line
    if (totals.kind === 'unknown' && run.stopped !== undefined) run.aborted = true
    if (failedHeading !== undefined && totals.counts.failed === 0 && run.errors.length === 0)
      run.errors.push(failedHeading)
    if (totals.durationMs !== undefined) run.durationMs = totals.durationMs
  }
}
