import type { TestCommand } from '../../plan/commands/test-commands.ts'
import type { LogSigns } from '../log/trouble-signs.ts'
import type { CollectedRun } from '../results/collect-results.ts'
import type { RecordedProcess } from '../results/processes.ts'
import type { TestRun } from '../results/test-results.ts'

/** How a run of tests ended. Only the first two let the job go on; a `silent` one does where nothing else ran a test, which is told then. */
export type Settlement = 'finished' | 'no-tests' | 'silent' | 'failed' | 'never-started' | 'stopped' | 'lost'

/** A run that a testing RUN started, or should have. */
export interface LedgerEntry {
  kind: Settlement
  /** A sentence that names the run, its project and what happened. */
  what: string
  /** The project of the run, as far as it is known. */
  project?: string
  /** The testing RUN that it is of. */
  testRun: number | undefined
  /** What keeps its exit code from the build. */
  hiddenBy: string | undefined
}

/** All that is known of a testing RUN. */
export interface RunEvidence {
  testRun: number | undefined
  /** The commands that it should have run; empty where it was cached or not reached. */
  commands: readonly TestCommand[]
  /** What it started; empty where that is not known. */
  processes: readonly RecordedProcess[]
  /** It ended with 0. */
  endedWell: boolean
  files: readonly CollectedRun[]
  logs: readonly { runs: TestRun[]; signs: LogSigns }[]
  /** BuildKit left out some of what it printed. */
  isClipped: boolean
}

/** Whether an entry keeps the job from going on. */
export function isBad({ kind }: LedgerEntry): boolean {
  return !['finished', 'no-tests', 'silent'].includes(kind)
}

/** Why results are missing where BuildKit cut the log. */
export const clipped =
  'BuildKit cut off what they printed (it keeps 2 MiB of a step, and 200 KiB of a second)'

/** The tests that ran when a run was stopped. */
export function hangingTests(logs: RunEvidence['logs']): string {
  const names = logs.flatMap(({ signs }) => signs.hangingTests)
  return names.length === 0 ? '' : `; running then: ${names.slice(0, 3).join(', ')}`
}

/** What shells and .NET say of commands that they could not start. */
export function refusals(logs: RunEvidence['logs']): string[] {
  return logs.flatMap(({ signs }) => signs.notStarted).map((words) => words.replace(/\.$/, ''))
}
