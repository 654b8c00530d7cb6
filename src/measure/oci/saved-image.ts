import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Transform, type Readable, type Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { extract, type Header } from 'tar-stream'
import { CompressedShares } from './compressed-shares.ts'
import { readEntries, type ListedLayer } from './list-layer.ts'
import { digestOf, maxJsonBytes, parseConfig, type ImageConfig } from './oci-layout.ts'

/**
 * zlib's level that comes closest to what Go's gzip makes at its default, which BuildKit and `docker push` use: 0.6 % too
 * little for a .NET image of 270 MB, while level 6 has 2.8 % too little.
 */
const gzipLevel = 4
const chunkBytes = 256 * 1024

/** A layer out of `docker save`. */
export interface SavedLayer extends ListedLayer {
  /** Estimated: as large as gzip makes it here. */
  compressedBytes: number
}

/** What `docker save` gave of one image. */
export interface SavedImage {
  config: ImageConfig
  configBytes: number
  /** By diffId, without those that were known. */
  layers: ReadonlyMap<string, SavedLayer>
}

/** What to look for in the stream of `docker save`. */
export interface WantedImage {
  configDigest: string
  diffIds: readonly string[]
  /** Layers that need not be read. */
  knownDiffIds: ReadonlySet<string>
}

/**
 * A sink for `docker save`, in Docker 25's form (an OCI layout) or the one before, which lists and compresses each layer as it passes; and the image, which
 * throws an Error when its config or a layer did not come, or is not what its digest says.
 */
export function readSavedImage(wanted: WantedImage): { stream: Writable; image: () => SavedImage } {
  const layers = new Map<string, SavedLayer>()
  let configText: Buffer | undefined
  const stream = extract()
  stream.on('entry', (header, source, next) => {
    // The library's streams are ones that node's pipelines take, though their types do not say so.
    const content = source as unknown as Readable
    const take = async (): Promise<void> => {
      const part = partOf(header, wanted)
      if (part === 'config' && header.size <= maxJsonBytes) configText = await buffer(content)
      else if (part === 'layer') {
        const [diffId, layer] = await readLayer(content)
        layers.set(diffId, layer)
      } else await once(content.resume(), 'end')
    }
    take().then(() => {
      next()
    }, next)
  })
  const image = (): SavedImage => {
    if (configText === undefined) throw new Error(`docker save gave no config ${wanted.configDigest}`)
    const digest = digestOf(configText)
    if (digest !== wanted.configDigest)
      throw new Error(`the config ${wanted.configDigest} has the digest ${digest}`)
    const missing = wanted.diffIds.find((id) => !layers.has(id) && !wanted.knownDiffIds.has(id))
    if (missing !== undefined) throw new Error(`docker save gave no layer with the content ${missing}`)
    const config = parseConfig(configText, `the config ${digest}`)
    if (config.rootfs.diff_ids.join() !== wanted.diffIds.join()) {
      throw new Error('the image’s config and its engine do not name the same layers')
    }
    return { config, configBytes: configText.length, layers }
  }
  return { stream: stream as unknown as Writable, image }
}

/**
 * What an entry of the outer archive is. Since Docker 25 a layer is a blob named by its diffId; before, each layer was a
 * folder with a `layer.tar`, and only its content tells which one (Docker image specification 1.2).
 */
function partOf({ name, type }: Header, wanted: WantedImage): 'config' | 'layer' | 'other' {
  if (type !== 'file') return 'other'
  const config = wanted.configDigest.slice('sha256:'.length)
  if (name === `blobs/sha256/${config}` || name === `${config}.json`) return 'config'
  if (/^[^/]+\/layer\.tar$/.test(name)) return 'layer'
  const blob = /^blobs\/sha256\/([0-9a-f]{64})$/.exec(name)?.[1]
  if (blob === undefined) return 'other'
  const diffId = `sha256:${blob}`
  return wanted.diffIds.includes(diffId) && !wanted.knownDiffIds.has(diffId) ? 'layer' : 'other'
}

/** Lists and compresses one layer in a single pass, and gives it with its diffId. */
async function readLayer(layer: Readable): Promise<[diffId: string, SavedLayer]> {
  const hash = createHash('sha256')
  let uncompressedBytes = 0
  let compressedBytes = 0
  const shares = new CompressedShares()
  const gzip = createGzip({ level: gzipLevel, chunkSize: chunkBytes })
  gzip.on('data', (compressed: Buffer) => {
    compressedBytes += compressed.length
  })
  const weigh = new Transform({
    highWaterMark: chunkBytes,
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      uncompressedBytes += chunk.length
      // Passed on when it is compressed: while it is listed, the next one is compressed in another thread.
      gzip.write(chunk, (error) => {
        shares.mark(uncompressedBytes, compressedBytes)
        done(error, chunk)
      })
    },
    flush(done) {
      gzip.once('end', done).end()
    },
  })
  // Which layers are the image's own is only known when all have passed, since the config may come last.
  const { entries, listed } = readEntries(true)
  await pipeline(layer, weigh, entries)
  shares.mark(uncompressedBytes, compressedBytes)
  const content = listed(shares, compressedBytes)
  return [`sha256:${hash.digest('hex')}`, { uncompressedBytes, compressedBytes, content }]
}
