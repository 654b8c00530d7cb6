import type { IncomingMessage } from 'node:http'
import { answerJson, answerTwirpError, type Answer } from './cache-answer.ts'
import { readText, type CacheBlobs } from './cache-blobs.ts'
import type { CacheEntries } from './cache-entries.ts'
import { readToken } from './cache-token.ts'

/** The methods of the service, as in the clients' generated code (`@actions/cache`, go-actions-cache). */
export const twirpMethods = [
  'CreateCacheEntry',
  'FinalizeCacheEntryUpload',
  'GetCacheEntryDownloadURL',
] as const

/** Where the methods are, below the service's URL. */
export const twirpPath = '/twirp/github.actions.results.api.v1.CacheService/'

/** A request to a method, with what the service keeps. */
export interface TwirpRequest {
  call: (typeof twirpMethods)[number]
  request: IncomingMessage
  secret: Buffer
  entries: CacheEntries
  blobs: CacheBlobs
  blobUrl: (id: number) => string
}

/** Answers one method in JSON with snake_case names, which both clients speak. */
export async function answerTwirp({ call, request, secret, ...kept }: TwirpRequest): Promise<Answer> {
  const text = await readText(request)
  const token = readToken(secret, request.headers.authorization)
  if (token.kind === 'refused') return answerTwirpError(401, 'unauthenticated', token.reason)
  const body = parseObject(text)
  const { key, version } = body ?? {}
  if (body === undefined || typeof key !== 'string' || typeof version !== 'string' || version === '') {
    return answerTwirpError(400, 'malformed', 'the request needs a key and a version')
  }
  if (key === '' || key.length > 512 || key.includes(',')) {
    return answerTwirpError(400, 'invalid_argument', 'a key has 1 to 512 characters and no comma')
  }
  const asked = { scopes: token.scopes, key, version }
  switch (call) {
    case 'CreateCacheEntry':
      return create(asked, kept)
    case 'FinalizeCacheEntryUpload':
      return finalize(asked, Number(body['size_bytes'] ?? 0), kept)
    case 'GetCacheEntryDownloadURL':
      return find({ ...asked, restoreKeys: strings(body['restore_keys']) }, kept)
  }
}

type Kept = Pick<TwirpRequest, 'entries' | 'blobs' | 'blobUrl'>

function create(asked: Parameters<CacheEntries['reserve']>[0], { entries, blobUrl }: Kept): Answer {
  const reservation = entries.reserve(asked)
  switch (reservation.kind) {
    case 'reserved':
      return answerJson(200, { ok: true, signed_upload_url: blobUrl(reservation.id) })
    case 'exists':
      return answerTwirpError(
        409,
        'already_exists',
        'cache entry with the same key, version, and scope already exists',
      )
    case 'denied':
      return answerJson(200, { ok: false, message: 'cache write denied: token has no writable scopes' })
  }
}

async function finalize(
  asked: Parameters<CacheEntries['reserved']>[0],
  sizeBytes: number,
  { entries, blobs }: Kept,
): Promise<Answer> {
  const id = entries.reserved(asked)
  if (id === undefined) return answerTwirpError(404, 'not_found', 'no upload of that key is under way')
  const stored = await blobs.sizeBytes(id)
  if (stored !== sizeBytes) {
    return answerTwirpError(
      400,
      'failed_precondition',
      `${stored ?? 'no'} bytes were uploaded, not ${sizeBytes}`,
    )
  }
  entries.finish(id, sizeBytes)
  return answerJson(200, { ok: true, entry_id: String(id) })
}

function find(asked: Parameters<CacheEntries['find']>[0], { entries, blobUrl }: Kept): Answer {
  const hit = entries.find(asked)
  if (hit === 'unreadable') {
    return answerTwirpError(403, 'permission_denied', 'cache read denied: token has no readable scopes')
  }
  if (hit === 'miss') return answerJson(200, { ok: false })
  return answerJson(200, { ok: true, signed_download_url: blobUrl(hit.id), matched_key: hit.key })
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
