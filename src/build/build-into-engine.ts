import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { readBuildMetadata } from '../docker/build/build-result.ts'
import type { Docker } from '../docker/docker.ts'
import type { Log } from '../shared/log.ts'
import type { Plan } from '../plan/plan.ts'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import { runFinalBuild, type FinalBuild } from './build-final.ts'

/** What an engine has of the final stage. */
export interface EngineBuild extends FinalBuild {
  /** A name that nobody else uses. */
  reference: string
  configDigest: string
  /**
   * Takes the name away again, which also happens when the job is cancelled; the builder's cache keeps what it needs to make the same
   * image again. Gives why that failed.
   */
  remove: () => Promise<string | undefined>
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
  const reference = `dotnet-container-${randomUUID()}:measured`
  const metadataFile = join(tempFolder, 'build-metadata.json')
  const outputs = ['type=docker']
  const takeBack = docker.undoLater(['image', 'rm', reference])
  const remove = async (): Promise<string | undefined> => {
    let trouble: string | undefined
    await takeBack((why) => (trouble = why))
    return trouble
  }
  try {
    const built = await runFinalBuild(docker, log, plan, {
      ...request,
      tags: [reference],
      outputs,
      metadataFile,
    })
    const metadata = await readBuildMetadata(metadataFile)
    // Before Docker 23 an engine names what it loads by its config alone.
    const configDigest = metadata.configDigest ?? metadata.digest
    if (configDigest === undefined) throw new Error('buildx does not say which image it built.')
    return { ...built, reference, configDigest, remove }
  } catch (error) {
    // A build that failed has left no name.
    await remove()
    throw error
  }
}
