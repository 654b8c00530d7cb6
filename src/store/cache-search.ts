import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CacheClient, CachePlace } from './cache-client.ts'
import { explainStop, readCacheLog } from './cache-log.ts'
import { messageOf } from '../shared/errors.ts'
import { lookupKeyParts, readRecordFile, type FindOutcome, type Lookup } from './record-store.ts'

/** A search by a client that works in `place`; `path` is where entries of records have their one file. */
export interface CacheSearch<T> {
  client: CacheClient
  place: CachePlace
  path: string
  image: string
  lookups: Lookup[]
  parse: (json: unknown) => T
}

/** `@actions/cache` takes ten keys; the first is ours twice, since the service matches it whole, not as a prefix. */
const lookupsPerRequest = 9

/**
 * Finds the first record that `parse` takes. Several lookups share a request where their order is sure: those of one
 * branch, whose entries share a scope. (The service goes by scope first and by key within it.)
 */
export async function searchCache<T>(search: CacheSearch<T>): Promise<FindOutcome<T>> {
  const rejected: string[] = []
  let rest = search.lookups
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
  { client, place, path, image, parse }: CacheSearch<T>,
  group: Lookup[],
): Promise<GroupAnswer<T>> {
  const restoreKeys = group.map((lookup) => `${lookupKeyParts(image, lookup).join('/')}/`)
  const primaryKey = restoreKeys[0] ?? ''
  const outcome = await client.request({ kind: 'restore', place, path, primaryKey, restoreKeys })
  if (outcome.kind === 'stopped') return { kind: 'unavailable', reason: explainStop(outcome) }
  const { answer, log } = outcome
  if (answer.kind === 'failed') return { kind: 'unavailable', reason: answer.message }
  const { hitKey, trouble } = readCacheLog(log)
  const restored = answer.kind === 'restored' ? answer.key : null
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
    return {
      kind: 'found',
      record: parse(await readRestored(place.workspace, path)),
      source: 'cache',
      lookup,
    }
  } catch (error) {
    await empty(place.workspace)
    return { kind: 'rejected', reason: `${key}: ${messageOf(error)}`, position }
  }
}

function leadingGroup(lookups: Lookup[]): Lookup[] {
  const end = lookups.findIndex((lookup) => lookup.branch !== lookups[0]?.branch)
  return lookups.slice(0, Math.min(end === -1 ? lookups.length : end, lookupsPerRequest))
}

async function readRestored(folder: string, path: string): Promise<unknown> {
  const names = await readdir(folder)
  if (names.length !== 1 || names[0] !== path) throw new Error('its archive holds something else')
  return readRecordFile(join(folder, path))
}

async function empty(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true })
}
