import { readdir, rm, writeFile, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCache, type CacheClient, type CacheOptions, type CachePlace } from './cache-client.ts'
import { messageOf } from '../shared/errors.ts'
import {
  lookupKeyParts,
  notSaved,
  readRecordFile,
  recordKeyParts,
  renderRecord,
  unavailable,
  type FindOutcome,
  type Lookup,
  type RecordStore,
} from './record-store.ts'

/** The path of every saved record. The cache service's entry version is a hash of it: another one finds nothing. */
const recordPath = 'image-record.json'

/** Keeps image records in the Actions cache, by way of a private folder below RUNNER_TEMP; the workspace is never touched. */
export function createActionsCacheStore(options: CacheOptions): RecordStore {
  const withClient = openCache(options, options.environment['RUNNER_TEMP'] ?? tmpdir(), true)
  return {
    find: (image, lookups, parse) =>
      withClient((client, place) => searchCache({ client, place, image, parse }, lookups)).catch(unavailable),
    save: (name, record) =>
      withClient(async (client, place) => {
        await writeFile(join(place.workspace, recordPath), renderRecord(record))
        return client.save(place, recordPath, recordKeyParts(name).join('/'))
      }).catch(notSaved),
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
  for (let rest = lookups; rest.length > 0;) {
    const group = leadingGroup(rest)
    const answer = await ask(search, group)
    if (answer.kind === 'found') return answer
    if (answer.kind === 'rejected') rejected.push(answer.reason)
    rest = rest.slice(answer.kind === 'rejected' ? answer.position + 1 : group.length)
  }
  return { kind: 'none', rejected }
}

type GroupAnswer<T> =
  | Extract<FindOutcome<T>, { kind: 'found' }>
  | { kind: 'missed' }
  | { kind: 'rejected'; reason: string; position: number }

async function ask<T>(
  { client, place, image, parse }: CacheSearch<T>,
  group: Lookup[],
): Promise<GroupAnswer<T>> {
  const prefixes = group.map((lookup) => `${lookupKeyParts(image, lookup).join('/')}/`)
  const restored = await client.restore(place, recordPath, [...prefixes.slice(0, 1), ...prefixes])
  const key = restored.key ?? restored.hitKey
  if (key === undefined) {
    if (restored.trouble !== undefined) throw new Error(restored.trouble)
    return { kind: 'missed' }
  }
  const position = prefixes.findIndex((prefix) => key.startsWith(prefix))
  const lookup = group[position]
  if (lookup === undefined) throw new Error(`the Actions cache gave an entry that was not asked for: ${key}`)
  try {
    if (restored.key === null) throw new Error(restored.trouble ?? 'it could not be restored')
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

/** Keeps whole folders in the Actions cache. Both throw an Error that says why that could not be. */
export interface FolderCache {
  /** Restores a key's entry, else the newest whose key begins so, into a folder that then has nothing else; gives its key, undefined: there is none. */
  restore(folder: string, key: string, beginnings: readonly string[]): Promise<string | undefined>
  /** What is there already stays. */
  save(folder: string, key: string): Promise<unknown>
}

/** The path of what is saved: the cache service's entry version is a hash of it. */
const folderPath = 'cache-mounts'

/** Opens the Actions cache for folders; archives are made below `tempFolder`. Between a restore and a save lies the whole job: no process waits. */
export function createFolderCache(options: CacheOptions & { tempFolder: string }): FolderCache {
  const withClient = openCache({ deadlineMs: 120_000, ...options }, options.tempFolder, false)
  return {
    restore: (folder, key, beginnings) =>
      withClient(async (client, place) => {
        const restored = await client.restore(place, folderPath, [key, ...beginnings])
        if (restored.key === null) {
          if (restored.trouble !== undefined) throw new Error(restored.trouble)
          return undefined
        }
        await rm(folder, { recursive: true, force: true })
        await rename(join(place.workspace, folderPath), folder)
        return restored.key
      }),
    save: (folder, key) =>
      withClient(async (client, place) => {
        await rename(folder, join(place.workspace, folderPath))
        return client.save(place, folderPath, key)
      }),
  }
}
