import * as v from 'valibot'

/** Where the cache process works: a folder that `@actions/cache` takes for the workspace, and one for its archives. */
export interface CachePlace {
  workspace: string
  archives: string
}

/** What the cache process is asked to do; the path is relative to the workspace. */
export type CacheRequest = { place: CachePlace; path: string } & (
  { kind: 'restore'; primaryKey: string; restoreKeys: string[] } | { kind: 'save'; key: string }
)

/** What the cache process says; `log` carries what `@actions/cache` writes to standard output, before its answer. */
export const cacheMessage = v.variant('kind', [
  v.object({ kind: v.literal('log'), text: v.string() }),
  v.object({ kind: v.literal('restored'), key: v.nullable(v.string()) }),
  v.object({ kind: v.literal('saved'), done: v.boolean() }),
  v.object({ kind: v.literal('failed'), message: v.string() }),
])

/** A message from the cache process. */
export type CacheMessage = v.InferOutput<typeof cacheMessage>

/** The message that ends a request. */
export type CacheAnswer = Exclude<CacheMessage, { kind: 'log' }>
