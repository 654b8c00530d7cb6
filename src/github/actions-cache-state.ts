import type { ActionsCacheState } from '../plan/choose-cache.ts'

/** How long the cache service may take for the one small answer that shows that it is there. */
const probeDeadlineMs = 10_000

/**
 * Finds out whether BuildKit can use the Actions cache from here: the service is announced, its token is valid, and it
 * answers. A service that hangs would hang every build that imports from it.
 */
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
    const response = await fetch(
      new URL('twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL', url),
      {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ key: 'dotnet-container-probe', restore_keys: [], version: '0'.repeat(64) }),
        signal: AbortSignal.timeout(deadlineMs),
      },
    )
    await response.body?.cancel()
    return response.ok
      ? { kind: 'ready' }
      : { kind: 'unusable', reason: `its service answered ${response.status}` }
  } catch (error) {
    const timedOut = (error as { name?: unknown }).name === 'TimeoutError'
    const reason = timedOut
      ? `its service gave no answer within ${deadlineMs / 1000} s`
      : 'its service can not be reached'
    return { kind: 'unusable', reason }
  }
}

/** What is wrong with the runtime token, as far as its claims tell: BuildKit fails the whole build over it. */
function flawOf(token: string): string | undefined {
  const [, claims] = token.split('.')
  try {
    const json: unknown = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString('utf8'))
    if (typeof json !== 'object' || json === null) return 'its token is malformed'
    if (!('ac' in json) || typeof json.ac !== 'string') return 'its token names no cache scope'
    if ('exp' in json && typeof json.exp === 'number' && json.exp * 1000 < Date.now())
      return 'its token has expired'
    return undefined
  } catch {
    return 'its token is malformed'
  }
}
