import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import {
  recordVersion,
  type ImageRecord,
  type LayerRecord,
} from '../../../src/measure/record/image-record.ts'
import { makeTempFolder, type TempFolder } from '../temp-folder.ts'

const image = 'application/vnd.oci.image'

/** What a descriptor of an OCI layout says. */
export interface BlobDescriptor {
  mediaType: string
  digest: string
  size: number
  platform?: { os: string; architecture: string; variant?: string }
  annotations?: Record<string, string>
}

export const sha256 = (bytes: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** An OCI layout folder that is put together by hand, so that every part of it can be wrong. */
export class LayoutFolder implements AsyncDisposable {
  readonly #folder: TempFolder

  constructor(folder: TempFolder) {
    this.#folder = folder
  }

  get path(): string {
    return this.#folder.path
  }

  blobPath(digest: string): string {
    return join(this.path, 'blobs', 'sha256', digest.slice('sha256:'.length))
  }

  /** Writes a blob under its digest. */
  async blob(content: unknown, mediaType: string): Promise<BlobDescriptor> {
    const bytes = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content))
    const digest = sha256(bytes)
    await this.#folder.write(`blobs/sha256/${digest.slice('sha256:'.length)}`, bytes)
    return { mediaType, digest, size: bytes.length }
  }

  /** Writes a layer of this content, gzipped unless told otherwise. */
  async layer(
    content: string | Buffer,
    pack: (content: Buffer) => Buffer = gzipSync,
    mediaType = `${image}.layer.v1.tar+gzip`,
  ): Promise<{ descriptor: BlobDescriptor; diffId: string }> {
    const bytes = Buffer.from(content)
    return { descriptor: await this.blob(pack(bytes), mediaType), diffId: sha256(bytes) }
  }

  /** Writes config and manifest of an image; `config` and `manifest` add to what they say, or change it. */
  async image(
    layers: { descriptor: BlobDescriptor; diffId: string }[],
    { config = {}, manifest = {} }: { config?: object; manifest?: object } = {},
  ): Promise<{ manifest: BlobDescriptor; config: BlobDescriptor }> {
    const configBlob = await this.blob(
      {
        os: 'linux',
        architecture: 'amd64',
        rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
        ...config,
      },
      `${image}.config.v1+json`,
    )
    const manifestBlob = await this.blob(
      {
        schemaVersion: 2,
        config: configBlob,
        layers: layers.map(({ descriptor }) => descriptor),
        ...manifest,
      },
      `${image}.manifest.v1+json`,
    )
    return { config: configBlob, manifest: manifestBlob }
  }

  /** Writes index.json with these entries, or with this text. */
  async index(manifests: BlobDescriptor[] | string): Promise<void> {
    const text = typeof manifests === 'string' ? manifests : JSON.stringify({ schemaVersion: 2, manifests })
    await this.#folder.write('index.json', text)
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.#folder[Symbol.asyncDispose]()
  }
}

export async function makeLayout(): Promise<LayoutFolder> {
  return new LayoutFolder(await makeTempFolder())
}

/** An attestation of an image, as BuildKit lists it beside the image. */
export const attestationOf = (of: BlobDescriptor, itself: BlobDescriptor): BlobDescriptor => ({
  ...itself,
  annotations: {
    'vnd.docker.reference.digest': of.digest,
    'vnd.docker.reference.type': 'attestation-manifest',
  },
  platform: { os: 'unknown', architecture: 'unknown' },
})

/** A layer of a record; `of` is its content, from which come the digests. */
export const layerRecord = (of: string, more: Partial<LayerRecord> = {}): LayerRecord => ({
  digest: sha256(`compressed ${of}`),
  diffId: sha256(of),
  compressedBytes: 100,
  uncompressedBytes: 300,
  createdBy: `COPY ${of} .`,
  ...more,
})

/** A tar of these files, as a layer has them. */
export async function tarOf(files: Record<string, string | Buffer>): Promise<Buffer> {
  const archive = pack()
  for (const [name, content] of Object.entries(files)) archive.entry({ name, mtime: new Date(0) }, content)
  archive.finalize()
  return buffer(archive)
}

/** A record of these layers, with totals that add up. */
export function imageRecord(layers: LayerRecord[], more: Partial<ImageRecord> = {}): ImageRecord {
  const configBytes = more.configBytes ?? 50
  return {
    version: recordVersion,
    imageKey: 'shop',
    platform: 'linux/amd64',
    file: 'Dockerfile',
    target: 'final',
    buildArgs: [],
    driver: 'docker',
    engine: 'Docker 28.5.2',
    method: 'oci-layout',
    compression: 'gzip',
    createdAt: '2026-11-21T08:00:00.000Z',
    manifestDigest: sha256('manifest'),
    configDigest: sha256('config'),
    compressedBytes: layers.reduce((sum, layer) => sum + layer.compressedBytes, configBytes),
    uncompressedBytes: layers.reduce((sum, layer) => sum + layer.uncompressedBytes, 0),
    layers,
    user: 'app',
    history: [],
    ...more,
    configBytes,
  }
}
