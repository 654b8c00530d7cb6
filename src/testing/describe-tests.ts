import { posix } from 'node:path'
import { cacheWarnings, findShortage, parseBuildError } from '../docker/build/buildkit-words.ts'
import type { BuildResult, Step } from '../docker/build/build-result.ts'
import { parseStepName } from '../docker/build/steps.ts'
import type { Settings } from '../inputs/settings.ts'
import { commandOf } from '../plan/commands/shell-text.ts'
import { withoutMarks } from '../plan/instrument/run-mounts.ts'
import { unknownPrograms } from '../plan/projects/repository.ts'
import { testingInstructions } from '../plan/stages/stage-commands.ts'
import type { Instruction } from '../plan/dockerfile/parse-dockerfile.ts'
import { findStepInstruction } from '../plan/dockerfile/stage-graph.ts'
import type { Plan } from '../plan/plan.ts'
import type { CollectedResults } from './results/collect-results.ts'
import { explainFailure, explainHidden, type ExplainedFailure } from './failures/explain-failure.ts'
import { describeMessage, stopsBuild, type LocatedMessage } from './compiler-messages.ts'
import { decideVerdict, type Decision } from './verdict/test-result.ts'
import {
  describeBuild,
  findFailed,
  gatherRuns,
  readLogs,
  type RunEvidence,
  type StepLog,
} from './verdict/gather-evidence.ts'
import { withoutInner, withoutPrintedErrors } from './verdict/inner-runs.ts'
import { settle, type SettledRun } from './verdict/ledger.ts'
import { isBad } from './verdict/settle-commands.ts'
import {
  locateCoverage,
  locateFailures,
  locateMessages,
  sourceLocator,
  type SourceLocator,
} from './locate-sources.ts'
import { addCounts, noCounts, type TestRun } from './results/test-results.ts'
import type { TestReport } from './test-report.ts'
import { findTestSteps, reachedTests } from './test-steps.ts'

/** Says from the builds' progress and the collected files what the tests came to. */
export function describeTests(
  settings: Settings,
  plan: Plan,
  builds: readonly BuildResult[],
  collected: CollectedResults,
): TestReport {
  const { instrumented } = plan
  const steps = builds.flatMap((build) => build.steps)
  const testSteps = findTestSteps(steps, instrumented)
  const printed = settings.testResults === 'off' ? [] : readLogs(builds, instrumented.testRuns.length > 0)
  const gathered = gatherRuns(instrumented, builds, printed, collected).map(withoutInner)
  const logs = printed.map((log) => withoutPrintedErrors(log, gathered[log.testRun ?? -1]))
  const settled = gathered.map(settle)
  const runs = settled.flatMap((one) => one.runs)
  const locate = sourceLocator(settings, instrumented)
  const failures = locateFailures(runs, locate)
  const failed = findFailed(builds)
  const { hiddenErrors, ofOthers, areErrorsEarlier } = sortErrors(logs, settled, gathered, locate)
  const culprit = findCulprit(settled, logs)
  const hider = findHider(logs, hiddenErrors, areErrorsEarlier ? undefined : culprit)
  const counts = runs.map((run) => run.counts).reduce(addCounts, noCounts)
  const isUnexplained = settled[culprit ?? -1]?.entries.find(isBad)?.isUnexplained === true
  const failure = findFailure(plan, builds, hiddenErrors.length > 0 || isUnexplained ? hider : undefined)
  const found = { counts, failure }
  const decision = decideVerdict({
    ...found,
    build: describeBuild(failed),
    readsResults: settings.testResults !== 'off',
    testRuns: testSteps.length,
    cachedRuns: testSteps.filter(([one, ...more]) => one && [one, ...more].every(isCached)).length,
    failedNames: failures.map(({ name }) => name),
    ledger: settled.flatMap((one) => one.entries),
    foundNone: logs.some(({ isTest, found: { signs } }) => isTest && signs.noTests),
    obstacle: collected.obstacle,
    hiddenErrors,
    areErrorsEarlier,
    swallowedBy: gathered[culprit ?? -1]?.commands.find(({ hiddenBy }) => hiddenBy !== undefined)?.hiddenBy,
    testsAtStart: findStart(plan),
  })
  const ofRuns = settled.flatMap((one) => whatElse(decision, one))
  return {
    ...found,
    ...decision,
    stages: instrumented.targets.map((target) => target.label),
    place: placeOf(plan, builds, hider, culprit),
    source: collected.runs.length > 0 ? 'files' : runs.length > 0 ? 'log' : 'none',
    runs: runs.map(forReport),
    failures,
    flaky: settled.flatMap((one) => one.flaky),
    coverage: locateCoverage(collected, runs, locate),
    compilerMessages: locateMessages(logs, locate),
    steps: steps.map((step) => ({ ...step, name: withoutMarks(step.name) })),
    checks: builds.flatMap((build) => build.checks),
    durationMs: builds.reduce((sum, build) => sum + build.durationMs, 0),
    warnings: [...cacheWarnings(builds), ...collected.warnings, ...ofRuns, ...ofOthers],
    hasCacheTrouble: builds.some((build) => build.cacheTrouble !== undefined),
    reachedTests: reachedTests(steps, testSteps.flat()),
    shortage: (failed && findShortage(failed)) ?? collected.shortage,
  }
}

