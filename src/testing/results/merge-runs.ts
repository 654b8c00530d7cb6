import type { TestRun } from './test-results.ts'

/**
 * One run per assembly and framework: what files say outranks the log, and the log fills in for files that are missing.
 * A run of the log that does not say which assembly it is of counts only where there is no file at all.
 */
export function mergeRuns(fromFiles: readonly TestRun[], fromLog: readonly TestRun[]): TestRun[] {
  const isKnown = (run: TestRun): boolean =>
    fromFiles.length > 0 &&
    (run.project === '' ||
      fromFiles.some(
        (file) =>
          file.project === run.project &&
          (file.framework === undefined || run.framework === undefined || file.framework === run.framework),
      ))
  return [...fromFiles, ...fromLog.filter((run) => !isKnown(run))]
}
