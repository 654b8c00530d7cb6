import { repositoryOf } from '../docker/registry.ts'
import {
  attributeOf,
  formatOutput,
  isLoad,
  isPush,
  namesOf,
  withPush,
  type Output,
} from '../inputs/parsers/outputs.ts'
import type { Settings } from '../inputs/settings.ts'
import { choosePacking, packingOf } from '../plan/packing.ts'
import type { BuildMetadata } from '../docker/build/build-result.ts'
import type { Builder } from '../docker/builder.ts'
import type { Docker } from '../docker/docker.ts'
import { askDescriptor } from '../docker/engine-image.ts'

/** One place that the image goes to. */
export interface PlannedDelivery {
  how: 'pushed' | 'loaded' | 'written'
  /** In buildx's words. */
  output: string
  asked: Output
  /** Image names in a registry or an engine. */
  names: string[]
  /** Whether it is compressed as the image that was measured. */
  isCompressedAlike: boolean
  /**
   * Where it waits without its names until it was compared: in the engine under a name that nobody else uses, in the registry under
   * its digest alone, or in a temporary folder: written into the build context it would change the image. Nowhere for what gets no name.
   */
  waits: 'engine' | 'registry' | 'folder' | 'nowhere'
}

const order = ['written', 'loaded', 'pushed'] as const

/**
 * All places that the image goes to, registries last, since a push can't be taken back; `push` and `load` on top of the outputs as buildx adds them
 * (commands/build.go). Who builds with the engine and asks for nothing gets the image there; from other builders a load costs seconds.
 */
export function planDeliveries(
  { outputs, push, load, tags }: Pick<Settings, 'outputs' | 'push' | 'load' | 'tags'>,
  driver: string,
): PlannedDelivery[] {
  const asked = withPush(outputs, push)
  if (load && !asked.some(isLoad)) asked.push({ type: 'docker', attributes: [] })
  if (asked.length === 0 && driver === 'docker') asked.push({ type: 'docker', attributes: [] })
  const measured = JSON.stringify(choosePacking({ outputs, push }))
  const planned = asked
    .filter(({ type }) => type !== 'cacheonly')
    .map((output): PlannedDelivery => ({
      how: isPush(output) ? 'pushed' : output.dest === undefined ? 'loaded' : 'written',
      output: formatOutput(isPush(output) ? withMediaTypes(output) : output),
      asked: output,
      names: namesOf(output).length > 0 ? namesOf(output) : tags,
      isCompressedAlike: JSON.stringify(packingOf(output)) === measured,
      waits: whereItWaits(output, namesOf(output).length > 0 || tags.length > 0, driver),
    }))
  return planned.sort((a, b) => order.indexOf(a.how) - order.indexOf(b.how))
}

/** buildx pushes by digest from all builders but the engine itself, whose images get other names and are pushed by docker. */
function whereItWaits(output: Output, hasNames: boolean, driver: string): PlannedDelivery['waits'] {
  const isByDigest = /^(?:1|t|true)$/i.test(attributeOf(output, 'push-by-digest') ?? '')
  // Another engine than the one that docker speaks to.
  const isElsewhere = attributeOf(output, 'context') !== undefined
  if (output.dest !== undefined) return 'folder'
  if (!hasNames || isByDigest || isElsewhere) return 'nowhere'
  if (isPush(output)) return driver === 'docker' ? 'engine' : 'registry'
  return isLoad(output) || driver === 'docker' ? 'engine' : 'nowhere'
}

/** Attributes that say under which names an image goes out. */
const naming = new Set(['name', 'push', 'push-by-digest', 'name-canonical'])

/** The output with which it waits, at `place` where that is a folder, in buildx's words: under no name that somebody asked for. */
export function waitingOutput({ waits, output, asked, names }: PlannedDelivery, place?: string): string {
  if (waits === 'nowhere') return output
  if (waits === 'folder') return formatOutput({ ...asked, ...(place === undefined ? {} : { dest: place }) })
  const { type, attributes } = isPush(asked) ? withMediaTypes(asked) : asked
  const own = attributes.filter(([key]) => !naming.has(key))
  if (waits === 'engine') return formatOutput({ type: type === 'registry' ? 'image' : type, attributes: own })
  const byDigest: Output['attributes'] = [
    ['name', repositoriesOf(names).join(',')],
    ['push', 'true'],
    ['push-by-digest', 'true'],
    ['name-canonical', 'true'],
  ]
  return formatOutput({ type: 'image', attributes: [...own, ...byDigest] })
}

/** The repositories of image names, each once. */
export function repositoriesOf(names: readonly string[]): string[] {
  return [...new Set(names.map(repositoryOf))]
}

/** Without attestations BuildKit would push Docker's media types, and so another manifest than the layout has. */
function withMediaTypes(output: Output): Output {
  if (attributeOf(output, 'oci-mediatypes') !== undefined) return output
  return { ...output, attributes: [...output.attributes, ['oci-mediatypes', 'true']] }
}

/** Whether what is written is an OCI layout folder, not one file. */
export function isLayout(output: Output): boolean {
  return output.dest !== undefined && output.type !== 'tar' && attributeOf(output, 'tar') === 'false'
}

/** What buildx calls an image in the engine that was given no name. */
const nameless = /^moby-dangling@(sha256:[0-9a-f]{64})$/

/** What the engine has of an image that the build itself loaded, in the words of a build that only loads it. */
export interface LoadedImage {
  digest: string
  metadata: BuildMetadata['all']
}

/**
 * The delivery for which the build of the image can load it itself, which saves a second solve: into the very engine that builds, of the
 * image as it is measured, without a name that somebody asked for, and where nothing can hold it back any more, neither a budget nor a smoke test.
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
    ({ how, waits, names, isCompressedAlike }) =>
      isCompressedAlike && (waits === 'engine' || (how === 'loaded' && names.length === 0)),
  )
}

/** What the engine has of an image that its build loaded; undefined where it doesn't tell, as before 28: then it has to be loaded once more. */
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
