import { findShortage, type Shortage, cacheWarnings } from '../docker/build/buildkit-words.ts'
import type { BuildResult, Step } from '../docker/build/build-result.ts'
import type { Settings } from '../inputs/settings.ts'
import { testRunNumber, withoutMarks } from '../plan/instrument/run-mounts.ts'
import { unknownPrograms } from '../plan/projects/repository.ts'
import { testingInstructions } from '../plan/stages/stage-commands.ts'
import type { Plan } from '../plan/plan.ts'
import type { Place } from '../shared/errors.ts'
import type { CollectedResults } from './results/collect-results.ts'
import { explainFailure, explainHidden, type ExplainedFailure } from './failures/explain-failure.ts'
import { describeMessage, onceEach, stopsBuild, type LocatedMessage } from './compiler-messages.ts'
import { decideVerdict, type Decision, type Evidence } from './verdict/decide-verdict.ts'
import {
  describeBuild,
  findFailed,
  findPlace,
  gatherRuns,
  readLogs,
  sortEarlierErrors,
  type StepLog,
} from './verdict/gather-evidence.ts'
import { isBad, settle, type SettledRun } from './verdict/ledger.ts'
import { locateFailure, sourceLocator, type SourceLocator } from './coverage/locate-sources.ts'
import { mergeCoverage, type Coverage } from './coverage/merge-coverage.ts'
import {
  addCounts,
  noCounts,
  type Counts,
  type FlakyTest,
  type TestResult,
  type TestRun,
  withFullNames,
} from './results/test-results.ts'
import { findTestSteps, reachedTests } from './test-steps.ts'

/** A failed test. */
export interface Failure extends TestResult {
  project: string
  framework: string | undefined
  /** In the checkout, relative to the workspace. */
  place: Place | undefined
}

/** What the tests of a container came to. */
export interface TestReport extends Decision {
  stages: string[]
  /** The RUN to look at when something is wrong. */
  place: (Place & { command: string }) | undefined
  /** Where the results come from: files, or what the log says. */
  source: 'files' | 'log' | 'none'
  runs: TestRun[]
  counts: Counts
  /** What made the build of the tests fail, or would have, had nothing hidden it; undefined where nothing did, or it was stopped. */
  failure: ExplainedFailure | undefined
  /** Every failed test, those whose place in the checkout is known with it. */
  failures: Failure[]
  /** Tests that failed in one attempt and passed in a later one. */
  flaky: FlakyTest[]
  coverage: Coverage | undefined
  compilerMessages: LocatedMessage[]
  steps: Step[]
  durationMs: number
  warnings: string[]
  /** A build cache could not be read, which was more than a miss. */
  hasCacheTrouble: boolean
  /** Whether all that comes before the tests was built: the cache can keep it, whatever the tests came to. */
  reachedTests: boolean
  /** What gave out, where that stopped the tests or kept their results in the builder. */
  shortage: Shortage | undefined
}

/** The names of all tests that were not skipped, each with its assembly, sorted; empty when the results are from a log. */
export function testNames(tests: TestReport): string[] {
  return namesOf(tests, (result) => result.outcome !== 'skipped')
}

/** The names of the skipped tests, as `testNames` writes them. */
export function skippedNames(tests: TestReport): string[] {
  return namesOf(tests, (result) => result.outcome === 'skipped')
}

function namesOf({ runs, source }: TestReport, isWanted: (result: TestResult) => boolean): string[] {
  if (source !== 'files') return []
  const names = runs.flatMap(({ project, framework, results }) => {
    const assembly = `${project}${framework === undefined ? '' : ` (${framework})`}`
    return results.filter(isWanted).map(({ name }) => `${assembly}: ${name}`.slice(0, 600))
  })
  return [...new Set(names)].sort()
}

/** Why no test ran where `test-target` is `off`. */
export const testedElsewhere = 'another job runs the tests (test-target: off)'

