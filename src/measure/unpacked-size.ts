import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as zlib from 'node:zlib'
import { blobPath, type Descriptor } from './oci-layout.ts'

/** No real layer shrinks so well; beyond it, unpacking is a trap (a gigabyte of zeros in a megabyte). */
const maxRatio = 1_000
const chunkBytes = 256 * 1024

/**
 * Counts the bytes of an unpacked layer in one streaming pass, in constant memory. Throws an Error when the blob is not
 * what its digest or its diffId says, or when it unpacks to more than a thousand times its size.
 */
export async function countUnpackedBytes(folder: string, layer: Descriptor, diffId: string): Promise<number> {
  const path = blobPath(folder, layer.digest)
  if (!(await lstat(path)).isFile()) throw new Error(`${layer.digest} is no readable blob`)
  const packed = createHash('sha256')
  const unpacked = createHash('sha256')
  let unpackedBytes = 0
  const count = new Writable({
    highWaterMark: chunkBytes,
    write(chunk: Buffer, _encoding, done) {
      unpacked.update(chunk)
      unpackedBytes += chunk.length
      const isTrap = unpackedBytes > layer.size * maxRatio + 1024 * 1024
      done(
        isTrap
          ? new Error(`the layer ${layer.digest} unpacks to more than ${maxRatio} times its size`)
          : null,
      )
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
  await (decompress ? pipeline(read, hashPacked, decompress, count) : pipeline(read, hashPacked, count))
  expectDigest(layer.digest, packed.digest('hex'))
  expectDigest(diffId, unpacked.digest('hex'))
  return unpackedBytes
}

function decompressorOf(mediaType: string): Transform | undefined {
  if (/[.+]gzip$/.test(mediaType)) return zlib.createGunzip({ chunkSize: chunkBytes })
  if (/[.+]zstd$/.test(mediaType)) return zlib.createZstdDecompress({ chunkSize: chunkBytes })
  if (mediaType.endsWith('.tar')) return undefined
  throw new Error(`a layer has the media type ${mediaType}, which can not be unpacked here`)
}

function expectDigest(expected: string, hex: string): void {
  if (expected !== `sha256:${hex}`) throw new Error(`the layer ${expected} has the digest sha256:${hex}`)
}
