import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import { parseBuildError } from '../docker/build-error.ts'
import type { Docker } from '../docker/docker.ts'
import { runBuild } from '../docker/run-build.ts'
import type { Log } from '../log.ts'
import type { CacheChoice } from '../plan/choose-cache.ts'
import { withoutMarks } from '../plan/run-mounts.ts'

/** BuildKit waits for ever for a cache service that hangs, whatever its `timeout` says; a layer's upload is one silence. */
const silenceMs = 45_000

/**
 * Writes the build cache by repeating the cached build: a solve of its own, so that a cache that fails or hangs costs
 * neither the image nor the job. Gives a warning when it was lost.
 * `isServiceInTrouble` says that the Actions cache failed a moment ago: it is not waited for again.
 */
export async function writeCache(
  docker: Docker,
  log: Log,
  request: PreparedBuilds['image'],
  { to, kind }: CacheChoice,
  isServiceInTrouble: boolean,
): Promise<string[]> {
  if (to.length === 0) return []
  if (kind === 'gha' && isServiceInTrouble) {
    return ['The build cache was not written: its service did not take the record a moment ago.']
  }
  const build = await runBuild(
    docker,
    log,
    `Write the build cache (${kind})`,
    {
      ...request,
      noCache: false,
      noCacheStages: [],
      pull: false,
      cacheTo: to,
      outputs: ['type=cacheonly'],
      metadataFile: undefined,
    },
    { reword: withoutMarks, isQuiet: true, silenceMs },
  )
  if (build.outcome === 'built') return []
  const why =
    build.outcome === 'timed-out'
      ? `it gave no sign of life for ${silenceMs / 1000} s`
      : parseBuildError(build.text).message.split('\n')[0]
  return [`The build cache was not written: ${why ?? 'no reason was given'}. The next run may be slower.`]
}
