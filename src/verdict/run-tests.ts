import { parseBuildError } from '../docker/build-error.ts'
import type { Docker } from '../docker/docker.ts'
import { runBuild, type BuildResult } from '../docker/run-build.ts'
import type { Step } from '../docker/steps.ts'
import type { Log } from '../log.ts'
import { testingInstructions } from '../plan/choose-stages.ts'
import { stageLabel, type Stage } from '../plan/dockerfile.ts'
import { testRunNumber, withoutMarks, type InstrumentedDockerfile } from '../plan/instrument.ts'
import type { Plan } from '../plan/plan.ts'
import { targetOf, type CommonRequest } from '../plan/plan-request.ts'
import { commandOf } from '../plan/test-command.ts'
import type { Place } from '../user-error.ts'
import type { CompilerMessage } from './compiler-messages.ts'
import { readConsoleLog, type ConsoleLog } from './console-log.ts'
import { decideVerdict, type Decision, type Evidence } from './decide-verdict.ts'
import { addCounts, noCounts, type Counts, type TestRun } from './test-results.ts'

/** What the tests of a container came to. */
export interface TestReport extends Decision {
  stages: string[]
  /** The RUN to look at when something is wrong. */
  place: (Place & { command: string }) | undefined
  runs: TestRun[]
  counts: Counts
  compilerMessages: CompilerMessage[]
  steps: Step[]
  durationMs: number
}

/** A report for tests that were not asked to run. */
function notRun(reason: string): TestReport {
  return {
    verdict: 'not-run',
    reason,
    stages: [],
    place: undefined,
    runs: [],
    counts: noCounts,
    compilerMessages: [],
    steps: [],
    durationMs: 0,
  }
}

/**
 * Builds the stages that test, one after the other until one fails, and reads from the log what their tests came to.
 * Nothing of them is exported.
 */
export async function runTests(
  docker: Docker,
  log: Log,
  plan: Plan,
  request: CommonRequest,
): Promise<TestReport> {
  const { tests, dockerfile, instrumented } = plan
  if (tests.kind === 'missing') return notRun(`${dockerfile.shown} has no stage that tests`)
  if (tests.kind === 'unrelated') {
    const has =
      tests.testStage === undefined
        ? 'no stage tests'
        : `it has nothing of what stage ${stageLabel(tests.testStage)} tests`
    return notRun(`the target ${stageLabel(plan.final)} was asked for, and ${has}`)
  }
  const builds: BuildResult[] = []
  for (const stage of tests.stages) {
    const title = `Tests: docker buildx build --target ${stageLabel(stage)}`
    const target = targetOf(dockerfile, stage)
    const outputs = ['type=cacheonly']
    const build = await runBuild(
      docker,
      log,
      title,
      { ...request, target, outputs, tags: [], cacheTo: [], metadataFile: undefined },
      withoutMarks,
    )
    builds.push(build)
    if (build.outcome !== 'built') break
  }
  return describe(dockerfile.shown, tests.stages, instrumented, builds)
}

function describe(
  file: string,
  stages: readonly Stage[],
  { testRuns }: InstrumentedDockerfile,
  builds: readonly BuildResult[],
): TestReport {
  const steps = builds.flatMap((build) => build.steps)
  const logs = readLogs(builds)
  const runs = logs.flatMap((one) => (one.isTest ? one.found.runs : []))
  const counts = runs.map((run) => run.counts).reduce(addCounts, noCounts)
  const compilerMessages = logs.flatMap((one) => one.found.compilerMessages)
  const cached = steps.filter((step) => step.outcome === 'cached' && testRunNumber(step.name) !== undefined)
  const evidence: Evidence = {
    build: describeBuild(builds),
    testRuns: testRuns.length,
    cachedRuns: new Set(cached.map((step) => testRunNumber(step.name))).size,
    counts,
    failedNames: runs.flatMap((run) =>
      run.results.filter((one) => one.outcome === 'failed').map((one) => one.name),
    ),
    abort: findAbort(logs.filter((one) => one.isTest).map((one) => one.found)),
    compilerErrors: compilerMessages.filter((message) => message.severity === 'error'),
    testsAtStart: stages.flatMap(testingInstructions).find((instruction) => instruction.keyword !== 'RUN')
      ?.keyword,
  }
  return {
    ...decideVerdict(evidence),
    stages: stages.map(stageLabel),
    place: findPlace(file, testRuns, builds),
    runs,
    counts,
    compilerMessages,
    steps: steps.map((step) => ({ ...step, name: withoutMarks(step.name) })),
    durationMs: builds.reduce((sum, build) => sum + build.durationMs, 0),
  }
}

/** The output of each step by itself: steps that run side by side mix their lines. */
function readLogs(builds: readonly BuildResult[]): { isTest: boolean; found: ConsoleLog }[] {
  return builds.flatMap((build) => {
    const byStep = new Map<string, string[]>()
    for (const { step, text } of build.output) {
      const lines = byStep.get(step)
      if (lines === undefined) byStep.set(step, [text])
      else lines.push(text)
    }
    return [...byStep].map(([step, lines]) => ({
      isTest: testRunNumber(step) !== undefined,
      found: readConsoleLog(lines),
    }))
  })
}

/** The words of a crash, a hang or an abort, from the runs first. */
function findAbort(logs: readonly ConsoleLog[]): string | undefined {
  const runs = logs.flatMap((log) => log.runs.filter((run) => run.aborted))
  const words = [
    ...runs.flatMap((run) => run.errors),
    ...logs.filter((log) => log.signs.aborted).flatMap((log) => log.signs.errors),
  ]
  const isAborted = runs.length > 0 || logs.some((log) => log.signs.aborted)
  return isAborted ? (words[0] ?? 'the test run was aborted') : undefined
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

function findPlace(
  file: string,
  testRuns: InstrumentedDockerfile['testRuns'],
  builds: readonly BuildResult[],
): TestReport['place'] {
  const text = builds.at(-1)?.text ?? []
  const line = parseBuildError(text).line
  const failed = testRuns.find(
    ({ instruction }) => line !== undefined && instruction.firstLine <= line && line <= instruction.lastLine,
  )
  const run = failed ?? (line === undefined ? testRuns[0] : undefined)
  if (run === undefined) return line === undefined ? undefined : { file, line, command: '' }
  return {
    file,
    line: run.instruction.firstLine,
    command: `RUN ${commandOf(run.instruction)}`.replace(/\s+/g, ' '),
  }
}
