import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'

/** What the stand-in answers; without a body only a status. */
export interface ApiReply {
  status: number
  body?: unknown
  headers?: Record<string, string>
  /** Half of the body, and then the connection ends. */
  isCut?: boolean
}

/** An error as GitHub words it. */
export function apiError(status: number, message: string, headers: Record<string, string> = {}): ApiReply {
  return { status, headers, body: { message, documentation_url: 'https://docs.github.com/rest' } }
}

/** A primary rate limit that ends after so long (docs: "Exceeding the rate limit"). */
export function rateLimit(status: 403 | 429, seconds: number): ApiReply {
  const reset = String(Math.ceil(Date.now() / 1000) + seconds)
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset, 'retry-after': String(seconds) }
  return apiError(status, 'API rate limit exceeded for installation.', headers)
}

/** A secondary one, which tells only when to come back. */
export function secondaryLimit(seconds: number): ApiReply {
  return apiError(403, 'You have exceeded a secondary rate limit. Please wait a few minutes.', {
    'retry-after': String(seconds),
  })
}

/** Sends it with an ETag, or 304 where the client has it already. */
export function sendReply(
  response: ServerResponse,
  reply: ApiReply,
  now: number,
  ifNoneMatch?: string,
): void {
  const text = reply.body === undefined ? '' : JSON.stringify(reply.body)
  const etag = `W/"${createHash('sha256').update(text).digest('hex')}"`
  const isKnown = reply.status === 200 && ifNoneMatch === etag
  response.writeHead(isKnown ? 304 : reply.status, {
    'content-type': 'application/json; charset=utf-8',
    date: new Date(now).toUTCString(),
    etag,
    ...reply.headers,
  })
  if (reply.isCut) response.write(text.slice(0, text.length / 2), () => response.destroy())
  else response.end(isKnown ? '' : text)
}
