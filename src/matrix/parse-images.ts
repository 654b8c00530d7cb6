import { parse } from 'yaml'
import { type Problems, messageOf } from '../shared/errors.ts'

/** An image as it was written: what stands under each key, as the text that the action's input takes. */
export type WrittenImage = ReadonlyMap<string, string>

/**
 * Reads a YAML or JSON list of images, or one image without a list. Scalars stay as they are written (`1.20` is no
 * number), a list becomes one line per entry, a mapping `KEY=value` lines. Nothing at all is one image without keys.
 * Notes every mistake in `problems`.
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

function parseImage(entry: unknown, tell: (problem: string) => void): WrittenImage {
  const image = new Map<string, string>()
  if (!isMapping(entry)) {
    tell('an image is a mapping, such as `{ context: src/Shop, tags: ghcr.io/acme/shop:1 }`.')
    return image
  }
  for (const [key, value] of Object.entries(entry)) {
    const lines = toLines(value)
    if (lines === undefined) tell(`${key} is nested too deep: a text, a list of texts or KEY: value pairs.`)
    else image.set(key, lines)
  }
  return image
}

function toLines(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  const lines = Array.isArray(value)
    ? value.map((entry: unknown) => (typeof entry === 'string' ? entry : undefined))
    : isMapping(value)
      ? Object.entries(value).map(([key, of]) => (typeof of === 'string' ? `${key}=${of}` : undefined))
      : [undefined]
  return lines.some((line) => line === undefined)
    ? undefined
    : lines.map((line) => quote(line ?? '')).join('\n')
}

/** One entry of a list input: those that would be cut in two or taken for a comment are quoted, as CSV has it. */
function quote(line: string): string {
  return /[\r\n]|^["#]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
