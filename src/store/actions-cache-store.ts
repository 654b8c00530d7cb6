import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environmentForCache } from '../child-environment.ts'
import { startCacheClient } from './cache-client.ts'
import type { CacheClient } from './cache-client.ts'
import { explainStop, readCacheLog } from './cache-log.ts'
import { searchCache } from './cache-search.ts'
import { isSystemError, renderRecord } from './record-file.ts'
import { recordKeyParts } from './record-key.ts'
import type { FindOutcome, Lookup, RecordName, RecordStore, SaveOutcome } from './record-store.ts'

/** `program` is `cache-process.mjs` or its bundle; a find or a save takes at most `deadlineMs`. */
export interface ActionsCacheOptions {
  program: string
  environment?: NodeJS.ProcessEnv
  deadlineMs?: number
  signal?: AbortSignal
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
  const withClient = async <R>(use: (client: CacheClient, folder: string) => Promise<R>): Promise<R> => {
    await using workplace = await makeWorkplace(environment)
    await using client = startCacheClient({
      program,
      deadlineMs,
      ...(signal && { signal }),
      folder: workplace.folder,
      environment: workplace.environment,
    })
    return await use(client, workplace.folder)
  }

  return {
    async find<T>(image: string, lookups: Lookup[], parse: (json: unknown) => T): Promise<FindOutcome<T>> {
      const missing = missingService(environment)
      if (missing !== undefined) return { kind: 'unavailable', reason: missing }
      try {
        return await withClient((client, folder) =>
          searchCache({ client, folder, path: recordPath, image, lookups, parse }),
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
        return await withClient(async (client, folder) => {
          await writeFile(join(folder, recordPath), text)
          return upload(client, recordKeyParts(name).join('/'))
        })
      } catch (error) {
        if (error instanceof RangeError) return { kind: 'not-saved', reason: error.message }
        if (!isSystemError(error)) throw error
        return { kind: 'not-saved', reason: `no room to save it from: ${error.message}` }
      }
    },
  }
}

function missingService(environment: NodeJS.ProcessEnv): string | undefined {
  const url = environment['ACTIONS_RESULTS_URL'] || environment['ACTIONS_CACHE_URL']
  return url && environment['ACTIONS_RUNTIME_TOKEN']
    ? undefined
    : 'there is no Actions cache here (ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN are not both set)'
}

/** A folder that `@actions/cache` takes for the workspace, beside one for its archives; both go away together. */
async function makeWorkplace(environment: NodeJS.ProcessEnv) {
  const root = await realpath(await mkdtemp(join(environment['RUNNER_TEMP'] ?? tmpdir(), 'image-record-')))
  const folder = join(root, 'workspace')
  const archives = join(root, 'archives')
  await mkdir(folder)
  await mkdir(archives)
  return {
    folder,
    // Without RUNNER_DEBUG: it makes `@actions/cache` list every archive before it extracts it.
    environment: {
      ...environmentForCache(environment),
      ...{ GITHUB_WORKSPACE: folder, RUNNER_TEMP: archives, RUNNER_DEBUG: '' },
    },
    // What can't be deleted stays for the runner, which empties RUNNER_TEMP; the outcome stands.
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }).catch(() => undefined),
  }
}

async function upload(client: CacheClient, key: string): Promise<SaveOutcome> {
  const outcome = await client.request({ kind: 'save', path: recordPath, key })
  if (outcome.kind === 'stopped') return { kind: 'not-saved', reason: explainStop(outcome) }
  const { answer, log } = outcome
  const { exists, trouble } = readCacheLog(log)
  if (answer.kind === 'saved' && answer.done) return { kind: 'saved' }
  if (exists) return { kind: 'already-saved' }
  if (answer.kind === 'failed') return { kind: 'not-saved', reason: answer.message }
  return { kind: 'not-saved', reason: trouble ?? 'the Actions cache did not say why' }
}
