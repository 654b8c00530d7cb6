import { createHash } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import { messageOf } from '../shared/errors.ts'

/** What an image record is stored under; `run` is `<run id>-<attempt>`. Stored records are never overwritten. */
export interface RecordName {
  image: string
  branch: string
  commit: string
  run: string
}

/** Where to look for a record: those of one commit of a branch, or, without a commit, the newest of the branch. */
export interface Lookup {
  branch: string
  commit?: string
}

/** What a search gave; `none` with the records that were not valid or not comparable, `unavailable` where nobody could tell. */
export type FindOutcome<T> =
  | { kind: 'found'; record: T; source: 'cache' | 'folder'; lookup: Lookup }
  | { kind: 'none'; rejected: string[] }
  | { kind: 'unavailable'; reason: string }

/** What saving gave; `already-saved` means that a record of that very name is there, and it stays as it is. */
export type SaveOutcome = { kind: 'saved' | 'already-saved' } | { kind: 'not-saved'; reason: string }

/** Keeps image records and finds the one to compare with. Trouble with the store is an outcome, never an exception. */
export interface RecordStore {
  /** Gives the first record of the lookups that `parse` takes; the words that it throws for others go to `rejected`. */
  find<T>(image: string, lookups: Lookup[], parse: (json: unknown) => T): Promise<FindOutcome<T>>

  save(name: RecordName, record: unknown): Promise<SaveOutcome>
}

/** The commits that the tree grew from, the nearest first, on each branch; then the newest record of each branch. */
export function planLookups(branches: readonly string[], commits: readonly string[]): Lookup[] {
  const named = branches.filter((branch, index) => branch !== '' && branches.indexOf(branch) === index)
  return [
    // Branch by branch: lookups of one branch share a request to the cache.
    ...named.flatMap((branch) => commits.map((commit) => ({ branch, commit }))),
    ...named.map((branch) => ({ branch })),
  ]
}

/** The first part of every key; raised when records of the old kind must not be found any more. */
const version = 'dotnet-container-1'

const plain = /^[a-z0-9][a-z0-9._-]{0,79}$/

/**
 * Makes a name safe as part of a cache key and as a file name, at most 80 characters: short plain ones stay, others become a readable rest and a hash;
 * so do capitals, which neither the cache service nor every file system tells apart.
 */
export function keyPart(name: string): string {
  if (plain.test(name)) return name
  const readable = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
  return `${readable}~${createHash('sha256').update(name).digest('hex').slice(0, 16)}`
}

/** The parts of a record's name, general ones first; joined by `/` they are its cache key (at most 512 characters). */
export function recordKeyParts({ image, branch, commit, run }: RecordName): [string, ...string[]] {
  return [version, ...[image, branch, commit, run].map(keyPart)]
}

/** The parts that all records of a lookup have in common. */
export function lookupKeyParts(image: string, { branch, commit }: Lookup): [string, ...string[]] {
  return [version, ...[image, branch, ...(commit === undefined ? [] : [commit])].map(keyPart)]
}

/** The largest record that is written or read: 4 MiB. */
export const recordLimitBytes = 4 * 1024 * 1024

/** A record as the text of its file. Throws where that is larger than `recordLimitBytes`. */
export function renderRecord(record: unknown): string {
  const text = JSON.stringify(record)
  if (Buffer.byteLength(text) > recordLimitBytes)
    throw new RangeError(`the measurement is larger than ${recordLimitBytes} bytes`)
  return text
}

/** Trouble with a store is an outcome: what a search comes to that threw. */
export function unavailable(error: unknown): { kind: 'unavailable'; reason: string } {
  return { kind: 'unavailable', reason: messageOf(error) }
}

/** The same of a save. */
export function notSaved(error: unknown): { kind: 'not-saved'; reason: string } {
  return { kind: 'not-saved', reason: messageOf(error) }
}

/** Reads a record's JSON. Throws for anything but a regular file of at most `recordLimitBytes` with JSON in it. */
export async function readRecordFile(file: string): Promise<unknown> {
  const found = await lstat(file)
  if (!found.isFile()) throw new Error('it is not a regular file')
  if (found.size > recordLimitBytes) throw new Error(`it is larger than ${recordLimitBytes} bytes`)
  return JSON.parse(await readFile(file, 'utf8'))
}
