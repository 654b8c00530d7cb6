/** A blob, as a manifest or an index names it. */
interface Descriptor {
  mediaType: string
  digest: string
  size: number
  platform?: { os: string; architecture: string }
}

/** An image as a registry has it. */
export interface PushedImage {
  /** What the tag resolves to: a manifest, or an index with one image. */
  digest: string
  manifestDigest: string
  configDigest: string
  /** Layers plus config, as the manifest lists them. */
  compressedBytes: number
  /** The same, as long as the blobs really are. */
  storedBytes: number
  /** The compressed sizes of the layers, from the lowest up. */
  layerBytes: number[]
  layerTypes: string[]
  /** Where each of them can be had. */
  layerUrls: string[]
}

const accepted = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ')

/** The repositories and tags of a registry without TLS: `name:tag`. `address` is host:port. */
export async function listTags(address: string): Promise<string[]> {
  const { repositories } = (await (await fetch(`http://${address}/v2/_catalog`)).json()) as {
    repositories: string[]
  }
  const tags = repositories.map(async (name) => {
    const answer = (await (await fetch(`http://${address}/v2/${name}/tags/list`)).json()) as {
      tags?: string[] | null
    }
    return (answer.tags ?? []).map((tag) => `${name}:${tag}`)
  })
  return (await Promise.all(tags)).flat()
}

/** Looks an image up by its reference, `host:port/name:tag`. */
export async function findPushedImage(reference: string): Promise<PushedImage> {
  const [, address = '', name = '', tag = ''] = /^([^/]+)\/(.+):([^:]+)$/.exec(reference) ?? []
  const base = `http://${address}/v2/${name}`
  const top = await fetchManifest(`${base}/manifests/${tag}`)
  const images = (top.json.manifests ?? []).filter(({ platform }) => platform?.os !== 'unknown')
  const [descriptor] = images
  if (images.length > 1) throw new Error(`${reference} has ${images.length} images`)
  const image = descriptor ? await fetchManifest(`${base}/manifests/${descriptor.digest}`) : top
  const { config, layers = [] } = image.json
  if (config === undefined) throw new Error(`${reference} has no config`)
  const blobs = [...layers, config]
  const lengths = await Promise.all(
    blobs.map(async ({ digest }) => {
      const response = await fetch(`${base}/blobs/${digest}`, { method: 'HEAD' })
      return Number(response.headers.get('content-length'))
    }),
  )
  return {
    digest: top.digest,
    manifestDigest: image.digest,
    configDigest: config.digest,
    compressedBytes: sum(blobs.map(({ size }) => size)),
    storedBytes: sum(lengths),
    layerBytes: layers.map(({ size }) => size),
    layerTypes: layers.map(({ mediaType }) => mediaType),
    layerUrls: layers.map(({ digest }) => `${base}/blobs/${digest}`),
  }
}

async function fetchManifest(url: string): Promise<{
  digest: string
  json: { manifests?: Descriptor[]; config?: Descriptor; layers?: Descriptor[] }
}> {
  const response = await fetch(url, { headers: { accept: accepted } })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  const digest = response.headers.get('docker-content-digest') ?? ''
  return { digest, json: (await response.json()) as { manifests?: Descriptor[] } }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** Something else that the registry has of an image: `manifests/<digest>`, or `blobs/<digest>` of one that is JSON. */
export async function fetchFrom(reference: string, path: string): Promise<unknown> {
  const [, address = '', name = ''] = /^([^/]+)\/(.+):[^:]+$/.exec(reference) ?? []
  const response = await fetch(`http://${address}/v2/${name}/${path}`, { headers: { accept: accepted } })
  if (!response.ok) throw new Error(`${path} of ${reference} answered ${response.status}`)
  return await response.json()
}
