import type { Outcome } from '../results/test-results.ts'

const passed = new Set(['Passed', 'PassedButRunAborted', 'Warning', 'Completed'])
const skipped = new Set(['NotExecuted', 'Inconclusive', 'Pending', 'Skipped'])
const runAborted = new Set([
  'Aborted',
  'Error',
  'Timeout',
  'Disconnected',
  'InProgress',
  'PassedButRunAborted',
])
const runErrors = new Set([...runAborted, 'Failed'])

/**
 * What an outcome of a TRX result (`TestOutcome` of its schema) comes to. Error, Timeout, Aborted, NotRunnable, a test still
 * in progress, and any word that we don't know are failures.
 */
export function outcomeOf(word: string): Outcome {
  if (passed.has(word)) return 'passed'
  return skipped.has(word) ? 'skipped' : 'failed'
}

/** Says whether the outcome of a `ResultSummary` means that the run did not come to its end. */
export function isAbortedRun(word: string): boolean {
  return runAborted.has(word)
}

/** Says whether the outcome of a `ResultSummary` or `RunInfo` is a bad one. */
export function isBadRun(word: string): boolean {
  return runErrors.has(word)
}
