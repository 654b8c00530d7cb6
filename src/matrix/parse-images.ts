import * as v from 'valibot'
import { parse } from 'yaml'
import { type Problems, messageOf } from '../shared/errors.ts'

/** An image as it was written: what stands under each key, as the text that the action's input takes. */
export type WrittenImage = ReadonlyMap<string, string>

/**
 * Reads a YAML or JSON list of images, or one image; nothing is one without keys. Scalars stay as written (`1.20` is no number), a list becomes lines, a
 * mapping `KEY=value` lines. Notes every mistake in `problems`.
 */
export function parseImages(text: string, problems: Problems): WrittenImage[] {
  let written: unknown
  try {
    // JSON is YAML. The failsafe schema knows no numbers, and an alias bomb ends at the parser's own limit.
    written = parse(text, { schema: 'failsafe' })
  } catch (error) {
    problems.add('images', `this is neither YAML nor JSON: ${messageOf(error).trimEnd()}`)
    return []
  }
  if (written === null || written === undefined || written === '') return [new Map()]
  const entries: unknown[] = Array.isArray(written) ? written : [written]
  if (entries.length === 0) problems.add('images', 'the list is empty; leave the input out for one image.')
  return entries.map((entry, index) =>
    parseImage(entry, (problem) => {
      problems.add(`images, entry ${index + 1}`, problem)
    }),
  )
}

/** One entry of a list input: those that would be cut in two or taken for a comment are quoted, as CSV has it. */
function quote(line: string): string {
  return /[\r\n]|^["#]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line
}

const mapping = v.record(v.string(), v.unknown())
/** A text, a list of texts or `KEY: value` pairs, as the text of an input. */
const inputText = v.union([
  v.string(),
  v.pipe(
    v.array(v.string()),
    v.transform((entries) => entries.map(quote).join('\n')),
  ),
  v.pipe(
    v.record(v.string(), v.string()),
    v.transform((pairs) =>
      Object.entries(pairs)
        .map(([key, value]) => quote(`${key}=${value}`))
        .join('\n'),
    ),
  ),
])

function parseImage(entry: unknown, tell: (problem: string) => void): WrittenImage {
  const image = new Map<string, string>()
  if (!v.is(mapping, entry)) {
    tell('an image is a mapping, such as `{ context: src/Shop, tags: ghcr.io/acme/shop:1 }`.')
    return image
  }
  for (const [key, value] of Object.entries(entry)) {
    const read = v.safeParse(inputText, value)
    if (read.success) image.set(key, read.output)
    else tell(`${key} is nested too deep: a text, a list of texts or KEY: value pairs.`)
  }
  return image
}
