import { dedent, RunnerReader, Section } from '../log-findings.ts'
import type { TestResult } from '../../results/test-results.ts'
import { countsOf } from '../summary.ts'

/** `[19:49:23 ERR] cart.costs failed in 00:00:00.46.` of Expecto, `2) Failed : Shop.CartTests.Costs` of NUnitLite. */
const failed =
  /^(?:\[[\d:]+ ERR\] (.{1,500}) (?:failed|errored) in [\d:.]+\.\s*|\d{1,5}\) (?:Failed|Error) : (\S.{0,500}))$/
/** What is behind it is no more of a result: another line of a logger, NUnitLite's next part, the log's own end. */
const ends = /^(?:\[[\d:]+ [A-Z]{3}\] |\d{1,5}\) |Test Run Summary$|Run Settings$)/
const atCode = /^\s*at \S.*\)(?: in .*)?/

/** Reads test programs that say what they found in one line of counts: Expecto, NUnitLite, NUnit's console, Fixie. */
export class ProgramReader extends RunnerReader {
  #result: TestResult | undefined
  #line = 0
  #message = new Section('message')
  #stack = new Section('stack')

  get isOpen(): boolean {
    return this.#result !== undefined
  }

  begin(line: string): boolean {
    const name = failed.exec(line.slice(0, 1000))
    const counts = name === null ? parseCounts(line) : undefined
    if (name === null && counts === undefined) return false
    this.close()
    if (counts === undefined) {
      this.#result = { name: name?.[1] ?? name?.[2] ?? '', outcome: 'failed' }
      this.#line = this.findings.line
      this.#message = new Section('message')
      this.#stack = new Section('stack')
      return true
    }
    const run = this.findings.openRun('', undefined, true)
    Object.assign(run, { counts, endedAt: this.findings.line })
    return true
  }

  continue(line: string): boolean {
    if (this.#result === undefined) return false
    if (ends.test(line)) {
      this.close()
      return false
    }
    const text = line.replace(/ <Expecto>$/, '')
    const part = atCode.test(text) ? this.#stack : this.#message
    part.add(text)
    return true
  }

  close(): void {
    const result = this.#result
    this.#result = undefined
    if (result === undefined) return
    result.message = dedent(this.#message.lines, 0)
    result.stack = dedent(this.#stack.lines, 0)
    this.findings.addResult({ result, line: this.#line })
  }
}

/**
 * Reads counts that stand in one line: `EXPECTO! 2 tests run in 00:00:00.63 for cart – 1 passed, 0 ignored, 1 failed, 0 errored.`,
 * `Test Count: 3, Passed: 2, Failed: 1, Warnings: 0, Inconclusive: 0, Skipped: 0`, `3 passed, 1 failed, took 0.53 seconds`.
 */
function parseCounts(line: string): ReturnType<typeof countsOf> | undefined {
  const text = line.length > 500 ? '' : line
  const nunit = /^\s*Test Count: (\d{1,9}), Passed: (\d{1,9}), Failed: (\d{1,9}), /.exec(text)
  if (nunit !== null) return countsOf(Number(nunit[1]), Number(nunit[2]), Number(nunit[3]))
  const list =
    /(?:^\[[\d:]+ INF\] EXPECTO! .* \S |^)((?:\d{1,9} [a-z]+, )+(?:\d{1,9} errored\.|took [\d.]+ seconds$))/.exec(
      text,
    )?.[1]
  if (list === undefined) return undefined
  const numberOf = (word: string): number => Number(new RegExp(`(\\d+) ${word}\\b`).exec(list)?.[1] ?? 0)
  const [passed, bad] = [numberOf('passed'), numberOf('failed') + numberOf('errored')]
  return countsOf(passed + bad + numberOf('ignored') + numberOf('skipped'), passed, bad)
}
