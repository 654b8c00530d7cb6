import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Docker } from '../docker/docker.ts'
import type { BuildRequest } from '../docker/build/build-request.ts'
import { runBuild, type BuildResult } from '../docker/build/run-build.ts'
import type { Settings } from '../inputs/settings.ts'
import type { Log } from '../shared/log.ts'
import type { Redactor } from '../redaction/redactor.ts'
import { stageLabel } from '../plan/dockerfile/parse-dockerfile.ts'
import { testRunNumber, withoutCollecting, withoutMarks } from '../plan/instrument/run-mounts.ts'
import type { Plan } from '../plan/plan.ts'
import { describeMissingCoverage } from './coverage/missing-coverage.ts'
import { collectNamedFiles } from './coverage/named-files.ts'
import { collectResults, nothingCollected } from './results/collect-results.ts'
import { describeTests, notRun, testedElsewhere, type TestReport } from './describe-tests.ts'
import { findOnbuildTests } from './test-steps.ts'

/** What the place that a job runs in gives to its tests. */
export interface TestTools {
  docker: Docker
  log: Log
  tempFolder: string
  reportFolder: string
  redactor: Redactor
}

/** What goes on beside the tests, which give it the signs. */
export interface BesideTests {
  /** Tests have begun to run; what leads to them is built. */
  begin: () => void
  /** A build of the tests has failed. */
  stop: () => void
}

/**
 * Builds the stages that test, one after the other, all of them; brings their results out of the builder, and says
 * what the tests came to. No image of them is exported; TRX and coverage files are left below the report folder.
 */
export async function runTests(
  tools: TestTools,
  settings: Settings,
  plan: Plan,
  request: BuildRequest,
  beside: BesideTests,
): Promise<TestReport> {
  const { docker, log, reportFolder } = tools
  const { tests, dockerfile, instrumented } = plan
  if (tests.kind === 'elsewhere') return notRun(testedElsewhere)
  if (tests.kind === 'missing') return notRun(plan.untestedReason ?? `${dockerfile.shown} has no test stage`)
  if (tests.kind === 'unrelated') {
    const { testStage } = tests
    const has = testStage ? `it has nothing of what stage ${stageLabel(testStage)} tests` : 'no stage tests'
    return notRun(`the target ${stageLabel(plan.final)} was asked for, and ${has}`)
  }
  const builds: BuildResult[] = []
  const targets: string[] = []
  let refusal: string | undefined
  const isBuilt = (name: string): boolean =>
    builds.some(({ steps }) => steps.some(({ stage }) => stage?.toLowerCase() === name.toLowerCase()))
  const onStep = (name: string): void => {
    if (testRunNumber(name) !== undefined) beside.begin()
  }
  for (const { target, label } of instrumented.targets) {
    const title = `Tests: docker buildx build --target ${label}`
    const start = (more?: Pick<BuildRequest, 'noCacheStages'>): Promise<BuildResult> =>
      runBuild(
        docker,
        log,
        title,
        {
          ...request,
          noCacheStages: request.noCacheStages.filter((name) => !isBuilt(name)),
          ...more,
          noCache: request.noCache && builds.length === 0,
          target,
          outputs: ['type=cacheonly'],
        },
        { reword: withoutMarks, isQuiet: false, deadlineMs: settings.testTimeoutMs, onStep },
      )
    let build = await start()
    const why = refusal === undefined ? findRefusal(build) : undefined
    if (why !== undefined) {
      refusal = why
      await writeFile(request.dockerfile, withoutCollecting(await readFile(request.dockerfile, 'utf8')))
      build = await start()
    }
    const ran = new Set(builds.flatMap((one) => one.steps.map((step) => step.name)))
    const cached = findOnbuildTests(build.steps, instrumented).filter(
      (step) => step.outcome === 'cached' && !ran.has(step.name),
    )
    if (cached.length > 0 && !settings.testCache) {
      build = await start({ noCacheStages: [target, ...cached.flatMap((step) => step.stage ?? [])] })
    }
    builds.push(build)
    targets.push(target)
    if (build.outcome !== 'built') beside.stop()
    if (build.outcome === 'timed-out' || build.isBuilderLost) break
  }
  // Where no testing RUN began, there is nothing to collect.
  const began = builds.some((build) =>
    build.steps.some((step) => testRunNumber(step.name) !== undefined && step.outcome !== 'cached'),
  )
  const obstacle = builds.some(({ isBuilderLost }) => isBuilderLost) ? lostWithBuilder : refusal
  const collected =
    began && obstacle === undefined
      ? await collectResults(tools, plan, request, join(reportFolder, 'test-results'))
      : { ...nothingCollected, warnings: obstacle === undefined ? [] : [obstacle] }
  if (!settings.coverage || !began || collected.coverage.length > 0)
    return describeTests(settings, plan, builds, collected)
  const built = builds.map((build, index) => ({ build, target: targets[index] ?? '' }))
  const coverage = await collectNamedFiles(
    tools,
    request,
    built,
    join(reportFolder, 'test-results', 'coverage'),
  )
  const output = builds.flatMap((build) => build.output)
  const missing = coverage.length > 0 ? [] : [describeMissingCoverage(instrumented.habits, output)]
  return describeTests(settings, plan, builds, {
    ...collected,
    coverage,
    warnings: [...collected.warnings, ...missing],
  })
}

const lostWithBuilder =
  'The result files could not be collected, the log is read instead: the builder does not answer.'

/** What a build that can't bring results out says, and what to tell about it. */
const refusals = [
  {
    // The frontend does not know the mounts of ours, because the builder or the line `# syntax=` is too old.
    words: /unexpected key 'env' in 'env=/,
    warning:
      'The Dockerfile frontend of this build is older than 1.10 and can’t copy results out of it, so the log is read: ' +
      'counts may miss tests. A newer builder, or a newer version in the line "# syntax=…", mends that.',
  },
  {
    // BuildKit says the one while it looks for the cached step, the other while it runs it.
    words: /(?:open \/tmp: no such file or directory|"\/tmp": not found)$/,
    warning:
      'The image that the tests begin from has no folder /tmp, so results can’t be copied and the log is read: ' +
      'counts may miss tests.',
  },
]

function findRefusal({ outcome, text }: BuildResult): string | undefined {
  if (outcome !== 'failed') return undefined
  return refusals.find(({ words }) => text.some((line) => words.test(line)))?.warning
}
