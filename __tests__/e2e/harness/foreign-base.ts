import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'

/** The digest of a blob. */
const digestOf = (blob: Buffer): string => `sha256:${createHash('sha256').update(blob).digest('hex')}`

/**
 * Puts an image with one file into a registry (host:port) under `name:tag`, whose layer is not distributable: its descriptor
 * says where else it is (OCI image specification, layer.md; `foreign` in Docker's image manifest, schema 2).
 */
export async function pushForeignBase(address: string, name: string, text: string): Promise<void> {
  const base = `http://${address}/v2/${name}`
  const tar = await packFile('base.txt', text)
  const layer = gzipSync(tar)
  const config = Buffer.from(
    JSON.stringify({
      ...{ architecture: 'amd64', os: 'linux', config: {}, history: [{ created_by: 'COPY base.txt /' }] },
      rootfs: { type: 'layers', diff_ids: [digestOf(tar)] },
    }),
  )
  for (const blob of [layer, config]) await putBlob(base, blob)
  const describe = (mediaType: string, blob: Buffer): object => ({
    ...{ mediaType, digest: digestOf(blob), size: blob.length },
  })
  const mediaType = 'application/vnd.docker.distribution.manifest.v2+json'
  const manifest = {
    ...{ schemaVersion: 2, mediaType },
    config: describe('application/vnd.docker.container.image.v1+json', config),
    layers: [
      {
        ...describe('application/vnd.docker.image.rootfs.foreign.diff.tar.gzip', layer),
        urls: [`${base}/blobs/${digestOf(layer)}`],
      },
    ],
  }
  const answer = await fetch(`${base}/manifests/1`, {
    method: 'PUT',
    headers: { 'content-type': mediaType },
    body: JSON.stringify(manifest),
  })
  if (!answer.ok) throw new Error(`The registry took no foreign layer: ${await answer.text()}`)
}

async function packFile(name: string, text: string): Promise<Buffer> {
  const archive = pack()
  archive.entry({ name }, text)
  archive.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of archive) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function putBlob(base: string, blob: Buffer): Promise<void> {
  const begun = await fetch(`${base}/blobs/uploads/`, { method: 'POST' })
  const place = new URL(begun.headers.get('location') ?? '', base)
  place.searchParams.set('digest', digestOf(blob))
  const put = await fetch(place, { method: 'PUT', body: new Uint8Array(blob) })
  if (!put.ok) throw new Error(`The registry took no blob: ${await put.text()}`)
}
