import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as zlib from 'node:zlib'
import { extract, type Extract, type Header } from 'tar-stream'
import { type LayerContent, maxDocumentBytes, maxListedFiles } from '../record/image-record.ts'
import { CompressedShares, type Piece } from './compressed-shares.ts'
import { findBlob } from './oci-layout.ts'
import type { Descriptor } from '../../docker/registry.ts'
import { messageOf } from '../../shared/errors.ts'

/** What a layer may unpack to: so many times its size, and any size below `freeBytes`, since a file of zeros is honest. */
const limits = { maxRatio: 1_000, freeBytes: 4 * 1024 ** 3 }
const chunkBytes = 256 * 1024
/** Blocks in which own layers are uncompressed: how well a file compresses is seen as finely as that. Small ones take time, which a large layer has more of. */
const ownBlock = { shareOfLayer: 1 / 1024, minBytes: 4 * 1024, maxBytes: 16 * 1024 }
const maxPathLength = 4_096

/** Files whose content is kept, since it explains others. Of the base image only what tells the system. */
const systemDocument = /^(?:etc|usr\/lib)\/os-release$/
const dotnetDocument = /\.(?:deps|runtimeconfig)\.json$/

/** What one pass over a layer gave. */
export interface ListedLayer {
  uncompressedBytes: number
  content: LayerContent
}

/** A layer that nothing can be said of but its compressed size; `message` says why. */
export class UnreadableLayerError extends Error {}

/**
 * Lists a layer in one streaming pass: nothing is extracted, and a path is only a name. Throws an UnreadableLayerError for an unknown compression, and an
 * Error for a blob that is not what its digests say, is no tar, or unpacks to more than 4 GiB and a thousand times its size.
 */
export async function listLayer(
  folder: string,
  layer: Descriptor,
  diffId: string,
  isOwn: boolean,
  { maxRatio, freeBytes } = limits,
): Promise<ListedLayer> {
  const shares = new CompressedShares()
  const decompress = decompressorOf(layer.mediaType, isOwn ? ownBlockBytes(layer.size) : chunkBytes, shares)
  const path = await findBlob(folder, layer)
  const trap = new Error(`the layer ${layer.digest} unpacks to more than ${maxRatio} times its size`)
  const maxBytes = Math.max(layer.size * maxRatio, freeBytes)
  const compressed = createHash('sha256')
  const uncompressed = createHash('sha256')
  let uncompressedBytes = 0
  const hashCompressed = pass((chunk) => {
    compressed.update(chunk)
  })
  const count = pass((chunk) => {
    uncompressed.update(chunk)
    uncompressedBytes += chunk.length
    if (uncompressedBytes > maxBytes) throw trap
  })
  const { entries, listed } = readEntries(isOwn)
  const read = createReadStream(path, { highWaterMark: chunkBytes })
  try {
    await pipeline([read, hashCompressed, ...decompress, count, entries])
  } catch (error) {
    if (error === trap) throw error
    const why = messageOf(error)
    throw new Error(`the layer ${layer.digest} can not be uncompressed: ${why}`, { cause: error })
  }
  expectDigest(layer.digest, compressed)
  expectDigest(diffId, uncompressed)
  if (decompress.length === 0) shares.mark(uncompressedBytes, layer.size)
  return { uncompressedBytes, content: listed(shares, layer.size) }
}

function ownBlockBytes(layerBytes: number): number {
  const { shareOfLayer, minBytes, maxBytes } = ownBlock
  return Math.round(Math.min(Math.max(layerBytes * shareOfLayer, minBytes), maxBytes))
}

/** A stream that shows each chunk to `look`, which may throw, and lets it through. */
function pass(look: (chunk: Buffer) => void): Transform {
  return new Transform({
    highWaterMark: chunkBytes,
    transform(chunk: Buffer, _encoding, done) {
      try {
        look(chunk)
        done(null, chunk)
      } catch (error) {
        done(error as Error)
      }
    },
  })
}

