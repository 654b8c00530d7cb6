import * as v from 'valibot'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Docker } from '../docker/docker.ts'
import { askDescriptor } from '../docker/engine-image.ts'
import { askManifest, indexSchema, manifestSchema, repositoryOf } from '../docker/registry.ts'
import type { Measurement } from '../measure/measurement.ts'
import { readFileAs } from '../shared/schema-values.ts'
import { isLayout, type PlannedDelivery } from './plan-deliveries.ts'
import { blobName, digestOf, maxJsonBytes, readImages, readImagesOf } from '../measure/oci/oci-layout.ts'
import { readTar } from '../shared/files/read-tar.ts'

const inspectDeadlineMs = 30_000

/** Tools for the check of what went out. */
interface CheckTools {
  docker: Docker
  builder: string | undefined
}

/** What proves it: manifest, config, or, for what has neither (files, an engine), that it comes from the same solve. */
export type Proof = 'manifest' | 'config' | 'build'

/** Whether what was delivered is the measured image. */
export type Comparison = { kind: 'same'; by: Proof } | { kind: 'other' } | { kind: 'unknown'; reason: string }

const same = (by: Proof): Comparison => ({ kind: 'same', by })

/** One for each platform: what goes out must have them all. */
type Measured = readonly [Image, ...Image[]]
type Image = Pick<Measurement, 'method' | 'platform' | 'manifestDigest' | 'configDigest'>

/** Looks at what is to be delivered, before it gets its names: by the digests that buildx says of it, in the engine, or at a path. Throws an Error for an archive that is damaged. */
export async function proveDelivery(
  tools: CheckTools,
  delivery: PlannedDelivery,
  { digest, configDigest, place }: Record<'digest' | 'configDigest' | 'place', string | undefined>,
  measured: Measured,
): Promise<Comparison> {
  const { how, asked, waits } = delivery
  if (measured[0].method === 'docker-save')
    return proveByConfig(delivery, configDigest ?? digest, measured[0])
  if (waits === 'engine' && place !== undefined) return proveInEngine(tools, delivery, place, measured)
  if (how === 'pushed') return provePush(tools, delivery, digest ?? measured[0].manifestDigest, measured)
  if (waits !== 'folder' || place === undefined || asked.type === 'local' || asked.type === 'tar')
    return same('build')
  const found: FoundImage[] = await (isLayout(asked) ? readImages(place) : readArchive(place))
  const hasAll = (key: keyof FoundImage): boolean =>
    measured.every((image) => found.some((one) => one[key] === image[key]))
  if (hasAll('manifestDigest')) return same('manifest')
  return hasAll('configDigest') ? same('config') : { kind: 'other' }
}

/** An engine with its legacy store compresses while it pushes, and before Docker 23 names what it loads by its config alone. */
function proveByConfig({ how }: PlannedDelivery, found: string | undefined, measured: Image): Comparison {
  if (how === 'written') return same('build')
  return found === measured.configDigest ? same('config') : { kind: 'other' }
}

/** By the manifests that the engine has; where it does not tell, or was sent another form of the image, the same solve stands for it. */
async function proveInEngine(
  { docker }: CheckTools,
  { how, isCompressedAlike }: PlannedDelivery,
  reference: string,
  measured: Measured,
): Promise<Comparison> {
  const platforms = measured.map(({ platform }) => askDescriptor(docker, reference, platform))
  const manifests = await Promise.all(platforms)
  const isSame = measured.every(({ manifestDigest }, index) => manifests[index]?.digest === manifestDigest)
  if (isSame) return same('manifest')
  const isTold = manifests.every((manifest) => manifest !== undefined)
  return how === 'pushed' && isCompressedAlike && isTold ? { kind: 'other' } : same('build')
}

