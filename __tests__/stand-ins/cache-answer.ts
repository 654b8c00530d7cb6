import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

/** A part of a file, both ends included, as in a Content-Range. */
export interface FilePart {
  file: string
  first: number
  last: number
}

/** An HTTP answer before it is sent, so that a fault can spoil it on its way. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: Buffer | FilePart
}

/** A Twirp answer. */
export function answerJson(status: number, value: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(value)) }
}

/** A Twirp error: https://twitchtv.github.io/twirp/docs/spec_v7.html#error-codes */
export function answerTwirpError(status: number, code: string, message: string): Answer {
  return answerJson(status, { code, msg: message })
}

/** A successful blob answer with the headers that Azure's clients look at. */
export function answerBlob(status: number, headers: Record<string, string> = {}, body?: FilePart): Answer {
  const common = {
    'x-ms-request-id': randomUUID(),
    'x-ms-version': '2024-11-04',
    etag: '"0x8DCACHESTANDIN"',
    'last-modified': new Date().toUTCString(),
  }
  return { status, headers: { ...common, ...headers }, body: body ?? Buffer.alloc(0) }
}

/** A blob error: XML with its code repeated in a header. */
export function answerBlobError(status: number, code: string): Answer {
  const text = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`
  return {
    ...answerBlob(status, { 'x-ms-error-code': code, 'content-type': 'application/xml' }),
    body: Buffer.from(text),
  }
}

const lengthOf = (body: Answer['body']): number =>
  Buffer.isBuffer(body) ? body.length : body.last - body.first + 1

/** Sends an answer whole. */
export async function sendWhole(response: ServerResponse, answer: Answer, withBody: boolean): Promise<void> {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': lengthOf(answer.body) })
  if (!withBody || lengthOf(answer.body) === 0) response.end()
  else if (Buffer.isBuffer(answer.body)) response.end(answer.body)
  else {
    const { file, first, last } = answer.body
    await pipeline(createReadStream(file, { start: first, end: last }), response)
  }
}

/** Promises the whole answer and sends half of its body; the caller cuts the connection or leaves it hanging. */
export async function sendHalf(response: ServerResponse, answer: Answer): Promise<void> {
  const length = lengthOf(answer.body)
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Math.max(length, 2) })
  const half = Math.max(1, Math.floor(length / 2))
  if (Buffer.isBuffer(answer.body))
    response.write(Buffer.concat([answer.body, Buffer.alloc(1)]).subarray(0, half))
  else {
    const { file, first } = answer.body
    await pipeline(createReadStream(file, { start: first, end: first + half - 1 }), response, { end: false })
  }
}
