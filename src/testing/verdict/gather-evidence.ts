import { parseBuildError } from '../../docker/build/buildkit-words.ts'
import type { BuildResult } from '../../docker/build/build-result.ts'
import type { InstrumentedDockerfile } from '../../plan/instrument/instrument.ts'
import { testRunNumber } from '../../plan/instrument/run-mounts.ts'
import { readConsoleLog, type ConsoleLog } from '../log/read-log.ts'
import type { TestCommand } from '../../plan/commands/find-test-commands.ts'
import type { CollectedResults } from '../results/collect-results.ts'
import {} from '../results/test-results.ts'
import { groupBy } from '../../shared/group-by.ts'

/** How the builds of the test stages ended. */
export type BuildEnd =
  | { kind: 'built' }
  | { kind: 'failed'; inTests: boolean; exitCode: number | undefined }
  | { kind: 'timed-out' }

/** All that is known of a testing RUN. */
export interface RunEvidence extends Pick<CollectedResults, 'processes'> {
  /** The commands that it should have run; empty where it was cached or not reached. */
  commands: readonly TestCommand[]
  /** It ended with 0. */
  endedWell: boolean
  files: CollectedResults['runs']
  logs: readonly Pick<ConsoleLog, 'runs' | 'signs'>[]
  /** BuildKit left out some of what it printed. */
  isClipped: boolean
}

/** What the output of one step tells. */
export interface StepLog {
  /** As BuildKit names it. */
  step: string
  /** The number of the testing RUN, where the step is one. */
  testRun: number | undefined
  isTest: boolean
  /** BuildKit says that it left out some of what the step printed (util/progress/logs). */
  isClipped: boolean
  found: ConsoleLog
}

/**
 * The output of each step by itself: steps that run side by side mix their lines. Where no RUN of the file tests, any
 * step may: ONBUILD brings some in from the base image.
 */
export function readLogs(builds: readonly BuildResult[], isMarked: boolean): StepLog[] {
  return builds.flatMap((build) => {
    return [...groupBy(build.output, ({ step }) => step)].map(([step, output]) => {
      const lines = output.map(({ text }) => text)
      const testRun = testRunNumber(step)
      const isTest = !isMarked || testRun !== undefined
      const isClipped = lines.some((line) => /^\[output clipped, log limit \S+ reached\]$/.test(line.trim()))
      return { step, testRun, isTest, isClipped, found: readConsoleLog(lines) }
    })
  })
}

/** What is known of each testing RUN, and of steps that are none of the file but may test. */
export function gatherRuns(
  { testRuns }: Pick<InstrumentedDockerfile, 'testRuns'>,
  builds: readonly BuildResult[],
  logs: readonly StepLog[],
  { runs, processes }: Pick<CollectedResults, 'runs' | 'processes'>,
): RunEvidence[] {
  const hasCertain = testRuns.some((run) => run.isCertain)
  return [...testRuns, undefined].map((run, index): RunEvidence => {
    const testRun = run && index
    const own = logs.filter((log) => log.isTest && log.testRun === testRun)
    const steps = builds
      .flatMap((build) => build.steps)
      .filter((step) => testRunNumber(step.name) === testRun && step.outcome !== 'cached')
    const isWanted = run !== undefined && steps.length > 0 && (run.isCertain || !hasCertain)
    return {
      commands: isWanted ? run.commands : [],
      endedWell: run !== undefined && steps.every((step) => step.outcome === 'done'),
      processes: processes.filter((one) => one.testRun === testRun),
      files: run === undefined ? [] : runs.filter((file) => file.testRun === testRun),
      logs: own.map((log) => log.found),
      isClipped: own.some((log) => log.isClipped),
    }
  })
}

/** The first build that did not end well. */
export function findFailed(builds: readonly BuildResult[]): BuildResult | undefined {
  return builds.find((build) => build.outcome !== 'built')
}

/** How the builds of the test stages ended: like the first that failed, if any did. */
export function describeBuild(failed: BuildResult | undefined): BuildEnd {
  if (failed === undefined) return { kind: 'built' }
  if (failed.outcome === 'timed-out') return { kind: 'timed-out' }
  const inTests = failed.steps.some(
    (step) => step.outcome === 'failed' && testRunNumber(step.name) !== undefined,
  )
  return { kind: 'failed', inTests, exitCode: parseBuildError(failed.text).exitCode }
}
