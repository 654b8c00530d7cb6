import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { answerBlob, answerBlobError, type Answer } from './cache-answer.ts'

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

const safeName = (blockId: string): string => Buffer.from(blockId).toString('hex')

/** Reads a small request body; more than 4 MiB is an error. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > 4 * 1024 * 1024)
      throw new Error('A request body of more than 4 MiB where a small one is expected')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

/**
 * Block blobs as in Azure's Blob service (https://learn.microsoft.com/rest/api/storageservices/put-blob,
 * put-block, put-block-list, get-blob), one file each: bodies never stay in memory.
 */
export class CacheBlobs {
  readonly #folder: string

  /** Keeps its files in an existing folder. */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** The size of a whole blob, or undefined where none was put. */
  async sizeBytes(id: number): Promise<number | undefined> {
    try {
      return (await stat(this.#file(id))).size
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  /** Stores a request's body as the blob, as one of its blocks, or joins the blocks that it lists. */
  async put(id: number, request: IncomingMessage, query: URLSearchParams): Promise<Answer> {
    switch (query.get('comp')) {
      case null:
        if (request.headers['x-ms-blob-type'] !== 'BlockBlob')
          return answerBlobError(400, 'MissingRequiredHeader')
        await this.write(id, request)
        break
      case 'block': {
        const blocks = join(this.#folder, `${id}.blocks`)
        await mkdir(blocks, { recursive: true })
        await pipeline(request, createWriteStream(join(blocks, safeName(query.get('blockid') ?? ''))))
        break
      }
      case 'blocklist': {
        const ids = [...(await readText(request)).matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)]
        if (
          !(await this.#join(
            id,
            ids.map(([, blockId]) => blockId ?? ''),
          ))
        ) {
          return answerBlobError(400, 'InvalidBlockList')
        }
        break
      }
      default:
        return answerBlobError(400, 'InvalidQueryParameterValue')
    }
    return answerBlob(201, { 'x-ms-request-server-encrypted': 'true' })
  }

  /** Stores a stream as the whole blob. */
  async write(id: number, body: NodeJS.ReadableStream): Promise<void> {
    await pipeline(body, createWriteStream(this.#file(id)))
  }

  /** Answers GET and HEAD, with the range that the client asks for. */
  async get(id: number, request: IncomingMessage): Promise<Answer> {
    const size = await this.sizeBytes(id)
    if (size === undefined) return answerBlobError(404, 'BlobNotFound')
    const headers = {
      'content-type': 'application/octet-stream',
      'accept-ranges': 'bytes',
      'x-ms-blob-type': 'BlockBlob',
    }
    const asked = request.headers['x-ms-range'] ?? request.headers.range
    const range = /^bytes=(\d+)-(\d*)$/.exec(String(asked ?? ''))
    if (range === null) return answerBlob(200, headers, { file: this.#file(id), first: 0, last: size - 1 })
    const first = Number(range[1])
    const last = Math.min(range[2] ? Number(range[2]) : Infinity, size - 1)
    if (first > last) return answerBlobError(416, 'InvalidRange')
    return answerBlob(
      206,
      { ...headers, 'content-range': `bytes ${first}-${last}/${size}` },
      { file: this.#file(id), first, last },
    )
  }

  async #join(id: number, blockIds: string[]): Promise<boolean> {
    const blocks = join(this.#folder, `${id}.blocks`)
    const whole = join(this.#folder, `${id}.joined`)
    await rm(whole, { force: true })
    try {
      await pipeline(async function* () {
        for (const blockId of blockIds) yield* createReadStream(join(blocks, safeName(blockId)))
      }, createWriteStream(whole))
    } catch (error) {
      if (isMissing(error)) return false
      throw error
    }
    await rename(whole, this.#file(id))
    await rm(blocks, { recursive: true, force: true })
    return true
  }

  #file(id: number): string {
    return join(this.#folder, `${id}.blob`)
  }
}
