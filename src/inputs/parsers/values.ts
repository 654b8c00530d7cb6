import bytes from 'bytes-iec'
import * as v from 'valibot'
import { parseAs } from '../../shared/schema-values.ts'

/*
 * Each reads the text of one input, without white space around it, and throws an Error that says what is wrong with it.
 */

/** What a size may look like; bytes-iec alone would read `1.5 MiB` but also take `5%` for 5 bytes. */
const sizePattern = /^\d+(\.\d+)?\s?(B|kB|KB|MB|GB|KiB|MiB|GiB)$/

/** Bytes of a size such as `120 MB` (powers of ten) or `1.5 MiB` (powers of two). */
export function parseSize(text: string): number {
  const sizeBytes = sizePattern.test(text) ? Math.round(bytes.parse(text) ?? Number.NaN) : undefined
  if (Number.isSafeInteger(sizeBytes)) return sizeBytes as number
  throw new Error(`"${text}" is not a size; write a number and a unit, such as 120 MB or 1.5 MiB.`)
}

const durationPattern = /^(\d+(?:\.\d+)?)\s?(ms|s|min)$/
const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, min: 60_000 }

/** Milliseconds of a duration such as `30 s`, `500 ms` or `1.5 min`, above 0 and at most a day. */
export function parseDuration(text: string): number {
  const [, number, unit = ''] = durationPattern.exec(text) ?? []
  const durationMs = Math.round(Number(number) * (unitMs[unit] ?? Number.NaN))
  if (durationMs > 0 && durationMs <= 24 * 60 * 60_000) return durationMs
  const form = 'a duration of at most a day; write a number and a unit, such as 30 s or 2 min'
  throw new Error(`"${text}" is not ${form}.`)
}

function parserOfNumber(isGood: (number: number) => boolean, form: string): (text: string) => number {
  return (text) => {
    const isNumber = /^\d+(?:\.\d+)?$/.test(text)
    if (isNumber && isGood(Number(text))) return Number(text)
    throw new Error(
      `"${text}" is not ${isNumber ? `${form}.` : 'a number; write it with digits, such as 10.'}`,
    )
  }
}

/** A percentage. */
export const parsePercent = parserOfNumber(
  // 0.8 is meant as a share of 1.
  (one) => one === 0 || (one >= 1 && one <= 100),
  'a percentage between 1 and 100, such as 80',
)

/** A port of TCP. */
export const parsePort = parserOfNumber(
  (one) => Number.isInteger(one) && one >= 1 && one <= 65_535,
  'a port between 1 and 65535',
)

const readMinutes = parserOfNumber(
  (one) => one > 0 && one <= 24 * 60,
  'a number of minutes above 0 and up to 1440',
)

/** Milliseconds of a number of minutes. */
export function parseMinutes(text: string): number {
  return readMinutes(text) * 60_000
}

/** By how much an image may grow, in bytes or in percent of its baseline; `written` is how the user wrote it. */
export type GrowthLimit =
  | { kind: 'bytes'; written: string; limitBytes: number }
  | { kind: 'percent'; written: string; percent: number }

/** Reads a limit such as `2 MB` or `1.5 %`. */
export function parseGrowthLimit(written: string): GrowthLimit {
  const percent = /^(\d+(?:\.\d+)?)\s?%$/.exec(written)?.[1]
  if (percent !== undefined) return { kind: 'percent', written, percent: Number(percent) }
  if (sizePattern.test(written)) return { kind: 'bytes', written, limitBytes: parseSize(written) }
  const forms = 'write a size such as 2 MB or a share such as 1.5 %, one per line'
  throw new Error(`"${written}" is no limit of growth; ${forms}.`)
}

/** The form of a release's tag: what stands before and after its version. */
export interface TagPattern {
  /** As the user wrote it: `v*`. */
  written: string
  prefix: string
  suffix: string
}

/** Reads a pattern such as `v*` or `shop-v*`, whose one `*` stands for the version. */
export function parseTagPattern(written: string): TagPattern {
  const [, prefix, suffix] = /^([\w./+@-]*)\*([\w./+@-]*)$/.exec(written) ?? []
  if (prefix !== undefined && suffix !== undefined && !/^[-/]|\/\/|\.\./.test(written))
    return { written, prefix, suffix }
  const form = 'write it with one * for the version, such as v* or shop-v*'
  throw new Error(`"${written}" is no form of a tag; ${form}.`)
}

/** What a smoke test looks at. */
export type SmokeCheck =
  /** An HTTP GET of this path, until it answers 2xx. */
  | { kind: 'path'; path: string }
  /** The image's own HEALTHCHECK. */
  | { kind: 'healthcheck' }
  /** A command in place of the image's own; one that begins with an option is arguments for its ENTRYPOINT. */
  | { kind: 'command'; written: string; words: string[] }

/** Reads a smoke test: a path (`/…` without a space), the word `healthcheck`, or a command as a JSON array or in words quoted as for a shell. */
export function parseSmokeCheck(written: string): SmokeCheck {
  if (/[\0\r\n]/.test(written)) throw new Error('it has to be one line; put several commands into a script.')
  if (/^\/\S*$/.test(written)) return { kind: 'path', path: written }
  const isPort = /^:?\d+$/.test(written)
  if (isPort || /^https?:/i.test(written))
    throw new Error(
      `"${written}" is ${isPort ? 'a port' : 'an address'}; write a path such as /healthz, and the port in smoke-port.`,
    )
  if (written === 'healthcheck') return { kind: 'healthcheck' }
  const words = written.startsWith('[') ? parseArray(written) : splitWords(written)
  if (words[0] === undefined || words[0] === '') throw new Error('the command is empty.')
  return { kind: 'command', written, words }
}

function parseArray(written: string): string[] {
  const words = parseAs(v.array(v.string()), written)
  if (words !== undefined) return words
  throw new Error('this is no JSON array of words, such as ["dotnet", "Shop.dll", "--self-check"].')
}

/** Splits at white space; quotes and backslashes mean what they mean to a shell, and nothing else does. */
function splitWords(written: string): string[] {
  const words: string[] = []
  let rest = written
  while (rest !== '') {
    const [word] = /^(?:[^\s'"\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*")+/.exec(rest) ?? []
    if (word === undefined) throw new Error('a quote or a backslash has nothing behind it.')
    words.push(
      word.replace(
        /\\(.)|'([^']*)'|"((?:[^"\\]|\\.)*)"/g,
        (_, escaped?: string, plain?: string, quoted?: string) =>
          escaped ?? plain ?? (quoted ?? '').replace(/\\(["\\$`])/g, '$1'),
      ),
    )
    rest = rest.slice(word.length).trimStart()
  }
  return words
}
