import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { answerBlobError, answerTwirpError, sendWhole, type Answer } from './cache-answer.ts'
import { CacheBlobs } from './cache-blobs.ts'
import { CacheEntries, type CacheEntry } from './cache-entries.ts'
import { answerInstead, pickFault, sendSpoiled, type CacheCall, type CacheFault } from './cache-faults.ts'
import { makeToken, type TokenClaims } from './cache-token.ts'
import { answerTwirp, twirpMethods, twirpPath } from './cache-twirp.ts'

/** One request that the service saw; `status` is missing while it has no answer, for ever where a fault hangs. */
export interface SeenRequest {
  method: string
  path: string
  call?: CacheCall
  status?: number
}

/** A running stand-in of GitHub's Actions cache service (v2). */
export interface CacheServiceStandIn extends AsyncDisposable {
  /** The value of ACTIONS_RESULTS_URL; ends with a slash. */
  readonly url: string
  /** What goes wrong, and at which call; may be set at any time. */
  faults: CacheFault[]
  /** Makes a value for ACTIONS_RUNTIME_TOKEN. */
  token(claims: TokenClaims): string
  /** The finished entries, oldest first. */
  entries(): CacheEntry[]
  /** Everything that was asked so far, in order of arrival. */
  requests(): SeenRequest[]
  /** Puts a finished entry there, such as a poisoned one. */
  plant(entry: { key: string; version: string; scope: string; content: Buffer }): Promise<void>
  /** Forgets all entries and the list of requests. */
  clear(): void
}

/** Where it listens; `publicHost` is the host in its URLs, for clients in another network namespace. */
export interface CacheServiceOptions {
  address?: string
  port?: number
  publicHost?: string
}

const blobPath = /^\/devstoreaccount1\/actions-cache\/(\d+)$/

/**
 * Starts a stand-in over real HTTP that both clients work against: `@actions/cache` 6 and BuildKit's `type=gha`. Blobs
 * go to a temporary folder, which goes away with it.
 */
export async function startCacheService(options: CacheServiceOptions = {}): Promise<CacheServiceStandIn> {
  const { address = '127.0.0.1', port = 0, publicHost = address } = options
  const folder = await mkdtemp(join(tmpdir(), 'cache-service-'))
  const secret = randomBytes(32)
  const signature = randomBytes(16).toString('hex')
  const entries = new CacheEntries()
  const blobs = new CacheBlobs(folder)
  const seenByFaults = new WeakMap<CacheFault, number>()
  let seen: SeenRequest[] = []

  const blobUrl = (id: number) =>
    `${standIn.url}devstoreaccount1/actions-cache/${id}?sv=2024-11-04&sr=b&sig=${signature}`

  const work = async (call: CacheCall, request: IncomingMessage, url: URL): Promise<Answer> => {
    if (call !== 'GET blob' && call !== 'PUT blob') {
      return answerTwirp({ call, request, secret, entries, blobs, blobUrl })
    }
    if (url.searchParams.get('sig') !== signature) return answerBlobError(403, 'AuthenticationFailed')
    const id = Number(blobPath.exec(url.pathname)?.[1])
    return call === 'GET blob' ? blobs.get(id, request) : blobs.put(id, request, url.searchParams)
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', standIn.url)
    const call = recognise(request.method, url.pathname)
    const entry: SeenRequest = { method: request.method ?? '', path: url.pathname, ...(call && { call }) }
    seen.push(entry)
    response.on('finish', () => (entry.status = response.statusCode))
    const withBody = request.method !== 'HEAD'
    if (call === undefined) {
      await sendWhole(
        response,
        answerTwirpError(404, 'bad_route', `no handler for ${url.pathname}`),
        withBody,
      )
      return
    }
    const fault = pickFault(standIn.faults, seenByFaults, call)
    const instead = fault && answerInstead(fault, call)
    if (fault?.kind === 'hang' || instead) request.resume()
    if (fault?.kind === 'hang') return
    const answer = instead ?? (await work(call, request, url))
    if (fault && !instead) await sendSpoiled(response, answer, fault)
    else await sendWhole(response, answer, withBody)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A client that leaves in the middle of an answer is what some faults are for.
      if (!response.headersSent && !response.destroyed) response.writeHead(500).end(String(error))
    })
  })
  // An upload of gigabytes may take longer than node's five minutes for a request.
  server.requestTimeout = 0
  server.listen(port, address)
  await once(server, 'listening')

  const standIn: CacheServiceStandIn = {
    url: `http://${publicHost}:${(server.address() as AddressInfo).port}/`,
    faults: [],
    token: (claims) => makeToken(secret, claims),
    entries: () => entries.list(),
    requests: () => seen.map((request) => ({ ...request })),
    async plant({ key, version, scope, content }) {
      const reserved = entries.reserve({ scopes: [{ scope, permission: 3 }], key, version })
      if (reserved.kind !== 'reserved') throw new Error(`${key} is there already`)
      await blobs.write(reserved.id, Readable.from([content]))
      entries.finish(reserved.id, content.length)
    },
    clear() {
      entries.clear()
      seen = []
    },
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return standIn
}

function recognise(method: string | undefined, path: string): CacheCall | undefined {
  if (method === 'POST' && path.startsWith(twirpPath)) {
    return twirpMethods.find((name) => path === `${twirpPath}${name}`)
  }
  if (!blobPath.test(path)) return undefined
  if (method === 'PUT') return 'PUT blob'
  return method === 'GET' || method === 'HEAD' ? 'GET blob' : undefined
}