/** A sink for a tar stream, and what it has found once that has ended; `listed` is given how the stream was compressed. */
export function readEntries(isOwn: boolean): {
  entries: Extract
  listed: (shares: CompressedShares, compressedBytes: number) => LayerContent
} {
  const readyToRun: number[] = []
  const content: LayerContent = { files: [], removed: [], documents: [], ...(isOwn && { readyToRun }) }
  const pieces: Piece[] = []
  const entries = extract()
  let documentBytes = 0
  entries.on('entry', (header, stream, next) => {
    const path = pathOf(header)
    const sizeBytes = header.size
    stream.on('end', next)
    // What ends in the middle of an entry fails both; the archive tells of it, and an error that nobody takes ends the process.
    stream.on('error', () => undefined)
    // A list that no record takes is not made longer.
    const isFull = content.files.length + content.removed.length > maxListedFiles
    if (isFull || header.type === 'directory') return void stream.resume()
    const removed = removedBy(path)
    if (removed !== undefined) {
      content.removed.push(removed)
      return void stream.resume()
    }
    const isFile = header.type === 'file' || header.type === 'contiguous-file'
    const explains = systemDocument.test(path) || (isOwn && dotnetDocument.test(path))
    const keeps = isFile && explains && documentBytes + sizeBytes <= maxDocumentBytes
    if (keeps) documentBytes += sizeBytes
    const hash = isOwn && isFile ? createHash('sha256') : undefined
    const chunks: Buffer[] = []
    const isAssembly = hash !== undefined && path.endsWith('.dll')
    let head = Buffer.alloc(0)
    if (hash === undefined && !keeps) stream.resume()
    else
      stream.on('data', (chunk) => {
        hash?.update(chunk as Buffer)
        if (isAssembly && head.length < headBytes)
          head = Buffer.concat([head, (chunk as Buffer).subarray(0, headBytes)])
        if (keeps) chunks.push(chunk as Buffer)
      })
    stream.on('end', () => {
      if (isReadyToRun(head)) readyToRun.push(content.files.length)
      content.files.push([path, isFile ? sizeBytes : 0, hash?.digest('hex').slice(0, 16) ?? '', 0])
      pieces.push({ start: placeOf(header), sizeBytes: isFile ? sizeBytes : 0 })
      if (keeps) content.documents.push({ path, text: Buffer.concat(chunks).toString('utf8') })
    })
  })
  const listed = (shares: CompressedShares, compressedBytes: number): LayerContent => {
    const bytes = shares.of(pieces, compressedBytes)
    return {
      ...content,
      files: content.files.map(([path, sizeBytes, hash], index) => [
        path,
        sizeBytes,
        hash,
        bytes[index] ?? 0,
      ]),
    }
  }
  return { entries, listed }
}

/** Where the content of an entry begins in the archive; tar-stream notes it, and its types do not say so. */
function placeOf(header: Header): number {
  return (header as Header & { byteOffset: number }).byteOffset
}

/** What a record keeps of a layer that turned out to be the base image's: no hashes, and only what tells the system. */
export function asBaseContent({ files, removed, documents }: LayerContent): LayerContent {
  return {
    files: files.map(([path, sizeBytes, , compressedBytes]) => [path, sizeBytes, '', compressedBytes]),
    removed,
    documents: documents.filter(({ path }) => systemDocument.test(path)),
  }
}

function pathOf({ name }: Header): string {
  return name
    .replace(/^(?:\.?\/)+/, '')
    .replace(/\/+$/, '')
    .slice(0, maxPathLength)
}

/** What a whiteout takes away (OCI image specification, layer.md); undefined for a path that is none. */
function removedBy(path: string): string | undefined {
  const slash = path.lastIndexOf('/') + 1
  const name = path.slice(slash)
  if (name === '.wh..wh..opq') return path.slice(0, slash)
  return name.startsWith('.wh.') ? `${path.slice(0, slash)}${name.slice('.wh.'.length)}` : undefined
}

/** How a layer of that media type is compressed (OCI image specification, layer.md; Docker's schema 2). */
export function compressionOfType(mediaType: string): 'gzip' | 'zstd' | 'none' | 'other' {
  if (/[.+]gzip$/.test(mediaType)) return 'gzip'
  if (/[.+]zstd$/.test(mediaType)) return 'zstd'
  return mediaType.endsWith('.tar') ? 'none' : 'other'
}

/** The step that unpacks a layer of that media type, none for a plain tar. */
function decompressorOf(mediaType: string, chunkSize: number, shares: CompressedShares): Transform[] {
  const watched = (stream: zlib.Gunzip | zlib.ZstdDecompress): Transform[] => {
    shares.watch(stream)
    return [stream]
  }
  switch (compressionOfType(mediaType)) {
    case 'gzip':
      return watched(zlib.createGunzip({ chunkSize }))
    case 'zstd':
      if ('createZstdDecompress' in zlib) return watched(zlib.createZstdDecompress({ chunkSize }))
      throw new UnreadableLayerError(
        `a layer is compressed with zstd, which node ${process.version} can not unpack; node 24 can`,
      )
    case 'none':
      return []
    case 'other':
      throw new UnreadableLayerError(
        `a layer has the media type ${mediaType}, which can not be uncompressed here`,
      )
  }
}

function expectDigest(expected: string, hash: Hash): void {
  const digest = `sha256:${hash.digest('hex')}`
  if (digest !== expected) throw new Error(`the layer ${expected} has the digest ${digest}`)
}

/** So much of an assembly's beginning tells how it was compiled. */
export const headBytes = 1024

/** The machines that .NET compiles for, as a COFF header names them. */
const machines = new Set([0x014c, 0x01c4, 0x5064, 0x6264, 0x8664, 0xaa64])
/** What the machine of code for Linux is XORed with (dotnet/runtime, docs/design/coreclr/botr/readytorun-format.md). */
const linuxMark = 0x7b79

/** Whether an assembly has machine code for Linux beside its IL (ReadyToRun), by its first bytes. */
export function isReadyToRun(head: Buffer): boolean {
  if (head.length < 0x40 || head.toString('latin1', 0, 2) !== 'MZ') return false
  const header = head.readUInt32LE(0x3c)
  if (header + 6 > head.length || head.toString('latin1', header, header + 4) !== 'PE\0\0') return false
  return machines.has(head.readUInt16LE(header + 4) ^ linuxMark)
}
