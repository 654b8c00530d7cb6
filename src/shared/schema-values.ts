import * as v from 'valibot'
import { readFile } from 'node:fs/promises'

/** A value, and what it means where its name doesn't say that. */
export const said = <T extends v.GenericSchema>(schema: T, text: string) =>
  v.pipe(schema, v.description<v.InferOutput<T>, string>(text))

/** The same of what may be absent. */
export const maybe = <T extends v.GenericSchema>(schema: T, text: string) => v.optional(said(schema, text))

/** A number of bytes. */
export const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** By how many bytes something changed. */
export const changeBytes = v.pipe(v.number(), v.safeInteger())
/** A duration. */
export const milliseconds = v.pipe(v.number(), v.minValue(0))
/** How many there are. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** Of a blob, a manifest or a config. */
export const digest = v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/))
/** Of git. */
export const commit = v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/))
/** A text that may be absent. */
export const text = v.optional(v.string())
/** In ISO 8601. */
export const time = v.pipe(v.string(), v.isoTimestamp())
/** Of an image, a layer or a part. */
export const sizes = { compressedBytes: bytes, uncompressedBytes: bytes }
/** Of an image or a part. */
export const changes = { compressedChangeBytes: changeBytes, uncompressedChangeBytes: changeBytes }

/** Where something stands. */
export const place = v.object({
  file: said(v.string(), 'Relative to the workspace.'),
  line: v.optional(count),
  column: v.optional(count),
})

/** A list for which Go writes null where it has nothing in it. */
export const listOf = <T extends v.GenericSchema>(item: T) => v.nullish(v.array(item), [])

/** How many tests there are, and what they came to. */
export const counts = v.object({ total: count, passed: count, failed: count, skipped: count })

/** What a JSON text holds, checked; undefined for a text that is no JSON or holds something else. */
export function parseAs<T extends v.GenericSchema>(schema: T, text: string): v.InferOutput<T> | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

/** The same of a file; undefined also where it can't be read. */
export async function readFileAs<T extends v.GenericSchema>(
  schema: T,
  path: string | undefined,
): Promise<v.InferOutput<T> | undefined> {
  return parseAs(schema, await readFile(path ?? '', 'utf8').catch(() => ''))
}
