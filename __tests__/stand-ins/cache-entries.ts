import type { TokenScope } from './cache-token.ts'

/** A finished entry of the cache service. */
export interface CacheEntry {
  key: string
  version: string
  scope: string
  sizeBytes: number
  createdAt: Date
}

interface Slot extends CacheEntry {
  id: number
  finished: boolean
}

/** What reserving a key gives; `exists` also while another upload of the same key is under way. */
export type Reservation = { kind: 'reserved'; id: number } | { kind: 'exists' } | { kind: 'denied' }

/** Who asks for what: the token's scopes in their order, and the key with its version. */
export interface EntryRequest {
  scopes: TokenScope[]
  key: string
  version: string
}

const canRead = ({ permission }: TokenScope) => (permission & 1) !== 0
const canWrite = ({ permission }: TokenScope) => (permission & 2) !== 0

/**
 * The keys of a cache service: immutable, one per scope, key and version, found in the order that GitHub documents
 * (https://docs.github.com/actions/reference/dependency-caching-reference#cache-key-matching).
 */
export class CacheEntries {
  #slots: Slot[] = []
  #lastId = 0

  /** Reserves a key in the token's first writable scope. */
  reserve({ scopes, key, version }: EntryRequest): Reservation {
    const own = scopes.find(canWrite)
    if (own === undefined) return { kind: 'denied' }
    if (this.#slot(own.scope, key, version) !== undefined) return { kind: 'exists' }
    const id = ++this.#lastId
    this.#slots.push({
      id,
      key,
      version,
      scope: own.scope,
      sizeBytes: 0,
      createdAt: new Date(),
      finished: false,
    })
    return { kind: 'reserved', id }
  }

  /** The id of a reservation that its own scope may now finish, or undefined. */
  reserved({ scopes, key, version }: EntryRequest): number | undefined {
    const own = scopes.find(canWrite)
    const slot = own && this.#slot(own.scope, key, version)
    return slot?.finished === false ? slot.id : undefined
  }

  /** Makes a reserved entry visible to look-ups. */
  finish(id: number, sizeBytes: number): void {
    const slot = this.#slots.find((candidate) => candidate.id === id)
    if (slot === undefined) throw new Error(`No cache entry ${id}`)
    Object.assign(slot, { sizeBytes, finished: true, createdAt: new Date() })
  }

  /**
   * Looks an entry up: the token's own scope first, then its others; within a scope the exact key, then the newest by
   * prefix of each restore key in order. `unreadable`: the token can read no scope.
   */
  find(
    request: EntryRequest & { restoreKeys: string[] },
  ): (CacheEntry & { id: number }) | 'miss' | 'unreadable' {
    const readable = request.scopes.filter(canRead)
    if (readable.length === 0) return 'unreadable'
    for (const { scope } of readable) {
      const candidates = this.#slots
        .filter((slot) => slot.finished && slot.scope === scope && slot.version === request.version)
        .reverse()
      const hit = [
        candidates.find((slot) => slot.key === request.key),
        ...request.restoreKeys.map((prefix) => candidates.find((slot) => slot.key.startsWith(prefix))),
      ].find((slot) => slot !== undefined)
      if (hit !== undefined) return hit
    }
    return 'miss'
  }

  /** Every finished entry, oldest first. */
  list(): CacheEntry[] {
    return this.#slots
      .filter((slot) => slot.finished)
      .map(({ key, version, scope, sizeBytes, createdAt }) => ({ key, version, scope, sizeBytes, createdAt }))
  }

  /** Forgets every entry and reservation. */
  clear(): void {
    this.#slots = []
  }

  #slot(scope: string, key: string, version: string): Slot | undefined {
    return this.#slots.find((slot) => slot.scope === scope && slot.key === key && slot.version === version)
  }
}