/** What the registry has under the digest must be the measured manifest, or an index with it. */
async function provePush(
  { docker, builder }: CheckTools,
  { names, isCompressedAlike }: PlannedDelivery,
  digest: string,
  measured: Measured,
): Promise<Comparison> {
  if (measured.length === 1 && digest === measured[0].manifestDigest) return same('manifest')
  const repository = repositoryOf(names[0] ?? '')
  const ask = (of: string): ReturnType<typeof askManifest> =>
    askManifest(docker, `${repository}@${of}`, builder, inspectDeadlineMs)
  const top = await ask(digest)
  if (top.kind === 'none') return { kind: 'unknown', reason: top.reason }
  const index = v.safeParse(indexSchema, top.json)
  const entries = index.success ? index.output.manifests : []
  const digests = new Set(entries.map((entry) => entry.digest))
  if (measured.every((image) => digests.has(image.manifestDigest))) return same('manifest')
  if (isCompressedAlike) return { kind: 'other' }
  // Layers that are compressed otherwise make another manifest; the config names what is in them.
  const images = entries.filter(({ annotations }) => annotations?.['vnd.docker.reference.type'] === undefined)
  const asked = index.success ? await Promise.all(images.map((image) => ask(image.digest))) : [top]
  const configDigests = new Set<string>()
  for (const manifest of asked) {
    if (manifest.kind === 'none') return { kind: 'unknown', reason: manifest.reason }
    const parsed = v.safeParse(manifestSchema, manifest.json)
    if (parsed.success) configDigests.add(parsed.output.config.digest)
  }
  return measured.every((image) => configDigests.has(image.configDigest)) ? same('config') : { kind: 'other' }
}

/** Configs of images are a few kilobytes. */
const maxConfigBytes = 1024 * 1024

const configSchema = v.looseObject({
  os: v.string(),
  rootfs: v.looseObject({ diff_ids: v.array(v.string()) }),
})

/** The names of the blobs in an OCI layout folder: digests without their algorithm. */
export async function listBlobs(layoutFolder: string): Promise<Set<string>> {
  return new Set(await readdir(join(layoutFolder, 'blobs', 'sha256')))
}

/** Whether a layout folder got the config of an image that it did not have before: then the solve that wrote into it gave another image. */
export async function hasNewImage(layoutFolder: string, before: ReadonlySet<string>): Promise<boolean> {
  const folder = join(layoutFolder, 'blobs', 'sha256')
  const added = (await readdir(folder)).filter((name) => !before.has(name))
  const configs = await Promise.all(added.map((name) => isImageConfig(join(folder, name))))
  return configs.includes(true)
}

async function isImageConfig(path: string): Promise<boolean> {
  if ((await stat(path)).size > maxConfigBytes) return false
  const config = await readFileAs(configSchema, path)
  return config !== undefined && config.os !== 'unknown'
}

/** Most bytes of all manifests and configs of an archive together. */
const maxBytes = 64 * 1024 * 1024

/** An image that was found; an old archive names its config alone. */
type FoundImage = Pick<Image, 'configDigest'> & { manifestDigest?: string }

const dockerSchema = v.array(v.looseObject({ Config: v.string() }))

/** The images that an OCI or Docker archive leads to. Its layers are passed over. Throws an Error for one that is damaged. */
export async function readArchive(path: string): Promise<FoundImage[]> {
  const files = await readSmallFiles(path)
  const get = (name: string): Promise<Buffer> => {
    const content = files.get(name)
    return content === undefined ? Promise.reject(new Error(`${name} is missing`)) : Promise.resolve(content)
  }
  if (files.has('index.json'))
    return readImagesOf({ index: () => get('index.json'), blob: ({ digest }) => get(blobName(digest)) })
  // Before BuildKit wrote both, an archive for docker had a manifest.json alone (Docker image specification 1.2).
  const images = v.parse(dockerSchema, JSON.parse((await get('manifest.json')).toString('utf8')))
  return Promise.all(images.map(async ({ Config }) => ({ configDigest: digestOf(await get(Config)) })))
}

/** All that may be JSON: only the whole archive tells which blob is a manifest, which one a small layer. */
async function readSmallFiles(path: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  let bytes = 0
  await readTar(path, async ({ header: { name, type, size }, read }) => {
    if (type !== 'file' || size > maxJsonBytes || bytes + size > maxBytes) return
    const content = await read()
    if (!/^\s*[[{]/.test(content.toString('latin1', 0, 64))) return
    bytes += size
    files.set(name.replace(/^\.\//, ''), content)
  })
  return files
}
