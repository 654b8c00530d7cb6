import bytes from 'bytes-iec'

/** What a size may look like; bytes-iec alone would read `1.5 MiB` but also take `5%` for 5 bytes. */
const sizePattern = /^\d+(\.\d+)?\s?(B|kB|KB|MB|GB|KiB|MiB|GiB)$/

/** Bytes of a size such as `120 MB` (powers of ten) or `1.5 MiB` (powers of two); undefined for anything else. */
export function parseSize(text: string): number | undefined {
  if (!sizePattern.test(text.trim())) return undefined
  const sizeBytes = bytes.parse(text.trim())
  return sizeBytes !== null && Number.isSafeInteger(Math.round(sizeBytes)) ? Math.round(sizeBytes) : undefined
}

const durationPattern = /^(\d+(?:\.\d+)?)\s?(ms|s|min)$/
const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, min: 60_000 }

/** Milliseconds of a duration such as `30 s`, `500 ms` or `1.5 min`, above 0 and at most a day; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const [, number, unit = ''] = durationPattern.exec(text.trim()) ?? []
  const durationMs = Math.round(Number(number) * (unitMs[unit] ?? Number.NaN))
  return durationMs > 0 && durationMs <= 24 * 60 * 60_000 ? durationMs : undefined
}

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

/** The form of a release's tag: what stands before and after its version. */
export interface TagPattern {
  /** As the user wrote it: `v*`. */
  written: string
  prefix: string
  suffix: string
}

/** Reads a pattern such as `v*` or `shop-v*`, whose one `*` stands for the version; undefined for anything else. */
export function parseTagPattern(text: string): TagPattern | undefined {
  const written = text.trim()
  const [, prefix, suffix] = /^([\w./+@-]*)\*([\w./+@-]*)$/.exec(written) ?? []
  if (prefix === undefined || suffix === undefined || /^[-/]|\/\/|\.\./.test(written)) return undefined
  return { written, prefix, suffix }
}
