import { repeatBuild } from '../build/build-final.ts'
import type { Docker, DockerTools } from '../docker/docker.ts'
import { makeOwnName } from '../docker/engine-image.ts'
import { readDiffIds } from '../measure/measure-saved.ts'
import type { Measurement } from '../measure/measurement.ts'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import { OtherImageError } from '../shared/errors.ts'

/** The measured image, and how the builder makes it again from its cache. */
export interface ImageToStart {
  request: PreparedBuilds['image']
  /** Outputs that the build needs beside the load, so that its metadata name the config. */
  outputs: readonly string[]
  measured: Pick<Measurement, 'configDigest' | 'layers'>
}

/** Loads the measured image under a name of its own for `work`, and takes the name away again. Throws a UserError, also for another image. */
export async function withLoadedImage<T>(
  { docker, log, tempFolder }: DockerTools,
  { request, outputs, measured }: ImageToStart,
  work: (reference: string) => Promise<T>,
  onTrouble: (warning: string) => void,
): Promise<T> {
  await using own = makeOwnName(docker, 'smoke-test', onTrouble)
  const { reference } = own
  const words = {
    title: 'Load the image for the smoke test, under a name of its own',
    failure: 'The image could not be loaded for its smoke test',
  }
  const asked = { ...request, tags: [reference], outputs: [...outputs, 'type=docker'] }
  const { configDigest } = await repeatBuild(docker, log, words, asked, tempFolder)
  if (!(await isMeasured(docker, { configDigest, reference }, measured))) throw notMeasured(measured)
  return await work(reference)
}

function notMeasured({ configDigest }: Pick<Measurement, 'configDigest'>): OtherImageError {
  return new OtherImageError(
    'The smoke test got another image than the measured one',
    `Measured was the config ${configDigest}. A step of the final stage gave another result when the build was repeated, ` +
      'twice: something else changes its files meanwhile, or the cache of the builder. Nothing was loaded or pushed. Run the job again.',
  )
}

/**
 * Whether an image that was built into the engine is the measured one: by its config where buildx names it; else, as for a builder that is
 * not the engine itself, by the content of its layers, which is all of an image that can come out differently the second time.
 */
async function isMeasured(
  docker: Docker,
  { configDigest, reference }: { configDigest: string | undefined; reference: string },
  measured: Pick<Measurement, 'configDigest' | 'layers'>,
): Promise<boolean> {
  if (configDigest !== undefined) return configDigest === measured.configDigest
  const diffIds = await readDiffIds(docker, reference)
  const { layers } = measured
  return diffIds?.length === layers.length && layers.every(({ diffId }, index) => diffId === diffIds[index])
}
