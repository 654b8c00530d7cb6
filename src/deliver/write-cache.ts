import { fromCache } from '../build/repeat-build.ts'
import { parseBuildError } from '../docker/build/buildkit-words.ts'
import type { Docker } from '../docker/docker.ts'
import { runBuild } from '../docker/build/run-build.ts'
import type { Log } from '../shared/log.ts'
import type { CacheChoice } from '../plan/choose-cache.ts'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import { withoutMarks } from '../plan/instrument/run-mounts.ts'

/** BuildKit waits for ever for a cache service that hangs, whatever its `timeout` says; a layer's upload is one silence. */
const silenceMs = 45_000

/** What became of the build cache. */
export interface WrittenCache {
  /** Undefined when nothing was to be written. */
  writeMs: number | undefined
  warnings: string[]
}

/**
 * Writes the build cache by repeating the cached builds: solves of their own, so that a cache that fails or hangs costs
 * neither the image nor the job. Gives a warning when it was lost. Without an image (the tests failed) only what came before the
 * tests is written, so that the fix does not restore and compile everything again; the image's own cache stays as it was.
 * `isServiceInTrouble` says that the Actions cache failed a moment ago: it is not waited for again.
 */
export async function writeCache(
  { docker, log }: { docker: Docker; log: Log },
  image: PreparedBuilds['image'] | undefined,
  { builds, cache }: { builds: Pick<PreparedBuilds, 'testCaches'>; cache: CacheChoice },
  isServiceInTrouble = false,
): Promise<WrittenCache> {
  const { to, testsTo, kind } = cache
  const solves = [
    ...(image === undefined || to.length === 0 ? [] : [{ request: image, to }]),
    ...builds.testCaches.flatMap((request, index) => {
      const place = testsTo[index]
      return place === undefined ? [] : [{ request, to: [place] }]
    }),
  ]
  if (solves.length === 0) return { writeMs: undefined, warnings: [] }
  if (kind === 'gha' && isServiceInTrouble) {
    const why = 'its service did not take the measurement a moment ago'
    return { writeMs: undefined, warnings: [`The build cache was not written: ${why}.`] }
  }
  const startedAt = performance.now()
  for (const solve of solves) {
    const why = await writeOne(docker, log, kind, solve)
    if (why === undefined) continue
    const warnings = [`The build cache was not written: ${why}. The next run may be slower.`]
    return { writeMs: performance.now() - startedAt, warnings }
  }
  return { writeMs: performance.now() - startedAt, warnings: [] }
}

/** Gives why it failed. */
async function writeOne(
  docker: Docker,
  log: Log,
  kind: CacheChoice['kind'],
  { request, to }: { request: PreparedBuilds['image']; to: string[] },
): Promise<string | undefined> {
  const build = await runBuild(
    docker,
    log,
    `Write the build cache (${kind})`,
    {
      ...fromCache(request),
      cacheTo: to,
      outputs: ['type=cacheonly'],
      metadataFile: undefined,
    },
    { reword: withoutMarks, isQuiet: true, silenceMs },
  )
  if (build.outcome === 'built') return undefined
  if (build.outcome === 'timed-out') return `it gave no sign of life for ${silenceMs / 1000} s`
  return parseBuildError(build.text).message.split('\n')[0] ?? 'no reason was given'
}
