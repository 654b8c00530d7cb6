import { dedent, RunnerReader, Section, type FoundRun } from '../log-findings.ts'
import { parseTerminalSummary } from '../summary.ts'
import { readDuration, sameSpaces } from '../text.ts'
import { detailHeadings } from '../localized-words.ts'
import type { TestResult } from '../../results/test-results.ts'

/** Reads what MSBuild's terminal logger prints of VSTest: a line per project, its failed tests as errors `TESTERROR`, one line of counts over all projects. */
export class TerminalReader extends RunnerReader {
  #run: FoundRun | undefined
  #block: Section | undefined
  #line = 0

  get isOpen(): boolean {
    return this.#block !== undefined
  }

  begin(line: string): boolean {
    return this.#project(line) || this.#failure(line) || this.#summary(line)
  }

  continue(line: string): boolean {
    if (this.#block === undefined) return false
    if (/^ {6}/.test(line) || line === '') {
      this.#block.add(line)
      return true
    }
    this.close()
    return false
  }

  close(): void {
    const block = this.#block
    this.#block = undefined
    const result = block && parseFailure(dedent(block.lines, 6))
    if (result !== undefined) this.findings.addResult({ result, line: this.#line, run: this.#run })
  }

  #project(line: string): boolean {
    if (!line.startsWith('  ') || line.length > 1000) return false
    const found = /^ {2}(\S{1,300}) (test )?(net[\w.-]{1,40}) +\S.{0,80}?\((\d{1,7}[.,]\d{1,3})s\)$/.exec(
      line,
    )
    if (found === null) return false
    const [, name = '', test, framework, seconds = ''] = found
    if (test === undefined && !/\bTesting \(/.test(line)) return false
    this.close()
    const run = this.findings.openRun(name, framework)
    run.startedAt ??= this.findings.line
    if (test === undefined) return true
    run.endedAt = this.findings.line
    run.durationMs = Math.round(Number(seconds.replace(',', '.')) * 1000)
    this.#run = run
    return true
  }

  #failure(line: string): boolean {
    const at = line.search(/: error (?:TESTERROR|test failed)\s?:/)
    if (at < 0) return false
    this.close()
    this.#block = new Section('failure')
    this.#line = this.findings.line
    const text = line.slice(line.indexOf(':', at + 2) + 1).trim()
    if (text !== '') this.#block.add(text)
    return true
  }

  #summary(line: string): boolean {
    const counts = parseTerminalSummary(line)
    if (counts === undefined) return false
    this.close()
    this.findings.totals.push({ line: this.findings.line, counts })
    return true
  }
}

/** `Name (8ms): Error Message: text`, more lines of the message, `Stack Trace:`, its frames. */
function parseFailure(text: string): TestResult | undefined {
  const lines = text.split('\n')
  const first = lines[0] ?? ''
  for (const found of first.matchAll(/ \((<? ?\d[\d.,dhms ]{0,30})\): ?/g)) {
    const durationMs = readDuration(found[1] ?? '')
    if (durationMs === undefined) continue
    const rest = [first.slice(found.index + found[0].length), ...lines.slice(1)]
    const heading = detailHeadings.message.find((word) => sameSpaces(rest[0] ?? '').startsWith(word))
    if (heading !== undefined) rest[0] = (rest[0] ?? '').slice(heading.length).trim()
    const at = rest.findIndex((line) => detailHeadings.stack.includes(sameSpaces(line)))
    const message = (at < 0 ? rest : rest.slice(0, at)).join('\n').trim()
    const frames = at < 0 ? [] : rest.slice(at + 1)
    const stack = frames.join('\n').trimEnd()
    return { name: first.slice(0, found.index), outcome: 'failed', durationMs, message, stack }
  }
  return undefined
}
