import * as v from 'valibot'
import type { Docker } from '../docker/docker.ts'
import { askManifest, repositoryOf } from '../docker/registry-size.ts'
import { attributeOf } from '../inputs/outputs.ts'
import type { Measurement } from '../measure/measurement.ts'
import type { PlannedDelivery } from './plan-deliveries.ts'
import { readArchive, readArchiveFolder } from './read-archive.ts'

const inspectDeadlineMs = 30_000

/** Tools for the check of what went out. */
export interface CheckTools {
  docker: Docker
  builder: string | undefined
}

/**
 * By what the delivered image was told to be the measured one: its manifest, its config, or nothing but that it comes from the
 * same solve, for what has neither (files, an engine). Undefined: it is another one, or nobody could tell.
 */
export type Proof = 'manifest' | 'config' | 'build' | undefined

/** One for each platform: what goes out must have them all. */
type Measured = readonly [Image, ...Image[]]
type Image = Pick<Measurement, 'manifestDigest' | 'configDigest'>

const indexSchema = v.looseObject({
  manifests: v.array(
    v.looseObject({ digest: v.string(), annotations: v.optional(v.record(v.string(), v.string())) }),
  ),
})
const manifestSchema = v.looseObject({ config: v.looseObject({ digest: v.string() }) })

/** Looks at what was delivered; `digest` is what buildx says of it. Throws an Error for an archive that is damaged. */
export async function proveDelivery(
  tools: CheckTools,
  delivery: PlannedDelivery,
  digest: string | undefined,
  measured: Measured,
): Promise<Proof> {
  const { how, asked } = delivery
  if (how === 'pushed') return provePush(tools, delivery, digest ?? measured[0].manifestDigest, measured)
  if (asked.dest === undefined || asked.type === 'local' || asked.type === 'tar') return 'build'
  const isFolder = attributeOf(asked, 'tar') === 'false'
  const read = isFolder ? readArchiveFolder : readArchive
  const { manifestDigests, configDigests } = await read(asked.dest)
  if (measured.every((image) => manifestDigests.has(image.manifestDigest))) return 'manifest'
  return measured.every((image) => configDigests.has(image.configDigest)) ? 'config' : undefined
}

/** What the registry has under the digest must be the measured manifest, or an index with it. */
async function provePush(
  { docker, builder }: CheckTools,
  { names, isPackedAlike }: PlannedDelivery,
  digest: string,
  measured: Measured,
): Promise<Proof> {
  if (measured.length === 1 && digest === measured[0].manifestDigest) return 'manifest'
  const repository = repositoryOf(names[0] ?? '')
  const ask = async (of: string): Promise<unknown> => {
    const asked = await askManifest(docker, `${repository}@${of}`, builder, inspectDeadlineMs)
    return asked.kind === 'found' ? asked.json : undefined
  }
  const top = await ask(digest)
  const index = v.safeParse(indexSchema, top)
  const entries = index.success ? index.output.manifests : []
  const digests = new Set(entries.map((entry) => entry.digest))
  if (measured.every((image) => digests.has(image.manifestDigest))) return 'manifest'
  if (isPackedAlike) return undefined
  // Layers that are packed otherwise make another manifest; the config names what is in them.
  const images = entries.filter(({ annotations }) => annotations?.['vnd.docker.reference.type'] === undefined)
  const manifests = index.success ? await Promise.all(images.map((image) => ask(image.digest))) : [top]
  const configs = manifests.map((manifest) => v.safeParse(manifestSchema, manifest))
  const configDigests = new Set(configs.flatMap((one) => (one.success ? [one.output.config.digest] : [])))
  const isSame = measured.every((image) => configDigests.has(image.configDigest))
  return isSame ? 'config' : undefined
}
