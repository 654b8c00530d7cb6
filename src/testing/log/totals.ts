import type { Findings, FoundRun } from './log-findings.ts'
import {
  addCounts,
  countResults,
  noCounts,
  type Counts,
  type TestResult,
  type TestRun,
} from '../results/test-results.ts'

/** A run of a log of which nothing is known yet. */
export function emptyRun(project: string): TestRun {
  return {
    source: 'log',
    project,
    results: [],
    counts: { ...noCounts },
    errors: [],
    aborted: false,
    incomplete: false,
  }
}

/**
 * Spreads counts over several projects, which is all that some modes print: each project gets what the log lists of it. The
 * rest goes to the only one that can have it, or into runs without a name, which are given back, so that the sum stays true.
 */
export function spreadTotals(findings: Findings, resultsOf: (run: FoundRun) => TestResult[]): TestRun[] {
  const rests: TestRun[] = []
  let since = -1
  for (const { line, counts } of findings.totals) {
    const scope = runsBetween(findings.runs, since, line)
    since = line
    for (const run of scope) {
      run.counts = countResults(resultsOf(run))
      run.endedAt ??= line
    }
    const rest = scope.reduce((left, run) => subtract(left, run.counts ?? noCounts), counts)
    if (rest.total === 0) continue
    const begun = scope.filter(({ startedAt }) => startedAt !== undefined)
    const only = scope.length === 1 ? scope[0] : begun.length === 1 ? begun[0] : undefined
    if (only?.counts !== undefined) only.counts = addCounts(only.counts, rest)
    else rests.push({ ...emptyRun(''), counts: rest })
  }
  return rests
}

function runsBetween(runs: readonly FoundRun[], after: number, until: number): FoundRun[] {
  return runs.filter(({ counts, endedAt, startedAt }) => {
    const line = endedAt ?? startedAt ?? -1
    return counts === undefined && line > after && line <= until
  })
}

function subtract(a: Counts, b: Counts): Counts {
  const passed = Math.max(0, a.passed - b.passed)
  const failed = Math.max(0, a.failed - b.failed)
  const skipped = Math.max(0, a.skipped - b.skipped)
  return { total: passed + failed + skipped, passed, failed, skipped }
}

/**
 * Brings what a log counts and lists together. Bare names beyond the counts only looked like a result, and go; a listed failure with a message or a stack
 * stays, and so does a skip: VSTest lists inconclusive tests as skipped and leaves them out of its counts.
 */
export function agree(
  counted: Counts | undefined,
  listed: readonly TestResult[],
): { counts: Counts; results: TestResult[] } {
  const all = countResults(listed)
  if (counted === undefined) return { counts: all, results: [...listed] }
  const isBare = ({ outcome, message, stack }: TestResult) =>
    outcome !== 'skipped' && message === undefined && stack === undefined
  const left = {
    passed: all.passed - counted.passed,
    failed: all.failed - counted.failed,
    skipped: 0,
  }
  const results = listed.filter((result) => {
    if (left[result.outcome] <= 0 || !isBare(result)) return true
    left[result.outcome] -= 1
    return false
  })
  const kept = countResults(results)
  const failed = Math.max(counted.failed, kept.failed)
  const skipped = Math.max(counted.skipped, kept.skipped)
  const passed = counted.passed
  return { counts: { passed, failed, skipped, total: passed + failed + skipped }, results }
}
