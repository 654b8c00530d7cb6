import { cutText } from '../../shared/text.ts'

/** Longest line that is looked at, in characters; the rest of a longer one is dropped. */
const lineLimit = 16_384

/** Longest name of a test that is kept, in characters; theory data can make names of 100 kB. */
export const nameLimit = 1024

/*
 * Terminal sequences: CSI, OSC (a title, progress), other two-character escapes. Every part is bounded or can't overlap
 * with the next one, so that a line of one megabyte costs one pass.
 */
const escapes = /\x1b(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]|\][^\x07\x1b]{0,1024}(?:\x07|\x1b\\)?|[ -/]?[0-~])?/g
const controls = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff]/g

/** Lines as a reader sees them: without terminal sequences and control characters, cut to `lineLimit`, and begun anew at a carriage return, as on the runner. */
export function plainLines(raw: string): string[] {
  const text = raw.length > 4 * lineLimit ? raw.slice(0, 4 * lineLimit) : raw
  const clean = text.includes('\x1b') ? text.replace(escapes, '') : text
  return clean
    .replace(/[\r\n]+$/, '')
    .split(/\r?\n|\r/)
    .map((line) => cutText(line.replace(controls, ''), lineLimit))
}

/** The line with no-break spaces (French has them before a colon) as plain ones and without spaces at its end. */
export function sameSpaces(line: string): string {
  return line.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ').trimEnd()
}

const unitMs: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 }

/** Milliseconds of `368 ms`, `< 1 ms` (0), `1 m 3 s`, `1s 103ms` or `2.4s`, which every tool writes in every language; undefined for anything else. */
export function readDuration(text: string): number | undefined {
  if (text.length > 40) return undefined
  if (/^<\s?1\s?ms$/.test(text)) return 0
  if (!/^(?:\d{1,9}(?:[.,]\d{1,6})?\s?(?:d|h|ms|m|s)\s?)+$/.test(text)) return undefined
  let sum = 0
  for (const [, number, unit] of text.matchAll(/(\d+(?:[.,]\d+)?)\s?(ms|[dhms])/g)) {
    sum += Number((number ?? '').replace(',', '.')) * (unitMs[unit ?? ''] ?? 0)
  }
  return Math.round(sum)
}

/** Short name of a framework: `net10.0` for `.NETCoreApp,Version=v10.0` and for `net10.0|x64`. */
export function shortFramework(text: string): string | undefined {
  const short = /^net[\w.-]{1,40}/.exec(text)?.[0]
  if (short !== undefined) return short
  const long = /^\.NET(CoreApp|Framework|Standard),Version=v(\d+)\.(\d+)(?:\.(\d+))?/.exec(text)
  if (long === null) return undefined
  const [, family, major = '', minor = '', patch = ''] = long
  if (family === 'Framework') return `net${major}${minor}${patch}`
  if (family === 'Standard') return `netstandard${major}.${minor}`
  return Number(major) >= 5 ? `net${major}.${minor}` : `netcoreapp${major}.${minor}`
}

/** Name of the assembly in a path, without its folders and its extension. */
export function assemblyName(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  return name.replace(/\.(?:dll|exe)$/i, '')
}
