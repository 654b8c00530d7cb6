import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

const accepted = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ')

/**
 * Downloads the gzipped layers of an image from a registry, unpacks them and gives how many bytes the tars have in all.
 * `reference` is `host:port/name@digest`, of the image's own manifest.
 */
export async function countUncompressedBytes(reference: string): Promise<number> {
  const [, address = '', name = '', digest = ''] = /^([^/]+)\/(.+)@(.+)$/.exec(reference) ?? []
  const base = `http://${address}/v2/${name}`
  const answer = await fetch(`${base}/manifests/${digest}`, { headers: { accept: accepted } })
  const { layers } = (await answer.json()) as { layers: { digest: string }[] }
  let bytes = 0
  for (const layer of layers) {
    const { body } = await fetch(`${base}/blobs/${layer.digest}`)
    if (body === null) throw new Error(`${base} has no blob ${layer.digest}`)
    bytes += gunzipSync(await buffer(body)).length
  }
  return bytes
}
