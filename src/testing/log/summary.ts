import { readDuration, sameSpaces, shortFramework } from './text.ts'
import { totalLabels, unknownTotals } from './localized-words.ts'
import { noCounts, type Counts, type Outcome } from '../results/test-results.ts'

/** What a line says of one finished run. */
export interface RunSummary {
  assembly: string
  framework?: string | undefined
  counts: Counts
  durationMs?: number | undefined
}

/**
 * Reads VSTest's last line, `Failed!  - Failed:     3, Passed:     4, Skipped:     1, Total:     8, Duration: 368 ms - Shop.Tests.dll (net10.0)`, in any
 * language, by the order of its numbers. What is neither passed nor failed counts as skipped, also an inconclusive test.
 */
export function parseRunSummary(line: string): RunSummary | undefined {
  if (line.length > 2000 || !/\.(?:dll|exe) \([^()]{1,60}\)\s{0,8}$/i.test(line)) return undefined
  const found =
    /^\D{1,80}(\d{1,9})\D{1,60}(\d{1,9})\D{1,60}(\d{1,9})\D{1,60}(\d{1,9})\D{1,40}?[:：] ?([^:：]*)$/.exec(
      sameSpaces(line),
    )
  if (found === null) return undefined
  const [, failed, passed, , total, tail = ''] = found
  const dash = tail.indexOf(' - ')
  const named = /^(.*\.(?:dll|exe)) \(([^()]*)\)$/i.exec(tail.slice(dash + 3))
  if (dash < 0 || named?.[1] === undefined) return undefined
  return {
    assembly: named[1],
    framework: shortFramework(named[2] ?? ''),
    counts: countsOf(Number(total), Number(passed), Number(failed)),
    durationMs: readDuration(tail.slice(0, dash).trim()),
  }
}

/** Reads the terminal logger's `Test summary: total: 8, failed: 3, succeeded: 4, skipped: 1, duration: 2.4s`: the same numbers in another order, no assembly. */
export function parseTerminalSummary(line: string): Counts | undefined {
  const found =
    /^\S[^\d\n]{1,100}?(\d{1,9})[,;、，]\D{1,40}(\d{1,9})[,;、，]\D{1,40}(\d{1,9})[,;、，]\D{1,40}(\d{1,9})[,;、，]\D{1,40}\d{1,9}[.,]\d{1,3} ?\S{1,3}$/.exec(
      line.length > 400 ? '' : sameSpaces(line),
    )
  if (found === null) return undefined
  const [total, failed, passed, skipped] = found.slice(1).map(Number) as [number, number, number, number]
  return total === failed + passed + skipped ? countsOf(total, passed, failed) : undefined
}

/** Reads the line of xunit's own runner, `   Shop.Tests  Total: 8, Errors: 0, Failed: 3, Skipped: 1, Time: 0.192s`; of no tests, `Total: 0`. */
export function parseXunitSummary(line: string): (RunSummary & { errors: number }) | undefined {
  const found =
    /^\s{1,20}(\S[^:]{0,300}?)\s+Total: {0,9}(\d{1,9}), Errors: {0,9}(\d{1,9}), Failed: {0,9}(\d{1,9}), Skipped: {0,9}(\d{1,9}),(?: Not Run: {0,9}(\d{1,9}),)? Time: {0,9}(\d{1,9}[.,]\d{1,6})s/.exec(
      line.slice(0, 500),
    )
  const none = /^\s{1,20}(\S[^:]{0,300}?)\s+Total: {0,9}0$/.exec(line.slice(0, 500))?.[1]
  if (none !== undefined) return { assembly: none, counts: countsOf(0, 0, 0), durationMs: 0, errors: 0 }
  if (found === null) return undefined
  const [, assembly = '', total, errors, failed, skipped, notRun = '0', time = '0'] = found
  // Explicit tests that were not run are in the total.
  const passed = Number(total) - Number(failed) - Number(skipped) - Number(notRun)
  return {
    assembly,
    counts: countsOf(Number(total), passed, Number(failed)),
    durationMs: Math.round(Number(time.replace(',', '.')) * 1000),
    errors: Number(errors),
  }
}

