import type { BuildMetadata } from '../docker/build/build-result.ts'
import type { Builder } from '../docker/builder.ts'
import type { Docker } from '../docker/docker.ts'
import { askDescriptor } from '../docker/engine-image.ts'
import type { Settings } from '../inputs/settings.ts'
import type { PlannedDelivery } from './plan-deliveries.ts'

/** What buildx calls an image in the engine that was given no name. */
const nameless = /^moby-dangling@(sha256:[0-9a-f]{64})$/

/** What the engine has of an image that the build itself loaded, in the words of a build that only loads it. */
export interface LoadedImage {
  digest: string
  metadata: BuildMetadata['all']
}

/**
 * The delivery for which the build of the image can load it itself, which saves a second solve: into the very engine that builds, of the
 * image as it is measured, and where nothing can hold it back any more, neither a budget nor a smoke test.
 */
export function findLoadWithBuild(
  deliveries: readonly PlannedDelivery[],
  settings: Pick<Settings, 'maxSizeBytes' | 'maxIncrease' | 'smokeCheck'>,
  { driver }: Pick<Builder, 'driver'>,
): PlannedDelivery | undefined {
  const { maxSizeBytes, maxIncrease, smokeCheck } = settings
  const mayBeHeldBack = maxSizeBytes !== undefined || maxIncrease.length > 0 || smokeCheck !== undefined
  if (driver !== 'docker' || mayBeHeldBack) return undefined
  return deliveries.find(
    ({ how, waits, isCompressedAlike }) => isCompressedAlike && (how === 'loaded' || waits === 'engine'),
  )
}

/**
 * Asks the engine what it has of an image that was loaded by its build, whose metadata name the digest of the layout beside it.
 * Gives undefined where it doesn't tell, as engines before 28: then it has to be loaded once more.
 */
export async function askLoaded(
  docker: Docker,
  metadata: BuildMetadata | undefined,
): Promise<LoadedImage | undefined> {
  const name = metadata?.imageName?.split(',')[0]
  if (name === undefined) return undefined
  const descriptor = await askDescriptor(docker, nameless.exec(name)?.[1] ?? name)
  if (descriptor === undefined) return undefined
  const { digest } = descriptor
  const own = { 'containerimage.digest': digest, 'containerimage.descriptor': descriptor }
  return { digest, metadata: { ...metadata?.all, ...own } }
}
