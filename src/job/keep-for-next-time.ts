import { saveRecords } from '../baselines/save-records.ts'
import type { Step } from '../docker/build/build-result.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'
import type { CacheWrite } from '../build/write-cache.ts'
import { decideCacheWrite, type CacheUse } from '../plan/decide-cache-write.ts'
import type { Plan } from '../plan/plan.ts'
import type { TestReport } from '../testing/test-report.ts'
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

/** Keeps what comes before tests that failed, so that the fix need not build it again. */
export async function* keepForFix(caches: CacheUse & Caches, plan: Plan, { steps }: TestReport): Steps {
  const news = decideCacheWrite(plan, caches, steps)
  if (news !== 'write' && caches.isHosted) caches.writing.spare(news)
  yield* keepCaches(caches)
}

/** Keeps the caches alone; without an image only what comes before the tests. */
async function* keepCaches(
  { writing, mounts }: Caches,
  image?: PreparedImage['request'],
  isServiceInTrouble = false,
): Steps {
  yield { written: await writing.finish(image, isServiceInTrouble) }
  yield { saved: await mounts?.save() }
}

/**
 * Begins to write the build cache where the steps of the job's builds made something for it. What is given back takes the image's
 * measurements, which say whether the cache can stay as it is otherwise.
 */
export function settleCache(
  { writing, ...use }: CacheUse & Caches,
  image: PreparedImage,
  steps: readonly Step[],
): (measured: readonly ImageRecord[]) => void {
  const news = decideCacheWrite(image.plan, use, [...image.tests.steps, ...steps])
  if (news === 'write') writing.begin(image.request)
  return (measured) => {
    if (news === 'write') return
    if (use.isHosted || areMeasured(image, measured)) writing.spare(news)
    else writing.begin(image.request)
  }
}

/** Whether the branch has measured these layers before, and so written their cache: a builder that stays may know them of a pull request. */
function areMeasured({ before }: Pick<PreparedImage, 'before'>, images: readonly ImageRecord[]): boolean {
  const layersOf = ({ layers }: ImageRecord): string => layers.map(({ diffId }) => diffId).join()
  const known = new Set(before.map(layersOf))
  return images.every((image) => known.has(layersOf(image)))
}
