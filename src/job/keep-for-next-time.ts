import { saveRecords } from '../baselines/save-records.ts'
import { cameFromCache } from '../docker/build/steps.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'
import type { CacheWrite } from '../build/write-cache.ts'
import type { ComparedImage } from './compare-image.ts'
import type { Steps } from './findings.ts'
import type { Run, Tools } from './job.ts'
import type { PreparedImage, PreparedJob } from './prepare-job.ts'

/** The caches of a job: that of its builds, and its cache mounts. */
interface Caches extends Pick<PreparedJob, 'mounts'> {
  writing: CacheWrite
}

/** Keeps the records of what went out, and the caches. */
export async function* keepForNextTime(
  tools: Pick<Tools, 'store'>,
  context: Run['context'],
  caches: Caches,
  image: PreparedImage,
  { platforms }: ComparedImage,
): Steps {
  const { warnings, isStoreDown } = await saveRecords(tools, context, image, platforms)
  yield { lost: warnings }
  yield* keepCaches(caches, image.request, isStoreDown)
}

/** Keeps the caches alone; without an image only what comes before the tests. */
export async function* keepCaches(
  { writing, mounts }: Caches,
  image?: PreparedImage['request'],
  isServiceInTrouble = false,
): Steps {
  yield { written: await writing.finish(image, isServiceInTrouble) }
  yield { saved: await mounts?.save() }
}

/** Whether all of a job's builds came from the cache. */
export function isFromCache(
  { tests }: Pick<PreparedImage, 'tests'>,
  steps: Parameters<typeof cameFromCache>[0],
): boolean {
  return tests.cameFromCache && cameFromCache(steps)
}

/**
 * Whether the branch has measured these layers before: then that job has written the cache that all of it came from. A builder that stays
 * also answers with what it built for a pull request, which wrote nothing.
 */
export function areMeasured(
  { before }: Pick<PreparedImage, 'before'>,
  images: readonly ImageRecord[],
): boolean {
  const layersOf = ({ layers }: ImageRecord): string => layers.map(({ diffId }) => diffId).join()
  const known = new Set(before.map(layersOf))
  return images.every((image) => known.has(layersOf(image)))
}
