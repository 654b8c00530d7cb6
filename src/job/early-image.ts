import type { AheadBuild } from '../build/build-ahead.ts'
import { HeldLog } from '../build/held-log.ts'
import type { CacheWrite } from '../build/write-cache.ts'
import { findLoadWithBuild } from '../deliver/plan-deliveries.ts'
import type { Plan } from '../plan/plan.ts'
import { buildImage, type BuiltImage } from './build-image.ts'
import type { ImageJob, Tools } from './job.ts'
import { prepareBuild, type PreparedJob } from './prepare-job.ts'

/** The build of the image that begins while the results of the tests are collected; its disposal takes away what nobody took. */
export interface EarlyImage extends AsyncDisposable {
  /** Begins it, where the steps of the image may run before the results of the tests are known. */
  begin: (hasCacheTrouble: boolean) => void
  /** Gives it, once, and shows what it printed; builds the image where there is none. Throws what `buildImage` throws. */
  take: (job: ImageJob) => Promise<BuiltImage>
}

/** Prepares to export the image into a private folder, and to load it under a name that nobody else uses, as soon as the tests' builds have ended well. */
export function prepareEarly(
  tools: Pick<Tools, 'docker' | 'log' | 'tempFolder'>,
  prepared: PreparedJob,
  plan: Plan,
  ahead: AheadBuild,
  writing: Pick<CacheWrite, 'hasBegun'>,
): EarlyImage {
  const held = new HeldLog()
  let building: Promise<BuiltImage | undefined> | undefined
  const start = async (hasCacheTrouble: boolean): Promise<BuiltImage | undefined> => {
    const job = await prepareBuild(prepared, plan, ahead, hasCacheTrouble)
    // Three at once only make the cache late, for which the job waits in the end.
    return writing.hasBegun() ? undefined : buildImage({ ...tools, log: held }, job)
  }
  return {
    begin: (hasCacheTrouble) => {
      if (plan.tried !== undefined || plan.testsOnly || prepared.parallelBuild.kind === 'after') return
      if (namesAtOnce(prepared)) return
      building = start(hasCacheTrouble)
      // Whoever takes it hears of it.
      building.catch(() => undefined)
    },
    take: async (job) => {
      const begun = building
      building = undefined
      if (begun !== undefined) await held.release(tools.log)
      return (await begun) ?? buildImage(tools, job)
    },
    async [Symbol.asyncDispose]() {
      const left = await building?.catch(() => undefined)
      await left?.[Symbol.asyncDispose]()
    },
  }
}

/** Whether the build itself gives the image a name that somebody asked for, as it does in the engine of another docker context. */
function namesAtOnce({
  settings,
  builder,
  deliveries,
}: Pick<PreparedJob, 'settings' | 'builder' | 'deliveries'>): boolean {
  const load = findLoadWithBuild(deliveries, settings, builder)
  return load?.waits === 'nowhere' && load.names.length > 0
}
