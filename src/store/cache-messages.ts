import * as v from 'valibot'

/** What the cache process is asked to do, in its working folder; the path is relative to it. */
export type CacheRequest =
  | { kind: 'restore'; path: string; primaryKey: string; restoreKeys: string[] }
  | { kind: 'save'; path: string; key: string }

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
