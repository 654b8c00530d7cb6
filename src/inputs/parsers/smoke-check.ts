import * as v from 'valibot'
import { parseAs } from '../../shared/json.ts'

/** What a smoke test looks at. */
export type SmokeCheck =
  /** An HTTP GET of this path, until it answers 2xx. */
  | { kind: 'path'; path: string }
  /** The image's own HEALTHCHECK. */
  | { kind: 'healthcheck' }
  /** A command in place of the image's own; one that begins with an option is arguments for its ENTRYPOINT. */
  | { kind: 'command'; written: string; words: string[] }

/**
 * Reads what is written for a smoke test: something that begins with `/` and has no space is a path, the word `healthcheck` is the image's
 * own one, all else a command: words with quotes as in a shell, though none is started, or a JSON array as in a Dockerfile.
 * Throws an Error that says what is wrong.
 */
export function parseSmokeCheck(text: string): SmokeCheck {
  const written = text.trim()
  if (/[\0\r\n]/.test(written)) throw new Error('it has to be one line; put several commands into a script.')
  if (/^\/\S*$/.test(written)) return { kind: 'path', path: written }
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
