import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Docker } from '../docker/docker.ts'
import type { Log } from '../log.ts'
import type { Plan } from '../plan/plan.ts'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import { runFinalBuild, type FinalBuild } from './build-final.ts'

const removeDeadlineMs = 30_000

/** What an engine has of the final stage. */
export interface EngineBuild extends FinalBuild {
  /** A name that nobody else uses. */
  reference: string
  configDigest: string
}

const metadataSchema = v.looseObject({ 'containerimage.config.digest': v.string() })

/**
 * Builds the final stage into the engine itself, under a name that nobody else uses: for a builder that writes no OCI
 * layout. `removeBuild` takes the name away again. Throws a UserError as `buildFinal` does.
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
  const built = await runFinalBuild(docker, log, plan, {
    ...request,
    tags: [reference],
    outputs,
    metadataFile,
  })
  const metadata = v.parse(metadataSchema, JSON.parse(await readFile(metadataFile, 'utf8')))
  return { ...built, reference, configDigest: metadata['containerimage.config.digest'] }
}

/** Takes the private name of a build away; the builder's cache keeps what it needs to make the same image again. */
export async function removeBuild(
  docker: Docker,
  { reference }: Pick<EngineBuild, 'reference'>,
): Promise<void> {
  await docker.run({ args: ['image', 'rm', reference], deadlineMs: removeDeadlineMs })
}
