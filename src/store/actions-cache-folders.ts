import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf } from '../shared/errors.ts'
import { missingService, openCache, type CacheOptions } from './cache-client.ts'
import { readRestored, readSaved } from './cache-log.ts'
import type { SaveOutcome } from './record-store.ts'

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

/** Opens the Actions cache for folders; archives are made below `tempFolder`. Between a restore and a save lies the whole job: no process waits. */
export function createFolderCache(options: CacheOptions & { tempFolder: string }): FolderCache {
  const missing = missingService(options.environment)
  const withClient = openCache({ deadlineMs: 120_000, ...options }, options.tempFolder, false)
  return {
    async restore(folder, key, beginnings) {
      if (missing !== undefined) return { kind: 'unavailable', reason: missing }
      const asked = { kind: 'restore' as const, path, primaryKey: key, restoreKeys: [...beginnings] }
      try {
        return await withClient(async (client, place) => {
          const found = readRestored(await client.request({ ...asked, place }))
          if (found.kind === 'unavailable') return found
          if (found.key === null)
            return found.trouble === undefined
              ? { kind: 'none' }
              : { kind: 'unavailable', reason: found.trouble }
          await rm(folder, { recursive: true, force: true })
          await rename(join(place.workspace, path), folder)
          return { kind: 'restored', key: found.key }
        })
      } catch (error) {
        return { kind: 'unavailable', reason: messageOf(error) }
      }
    },

    async save(folder, key) {
      if (missing !== undefined) return { kind: 'not-saved', reason: missing }
      try {
        return await withClient(async (client, place) => {
          await rename(folder, join(place.workspace, path))
          return readSaved(await client.request({ kind: 'save', place, path, key }))
        })
      } catch (error) {
        return { kind: 'not-saved', reason: messageOf(error) }
      }
    },
  }
}
