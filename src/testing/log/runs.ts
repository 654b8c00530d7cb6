import { agree, emptyRun, spreadTotals } from './totals.ts'
import type { Findings, FoundResult, FoundRun } from './log-findings.ts'
import { flakyTest, foldPrinted } from '../results/attempts.ts'
import {
  noCounts,
  type FlakyTest,
  type Counts,
  type TestResult,
  type TestRun,
} from '../results/test-results.ts'
import { groupBy } from '../../shared/group-by.ts'

/** Gives every result to its run; of projects that ran side by side by the source files in its stack, then by its name, then by its order. */
export function resolveRuns(findings: Findings): TestRun[] {
  const board = new Board(findings)
  for (const found of findings.results) if (found.run !== undefined) board.give(found.run, found)
  const loose = findings.results.filter(({ run }) => run === undefined)
  const left = loose.filter((found) => !board.claim(found, isFromFolder))
  // Where runs followed each other, the order is certain, and a namespace may be that of another project.
  const rest = board.interleaved ? left.filter((found) => !board.claim(found, isNamedAfter)) : left
  for (const found of rest) {
    if (!board.claim(found, anyRun)) board.give(board.nextRun(found), found)
  }
  for (const found of board.unmatched(findings.announced)) board.settle(found)
  return board.finish()
}

type Evidence = (run: FoundRun, result: TestResult) => boolean

const isFromFolder: Evidence = ({ assembly }, { stack }) => {
  const bin = assembly.search(/[/\\](?:bin|obj)[/\\]/)
  return bin > 0 && stack !== undefined && stack.includes(assembly.slice(0, bin + 1))
}

const anyRun: Evidence = () => true

const isNamedAfter: Evidence = ({ project }, { name }) => name.startsWith(`${project}.`)

class Board {
  readonly #findings: Findings
  readonly #results = new Map<FoundRun, FoundResult[]>()
  readonly #left = new Map<FoundRun, Counts>()
  readonly #byEnd: FoundRun[]
  #nameless: FoundRun | undefined
  /** A result was certainly not of the run that ended next. */
  interleaved = false

  constructor(findings: Findings) {
    this.#findings = findings
    this.#byEnd = findings.runs
      .filter(({ counts }) => counts !== undefined)
      .sort((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0))
    for (const run of findings.runs) this.#left.set(run, { ...(run.counts ?? noCounts) })
  }

  give(run: FoundRun, found: FoundResult): void {
    const results = this.#results.get(run)
    if (results === undefined) this.#results.set(run, [found])
    else results.push(found)
    const left = this.#left.get(run)
    if (left !== undefined) left[found.result.outcome] -= 1
  }

