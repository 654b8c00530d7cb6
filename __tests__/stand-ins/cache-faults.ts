import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import {
  answerBlobError,
  answerJson,
  answerTwirpError,
  sendHalf,
  sendWhole,
  type Answer,
} from './cache-answer.ts'

/** The calls that a fault can be set on. */
export type CacheCall =
  'CreateCacheEntry' | 'FinalizeCacheEntryUpload' | 'GetCacheEntryDownloadURL' | 'GET blob' | 'PUT blob'

/**
 * A fault of one call: `after` so many that go well (an index before its blobs), `times` times or for ever. `status`, `rate-limit` and `hang` come instead of the work;
 * `cut-body` (half of the answer, then the connection ends), `stall` (half of it, then nothing) and `garbage` (bytes
 * that mean nothing) come after it.
 */
export type CacheFault = { method: CacheCall; after?: number; times?: number } & (
  | { kind: 'status'; status: number }
  | { kind: 'rate-limit'; retryAfterSeconds?: number }
  | { kind: 'hang' }
  | { kind: 'cut-body' }
  | { kind: 'stall' }
  | { kind: 'garbage' }
)

/** Picks the fault that a call meets now; `seen` counts the calls that each fault saw. */
export function pickFault(
  faults: CacheFault[],
  seen: WeakMap<CacheFault, number>,
  call: CacheCall,
): CacheFault | undefined {
  return faults.find((fault) => {
    if (fault.method !== call) return false
    const { after = 0, times = Infinity } = fault
    const count = (seen.get(fault) ?? 0) + 1
    seen.set(fault, count)
    return count > after && count <= after + times
  })
}

const blobErrorCodes = new Map([
  [403, 'AuthenticationFailed'],
  [404, 'BlobNotFound'],
  [503, 'ServerBusy'],
])

const twirpErrorCodes = new Map([
  [401, 'unauthenticated'],
  [403, 'permission_denied'],
  [404, 'not_found'],
  [409, 'already_exists'],
  [503, 'unavailable'],
])

/** The answer that a fault gives instead of doing the work, or undefined where the work is done first. */
export function answerInstead(fault: CacheFault, call: CacheCall): Answer | undefined {
  if (fault.kind === 'rate-limit') {
    const answer = answerTwirpError(429, 'resource_exhausted', 'rate limit exceeded')
    return { ...answer, headers: { ...answer.headers, 'retry-after': String(fault.retryAfterSeconds ?? 1) } }
  }
  if (fault.kind !== 'status') return undefined
  return call.endsWith(' blob')
    ? answerBlobError(fault.status, blobErrorCodes.get(fault.status) ?? 'InternalError')
    : answerTwirpError(fault.status, twirpErrorCodes.get(fault.status) ?? 'internal', 'a fault was asked for')
}

/** Sends an answer as a fault spoils it. */
export async function sendSpoiled(
  response: ServerResponse,
  answer: Answer,
  fault: CacheFault,
): Promise<void> {
  switch (fault.kind) {
    case 'cut-body':
      await sendHalf(response, answer)
      // One write later, so that the half arrives before the end does.
      setTimeout(() => response.socket?.destroy(), 20)
      return
    case 'stall':
      await sendHalf(response, answer)
      await once(response, 'close')
      return
    case 'garbage':
      await sendWhole(
        response,
        { ...answer, body: Buffer.from('<html>no archive and no JSON</html>'.repeat(8)) },
        true,
      )
      return
    default:
      await sendWhole(response, answerJson(500, { code: 'internal', msg: 'not a fault of an answer' }), true)
  }
}
