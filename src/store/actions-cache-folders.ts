import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { environmentForCache } from '../shared/child-environment.ts'
import { messageOf } from '../shared/errors.ts'
import { missingService } from './actions-cache-store.ts'
import {
  makePlace,
  startCacheClient,
  type CacheOutcome,
  type CacheRequest,
  explainStop,
  readCacheLog,
  readSaved,
} from './cache-client.ts'
import type { SaveOutcome } from './record-store.ts'

/** `program` is `cache-process.mjs` or its bundle; below `tempFolder` archives are made. */
export interface FolderCacheOptions {
  program: string
  environment: NodeJS.ProcessEnv
  tempFolder: string
  /** For one restore or one save. */
  deadlineMs?: number
  signal: AbortSignal
}

/** What a restore gave: the key of the entry that was taken, none, or why nobody could tell. */
export type RestoreOutcome =
  { kind: 'restored'; key: string } | { kind: 'none' } | { kind: 'unavailable'; reason: string }

/** Keeps whole folders in the Actions cache. Trouble with it is an outcome, never an exception. */
export interface FolderCache {
  /** Restores the entry of a key, else the newest one whose key has one of the beginnings, into a folder, which then has nothing else. */
  restore(folder: string, key: string, beginnings: readonly string[]): Promise<RestoreOutcome>
  save(folder: string, key: string): Promise<SaveOutcome>
}

/** The path of what is saved: the cache service's entry version is a hash of it. */
const path = 'cache-mounts'

/** Opens the Actions cache for folders. */
export function createFolderCache(options: FolderCacheOptions): FolderCache {
  const missing = missingService(options.environment)
  return {
    async restore(folder, key, beginnings) {
      if (missing !== undefined) return { kind: 'unavailable', reason: missing }
      try {
        return await withPlace(options, async (place, ask) => {
          const outcome = await ask({ kind: 'restore', primaryKey: key, restoreKeys: [...beginnings] })
          if (outcome.kind === 'stopped') return { kind: 'unavailable', reason: explainStop(outcome) }
          const { answer, log } = outcome
          if (answer.kind === 'failed') return { kind: 'unavailable', reason: answer.message }
          if (answer.kind !== 'restored' || answer.key === null) {
            const { trouble } = readCacheLog(log)
            return trouble === undefined ? { kind: 'none' } : { kind: 'unavailable', reason: trouble }
          }
          await rm(folder, { recursive: true, force: true })
          await rename(join(place, path), folder)
          return { kind: 'restored', key: answer.key }
        })
      } catch (error) {
        return { kind: 'unavailable', reason: messageOf(error) }
      }
    },

    async save(folder, key) {
      if (missing !== undefined) return { kind: 'not-saved', reason: missing }
      try {
        return await withPlace(options, async (place, ask) => {
          await rename(folder, join(place, path))
          return readSaved(await ask({ kind: 'save', key }))
        })
      } catch (error) {
        return { kind: 'not-saved', reason: messageOf(error) }
      }
    },
  }
}

type Asked = { kind: 'restore'; primaryKey: string; restoreKeys: string[] } | { kind: 'save'; key: string }

/** A process of its own for one request: between a restore and a save lies the whole job. */
async function withPlace<R>(
  { program, environment, tempFolder, deadlineMs = 120_000, signal }: FolderCacheOptions,
  use: (workspace: string, ask: (request: Asked) => Promise<CacheOutcome>) => Promise<R>,
): Promise<R> {
  await using place = await makePlace(tempFolder)
  await using client = startCacheClient({
    program,
    environment: { ...environmentForCache(environment), RUNNER_DEBUG: '' },
    signal,
  })
  const callOff = client.limit(deadlineMs)
  const result = await use(place.workspace, (request) =>
    client.request({ place, path, ...request } satisfies CacheRequest),
  )
  callOff()
  return result
}
