import { parseBuildError } from '../../docker/build-error.ts'
import type { BuildResult } from '../../docker/run-build.ts'
import type { InstrumentedDockerfile } from '../../plan/instrument/instrument.ts'
import { testRunNumber, type TestRunInstruction } from '../../plan/instrument/run-mounts.ts'
import { commandOf, commandsAfterTests } from '../../plan/stages/test-command.ts'
import type { Place } from '../../shared/errors.ts'
import type { CollectedResults } from '../results/collect-results.ts'
import { stopsBuild } from '../compiler-messages.ts'
import { readConsoleLog, type ConsoleLog } from '../log/read-log.ts'
import { cutText } from '../log/text.ts'
import type { Evidence } from './decide-verdict.ts'
import type { TestRun } from '../results/test-results.ts'

/** What the output of one step tells. */
interface StepLog {
  /** The number of the testing RUN, where the step is one. */
  testRun: number | undefined
  isTest: boolean
  found: ConsoleLog
}

/**
 * The output of each step by itself: steps that run side by side mix their lines. Where no RUN of the file tests, any
 * step may: ONBUILD brings some in from the base image.
 */
export function readLogs(builds: readonly BuildResult[], isMarked: boolean): StepLog[] {
  return builds.flatMap((build) => {
    const byStep = new Map<string, string[]>()
    for (const { step, text } of build.output) {
      const lines = byStep.get(step)
      if (lines === undefined) byStep.set(step, [text])
      else lines.push(text)
    }
    return [...byStep].map(([step, lines]) => {
      const testRun = testRunNumber(step)
      return { testRun, isTest: !isMarked || testRun !== undefined, found: readConsoleLog(lines) }
    })
  })
}

/** Whether BuildKit says that it left out some of what a step printed (util/progress/logs). */
export function isClipped(builds: readonly BuildResult[]): boolean {
  return builds.some(({ output }) =>
    output.some(({ text }) => /^\[output clipped, log limit \S+ reached\]$/.test(text.trim())),
  )
}

/** The words of a crash, a hang or an abort, from the runs first. */
export function findAbort(logs: readonly ConsoleLog[], files: readonly TestRun[]): string | undefined {
  const runs = [...files, ...logs.flatMap((log) => log.runs)].filter((run) => run.aborted)
  const signs = logs.filter((log) => log.signs.aborted)
  const hanging = logs.flatMap((log) => log.signs.hangingTests)
  if (runs.length === 0 && signs.length === 0) return undefined
  const words = [...runs.flatMap((run) => run.errors), ...signs.flatMap((log) => log.signs.errors)]
  const names = hanging.length === 0 ? '' : `; running then: ${hanging.slice(0, 3).join(', ')}`
  // The type of an exception alone says less than whatever else there is.
  const telling = words.find((text) => !/^\[FATAL ERROR\] \S+$/.test(text)) ?? words[0]
  return `${telling ?? 'the test run was aborted'}${names}`
}

/** The first build that did not end well. */
export function findFailed(builds: readonly BuildResult[]): BuildResult | undefined {
  return builds.find((build) => build.outcome !== 'built')
}

/** How the builds of the test stages ended: like the first that failed, if any did. */
export function describeBuild(failed: BuildResult | undefined): Evidence['build'] {
  if (failed === undefined) return { kind: 'built' }
  if (failed.outcome === 'timed-out') return { kind: 'timed-out' }
  const inTests = failed.steps.some(
    (step) => step.outcome === 'failed' && testRunNumber(step.name) !== undefined,
  )
  return { kind: 'failed', inTests, exitCode: parseBuildError(failed.text).exitCode }
}

/** The testing RUN in which something failed, whatever its exit code says: the first of them, when any did. */
export function findCulprit(
  { testRuns }: Pick<InstrumentedDockerfile, 'testRuns'>,
  files: CollectedResults['runs'],
  logs: readonly StepLog[],
): TestRunInstruction | undefined {
  const failed = [
    ...files.filter((run) => run.counts.failed > 0),
    ...logs.filter(
      ({ found }) =>
        found.compilerMessages.some(stopsBuild) || found.runs.some((run) => run.counts.failed > 0),
    ),
  ]
  const numbers = failed.flatMap(({ testRun }) => testRun ?? [])
  return numbers.length === 0 ? undefined : testRuns[Math.min(...numbers)]
}

/** What hides the exit code of a testing RUN, as far as its own line tells: `|| true`, `; dotnet test B`, … */
export function findSwallower(run: TestRunInstruction | undefined): string | undefined {
  const rest = run && commandsAfterTests(commandOf(run.instruction))
  return rest && cutText(rest.replace(/\s+/g, ' '), 80)
}

/** The testing RUN to look at (the one that failed, else `culprit`), or the line where the build failed, on the team's lines. */
export function findPlace(
  file: string,
  { testRuns, origins }: InstrumentedDockerfile,
  builds: readonly BuildResult[],
  culprit: TestRunInstruction | undefined,
): (Place & { command: string }) | undefined {
  const { line } = parseBuildError(findFailed(builds)?.text ?? [])
  const failed = testRuns.find(
    ({ instruction }) => line !== undefined && instruction.firstLine <= line && line <= instruction.lastLine,
  )
  const run = failed ?? (line === undefined ? (culprit ?? testRuns[0]) : undefined)
  if (run === undefined)
    return line === undefined ? undefined : { file, line: origins.get(line) ?? line, command: '' }
  const first = run.instruction.firstLine
  const command = `RUN ${commandOf(run.instruction)}`.replace(/\s+/g, ' ')
  return { file, line: origins.get(first) ?? first, command }
}
