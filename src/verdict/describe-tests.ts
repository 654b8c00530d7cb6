import { parseBuildError } from '../docker/build-error.ts'
import type { BuildResult } from '../docker/run-build.ts'
import type { Step } from '../docker/steps.ts'
import type { Settings } from '../inputs/settings.ts'
import { testingInstructions } from '../plan/choose-stages.ts'
import type { InstrumentedDockerfile } from '../plan/instrument.ts'
import { testRunNumber, withoutMarks } from '../plan/run-mounts.ts'
import type { Plan } from '../plan/plan.ts'
import { commandOf } from '../plan/test-command.ts'
import type { Place } from '../user-error.ts'
import type { CollectedResults } from './collect-results.ts'
import type { CompilerMessage } from './compiler-messages.ts'
import { readConsoleLog, type ConsoleLog } from './console-log.ts'
import { decideVerdict, type Decision, type Evidence } from './decide-verdict.ts'
import { locateFailure, sourceLocator, type SourceLocator } from './locate-sources.ts'
import { mergeCoverage, type Coverage } from './merge-coverage.ts'
import { mergeRuns } from './merge-runs.ts'
import { addCounts, noCounts, type Counts, type TestResult, type TestRun } from './test-results.ts'

/** A failed test. */
export interface Failure extends TestResult {
  project: string
  framework: string | undefined
  /** In the checkout, relative to the workspace. */
  place: Place | undefined
}

/** A message of the compiler, with its place in the checkout where that is known. */
export type LocatedMessage = CompilerMessage & { place: Place | undefined }

/** What the tests of a container came to. */
export interface TestReport extends Decision {
  stages: string[]
  /** The RUN to look at when something is wrong. */
  place: (Place & { command: string }) | undefined
  /** Where the results come from: files, or what the log says. */
  source: 'files' | 'log' | 'none'
  runs: TestRun[]
  counts: Counts
  /** Every failed test, those whose place in the checkout is known with it. */
  failures: Failure[]
  coverage: Coverage | undefined
  compilerMessages: LocatedMessage[]
  steps: Step[]
  durationMs: number
  warnings: string[]
}

/** The names of all tests that were not skipped, each with its assembly, sorted; empty when the results are from a log. */
export function testNames({ runs, source }: TestReport): string[] {
  if (source !== 'files') return []
  const names = runs.flatMap((run) =>
    run.results
      .filter((result) => result.outcome !== 'skipped')
      .map((result) =>
        `${run.project}${run.framework === undefined ? '' : ` (${run.framework})`}: ${result.name}`.slice(
          0,
          600,
        ),
      ),
  )
  return [...new Set(names)].sort()
}

/** A report for tests that were not asked to run. */
export function notRun(reason: string): TestReport {
  return {
    verdict: 'not-run',
    reason,
    stages: [],
    place: undefined,
    source: 'none',
    runs: [],
    counts: noCounts,
    failures: [],
    coverage: undefined,
    compilerMessages: [],
    steps: [],
    durationMs: 0,
    warnings: [],
  }
}

