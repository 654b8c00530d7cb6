import { join } from 'node:path'
import { readBuildMetadata } from '../docker/build/build-result.ts'
import type { Docker } from '../docker/docker.ts'
import { makeOwnName, type OwnName } from '../docker/engine-image.ts'
import type { Log } from '../shared/log.ts'
import type { Plan } from '../plan/plan.ts'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import { runFinalBuild, type FinalBuild } from './build-final.ts'

/**
 * What an engine has of the final stage, under a name that nobody else uses; without that the builder's cache keeps what it needs to make
 * the same image again.
 */
export interface EngineBuild extends FinalBuild, OwnName {
  configDigest: string
}

/**
 * Builds the final stage into the engine itself, under a name that nobody else uses: for a builder that writes no OCI
 * layout. Throws a UserError as `buildFinal` does.
 */
export async function buildIntoEngine(
  docker: Docker,
  log: Log,
  plan: Plan,
  request: PreparedBuilds['image'],
  tempFolder: string,
): Promise<EngineBuild> {
  // A name, because removing an image by its digest takes the only name away that somebody else may have given it.
  const own = makeOwnName(docker, 'measured', (warning) => {
    log.warning(warning)
  })
  const metadataFile = join(tempFolder, 'build-metadata.json')
  const asked = { ...request, tags: [own.reference], outputs: ['type=docker'], metadataFile }
  try {
    const built = await runFinalBuild(docker, log, plan, asked)
    const metadata = await readBuildMetadata(metadataFile)
    // Before Docker 23 an engine names what it loads by its config alone.
    const configDigest = metadata.configDigest ?? metadata.digest
    if (configDigest === undefined) throw new Error('buildx does not say which image it built.')
    return { ...built, ...own, configDigest }
  } catch (error) {
    await own[Symbol.asyncDispose]()
    throw error
  }
}
