import { join } from 'node:path'
import type { BuildRequest } from '../docker/build/build-request.ts'
import type { BuildResult } from '../docker/build/build-result.ts'
import type { Refusal } from '../docker/build/buildkit-words.ts'
import type { Settings } from '../inputs/settings.ts'
import { stageLabel } from '../plan/dockerfile/parse-dockerfile.ts'
import { testRunNumber } from '../plan/instrument/run-mounts.ts'
import type { Plan } from '../plan/plan.ts'
import { HeldLog } from '../shared/log.ts'
import { buildTests, type InParallel, type TestBuild } from './build-tests.ts'
import { describeMissingCollectors, describeMissingCoverage } from './coverage/merge-coverage.ts'
import { collectNamedFiles } from './coverage/named-files.ts'
import { describeTests } from './describe-tests.ts'
import {
  exportResults,
  nothingCollected,
  readResults,
  type CollectedResults,
  type Exported,
  type ResultTools,
} from './results/collect-results.ts'
import { notRun, type TestReport } from './test-report.ts'

/** What the place that a job runs in gives to its tests. */
export interface TestTools extends ResultTools {
  reportFolder: string
}

/** Builds the stages that test, one after the other; brings their results, and no image, out of the builder, and says what the tests came to. */
export async function runTests(
  tools: TestTools,
  settings: Settings,
  plan: Plan,
  request: BuildRequest,
  inParallel: InParallel,
): Promise<TestReport> {
  if (plan.tests.kind !== 'stages') return notRun(plan.tests.kind, describeNotRun(plan, plan.tests))
  await using early = prepareExport(tools, plan, request)
  const { builds, refusal, isRepeated } = await buildTests(
    tools,
    settings,
    plan.instrumented,
    request,
    inParallel,
    early.begin,
  )
  const results = builds.map(({ build }) => build)
  // Where no testing RUN began, there is nothing to collect.
  const began = results.some(({ steps }) =>
    steps.some((step) => testRunNumber(step.name) !== undefined && step.outcome !== 'cached'),
  )
  const obstacle = describeObstacle(results, refusal)
  const folder = join(tools.reportFolder, 'test-results')
  const collected =
    began && obstacle === undefined
      ? await readResults(tools, await early.take(isRepeated), folder)
      : { ...nothingCollected, warnings: obstacle === undefined ? [] : [obstacle] }
  const isMissed = settings.coverage && began && collected.coverage.length === 0
  const all = isMissed ? await addNamedCoverage(tools, plan, request, builds, collected, folder) : collected
  // Of coverage that was asked for it is told what it lacks.
  const output = settings.coverage ? [] : results.flatMap((build) => build.output)
  const warnings = [...all.warnings, ...describeMissingCollectors(output)]
  return describeTests(settings, plan, results, { ...all, warnings })
}

/** Results that are brought out of the builder; its disposal stops that. */
interface EarlyExport extends AsyncDisposable {
  begin: () => void
  /** Gives them when the tests' builds have ended. */
  take: (isRepeated: boolean) => Promise<Exported>
}

/** Prepares a build that brings results out: it begins while the last `RUN` tests, and waits for the place that this one holds, so that its own start is over by then. */
function prepareExport(tools: TestTools, plan: Plan, request: BuildRequest): EarlyExport {
  const held = new HeldLog()
  const end = new AbortController()
  let onTested = (): void => undefined
  const waitsFor = new Promise<void>((resolve) => {
    onTested = resolve
  })
  let exporting: Promise<Exported> | undefined
  return {
    begin: () => {
      exporting = exportResults({ ...tools, log: held }, plan, request, { waitsFor, signal: end.signal })
      // Whoever takes it hears of it.
      exporting.catch(() => undefined)
    },
    take: async (isRepeated) => {
      onTested()
      if (exporting === undefined || isRepeated) {
        await exporting
        return exportResults(tools, plan, request)
      }
      await held.release(tools.log)
      return exporting
    },
    [Symbol.asyncDispose]: async () => {
      end.abort()
      await exporting?.catch(() => undefined)
    },
  }
}

function describeNotRun(
  { dockerfile, final, untestedReason }: Plan,
  tests: Exclude<Plan['tests'], { kind: 'stages' }>,
): string {
  switch (tests.kind) {
    case 'elsewhere':
      return 'another job runs the tests (test-target: off)'
    case 'missing':
      return untestedReason ?? `${dockerfile.shown} has no test stage`
    case 'unrelated': {
      const { testStage } = tests
      const has = testStage ? `it has nothing of what stage ${stageLabel(testStage)} tests` : 'no stage tests'
      return `the target ${stageLabel(final)} was asked for, and ${has}`
    }
  }
}

/** Adds the coverage that the tests wrote elsewhere and named in the log, or why there is none. */
async function addNamedCoverage(
  tools: TestTools,
  { instrumented }: Plan,
  request: BuildRequest,
  builds: readonly TestBuild[],
  collected: CollectedResults,
  folder: string,
): Promise<CollectedResults> {
  const coverage = await collectNamedFiles(tools, request, builds, join(folder, 'coverage'))
  if (coverage.length > 0) return { ...collected, coverage }
  const output = builds.flatMap(({ build }) => build.output)
  const missing = describeMissingCoverage(instrumented.habits, output)
  return { ...collected, coverage, warnings: [...collected.warnings, missing] }
}

const refusalWarnings: Readonly<Record<Refusal, string>> = {
  'old-frontend':
    'The Dockerfile frontend of this build is older than 1.10 and can’t copy results out of it, so the log is read: ' +
    'counts may miss tests. A newer builder, or a newer version in the line "# syntax=…", mends that.',
  'no-tmp':
    'The image that the tests begin from has no folder /tmp, so results can’t be copied and the log is read: ' +
    'counts may miss tests.',
}

/** Why results can't be collected; undefined where they can. */
function describeObstacle(builds: readonly BuildResult[], refusal: Refusal | undefined): string | undefined {
  if (builds.some(({ isBuilderLost }) => isBuilderLost))
    return 'The result files could not be collected, the log is read instead: the builder does not answer.'
  return refusal && refusalWarnings[refusal]
}
