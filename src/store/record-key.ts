import { createHash } from 'node:crypto'
import type { Lookup, RecordName } from './record-store.ts'

/** The first part of every key; raised when records of the old kind must not be found any more. */
const version = 'dotnet-container-1'

const plain = /^[a-z0-9][a-z0-9._-]{0,79}$/

/**
 * Makes a name safe as one part of a cache key and as a file name: short names of lower-case letters, digits, `.`, `_`
 * and `-` stay as they are, all others become a readable rest and a hash. Capitals count as others because neither the
 * cache service nor every file system tells them apart. At most 80 characters, none of them a comma or a slash.
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