  /** Gives a result to the next run to end that lacks one like it and that the evidence speaks for. */
  claim(found: FoundResult, evidence: Evidence): boolean {
    const { line, result } = found
    const next = this.#byEnd.filter(({ endedAt = -1 }) => endedAt > line)
    const run = next.find((candidate) => this.#lacks(candidate, result) && evidence(candidate, result))
    if (run === undefined) return false
    if (evidence === isFromFolder && run !== next[0]) this.interleaved = true
    this.give(run, found)
    return true
  }

  /** The run that a result without any evidence goes to: one that never came to its end, else the next to end. */
  nextRun({ line }: FoundResult): FoundRun {
    const { runs } = this.#findings
    return (
      runs.findLast((run) => run.endedAt === undefined && (run.startedAt ?? 0) < line) ??
      runs.find((run) => (run.endedAt ?? -1) > line) ??
      this.#withoutName()
    )
  }

  /** The announced results that no detailed one repeats; what they know more goes into those that do. */
  unmatched(announced: readonly FoundResult[]): FoundResult[] {
    const known = groupBy([...this.#results.values()].flat(), ({ result }) => keyOf(result))
    return announced.filter(({ result }) => {
      const twin = known.get(keyOf(result))?.shift()?.result
      if (twin === undefined) return true
      twin.message ??= result.message
      twin.stack ??= result.stack
      return false
    })
  }

  /** Gives an announced result to a run that lacks one; where every run is complete it was no result. */
  settle(found: FoundResult): void {
    const { runs } = this.#findings
    if (this.claim(found, isNamedAfter) || this.claim(found, anyRun)) return
    const lacking = runs.filter((run) => this.#lacks(run, found.result))
    const run = lacking.find((candidate) => isNamedAfter(candidate, found.result)) ?? lacking[0]
    const isWhole =
      runs.some(({ counts }) => counts !== undefined) && runs.every(({ endedAt }) => endedAt !== undefined)
    if (run !== undefined) this.give(run, found)
    else if (!isWhole) this.give(this.nextRun(found), found)
  }

  finish(): TestRun[] {
    const rests = spreadTotals(this.#findings, (run) => this.#attemptsOf(run).last)
    const found =
      this.#nameless === undefined ? this.#findings.runs : [...this.#findings.runs, this.#nameless]
    return [...found.map((run) => this.#toRun(run)), ...rests]
  }

  /** Of a run that retried its failed tests: what it came to, and what passed in a later attempt. */
  #attemptsOf(found: FoundRun): { last: TestResult[]; flaky: FlakyTest[] } {
    const all = (this.#results.get(found) ?? []).sort((a, b) => a.line - b.line)
    const latest = Math.max(found.attempts ?? 1, ...all.map(({ attempt }) => attempt ?? 1))
    const failed = all.filter(({ result }) => result.outcome === 'failed')
    const tried = failed.filter(({ attempt }) => attempt !== undefined)
    const series = [...groupBy(tried, ({ result }) => result.name).values()]
    // Where the run counts fewer failures than its last attempt has shown, the others have passed after it.
    const counted = (found.counts?.failed ?? failed.length) - (failed.length - tried.length)
    const still = series.flatMap((tries) => tries.filter(({ attempt }) => attempt === latest).slice(0, 1))
    const kept = new Set([
      ...failed.filter((one) => !tried.includes(one)),
      ...still.slice(0, Math.max(0, counted)),
    ])
    const last = all.filter((one) => !failed.includes(one) || kept.has(one)).map(({ result }) => result)
    const flaky = series.flatMap((tries): FlakyTest[] => {
      const [first] = tries
      if (first === undefined || [...kept].some(({ result }) => result.name === first.result.name)) return []
      const outcomes = [...tries.map(({ result }) => result.outcome), 'passed' as const]
      return [flakyTest(found, first.result, outcomes, first.result.message)]
    })
    return { last, flaky }
  }

  #lacks(run: FoundRun, { outcome }: TestResult): boolean {
    return run.counts !== undefined && (this.#left.get(run)?.[outcome] ?? 0) > 0
  }

  #withoutName(): FoundRun {
    this.#nameless ??= { assembly: '', project: '', errors: [], aborted: false }
    return this.#nameless
  }

  #toRun(found: FoundRun): TestRun {
    const { exitCode, errors } = found
    const { last, flaky } = this.#attemptsOf(found)
    const agreed = withoutCleanups(agree(found.counts, last), errors)
    // A run may fail although no test of it does; 8 says that it had none.
    const isBad = exitCode !== undefined && exitCode !== 0 && exitCode !== 8 && agreed.counts.failed === 0
    if (isBad && errors.length === 0) errors.push(`it ended with exit code ${exitCode}`)
    const told: TestRun = {
      ...emptyRun(found.project),
      ...agreed,
      flaky: flaky.length === 0 ? undefined : flaky,
      assembly: found.assembly === '' ? undefined : found.assembly,
      framework: found.framework,
      durationMs: found.durationMs,
      errors,
      aborted: found.aborted,
      incomplete: found.endedAt === undefined,
      ...(found.endedAt === undefined && !found.aborted && { lastLine: found.lastLine }),
    }
    if (found.isOfPlatform !== true) return told
    const run = foldPrinted(told, false)
    return exitCode === undefined && run.counts.failed > 0 ? { ...run, mayHavePassed: true } : run
  }
}

/** xunit 3 calls the teardown of a fixture that failed a failed test on Testing Platform, once for each test that used it. */
function withoutCleanups(
  { counts, results }: Pick<TestRun, 'counts' | 'results'>,
  errors: string[],
): Pick<TestRun, 'counts' | 'results'> {
  const kept = results.filter(({ name, message = '' }) => {
    const kind = /^\[(Test [A-Z]\w+ Cleanup Failure) \(/.exec(name)?.[1]
    const words = `${kind}: ${message}`
    if (kind !== undefined && !errors.includes(words)) errors.push(words)
    return kind === undefined
  })
  const failed = counts.failed - (results.length - kept.length)
  return { counts: { ...counts, failed, total: counts.total - counts.failed + failed }, results: kept }
}

function keyOf({ outcome, name }: TestResult): string {
  return `${outcome} ${name}`
}
