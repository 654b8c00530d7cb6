import { FinalBuildError } from '../build/build-final.ts'
import { HeldLog } from '../build/held-log.ts'
import type { CacheWrite } from '../build/write-cache.ts'
import type { Step } from '../docker/build/build-result.ts'
import { findShortage, type Shortage } from '../docker/build/buildkit-words.ts'
import { inOrder, nameOfStep, shownSteps } from '../docker/build/steps.ts'
import { withoutMarks } from '../plan/instrument/run-mounts.ts'
import type { Plan } from '../plan/plan.ts'
import { buildImage, type BuiltImage } from './build-image.ts'
import type { ImageJob, Tools } from './job.ts'
import { prepareBuild, type PreparedJob } from './prepare-job.ts'

/** The build of the image while the tests run; its disposal stops it, and takes away what nobody took. */
export interface ParallelImage extends AsyncDisposable {
  /** Begins it, once; nothing where tests and image do not go side by side. */
  begin: () => void
  hasBegun: () => boolean
  /** Stops it at once. */
  stop: () => void
  /** Stops it, waits for its end, and says what gave out, if that was why it failed. What it built may go on into the cache. */
  findShortage: () => Promise<Shortage | undefined>
  /** Stops it and the writing of what it built, takes away what it built, and waits until all of that is gone. */
  end: () => Promise<void>
  /**
   * Gives the image and shows what its build printed; builds it where that was not begun or has failed. Its steps are as they were when
   * they first ran. Throws what `buildImage` throws.
   */
  take: (job: ImageJob) => Promise<BuiltImage>
}

/**
 * Prepares to build the image in the same builder, into a private folder and under a name that nobody else uses. BuildKit runs what tests
 * and image need once. What the image needs begins to be written into the build cache when it is built, also while the tests still run.
 */
export function prepareParallel(
  tools: Pick<Tools, 'docker' | 'log' | 'tempFolder'>,
  prepared: PreparedJob,
  plan: Plan,
  writing: Pick<CacheWrite, 'beginImage' | 'stop'>,
): ParallelImage {
  const abort = new AbortController()
  const held = new HeldLog()
  let building: Promise<void> | undefined
  let hasEnded = false
  let image: BuiltImage | undefined
  let steps: readonly Step[] = []
  let shortage: Shortage | undefined
  const build = async (): Promise<void> => {
    const job = await prepareBuild(prepared, plan, false)
    image = await buildImage({ ...tools, log: held }, job, abort.signal)
    ;({ steps } = image)
    // They are in the log before what follows.
    const shown = shownSteps(tools.docker)
    for (const step of steps) shown.add(nameOfStep(step))
    if (!abort.signal.aborted) writing.beginImage(prepared.builds.image, steps)
  }
  // A failure is told by the build that follows, the end of a job by those that run on.
  const takeFailure = (error: unknown): void => {
    if (!(error instanceof FinalBuildError)) return
    steps = error.build.steps
    shortage = findShortage(error.build)
  }
  const stop = async (): Promise<void> => {
    abort.abort()
    await building
  }
  const drop = async (): Promise<void> => {
    await stop()
    await image?.[Symbol.asyncDispose]()
    image = undefined
  }
  return {
    begin: () => {
      if (prepared.parallelBuild.kind === 'after' || building !== undefined) return
      building = build()
        .catch(takeFailure)
        .finally(() => {
          hasEnded = true
        })
    },
    hasBegun: () => building !== undefined,
    stop: () => {
      abort.abort()
    },
    findShortage: async () => {
      await stop()
      return shortage
    },
    end: async () => {
      await drop()
      await writing.stop()
    },
    take: async (job) => {
      if (building !== undefined && (!hasEnded || image !== undefined)) await held.release(tools.log)
      await building
      const taken = image ?? (await buildImage(tools, job))
      image = undefined
      return { ...taken, steps: withEarlier(taken.steps, steps) }
    },
    [Symbol.asyncDispose]: drop,
  }
}

/** The steps of both builds, each once. BuildKit tells a step that two builds need at once to one of them, and the cache may be written meanwhile. */
function withEarlier(steps: readonly Step[], earlier: readonly Step[]): Step[] {
  const after = new Map(steps.map((step) => [keyOf(step), step]))
  const before = new Map<string, Step>()
  for (const step of earlier) {
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