/** Counts of which the rest is skipped. */
export function countsOf(total: number, passed: number, failed: number): Counts {
  return { total, passed, failed, skipped: Math.max(0, total - passed - failed) }
}

/** Totals that stand in lines of their own; `platform` ones may be over several projects, `unknown` ones are of a run that was stopped. */
export interface Totals {
  kind: 'platform' | 'vstest' | 'unknown'
  counts: Counts
  durationMs?: number | undefined
}

interface NumberLine {
  indent: number
  label: string
  value: number
}

/** Reads totals of a line each, closed by a time: Testing Platform's by their order, VSTest's at verbosity normal, which leaves out zeroes, by their labels. */
export class TotalsReader {
  #lines: NumberLine[] = []

  /** Takes every line of a log; gives the totals at the line that closes them. */
  take(raw: string): Totals | undefined {
    const line = sameSpaces(raw.slice(0, 200))
    const number = /^( {0,12})(\S.{0,60}?) ?[:：] ?(\d{1,9})(?: \(\+\d{1,9} [^()]{1,40}\))?$/.exec(line)
    if (number !== null) {
      this.#lines.push({
        indent: number[1]?.length ?? 0,
        label: number[2] ?? '',
        value: Number(number[3]),
      })
      if (this.#lines.length > 8) this.#lines.shift()
      return undefined
    }
    if (unknownTotals.includes(line)) {
      this.#lines = [{ indent: 0, label: line, value: Number.NaN }]
      return undefined
    }
    const lines = this.#lines
    if (lines.length === 0) return undefined
    this.#lines = []
    const time = /^( {0,2})\S.{0,60}?[:：] ?(\d.{0,40})$/.exec(line)
    if (time === null) return undefined
    const totals = platformTotals(lines, time[1] ?? '', time[2] ?? '') ?? vstestTotals(lines, time[2] ?? '')
    // `flaky: 1 (passed after retry)` stands between the numbers and the time.
    if (totals === undefined) this.#lines = lines
    return totals
  }
}

function platformTotals(lines: NumberLine[], indent: string, time: string): Totals | undefined {
  const durationMs = readDuration(time)
  const four = lines.slice(-4)
  if (durationMs === undefined || indent.length !== 2 || four.some((line) => line.indent !== 2))
    return undefined
  const [total, failed, passed, skipped] = four.map(({ value }) => value)
  if (total === undefined || failed === undefined || passed === undefined || skipped === undefined)
    return undefined
  if (total !== failed + passed + skipped) return undefined
  return { kind: 'platform', counts: countsOf(total, passed, failed), durationMs }
}

function vstestTotals(lines: NumberLine[], time: string): Totals | undefined {
  const seconds = /^(\d{1,9})[.,](\d{4}) \S+$/.exec(time)
  const start = lines.findLastIndex(({ indent }) => indent === 0)
  const total = lines[start]
  if (seconds === null || total === undefined) return undefined
  const parts = lines.slice(start + 1)
  const counts: Counts = { ...noCounts }
  for (const [index, { label, value }] of parts.entries()) {
    const outcomes: Outcome[] = ['passed', 'failed', 'skipped']
    const outcome =
      outcomes.find((name) => totalLabels[name].includes(label)) ??
      (parts.length === 3 ? outcomes[index] : undefined)
    if (outcome !== undefined) counts[outcome] += value
  }
  counts.total = Number.isNaN(total.value) ? counts.passed + counts.failed + counts.skipped : total.value
  counts.skipped = Math.max(0, counts.total - counts.passed - counts.failed)
  return {
    kind: Number.isNaN(total.value) ? 'unknown' : 'vstest',
    counts,
    durationMs: Math.round(Number(`${seconds[1] ?? ''}.${seconds[2] ?? ''}`) * 1000),
  }
}
