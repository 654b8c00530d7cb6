import { dedent, RunnerReader, Section } from '../log-findings.ts'
import { parseXunitSummary } from '../summary.ts'
import { cutText } from '../../../shared/text.ts'
import type { TestResult } from '../../results/test-results.ts'

const adapterPrefix = /^\[xUnit\.net \d{1,3}:\d\d:\d\d\.\d{1,7}\] ?/

/** Reads xunit's own lines, in English always: `    Name [FAIL]` with details below, behind `[xUnit.net 00:00:01.17]` of its adapter or bare from its runner. */
export class XunitReader extends RunnerReader {
  #result: TestResult | undefined
  #adapter = false
  #line = 0
  #sections: Section[] = []
  /** The errors of a run, the last of which goes on in the lines that follow. */
  #failed: string[] | undefined

  get isOpen(): boolean {
    return this.#result !== undefined && !this.#adapter
  }

  /** The line without the adapter's prefix; undefined where it has none. */
  static withoutPrefix(line: string): string | undefined {
    return line.startsWith('[xUnit.net ') ? line.replace(adapterPrefix, '') : undefined
  }

  /** Takes a line of the adapter, without its prefix; they stand between other lines and end nothing of them. */
  takeAdapter(text: string): void {
    if (this.#beginResult(text, true) || this.#failure(text)) return
    if (this.#adapter) this.#detail(text)
  }

  begin(line: string): boolean {
    if (this.#beginResult(line, false)) return true
    if (!this.#failure(line) && !this.#runner(line)) return false
    this.close()
    return true
  }

  continue(line: string): boolean {
    return !this.#adapter && this.#detail(line)
  }

  close(): void {
    if (!this.#adapter) this.closeAll()
  }

  /** Ends the open result, wherever it came from. */
  closeAll(): void {
    const result = this.#result
    this.#result = undefined
    if (result === undefined) return
    for (const { heading, lines } of this.#sections) {
      if (heading === 'stack') result.stack = dedent(lines, 8)
      else if (heading === 'message') result.message = dedent(lines, 6)
      else if (result.outcome === 'failed') result.stdout = dedent(lines, 8)
    }
    this.findings.addResult({ result, line: this.#line }, this.findings.announced)
  }

  #beginResult(text: string, adapter: boolean): boolean {
    const found = /^ {4}(\S.*) \[(FAIL|SKIP|NOT RUN)\]$/.exec(text)
    if (found?.[1] === undefined) return false
    this.closeAll()
    this.#result = { name: found[1], outcome: found[2] === 'FAIL' ? 'failed' : 'skipped' }
    this.#adapter = adapter
    this.#line = this.findings.line
    this.#sections = [new Section('message')]
    return true
  }

  /** `    [Test Class Cleanup Failure (Shop.Tests.CartTests)] System.Exception`: nothing that a test can be blamed for. */
  #failure(line: string): boolean {
    const found = /^ {4}\[([A-Z][A-Za-z ]{1,60} Failure(?: \(.{1,300}\))?)\](?: (.*))?$/.exec(
      line.slice(0, 600),
    )
    if (found?.[1] === undefined) return false
    this.closeAll()
    const words = `${found[1]}: ${found[2] ?? ''}`.replace(/: $/, '')
    this.#failed = this.findings.currentRun()?.errors
    this.#failed?.push(words)
    return true
  }

  #detail(text: string): boolean {
    if (this.#failed !== undefined && /^ {6}(?!Stack Trace:)/.test(text)) {
      this.#failed.push(cutText(`${this.#failed.pop() ?? ''}\n${text.trim()}`))
      return true
    }
    this.#failed = undefined
    if (this.#result === undefined) return false
    if (!text.startsWith('      ')) {
      this.closeAll()
      return false
    }
    const heading = { '      Stack Trace:': 'stack', '      Output:': 'stdout' }[text]
    if (heading !== undefined) this.#sections.push(new Section(heading))
    else this.#sections.at(-1)?.add(text)
    return true
  }

  #runner(line: string): boolean {
    const started = /^ {2}Starting: {4}(\S[^()]{0,300}?)(?: \(|$)/.exec(line.slice(0, 400))?.[1]
    if (started !== undefined) {
      this.findings.openRun(started, undefined).startedAt ??= this.findings.line
      return true
    }
    const summary = parseXunitSummary(line)
    if (summary === undefined) return false
    const run = this.findings.openRun(summary.assembly, undefined, true)
    run.endedAt = this.findings.line
    run.counts = summary.counts
    run.durationMs = summary.durationMs
    if (summary.errors > 0 && run.errors.length === 0)
      run.errors.push(`${summary.errors} errors outside of a test`)
    return true
  }
}
