import { join } from 'node:path'
import { parseBuildError } from '../docker/build/buildkit-words.ts'
import { readBuildMetadata, type BuildMetadata } from '../docker/build/build-result.ts'
import type { BuildRequest } from '../docker/build/build-request.ts'
import type { Docker } from '../docker/docker.ts'
import { runBuild } from '../docker/build/run-build.ts'
import type { Log } from '../shared/log.ts'
import { withoutMarks } from '../plan/instrument/run-mounts.ts'
import { UserError } from '../shared/errors.ts'

/** What buildx says of an image that went out. */
export interface RepeatedBuild extends Pick<BuildMetadata, 'digest' | 'configDigest'> {
  metadata: BuildMetadata['all']
  durationMs: number
}

/** A build that was made in this job, made again from the builder's cache: no step of it runs a second time. */
export function fromCache<T extends Omit<BuildRequest, 'outputs' | 'cacheTo' | 'metadataFile'>>(
  request: T,
): T {
  return { ...request, noCache: false, noCacheStages: [], pull: false }
}

/**
 * Repeats the cached build of the final stage with other outputs: nothing is built again, since what was measured is what is used.
 * Throws a UserError with the title `failure` when that fails.
 */
export async function repeatBuild(
  docker: Docker,
  log: Log,
  { title, failure }: { title: string; failure: string },
  request: Omit<BuildRequest, 'cacheTo' | 'metadataFile'>,
  tempFolder: string,
): Promise<RepeatedBuild> {
  const metadataFile = join(tempFolder, 'metadata.json')
  const build = await runBuild(
    docker,
    log,
    title,
    { ...fromCache(request), cacheTo: [], metadataFile },
    { reword: withoutMarks, isQuiet: true },
  )
  if (build.outcome !== 'built') throw new UserError(failure, parseBuildError(build.text).message)
  const { digest, configDigest, all } = await readBuildMetadata(metadataFile)
  return { digest, configDigest, metadata: all, durationMs: build.durationMs }
}
