import { readFile } from 'node:fs/promises'
import * as v from 'valibot'

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
