import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as zlib from 'node:zlib'
import { findBlob, type Descriptor } from './oci-layout.ts'

/** What a layer may unpack to: so many times its size, and any size below `freeBytes`, since a file of zeros is honest. */
const limits = { maxRatio: 1_000, freeBytes: 4 * 1024 ** 3 }
const chunkBytes = 256 * 1024

/**
 * Counts the bytes of an unpacked layer in one streaming pass, in constant memory. Throws an Error when the blob is not
 * what its digest or its diffId says, or when it unpacks to more than 4 GiB and a thousand times its size.
 */
export async function countUnpackedBytes(
  folder: string,
  layer: Descriptor,
  diffId: string,
  { maxRatio, freeBytes } = limits,
): Promise<number> {
  const path = await findBlob(folder, layer)
  const trap = new Error(`the layer ${layer.digest} unpacks to more than ${maxRatio} times its size`)
  const maxBytes = Math.max(layer.size * maxRatio, freeBytes)
  const packed = createHash('sha256')
  const unpacked = createHash('sha256')
  let unpackedBytes = 0
  const count = new Writable({
    highWaterMark: chunkBytes,
    write(chunk: Buffer, _encoding, done) {
      unpacked.update(chunk)
      unpackedBytes += chunk.length
      done(unpackedBytes > maxBytes ? trap : null)
    },
  })
  const hashPacked = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      packed.update(chunk)
      done(null, chunk)
    },
  })
  const read = createReadStream(path, { highWaterMark: chunkBytes })
  const decompress = decompressorOf(layer.mediaType)
  try {
    await (decompress ? pipeline(read, hashPacked, decompress, count) : pipeline(read, hashPacked, count))
  } catch (error) {
    if (error === trap) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`the layer ${layer.digest} can not be unpacked: ${why}`, { cause: error })
  }
  expectDigest(layer.digest, packed.digest('hex'))
  expectDigest(diffId, unpacked.digest('hex'))
  return unpackedBytes
}

function decompressorOf(mediaType: string): Transform | undefined {
  if (/[.+]gzip$/.test(mediaType)) return zlib.createGunzip({ chunkSize: chunkBytes })
  if (/[.+]zstd$/.test(mediaType)) {
    if (!('createZstdDecompress' in zlib))
      throw new Error(
        `a layer is compressed with zstd, which node ${process.version} can not unpack; node 24 can`,
      )
    return zlib.createZstdDecompress({ chunkSize: chunkBytes })
  }
  if (mediaType.endsWith('.tar')) return undefined
  throw new Error(`a layer has the media type ${mediaType}, which can not be unpacked here`)
}

function expectDigest(expected: string, hex: string): void {
  if (expected !== `sha256:${hex}`) throw new Error(`the layer ${expected} has the digest sha256:${hex}`)
}
