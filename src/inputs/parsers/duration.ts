const durationPattern = /^(\d+(?:\.\d+)?)\s?(ms|s|min)$/
const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, min: 60_000 }

/** Milliseconds of a duration such as `30 s`, `500 ms` or `1.5 min`, above 0 and at most a day; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const [, number, unit = ''] = durationPattern.exec(text.trim()) ?? []
  const durationMs = Math.round(Number(number) * (unitMs[unit] ?? Number.NaN))
  return durationMs > 0 && durationMs <= 24 * 60 * 60_000 ? durationMs : undefined
}
