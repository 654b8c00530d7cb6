import type { Docker } from '../docker/docker.ts'
import { findShortage, type Shortage } from '../docker/build/buildkit-words.ts'
import { runBuild } from '../docker/build/run-build.ts'
import { inOrder, nameOfStep, shownSteps } from '../docker/build/steps.ts'
import type { BuildResult, Step } from '../docker/build/build-result.ts'
import type { Log } from '../shared/log.ts'
import type { ParallelBuild } from '../plan/choose-parallel-build.ts'
import { stageLabel } from '../plan/dockerfile/parse-dockerfile.ts'
import type { Plan } from '../plan/plan.ts'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import { withoutMarks } from '../plan/instrument/run-mounts.ts'
import { HeldLog } from './held-log.ts'
import type { CacheWrite } from './write-cache.ts'

/** The build of the final stage's steps while the tests run; its disposal stops it and waits for its end. */
export interface AheadBuild extends AsyncDisposable {
  /** Begins it, once; nothing where tests and image do not go side by side. */
  begin: () => void
  hasBegun: () => boolean
  /** Stops it at once. */
  stop: () => void
  /** Waits for its end, however it ends. */
  ended: () => Promise<unknown>
  /** Stops it, waits for its end, and says what gave out, if that was why it failed. What it built may go on into the cache. */
  findShortage: () => Promise<Shortage | undefined>
  /** Stops it and the writing of what it built, and waits until both are gone. */
  end: () => Promise<void>
  /**
   * Waits for its end and shows what it printed, from its beginning; nothing where all was cached, or where it has failed, as the
   * build that follows tells that.
   */
  finish: () => Promise<void>
  /** Gives the steps of the build that followed with those that were built ahead, as they were when they ran. */
  addTo: (steps: readonly Step[]) => Promise<Step[]>
}

/**
 * Prepares to build the final stage in the same builder, to nowhere. BuildKit runs what both builds need once. What it needs begins to be
 * written into the build cache when it is built, also while the tests still run.
 */
export function prepareAhead(
  { docker, log }: { docker: Docker; log: Log },
  { parallelBuild, builds }: { parallelBuild: ParallelBuild; builds: Pick<PreparedBuilds, 'image'> },
  { final }: Pick<Plan, 'final'>,
  writing: Pick<CacheWrite, 'beginImage' | 'stop'>,
): AheadBuild {
  const abort = new AbortController()
  const held = new HeldLog()
  let building: Promise<BuildResult | undefined> | undefined
  let ended: BuildResult | undefined
  const start = (): Promise<BuildResult | undefined> =>
    runBuild(
      docker,
      held,
      `Image, while the tests ran: docker buildx build, stage ${stageLabel(final)}`,
      { ...builds.image, tags: [], cacheTo: [], outputs: ['type=cacheonly'], metadataFile: undefined },
      { reword: withoutMarks, isQuiet: false, isHeld: true, signal: abort.signal },
    ).catch(() => undefined) // Cancelled: whoever waits for the other build hears of it.
  return {
    begin: () => {
      if (parallelBuild.kind !== 'parallel' || building !== undefined) return
      building = start()
      void building.then((result) => {
        ended = result
        if (result?.outcome !== 'built') return
        if (isWorthShowing(result)) markShown(docker, result.steps)
        if (!abort.signal.aborted) writing.beginImage(builds.image, result.steps)
      })
    },
    hasBegun: () => building !== undefined,
    stop: () => {
      abort.abort()
    },
    ended: () => Promise.resolve(building),
    findShortage: async () => {
      abort.abort()
      const result = await building
      return result && findShortage(result)
    },
    end: async () => {
      abort.abort()
      await building
      await writing.stop()
    },
    finish: async () => {
      if (building === undefined || (ended !== undefined && !isWorthShowing(ended))) return
      await held.release(log)
      await building
    },
    addTo: async (steps) => addAhead(steps, (await building)?.steps ?? []),
    async [Symbol.asyncDispose]() {
      abort.abort()
      await building
    },
  }
}

/** They are in the log, or will be, before what follows. */
function markShown(docker: Docker, steps: readonly Step[]): void {
  const shown = shownSteps(docker)
  for (const step of steps) shown.add(nameOfStep({ ...step, name: withoutMarks(step.name) }))
}

function isWorthShowing({ outcome, steps }: BuildResult): boolean {
  return outcome === 'built' && steps.some((step) => step.stage !== undefined && step.outcome === 'done')
}

/** The steps of both builds, each once. BuildKit tells a step that two builds need at once to one of them, and the cache may be written meanwhile. */
function addAhead(steps: readonly Step[], ahead: readonly Step[]): Step[] {
  const after = new Map(steps.map((step) => [keyOf(step), step]))
  const before = new Map<string, Step>()
  for (const step of ahead) {
    const key = keyOf(step)
    if (step.position !== undefined && before.get(key)?.outcome !== 'done') before.set(key, step)
  }
  const both = [...before].map(([key, step]) => {
    const again = after.get(key)
    if (again === undefined || again.outcome !== 'cached') return again ?? step
    return step.outcome === 'done' ? { ...again, outcome: step.outcome, durationMs: step.durationMs } : again
  })
  return inOrder([...both, ...steps.filter((step) => !before.has(keyOf(step)))])
}

function keyOf({ stage, platform, position, name }: Step): string {
  return JSON.stringify([stage, platform, position, withoutMarks(name)])
}