/** Says from the builds' progress and the collected files what the tests came to. */
export function describeTests(
  settings: Settings,
  plan: Plan,
  builds: readonly BuildResult[],
  collected: CollectedResults,
): TestReport {
  const { dockerfile, instrumented } = plan
  const { testRuns, targets } = instrumented
  const steps = builds.flatMap((build) => build.steps)
  const logs = settings.testResults === 'off' ? [] : readLogs(builds, testRuns.length > 0)
  const testLogs = logs.filter((one) => one.isTest).map((one) => one.found)
  const runs = mergeRuns(
    collected.runs,
    testLogs.flatMap((found) => found.runs),
  )
  const counts = runs.map((run) => run.counts).reduce(addCounts, noCounts)
  const locate = sourceLocator(settings, plan)
  const compilerMessages = logs
    .flatMap((one) => one.found.compilerMessages)
    .map((message) => ({
      ...message,
      place: message.file === undefined ? undefined : locate(message.file, message.line),
    }))
  const failures = findFailures(runs, locate)
  // Where two stages that test descend from one, its RUN runs for the first of them.
  const isCached = (number: number): boolean => {
    const own = steps.filter((step) => testRunNumber(step.name) === number)
    return own.length > 0 && own.every((step) => step.outcome === 'cached')
  }
  const certain = testRuns.flatMap((run, number) => (run.isCertain ? [number] : []))
  const place = findPlace(dockerfile.shown, instrumented, builds)
  const evidence: Evidence = {
    build: describeBuild(builds),
    readsResults: settings.testResults !== 'off',
    testRuns: certain.length > 0 ? certain.length : testRuns.length,
    cachedRuns: (certain.length > 0 ? certain : testRuns.map((_, number) => number)).filter(isCached).length,
    counts,
    failedNames: failures.map((failure) => failure.name),
    abort: findAbort(testLogs, collected.runs),
    compilerErrors: compilerMessages.filter((message) => message.severity === 'error'),
    swallowedBy: findSwallower(testRuns),
    testsAtStart: dockerfile.stages.flatMap(testingInstructions).find((one) => one.keyword !== 'RUN')
      ?.keyword,
  }
  const projects = runs.map((run) => run.project)
  const { coverage } = collected
  return {
    ...decideVerdict(evidence),
    stages: targets.map((target) => target.label),
    place,
    source: collected.runs.length > 0 ? 'files' : runs.length > 0 ? 'log' : 'none',
    runs,
    counts,
    failures,
    coverage: coverage.length === 0 ? undefined : inCheckout(mergeCoverage(coverage, projects), locate),
    compilerMessages,
    steps: steps.map((step) => ({ ...step, name: withoutMarks(step.name) })),
    durationMs: builds.reduce((sum, build) => sum + build.durationMs, 0),
    warnings: collected.warnings,
  }
}

function findFailures(runs: readonly TestRun[], locate: SourceLocator): Failure[] {
  return runs.flatMap(({ results, project, framework }) =>
    results
      .filter((result) => result.outcome === 'failed')
      .map((result) => ({ ...result, project, framework, place: locateFailure(result.stack, locate) })),
  )
}

/** Coverage with the paths of the checkout where these are known. */
function inCheckout({ total, files }: Coverage, locate: SourceLocator): Coverage {
  return {
    total,
    files: files.map((file) => ({ ...file, path: locate(file.path, undefined)?.file ?? file.path })),
  }
}

/**
 * The output of each step by itself: steps that run side by side mix their lines. Where no RUN of the file tests, any
 * step may: ONBUILD brings some in from the base image.
 */
function readLogs(
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
function findAbort(logs: readonly ConsoleLog[], files: readonly TestRun[]): string | undefined {
  const runs = [...files, ...logs.flatMap((log) => log.runs)].filter((run) => run.aborted)
  const signs = logs.filter((log) => log.signs.aborted)
  const hanging = logs.flatMap((log) => log.signs.hangingTests)
  if (runs.length === 0 && signs.length === 0) return undefined
  const words = [...runs.flatMap((run) => run.errors), ...signs.flatMap((log) => log.signs.errors)]
  const names = hanging.length === 0 ? '' : `; running then: ${hanging.slice(0, 3).join(', ')}`
  return `${words[0] ?? 'the test run was aborted'}${names}`
}

function describeBuild(builds: readonly BuildResult[]): Evidence['build'] {
  const last = builds.at(-1)
  if (last === undefined || last.outcome === 'built') return { kind: 'built' }
  if (last.outcome === 'timed-out') return { kind: 'timed-out' }
  const inTests = last.steps.some(
    (step) => step.outcome === 'failed' && testRunNumber(step.name) !== undefined,
  )
  return { kind: 'failed', inTests, ...parseBuildError(last.text) }
}

/** The part of a testing command that turns its exit code into success: `|| true`, `; exit 0`, … */
function findSwallower(testRuns: InstrumentedDockerfile['testRuns']): string | undefined {
  for (const { instruction } of testRuns) {
    const command = commandOf(instruction)
    const found = /(?:\|\|\s*(?:true|:|echo\b.*|exit 0)|;\s*(?:exit 0|true|echo\b.*)|\bset \+e\b)\s*$/m.exec(
      command,
    )
    if (found !== null) return found[0].trim()
  }
  return undefined
}

function findPlace(
  file: string,
  { testRuns, origins }: InstrumentedDockerfile,
  builds: readonly BuildResult[],
): TestReport['place'] {
  const { line } = parseBuildError(builds.at(-1)?.text ?? [])
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
