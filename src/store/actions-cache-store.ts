import { readdir, rm, writeFile, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  missingService,
  openCache,
  type CacheClient,
  type CacheOptions,
  type CachePlace,
} from './cache-client.ts'
import { readRestored, readSaved } from './cache-log.ts'
import { isSystemError, messageOf } from '../shared/errors.ts'
import {
  lookupKeyParts,
  notSaved,
  readRecordFile,
  recordKeyParts,
  renderRecord,
  type FindOutcome,
  type Lookup,
  type RecordName,
  type RecordStore,
  type SaveOutcome,
} from './record-store.ts'

/** The path of every saved record. The cache service's entry version is a hash of it: another one finds nothing. */
const recordPath = 'image-record.json'

/** Keeps image records in the Actions cache, by way of a private folder below RUNNER_TEMP; the workspace is never touched. */
export function createActionsCacheStore(options: CacheOptions): RecordStore {
  const { environment } = options
  const withClient = openCache(options, environment['RUNNER_TEMP'] ?? tmpdir(), true)
  return {
    async find<T>(image: string, lookups: Lookup[], parse: (json: unknown) => T): Promise<FindOutcome<T>> {
      const missing = missingService(environment)
      if (missing !== undefined) return { kind: 'unavailable', reason: missing }
      try {
        return await withClient((client, place) => searchCache({ client, place, image, parse }, lookups))
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
          const key = recordKeyParts(name).join('/')
          return readSaved(await client.request({ kind: 'save', place, path: recordPath, key }))
        })
      } catch (error) {
        return notSaved(error, 'no room to save it from')
      }
    },
  }
}

/** A search for records of an image, by a client that works in `place`. */
interface CacheSearch<T> {
  client: CacheClient
  place: CachePlace
  image: string
  parse: (json: unknown) => T
}

/** `@actions/cache` takes ten keys; the first is ours twice, since the service matches it whole, not as a prefix. */
const lookupsPerRequest = 9

/** Finds the first record that `parse` takes. Lookups of one branch share a request: its entries share a scope, by which the service goes first. */
async function searchCache<T>(search: CacheSearch<T>, lookups: Lookup[]): Promise<FindOutcome<T>> {
  const rejected: string[] = []
  let rest = lookups
  while (rest.length > 0) {
    const group = leadingGroup(rest)
    const answer = await ask(search, group)
    switch (answer.kind) {
      case 'found':
      case 'unavailable':
        return answer
      case 'rejected':
        rejected.push(answer.reason)
        rest = rest.slice(answer.position + 1)
        break
      case 'missed':
        rest = rest.slice(group.length)
    }
  }
  return { kind: 'none', rejected }
}

type GroupAnswer<T> =
  | Exclude<FindOutcome<T>, { kind: 'none' }>
  | { kind: 'missed' }
  | { kind: 'rejected'; reason: string; position: number }

async function ask<T>(
  { client, place, image, parse }: CacheSearch<T>,
  group: Lookup[],
): Promise<GroupAnswer<T>> {
  const restoreKeys = group.map((lookup) => `${lookupKeyParts(image, lookup).join('/')}/`)
  const primaryKey = restoreKeys[0] ?? ''
  const outcome = await client.request({ kind: 'restore', place, path: recordPath, primaryKey, restoreKeys })
  const told = readRestored(outcome)
  if (told.kind === 'unavailable') return told
  const { key: restored, hitKey, trouble } = told
  const key = restored ?? hitKey
  if (key === undefined) {
    return trouble === undefined ? { kind: 'missed' } : { kind: 'unavailable', reason: trouble }
  }
  const position = restoreKeys.findIndex((prefix) => key.startsWith(prefix))
  const lookup = group[position]
  if (lookup === undefined) {
    return { kind: 'unavailable', reason: `the Actions cache gave an entry that was not asked for: ${key}` }
  }
  try {
    if (restored === null) throw new Error(trouble ?? 'it could not be restored')
    return { kind: 'found', record: parse(await readEntry(place.workspace)), source: 'cache', lookup }
  } catch (error) {
    await empty(place.workspace)
    return { kind: 'rejected', reason: `${key}: ${messageOf(error)}`, position }
  }
}

function leadingGroup(lookups: Lookup[]): Lookup[] {
  const end = lookups.findIndex((lookup) => lookup.branch !== lookups[0]?.branch)
  return lookups.slice(0, Math.min(end === -1 ? lookups.length : end, lookupsPerRequest))
}

async function readEntry(folder: string): Promise<unknown> {
  const names = await readdir(folder)
  if (names.length !== 1 || names[0] !== recordPath) throw new Error('its archive holds something else')
  return readRecordFile(join(folder, recordPath))
}

async function empty(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true })
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
