import { parseSize } from './size.ts'

/** By how much an image may grow, in bytes or in percent of its baseline; `written` is how the user wrote it. */
export type GrowthLimit =
  | { kind: 'bytes'; written: string; limitBytes: number }
  | { kind: 'percent'; written: string; percent: number }

/** Reads a limit such as `2 MB` or `1.5 %`; undefined for anything else. */
export function parseGrowthLimit(text: string): GrowthLimit | undefined {
  const written = text.trim()
  const percent = /^(\d+(?:\.\d+)?)\s?%$/.exec(written)?.[1]
  if (percent !== undefined) return { kind: 'percent', written, percent: Number(percent) }
  const limitBytes = parseSize(written)
  return limitBytes === undefined ? undefined : { kind: 'bytes', written, limitBytes }
}
