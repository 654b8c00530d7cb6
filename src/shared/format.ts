const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB']

/** A size in powers of ten, rounded to two places, as registries and the reports show it: `122.41 MB`, `340 B`. */
export function formatSize(sizeBytes: number): string {
  let value = Math.round(Math.abs(sizeBytes))
  let unit = 0
  // What is rounded to a thousand is one of the next unit.
  while (Math.round(value * 100) >= 100_000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${sizeBytes < 0 ? '-' : ''}${value.toFixed(unit === 0 ? 0 : 2)} ${units[unit] ?? ''}`
}

/** A sentence with a capital at its beginning. */
export function capitalize(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
}

/** A duration for people: `0.4 s`, `12.3 s`, `2 min 05 s`. */
export function formatDuration(durationMs: number): string {
  const seconds = durationMs / 1000
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}

/** A count as people write it: `3,000`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en')
}

/** `1 test`, `3,000 tests`. */
export function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`
}

const list = new Intl.ListFormat('en-GB')

/** `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[]): string {
  return list.format(words)
}

/** Those of several texts that say something, as one. */
export function joinParts(separator: string, parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator)
}
