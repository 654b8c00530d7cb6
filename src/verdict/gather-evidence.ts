import { parseBuildError } from '../docker/build-error.ts'
import type { BuildResult } from '../docker/run-build.ts'
import type { InstrumentedDockerfile } from '../plan/instrument.ts'
import { testRunNumber } from '../plan/run-mounts.ts'
import { commandOf } from '../plan/test-command.ts'
import type { Place } from '../user-error.ts'
import { readConsoleLog, type ConsoleLog } from './console-log.ts'
import type { Evidence } from './decide-verdict.ts'
import type { TestRun } from './test-results.ts'

/**
 * The output of each step by itself: steps that run side by side mix their lines. Where no RUN of the file tests, any
 * step may: ONBUILD brings some in from the base image.
 */
export function readLogs(
  builds: readonly BuildResult[],
  isMarked: boolean,
): { isTest: boolean; found: ConsoleLog }[] {
  return builds.flatMap((build) => {
    const byStep = new Map<string, string[]>()
    for (const { step, text } of build.output) {
      const lines = byStep.get(step)
      if (lines === undefined) byStep.set(step, [text])
      else lines.push(text)
    }
    return [...byStep].map(([step, lines]) => ({
      isTest: !isMarked || testRunNumber(step) !== undefined,
      found: readConsoleLog(lines),
    }))
  })
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
function findFailed(builds: readonly BuildResult[]): BuildResult | undefined {
  return builds.find((build) => build.outcome !== 'built')
}

/** How the builds of the test stages ended: like the first that failed, if any did. */
export function describeBuild(builds: readonly BuildResult[]): Evidence['build'] {
  const failed = findFailed(builds)
  if (failed === undefined) return { kind: 'built' }
  if (failed.outcome === 'timed-out') return { kind: 'timed-out' }
  const inTests = failed.steps.some(
    (step) => step.outcome === 'failed' && testRunNumber(step.name) !== undefined,
  )
  return { kind: 'failed', inTests, ...parseBuildError(failed.text) }
}

/** The part of a testing command that turns its exit code into success: `|| true`, `; exit 0`, … */
export function findSwallower(testRuns: InstrumentedDockerfile['testRuns']): string | undefined {
  for (const { instruction } of testRuns) {
    const command = commandOf(instruction)
    const found = /(?:\|\|\s*(?:true|:|echo\b.*|exit 0)|;\s*(?:exit 0|true|echo\b.*)|\bset \+e\b)\s*$/m.exec(
      command,
    )
    if (found !== null) return found[0].trim()
  }
  return undefined
}

/** The testing RUN to look at, or the line where the build failed, on the team's own lines. */
export function findPlace(
  file: string,
  { testRuns, origins }: InstrumentedDockerfile,
  builds: readonly BuildResult[],
): (Place & { command: string }) | undefined {
  const { line } = parseBuildError(findFailed(builds)?.text ?? [])
  const failed = testRuns.find(
    ({ instruction }) => line !== undefined && instruction.firstLine <= line && line <= instruction.lastLine,
  )
  const run = failed ?? (line === undefined ? testRuns[0] : undefined)
  if (run === undefined)
    return line === undefined ? undefined : { file, line: origins.get(line) ?? line, command: '' }
  const first = run.instruction.firstLine
  const command = `RUN ${commandOf(run.instruction)}`.replace(/\s+/g, ' ')
  return { file, line: origins.get(first) ?? first, command }
}
