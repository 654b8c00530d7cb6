import { setTimeout as sleep } from 'node:timers/promises'
import * as v from 'valibot'
import { parseAs } from '../shared/schema-values.ts'

/** Whether the Actions cache can be used from here. */
export type ActionsCacheState =
  | { kind: 'ready' }
  /** Not in a workflow run: its service is not announced. */
  | { kind: 'absent' }
  | { kind: 'unusable'; reason: string }

/** How long the cache service may take for the one small answer that shows that it is there. */
const probeDeadlineMs = 10_000

/** Whether BuildKit can use the Actions cache from here. A service that hangs would hang every build that imports from it. */
export async function probeActionsCache(
  env: NodeJS.ProcessEnv,
  deadlineMs = probeDeadlineMs,
): Promise<ActionsCacheState> {
  const url = env['ACTIONS_RESULTS_URL']
  const token = env['ACTIONS_RUNTIME_TOKEN']
  if (!url || !token) return { kind: 'absent' }
  const flaw = flawOf(token)
  if (flaw !== undefined) return { kind: 'unusable', reason: flaw }
  try {
    const status = await ask(url, token, deadlineMs)
    if (status === undefined)
      return { kind: 'unusable', reason: `its service gave no answer within ${deadlineMs / 1000} s` }
    return status >= 200 && status < 300
      ? { kind: 'ready' }
      : { kind: 'unusable', reason: `its service answered ${status}` }
  } catch {
    return { kind: 'unusable', reason: 'its service can not be reached' }
  }
}

/** The status of the answer to a question that changes nothing; undefined when there is none in time. */
async function ask(url: string, token: string, deadlineMs: number): Promise<number | undefined> {
  const address = new URL('twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL', url)
  const question = { key: 'dotnet-container-probe', restore_keys: [], version: '0'.repeat(64) }
  // Not `fetch`, which knows nothing of the runner's proxy. It is large, and where there is no cache nobody needs it.
  const { HttpClient } = await import('@actions/http-client')
  const client = new HttpClient('dotnet-container', [], { allowRetries: false, allowRedirects: false })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const asked = client.post(address.href, JSON.stringify(question), headers).then(({ message }) => {
    message.destroy()
    return message.statusCode ?? 0
  })
  const late = new AbortController()
  try {
    return await Promise.race([asked, sleep(deadlineMs, undefined, { signal: late.signal })])
  } finally {
    late.abort()
    asked.catch(() => undefined)
    client.dispose()
  }
}

const claimsSchema = v.object({
  ac: v.fallback(v.optional(v.string()), undefined),
  exp: v.fallback(v.number(), Infinity),
})

/** What is wrong with the runtime token, as far as its claims tell: BuildKit fails the whole build over it. */
function flawOf(token: string): string | undefined {
  const claims = parseAs(claimsSchema, Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  if (claims === undefined) return 'its token is malformed'
  if (claims.ac === undefined) return 'its token names no cache scope'
  return claims.exp * 1000 < Date.now() ? 'its token has expired' : undefined
}