/** A report for tests that were not asked to run. */
export function notRun(reason: string): TestReport {
  return {
    result: 'skipped',
    reason,
    stages: [],
    place: undefined,
    source: 'none',
    runs: [],
    counts: noCounts,
    failure: undefined,
    failures: [],
    flaky: [],
    coverage: undefined,
    compilerMessages: [],
    steps: [],
    durationMs: 0,
    warnings: [],
    hasCacheTrouble: false,
    reachedTests: false,
    shortage: undefined,
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
  const ofTests = logs.filter((one) => one.isTest)
  const gathered = gatherRuns(instrumented, builds, logs, collected.runs)
  const settled = gathered.map(settle)
  const runs = settled.flatMap((one) => one.runs).map(withFullNames)
  const ledger = settled.flatMap((one) => one.entries)
  const counts = runs.map((run) => run.counts).reduce(addCounts, noCounts)
  const locate = sourceLocator(settings, plan)
  const locateMessages = (found: readonly StepLog[]): LocatedMessage[] =>
    onceEach(
      found
        .flatMap((log) => log.found.compilerMessages)
        .map((message) => ({
          ...message,
          place: message.file === undefined ? undefined : locate(message.file, message.line),
        })),
    )
  const compilerMessages = locateMessages(logs)
  const earlier = sortEarlierErrors(locateMessages(logs.filter((one) => !one.isTest)), gathered, runs)
  const failures = findFailures(runs, locate)
  const testSteps = findTestSteps(steps, instrumented)
  const isCached = (own: readonly Step[]): boolean =>
    own.length > 0 && own.every((step) => step.outcome === 'cached')
  const culprit = findCulprit(settled, ofTests)
  const failed = findFailed(builds)
  const hiddenErrors = [...locateMessages(ofTests).filter(stopsBuild), ...earlier.ofTested]
  const failure = findFailure(plan, builds, hiddenErrors.length > 0 ? culprit : undefined)
  const evidence: Evidence = {
    build: describeBuild(failed),
    readsResults: settings.testResults !== 'off',
    testRuns: testSteps.length,
    cachedRuns: testSteps.filter(isCached).length,
    counts,
    failedNames: failures.map((failure) => failure.name),
    ledger,
    foundNone: ofTests.some((log) => log.found.signs.noTests),
    obstacle: collected.obstacle,
    failure,
    hiddenErrors,
    swallowedBy: gathered[culprit ?? -1]?.commands.find((command) => command.hiddenBy !== undefined)
      ?.hiddenBy,
    testsAtStart: dockerfile.stages
      .flatMap((stage) => testingInstructions(dockerfile, stage, unknownPrograms))
      .find((one) => one.keyword !== 'RUN')?.keyword,
  }
  const projects = runs.map((run) => run.project)
  const { coverage } = collected
  const decision = decideVerdict(evidence)
  const ofRuns = decision.result === 'passed' ? settled.flatMap((one) => one.warnings) : []
  if (settings.coverage && coverage.length === 0 && decision.result === 'passed' && !decision.isCached)
    ofRuns.push(noCoverage)
  const ofOthers = earlier.ofOthers.slice(0, 1).map(describeEarlier)
  return {
    ...decision,
    stages: targets.map((target) => target.label),
    place: findPlace(dockerfile.shown, instrumented, builds, testRuns[culprit ?? -1]),
    source: collected.runs.length > 0 ? 'files' : runs.length > 0 ? 'log' : 'none',
    runs: runs.map(forReport),
    counts,
    failure,
    failures,
    flaky: settled.flatMap((one) => one.flaky),
    coverage: coverage.length === 0 ? undefined : inCheckout(mergeCoverage(coverage, projects), locate),
    compilerMessages,
    steps: steps.map((step) => ({ ...step, name: withoutMarks(step.name) })),
    durationMs: builds.reduce((sum, build) => sum + build.durationMs, 0),
    warnings: [...cacheWarnings(builds), ...collected.warnings, ...ofRuns, ...ofOthers],
    hasCacheTrouble: builds.some((build) => build.cacheTrouble !== undefined),
    reachedTests: reachedTests(steps, testSteps.flat()),
    shortage: (failed && findShortage(failed)) ?? collected.shortage,
  }
}

/** What made the build fail; or in a green one, what the output of the RUN says in which something failed. */
function findFailure(
  plan: Plan,
  builds: readonly BuildResult[],
  culprit: number | undefined,
): ExplainedFailure | undefined {
  const { dockerfile, origins, testRuns } = plan.instrumented
  const sources = { ...plan, dockerfile, origins }
  const failed = findFailed(builds)
  if (failed !== undefined) return failed.outcome === 'failed' ? explainFailure(failed, sources) : undefined
  const run = testRuns[culprit ?? -1]
  if (run === undefined) return undefined
  const output = builds.flatMap((build) => build.output).filter(({ step }) => testRunNumber(step) === culprit)
  return explainHidden(
    output.map(({ text }) => text),
    sources,
    run.instruction,
  )
}

/** The number of the testing RUN in which something went wrong, whatever its exit code says: the first of them, when any did. */
function findCulprit(settled: readonly SettledRun[], logs: readonly StepLog[]): number | undefined {
  const numbers = settled.flatMap(({ runs, entries }, number) =>
    entries.some(isBad) || runs.some((run) => run.counts.failed > 0) ? [number] : [],
  )
  const broken = logs.filter(({ found }) => found.compilerMessages.some(stopsBuild))
  numbers.push(...broken.flatMap(({ testRun }) => testRun ?? []))
  return numbers.length === 0 ? undefined : Math.min(...numbers)
}

const noCoverage =
  'No coverage was collected: the test projects need the package coverlet.collector, or a result file of Cobertura or OpenCover.'

function describeEarlier(error: LocatedMessage): string {
  return `An earlier step hides that a project other than the tested ones did not compile: ${describeMessage(error)}`
}

/** A run without what only settling it needs. */
function forReport({ source, project, framework, results, counts, durationMs, ...rest }: TestRun): TestRun {
  const { errors, aborted, incomplete } = rest
  return {
    ...{ source, project, results, counts, errors, aborted, incomplete },
    ...(framework === undefined ? {} : { framework }),
    ...(durationMs === undefined ? {} : { durationMs }),
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
