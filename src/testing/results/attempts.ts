import {
  countResults,
  fullName,
  type Counts,
  type FlakyTest,
  type Outcome,
  type TestResult,
  type TestRun,
} from './test-results.ts'
import { groupBy } from '../../shared/group-by.ts'

/** Several attempts at the same tests as one run: of each test the last attempt that has it decides. */
export function foldAttempts(attempts: readonly TestRun[]): { run: TestRun; flaky: FlakyTest[] } {
  const [first, ...later] = attempts
  if (first === undefined) throw new Error('There is no attempt.')
  const last = later.at(-1) ?? first
  if (last === first) return { run: first, flaky: [] }
  const byTest = groupBy(
    attempts.flatMap(({ results }) => [...groupBy(results, keyOf).values()]),
    ([result]) => (result === undefined ? '' : keyOf(result)),
  )
  const isWhole = attempts.every(({ results, counts }) => results.length === counts.total)
  const decided = [...byTest.values()].flatMap((tries) => tries.at(-1) ?? [])
  // A log names no passed test: one that failed and isn't named again has passed, where the later attempt came to its end.
  const stillFailed = new Set(last.results.filter(isFailed).map(keyOf))
  const results = isWhole
    ? decided
    : decided.filter((result) => !isFailed(result) || last.incomplete || stillFailed.has(keyOf(result)))
  const flaky = [...byTest.values()].flatMap((tries) => describeFlaky(tries, results, last, isWhole))
  const counts = isWhole ? countResults(results) : countFolded(attempts, last)
  return { run: { ...last, results, counts, errors: last.errors }, flaky }
}

function countFolded(attempts: readonly TestRun[], last: TestRun): Counts {
  const most = attempts.reduce((a, b) => (b.counts.total > a.counts.total ? b : a)).counts
  if (last.counts.total >= most.total) return last.counts
  const { total, skipped } = most
  const { failed } = last.counts
  return { total, failed, skipped, passed: total - failed - skipped }
}

function describeFlaky(
  tries: TestResult[][],
  results: TestResult[],
  last: TestRun,
  isWhole: boolean,
): FlakyTest[] {
  const outcomes = tries.map((one): Outcome =>
    one.some(isFailed) ? 'failed' : (one[0]?.outcome ?? 'skipped'),
  )
  const [sample] = tries[0] ?? []
  if (sample === undefined || !outcomes.includes('failed')) return []
  const failed = tries.flat().find(isFailed)
  const hasPassed =
    outcomes.at(-1) === 'passed' || (!isWhole && !results.some((one) => keyOf(one) === keyOf(sample)))
  if (!hasPassed) return []
  if (outcomes.at(-1) === 'failed') outcomes.push('passed')
  return [flakyTest(last, sample, outcomes, failed?.message)]
}

/** A run on Testing Platform by its log, each test once: MSTest's `[Retry]` prints each failed attempt. Those of a program that ended with 0 have passed. */
export function foldPrinted(run: TestRun, endedWell: boolean): TestRun {
  const failed = run.results.filter(isFailed)
  const tests = [
    ...groupBy(failed, ({ name, stack = '' }) => `${name}\0${/^\s*at ([^(\n]+)/.exec(stack)?.[1] ?? ''}`),
  ].flatMap(([, tries]) => (tries[0] === undefined ? [] : [{ test: tries[0], tries }]))
  const still = endedWell ? [] : tests.map(({ test }) => test)
  const less = (endedWell ? Math.max(run.counts.failed, failed.length) : failed.length) - still.length
  const counts = { ...run.counts, failed: run.counts.failed - less, total: run.counts.total - less }
  const results = run.results.filter((result) => !isFailed(result) || still.includes(result))
  if (!endedWell) return { ...run, counts, results }
  const flaky = tests.map(({ test, tries }) =>
    flakyTest(run, test, [...tries.map(({ outcome }) => outcome), 'passed'], test.message),
  )
  return { ...run, counts, results, flaky }
}

/** Tells of a flaky test. */
export function flakyTest(
  { project, framework }: { project: string; framework?: string | undefined },
  test: TestResult,
  attempts: Outcome[],
  message: string | undefined,
): FlakyTest {
  return { name: fullName(test), project, framework, attempts, message }
}

function isFailed({ outcome }: TestResult): boolean {
  return outcome === 'failed'
}

function keyOf({ name, className }: TestResult): string {
  return `${className ?? ''}\0${name}`
}
