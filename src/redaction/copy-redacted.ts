import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { hidden, type HiddenPatterns, type Redactor } from './redactor.ts'

/** How the characters of a file stand in its bytes, as far as finding a text in them takes. */
interface Spelling {
  /** The bytes as a text with one character for each of their units. */
  decode: (bytes: Buffer) => string
  encode: (text: string) => Buffer
  bytesPerUnit: 1 | 2
  /** A character of a secret, as it stands in such a text. */
  spell: (character: string) => string
}

/** Each byte is a character, so that bytes that are no UTF-8 stay what they are. */
const utf8: Spelling = {
  decode: (bytes) => bytes.toString('latin1'),
  encode: (text) => Buffer.from(text, 'latin1'),
  bytesPerUnit: 1,
  spell: (character) => Buffer.from(character, 'utf8').toString('latin1'),
}

const utf16le: Spelling = {
  decode: (bytes) => bytes.toString('utf16le'),
  encode: (text) => Buffer.from(text, 'utf16le'),
  bytesPerUnit: 2,
  spell: (character) => character,
}

const utf16be: Spelling = {
  ...utf16le,
  decode: (bytes) => Buffer.from(bytes).swap16().toString('utf16le'),
  encode: (text) => Buffer.from(text, 'utf16le').swap16(),
}

/** Copies a file of test results, piece by piece, without known secrets and credentials, plain or escaped for XML, in UTF-8 or UTF-16. */
export async function copyRedacted(source: string, target: string, redactor: Redactor): Promise<void> {
  const spelling = await spellingOf(source)
  const patterns = redactor.patternsIn((character) =>
    [character, ...escapesOf(character)].map(spelling.spell),
  )
  await pipeline(createReadStream(source), new Hiding(patterns, spelling), createWriteStream(target))
}

/** By the byte order mark, or by the first sign of a document: https://www.w3.org/TR/xml/#sec-guessing */
async function spellingOf(path: string): Promise<Spelling> {
  const file = await open(path)
  try {
    const [first, second] = (await file.read(Buffer.alloc(2), 0, 2, 0)).buffer
    if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return utf16le
    if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return utf16be
    return utf8
  } finally {
    await file.close()
  }
}

const namedEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** How writers of XML escape a character; nobody escapes letters and digits of ASCII. */
function escapesOf(character: string): string[] {
  if (/^[A-Za-z\d]$/.test(character)) return []
  const code = character.codePointAt(0) ?? 0
  const hex = code.toString(16)
  const numbers = [`&#${code};`, `&#x${hex};`, `&#x${hex.toUpperCase()};`, `&#0${code};`]
  return [...(namedEscapes[character] === undefined ? [] : [namedEscapes[character]]), ...new Set(numbers)]
}

/** Replaces what the patterns match, also where it stands across two pieces. */
class Hiding extends Transform {
  readonly #patterns: HiddenPatterns
  readonly #spelling: Spelling
  /** Bytes of a unit that is not whole yet. */
  #rest = Buffer.alloc(0)
  /** What was given out already and what waits, in one text. */
  #text = ''
  #givenLength = 0

  constructor(patterns: HiddenPatterns, spelling: Spelling) {
    super()
    this.#patterns = patterns
    this.#spelling = spelling
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    const wholeLength = bytes.length - (bytes.length % this.#spelling.bytesPerUnit)
    this.#rest = Buffer.from(bytes.subarray(wholeLength))
    this.#text += this.#spelling.decode(bytes.subarray(0, wholeLength))
    // What begins later than this may not be whole yet, nor may the character that tells its end.
    this.#giveUntil(this.#text.length - this.#patterns.maxLength - 1)
    done()
  }

  override _flush(done: () => void): void {
    this.#giveUntil(this.#text.length)
    this.push(this.#rest)
    done()
  }

  /** Gives out what stands before `end`, and all of a match that begins before it. */
  #giveUntil(end: number): void {
    if (end <= this.#givenLength) return
    const shown: string[] = []
    let at = this.#givenLength
    for (const match of this.#matches().filter(({ start }) => start < end)) {
      if (match.end <= at) continue
      // What touches or overlaps the last one is hidden with it.
      if (match.start > at || shown.length === 0)
        shown.push(this.#text.slice(at, Math.max(at, match.start)), hidden)
      at = match.end
    }
    const until = Math.max(at, end)
    shown.push(this.#text.slice(at, until))
    this.push(this.#spelling.encode(shown.join('')))
    const keptFrom = Math.max(0, until - this.#patterns.maxLeadLength)
    this.#text = this.#text.slice(keptFrom)
    this.#givenLength = until - keptFrom
  }

  #matches(): { start: number; end: number }[] {
    return this.#patterns.patterns
      .flatMap((pattern) => [...this.#text.matchAll(pattern)])
      .map((match) => ({ start: match.index, end: match.index + match[0].length }))
      .sort((a, b) => a.start - b.start)
  }
}
