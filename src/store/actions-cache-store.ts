import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environmentForCache } from '../shared/child-environment.ts'
import { startCacheClient, type CacheClient, type CachePlace } from './cache-client.ts'
import { readSaved } from './cache-log.ts'
import { searchCache } from './cache-search.ts'
import { isSystemError } from '../shared/errors.ts'
import {
  recordKeyParts,
  renderRecord,
  type FindOutcome,
  type Lookup,
  type RecordName,
  type RecordStore,
  type SaveOutcome,
} from './record-store.ts'

/**
 * `program` is `cache-process.mjs` or its bundle; a find or a save takes at most `deadlineMs`. Processes of it wait for the next one
 * until `signal` is aborted.
 */
export interface ActionsCacheOptions {
  program: string
  environment?: NodeJS.ProcessEnv
  deadlineMs?: number
  signal: AbortSignal
}

/** The path of every saved record. The cache service's entry version is a hash of it: another one finds nothing. */
const recordPath = 'image-record.json'

/**
 * Keeps image records in the Actions cache, each an entry of its own under `<version>/<image>/<branch>/<commit>/<run>`.
 * Everything happens in a private folder below RUNNER_TEMP; the workspace is never touched.
 */
export function createActionsCacheStore({
  program,
  environment = process.env,
  deadlineMs = 60_000,
  signal,
}: ActionsCacheOptions): RecordStore {
  // Without RUNNER_DEBUG: it makes `@actions/cache` list every archive before it extracts it.
  const ownEnvironment = { ...environmentForCache(environment), RUNNER_DEBUG: '' }
  /** They wait for the next request: to start another one takes as long as to save a record. */
  const idle: CacheClient[] = []

  const withClient = async <R>(use: (client: CacheClient, place: CachePlace) => Promise<R>): Promise<R> => {
    await using place = await makePlace(environment)
    const waiting = idle.pop()
    const client = waiting?.isAlive()
      ? waiting
      : startCacheClient({ program, environment: ownEnvironment, signal })
    const callOff = client.limit(deadlineMs)
    try {
      return await use(client, place)
    } finally {
      callOff()
      if (client.isAlive()) idle.push(client)
      else await client[Symbol.asyncDispose]()
    }
  }

  return {
    async find<T>(image: string, lookups: Lookup[], parse: (json: unknown) => T): Promise<FindOutcome<T>> {
      const missing = missingService(environment)
      if (missing !== undefined) return { kind: 'unavailable', reason: missing }
      try {
        return await withClient((client, place) =>
          searchCache({ client, place, path: recordPath, image, lookups, parse }),
        )
      } catch (error) {
        if (!isSystemError(error)) throw error
        return { kind: 'unavailable', reason: `no room to restore it: ${error.message}` }
      }
    },

    async save(name: RecordName, record: unknown): Promise<SaveOutcome> {
      const missing = missingService(environment)
      if (missing !== undefined) return { kind: 'not-saved', reason: missing }
      try {
        const text = renderRecord(record)
        return await withClient(async (client, place) => {
          await writeFile(join(place.workspace, recordPath), text)
          return upload(client, place, recordKeyParts(name).join('/'))
        })
      } catch (error) {
        if (error instanceof RangeError) return { kind: 'not-saved', reason: error.message }
        if (!isSystemError(error)) throw error
        return { kind: 'not-saved', reason: `no room to save it from: ${error.message}` }
      }
    },
  }
}

/** Why there is no Actions cache here; undefined where it is announced. */
export function missingService(environment: NodeJS.ProcessEnv): string | undefined {
  const url = environment['ACTIONS_RESULTS_URL'] || environment['ACTIONS_CACHE_URL']
  return url && environment['ACTIONS_RUNTIME_TOKEN']
    ? undefined
    : 'there is no Actions cache here (ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN are not both set)'
}

/** A place of its own for each search and each record; its folders go away together. */
async function makePlace(environment: NodeJS.ProcessEnv): Promise<CachePlace & AsyncDisposable> {
  const root = await realpath(await mkdtemp(join(environment['RUNNER_TEMP'] ?? tmpdir(), 'image-record-')))
  const workspace = join(root, 'workspace')
  const archives = join(root, 'archives')
  await mkdir(workspace)
  await mkdir(archives)
  return {
    workspace,
    archives,
    // What can't be deleted stays for the runner, which empties RUNNER_TEMP; the outcome stands.
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }).catch(() => undefined),
  }
}

async function upload(client: CacheClient, place: CachePlace, key: string): Promise<SaveOutcome> {
  return readSaved(await client.request({ kind: 'save', place, path: recordPath, key }))
}
