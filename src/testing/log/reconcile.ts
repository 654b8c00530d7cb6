import { countResults, type Counts, type TestResult } from '../results/test-results.ts'

/**
 * Brings what a log counts and what it lists together. Bare names beyond the counts are text that looked like a result, and
 * go; but a listed failure with a message or a stack is one whatever the counts say, and so is a skip: VSTest lists
 * inconclusive tests as skipped and leaves them out of its counts.
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
