import { createHash } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'

/** Most bytes of a manifest, index or config that are read; real ones have a few kilobytes. */
const maxJsonBytes = 8 * 1024 * 1024

const digestSchema = v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/))
const descriptorSchema = v.object({
  mediaType: v.string(),
  digest: digestSchema,
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  platform: v.optional(
    v.object({ os: v.string(), architecture: v.string(), variant: v.optional(v.string()) }),
  ),
  annotations: v.optional(v.record(v.string(), v.string())),
})
const indexSchema = v.object({ manifests: v.array(descriptorSchema) })
const manifestSchema = v.object({ config: descriptorSchema, layers: v.array(descriptorSchema) })
const configSchema = v.object({
  os: v.string(),
  architecture: v.string(),
  variant: v.optional(v.string()),
  rootfs: v.object({ diff_ids: v.array(digestSchema) }),
  history: v.optional(
    v.array(
      v.object({ created_by: v.optional(v.string(), ''), empty_layer: v.optional(v.boolean(), false) }),
    ),
    [],
  ),
})

/** A blob: its media type, digest and size in bytes (OCI image specification, descriptor). */
export type Descriptor = v.InferOutput<typeof descriptorSchema>
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

/** The path of a blob in a layout folder; the digest was validated as `sha256:<hex>`. */
export function blobPath(folder: string, digest: string): string {
  return join(folder, 'blobs', 'sha256', digest.slice('sha256:'.length))
}

/**
 * Reads the one image of an OCI layout folder as buildx writes it: attestations are passed over, nested indexes are
 * followed. Throws an Error when a blob is not what its digest says or when there is not exactly one image.
 */
export async function readLayout(folder: string): Promise<LayoutImage> {
  const index = v.parse(indexSchema, JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')))
  const manifests = (await Promise.all(index.manifests.map((entry) => imagesOf(folder, entry, 0)))).flat()
  const [descriptor] = manifests
  if (descriptor === undefined || manifests.length > 1) {
    throw new Error(`the build gave ${manifests.length} images where one was expected`)
  }
  const manifest = v.parse(manifestSchema, await readJsonBlob(folder, descriptor))
  const config = v.parse(configSchema, await readJsonBlob(folder, manifest.config))
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

async function imagesOf(folder: string, descriptor: Descriptor, depth: number): Promise<Descriptor[]> {
  const isAttestation = descriptor.annotations?.['vnd.docker.reference.type'] !== undefined
  if (isAttestation || descriptor.platform?.os === 'unknown') return []
  if (!/index|manifest\.list/.test(descriptor.mediaType)) return [descriptor]
  if (depth > 3) throw new Error('the image index is nested too deeply')
  const nested = v.parse(indexSchema, await readJsonBlob(folder, descriptor))
  return (await Promise.all(nested.manifests.map((entry) => imagesOf(folder, entry, depth + 1)))).flat()
}

async function readJsonBlob(folder: string, descriptor: Descriptor): Promise<unknown> {
  const path = blobPath(folder, descriptor.digest)
  const stat = await lstat(path)
  if (!stat.isFile() || stat.size > maxJsonBytes) throw new Error(`${descriptor.digest} is no readable blob`)
  const bytes = await readFile(path)
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  if (digest !== descriptor.digest) throw new Error(`the blob ${descriptor.digest} has the digest ${digest}`)
  return JSON.parse(bytes.toString('utf8'))
}
