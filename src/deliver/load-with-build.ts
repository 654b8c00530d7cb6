import * as v from 'valibot'
import type { BuildMetadata } from '../docker/build-metadata.ts'
import type { Builder } from '../docker/builder.ts'
import type { Docker } from '../docker/docker.ts'
import type { Settings } from '../inputs/settings.ts'
import type { PlannedDelivery } from './plan-deliveries.ts'

const inspectDeadlineMs = 30_000

/** What buildx calls an image in the engine that was given no name. */
const nameless = /^moby-dangling@(sha256:[0-9a-f]{64})$/

const descriptorSchema = v.looseObject({ digest: v.string() })

/** What the engine has of an image that the build itself loaded, in the words of a build that only loads it. */
export interface LoadedImage {
  digest: string
  metadata: BuildMetadata['all']
}

/**
 * The load that the build of the image can do itself, which saves a second solve: into the very engine that builds, of the image
 * as it is measured, and where nothing can hold it back any more, neither a budget nor a smoke test.
 */
export function findLoadWithBuild(
  deliveries: readonly PlannedDelivery[],
  settings: Pick<Settings, 'maxSizeBytes' | 'maxIncrease' | 'smokeCheck'>,
  { driver }: Pick<Builder, 'driver'>,
): PlannedDelivery | undefined {
  const { maxSizeBytes, maxIncrease, smokeCheck } = settings
  const mayBeHeldBack = maxSizeBytes !== undefined || maxIncrease.length > 0 || smokeCheck !== undefined
  if (driver !== 'docker' || mayBeHeldBack) return undefined
  return deliveries.find(({ how, isCompressedAlike }) => how === 'loaded' && isCompressedAlike)
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
  const asked = await docker.run({
    args: ['image', 'inspect', '--format', '{{json .Descriptor}}', nameless.exec(name)?.[1] ?? name],
    deadlineMs: inspectDeadlineMs,
  })
  if (asked.kind !== 'exited' || asked.code !== 0) return undefined
  const descriptor = v.safeParse(v.pipe(v.string(), v.parseJson(), descriptorSchema), asked.stdout)
  if (!descriptor.success) return undefined
  const { digest } = descriptor.output
  const own = { 'containerimage.digest': digest, 'containerimage.descriptor': descriptor.output }
  return { digest, metadata: { ...metadata?.all, ...own } }
}
