import { readFile, writeFile } from 'node:fs/promises'
import type { BuildRequest } from '../docker/build/build-request.ts'
import type { BuildResult, Step } from '../docker/build/build-result.ts'
import { findRefusal, type Refusal } from '../docker/build/buildkit-words.ts'
import { runBuild } from '../docker/build/run-build.ts'
import type { OnStep } from '../docker/build/steps.ts'
import type { Docker } from '../docker/docker.ts'
import type { Settings } from '../inputs/settings.ts'
import type { InstrumentedDockerfile } from '../plan/instrument/instrument.ts'
import { leavesResults, withoutCollecting, withoutMarks } from '../plan/instrument/run-mounts.ts'
import type { Log } from '../shared/log.ts'
import { findOnbuildTests } from './test-steps.ts'

/** What runs in parallel to the tests, which say when. */
export interface InParallel {
  /** Tests have begun to run, or all of them have ended well; what leads to them is built, by these steps. */
  begin: (steps: readonly Step[]) => void
  /** A build of the tests has failed. */
  stop: () => void
}

/** The build of a stage that tests, as its last attempt ended. */
export interface TestBuild {
  target: string
  build: BuildResult
}

/** The steps of ONBUILD that test, which the cache answered although they should run; not what an earlier build of the job ran. */
function cachedOnbuild(
  build: BuildResult,
  earlier: readonly TestBuild[],
  instrumented: InstrumentedDockerfile,
): Step[] {
  const ran = new Set(earlier.flatMap((one) => one.build.steps.map((step) => step.name)))
  return findOnbuildTests(build.steps, instrumented).filter(
    (step) => step.outcome === 'cached' && !ran.has(step.name),
  )
}

/**
 * Builds the stages that test, one after the other, to nowhere; `onAllHeld` hears when each RUN that tests holds the place of its results,
 * or has ended well. `refusal` is why their results stay in the builder, `isRepeated` whether a stage was built more than once.
 */
export async function buildTests(
  tools: { docker: Docker; log: Log },
  { testCache, testTimeoutMs }: Pick<Settings, 'testCache' | 'testTimeoutMs'>,
  instrumented: InstrumentedDockerfile,
  request: BuildRequest,
  inParallel: InParallel,
  onAllHeld: () => void,
): Promise<{ builds: TestBuild[]; refusal: Refusal | undefined; isRepeated: boolean }> {
  const builds: TestBuild[] = []
  const held = new Set<string>()
  const testRuns = instrumented.testRuns.length * Math.max(1, request.platforms?.length ?? 0)
  let isRepeated = false
  let refusal: Refusal | undefined
  const onStep: OnStep = (name, state, steps) => {
    if (!leavesResults(name)) return
    if (state !== 'prints') inParallel.begin(steps())
    // What prints has its mounts; a place that jobs share is held by none of them.
    const isHeld = state === 'done' || (state === 'prints' && !instrumented.place.mayBeCached)
    if (!isHeld || held.has(name)) return
    held.add(name)
    if (held.size === testRuns) onAllHeld()
  }
  const view = { reword: withoutMarks, isQuiet: false, deadlineMs: testTimeoutMs, onStep }
  for (const { target, label } of instrumented.targets) {
    const title = `Tests: docker buildx build --target ${label}`
    const start = (more?: Pick<BuildRequest, 'noCacheStages'>): Promise<BuildResult> =>
      runBuild(tools.docker, tools.log, title, { ...requestAfter(builds, request), ...more, target }, view)
    let build = await start()
    const again = async (why: string, more?: Pick<BuildRequest, 'noCacheStages'>): Promise<void> => {
      tools.log.debug(`tests: again ${why}`)
      isRepeated = true
      build = await start(more)
    }
    const refused = refusal === undefined ? findRefusal(build) : undefined
    if (refused !== undefined) {
      refusal = refused
      await writeFile(request.dockerfile, withoutCollecting(await readFile(request.dockerfile, 'utf8')))
      await again(`with the log alone (${refused})`)
    }
    const cached = testCache ? [] : cachedOnbuild(build, builds, instrumented)
    if (cached.length > 0) {
      const noCacheStages = [target, ...cached.flatMap(({ stage }) => stage ?? [])]
      await again('without the cache (cached ONBUILD tests)', { noCacheStages })
    }
    builds.push({ target, build })
    if (build.outcome !== 'built') inParallel.stop()
    if (build.outcome === 'timed-out' || build.isBuilderLost) break
  }
  // Where a cache could not be read, what follows is told not to.
  if (builds.every(({ build }) => build.outcome === 'built' && build.cacheTrouble === undefined))
    inParallel.begin(builds.flatMap(({ build }) => build.steps))
  return { builds, refusal, isRepeated }
}

/** What is built without the cache is so once. */
function requestAfter(builds: readonly TestBuild[], request: BuildRequest): BuildRequest {
  const built = new Set(builds.flatMap(({ build }) => build.steps.map(({ stage }) => stage?.toLowerCase())))
  return {
    ...request,
    noCache: request.noCache === true && builds.length === 0,
    noCacheStages: (request.noCacheStages ?? []).filter((name) => !built.has(name.toLowerCase())),
    outputs: ['type=cacheonly'],
  }
}
