import { createHash } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { indexSchema, manifestSchema, type Descriptor } from '../../docker/registry.ts'
import { digest, listOf } from '../../shared/schema-values.ts'

/** Most bytes of a manifest, index or config that are read; real ones have a few kilobytes. */
export const maxJsonBytes = 8 * 1024 * 1024

const configSchema = v.object({
  os: v.string(),
  architecture: v.string(),
  variant: v.optional(v.string()),
  config: v.optional(
    v.object({
      User: v.optional(v.string(), ''),
      Env: v.optional(v.nullable(v.array(v.string()))),
      Labels: v.optional(v.fallback(v.nullable(v.record(v.string(), v.string())), null)),
    }),
  ),
  rootfs: v.object({ diff_ids: listOf(digest) }),
  history: listOf(
    v.object({ created_by: v.optional(v.string(), ''), empty_layer: v.optional(v.boolean(), false) }),
  ),
})

/** The part of an image's config that is read here. */
export type ImageConfig = v.InferOutput<typeof configSchema>

/** One image of an OCI layout folder. */
export interface LayoutImage {
  manifestDigest: string
  configDigest: string
  configBytes: number
  config: ImageConfig
  layers: Descriptor[]
}

/** Where a blob is in a layout folder. */
export function blobPath(folder: string, digest: string): string {
  return join(folder, blobName(digest))
}

/** The name of a blob in a layout (OCI image layout specification). */
export function blobName(digest: string): string {
  return `blobs/sha256/${digest.slice('sha256:'.length)}`
}

/** The path of a blob that is there. Throws an Error when it is no regular file of the size that is announced. */
export async function findBlob(
  folder: string,
  { digest, size }: Pick<Descriptor, 'digest' | 'size'>,
): Promise<string> {
  const path = blobPath(folder, digest)
  const stat = await lstat(path).catch(() => undefined)
  if (stat === undefined) throw new Error(`the blob ${digest} is missing`)
  if (!stat.isFile()) throw new Error(`the blob ${digest} is no regular file`)
  if (stat.size !== size)
    throw new Error(`the blob ${digest} has ${stat.size} bytes where ${size} were announced`)
  return path
}

/** Reads the one image of an OCI layout folder. Throws an Error as `readImages` does, or when there is not exactly one. */
export async function readLayout(folder: string): Promise<LayoutImage> {
  const images = await readImages(folder)
  const [image] = images
  if (image === undefined || images.length > 1) {
    throw new Error(`the build gave ${images.length} images where one was expected`)
  }
  return image
}

/** Where the parts of a layout come from. */
interface LayoutReader {
  /** The content of index.json. */
  index: () => Promise<Buffer>
  /** The content of a manifest, index or config. */
  blob: (descriptor: Pick<Descriptor, 'digest' | 'size'>) => Promise<Buffer>
}

/** Reads the images of an OCI layout folder. Throws an Error as `readImagesOf` does. */
export function readImages(folder: string): Promise<LayoutImage[]> {
  return readImagesOf({
    index: () => readFile(join(folder, 'index.json')),
    blob: async (descriptor) => {
      const path = await findBlob(folder, descriptor)
      if (descriptor.size > maxJsonBytes)
        throw new Error(`the blob ${descriptor.digest} is too large to be read`)
      return readFile(path)
    },
  })
}

/** Reads the images of a layout, one for each platform, without attestations. Throws an Error when a part is missing, or not what its digest says. */
export async function readImagesOf(layout: LayoutReader): Promise<LayoutImage[]> {
  const index = check(indexSchema, await layout.index(), 'index.json')
  const entries = (await Promise.all(index.manifests.map((entry) => imagesOf(layout, entry, 0)))).flat()
  // An image with several names is listed once for each of them.
  const manifests = [...new Map(entries.map((entry) => [entry.digest, entry])).values()]
  return Promise.all(manifests.map((descriptor) => readImage(layout, descriptor)))
}

async function readImage(layout: LayoutReader, descriptor: Descriptor): Promise<LayoutImage> {
  const manifest = await readJsonBlob(layout, descriptor, manifestSchema)
  const config = await readJsonBlob(layout, manifest.config, configSchema)
  if (config.rootfs.diff_ids.length !== manifest.layers.length) {
    throw new Error('the image’s config and manifest do not have the same number of layers')
  }
  return {
    manifestDigest: descriptor.digest,
    configDigest: manifest.config.digest,
    configBytes: manifest.config.size,
    config,
    layers: manifest.layers,
  }
}

/** An image's platform, such as `linux/arm64/v8`. */
export function platformOf({ os, architecture, variant }: ImageConfig): string {
  return [os, architecture, ...(variant === undefined ? [] : [variant])].join('/')
}

/** The value of a variable in an image's environment. */
export function environmentOf({ config }: ImageConfig, name: string): string | undefined {
  return config?.Env?.findLast((one) => one.startsWith(`${name}=`))?.slice(name.length + 1)
}

async function imagesOf(layout: LayoutReader, descriptor: Descriptor, depth: number): Promise<Descriptor[]> {
  const isAttestation = descriptor.annotations?.['vnd.docker.reference.type'] !== undefined
  if (isAttestation || descriptor.platform?.os === 'unknown') return []
  if (!/index|manifest\.list/.test(descriptor.mediaType)) return [descriptor]
  if (depth > 3) throw new Error('the image index is nested too deeply')
  const nested = await readJsonBlob(layout, descriptor, indexSchema)
  return (await Promise.all(nested.manifests.map((entry) => imagesOf(layout, entry, depth + 1)))).flat()
}

async function readJsonBlob<T extends v.GenericSchema>(
  layout: LayoutReader,
  descriptor: Descriptor,
  schema: T,
): Promise<v.InferOutput<T>> {
  const bytes = await layout.blob(descriptor)
  const found = digestOf(bytes)
  if (found !== descriptor.digest) throw new Error(`the blob ${descriptor.digest} has the digest ${found}`)
  return check(schema, bytes, `the blob ${descriptor.digest}`)
}

/** The digest by which a layout names a blob with this content. */
export function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

/** Reads an image's config; throws an Error that begins with `what` when it is none. */
export function parseConfig(text: Buffer, what: string): ImageConfig {
  return check(configSchema, text, what)
}

function check<T extends v.GenericSchema>(schema: T, bytes: Buffer, what: string): v.InferOutput<T> {
  let json: unknown
  try {
    json = JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    throw new Error(`${what} is no JSON`, { cause: error })
  }
  const parsed = v.safeParse(schema, json)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new Error(`${what} is not valid at ${v.getDotPath(issue) ?? 'its top'}: ${issue.message}`)
}