/** Errors of what was tested, and of others. Those of an earlier step count where what it left was tested: what a test command builds again tells of itself. */
function sortErrors(
  logs: readonly StepLog[],
  settled: readonly SettledRun[],
  gathered: readonly RunEvidence[],
  locate: SourceLocator,
): { hiddenErrors: LocatedMessage[]; ofOthers: string[]; areErrorsEarlier: boolean } {
  const isBroken = ({ isTest, testRun }: StepLog): boolean =>
    isTest && settled[testRun ?? settled.length - 1]?.isClean !== true
  const errorsOf = (some: StepLog[]): LocatedMessage[] => locateMessages(some, locate).filter(stopsBuild)
  const usesBuilt = gathered.some(({ commands }) => commands.some((command) => command.usesBuilt))
  const earlier = usesBuilt ? errorsOf(logs.filter((log) => !isBroken(log))) : []
  const runs = settled.flatMap((one) => one.runs)
  const isTested = ({ project, file = '' }: LocatedMessage): boolean => {
    const { dir, name } = posix.parse(project ?? file)
    return runs.some((run) => run.project === name || run.assembly?.startsWith(`${dir}/bin/`))
  }
  const ofTests = errorsOf(logs.filter(isBroken))
  const hiddenErrors = [...ofTests, ...earlier.filter(isTested)]
  const ofOthers = earlier.filter((error) => !isTested(error)).slice(0, 1)
  return {
    hiddenErrors,
    ofOthers: ofOthers.map(describeEarlier),
    areErrorsEarlier: ofTests.length === 0 && hiddenErrors.length > 0,
  }
}

function isCached({ outcome }: Step): boolean {
  return outcome === 'cached'
}

/** The ENTRYPOINT or CMD that tests, where one does. */
function findStart({ dockerfile }: Plan): string | undefined {
  return dockerfile.stages
    .flatMap((stage) => testingInstructions(stage, unknownPrograms))
    .find((one) => one.keyword !== 'RUN')?.keyword
}

/** What made the build fail; or in a green one, what the output of the RUN says in which something failed, or of a step before it. */
function findFailure(
  plan: Plan,
  builds: readonly BuildResult[],
  hider: StepLog | undefined,
): ExplainedFailure | undefined {
  const { dockerfile, origins } = plan.instrumented
  const sources = { ...plan, dockerfile, origins }
  const failed = findFailed(builds)
  if (failed !== undefined) return failed.outcome === 'failed' ? explainFailure(failed, sources) : undefined
  if (hider === undefined) return undefined
  const output = builds.flatMap((build) => build.output).filter(({ step }) => step === hider.step)
  return explainHidden(
    output.map(({ text }) => text),
    sources,
    instructionOf(hider, plan),
  )
}

/** What the testing RUN printed that went on after an error; else the step before the tests that had the first of these. */
function findHider(
  logs: readonly StepLog[],
  [error]: readonly LocatedMessage[],
  testRun: number | undefined,
): StepLog | undefined {
  if (testRun !== undefined) return logs.find((log) => log.testRun === testRun)
  return logs.find(({ found }) =>
    found.compilerMessages.some(({ code, text }) => code === error?.code && text === error.text),
  )
}

/** The RUN to look at (the testing one that failed, else the one that hid an error), or the line where the build failed, on the team's lines. */
function placeOf(
  plan: Plan,
  builds: readonly BuildResult[],
  hider: StepLog | undefined,
  culprit: number | undefined,
): TestReport['place'] {
  const { testRuns, origins } = plan.instrumented
  const { line } = parseBuildError(findFailed(builds)?.text ?? [])
  const tests = testRuns.map(({ instruction }) => instruction)
  const run =
    line === undefined
      ? ((hider && instructionOf(hider, plan)) ?? tests[culprit ?? 0] ?? tests[0])
      : tests.find(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine)
  const first = run?.firstLine ?? line
  if (first === undefined) return undefined
  const command = run === undefined ? '' : `RUN ${commandOf(run)}`.replace(/\s+/g, ' ')
  const origin = origins.has(first) ? origins.get(first) : first
  return { file: plan.dockerfile.shown, line: origin, command }
}

function instructionOf({ testRun, step }: StepLog, { instrumented }: Plan): Instruction | undefined {
  return testRun === undefined
    ? findStepInstruction(instrumented.dockerfile, parseStepName(step))
    : instrumented.testRuns[testRun]?.instruction
}

/** The number of the testing RUN in which something went wrong, whatever its exit code says: the first of them, when any did. */
function findCulprit(settled: readonly SettledRun[], logs: readonly StepLog[]): number | undefined {
  const numbers = settled.flatMap(({ runs, entries }, number) =>
    entries.some(isBad) || runs.some((run) => run.counts.failed > 0) ? [number] : [],
  )
  const broken = logs.filter(({ isTest, found }) => isTest && found.compilerMessages.some(stopsBuild))
  numbers.push(...broken.flatMap(({ testRun }) => testRun ?? []))
  return numbers.length === 0 ? undefined : Math.min(...numbers)
}

/** What the result does not say: warnings of runs that passed, and runs that failed as a whole beside a failed test. */
function whatElse({ result }: Decision, { entries, warnings }: SettledRun): string[] {
  if (result === 'passed') return warnings
  if (result !== 'failed') return []
  return entries.filter(isBad).map(({ what }) => `Not only tests failed: ${what.split('\n', 2).join(' ')}.`)
}

function describeEarlier(error: LocatedMessage): string {
  return `An earlier step hides that a project other than the tested ones did not compile: ${describeMessage(error)}`
}

/** A run without what only settling it needs. */
function forReport(run: TestRun): TestRun {
  const { source, project, framework, results, counts, durationMs, errors, aborted, incomplete } = run
  return { source, project, framework, results, counts, durationMs, errors, aborted, incomplete }
}
