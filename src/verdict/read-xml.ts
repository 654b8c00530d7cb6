import { SaxesParser } from 'saxes'

import { cutText } from './console-text.ts'
import { decodeXml } from './decode-xml.ts'

/** Attributes of an element by their names; a name that isn't there is undefined. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>

/** What is told of the elements of a file, without namespace prefixes. */
export interface XmlVisitor {
  /** An element begins. Answer with a number to get its text at its end, cut to that many characters. */
  open: (name: string, attributes: XmlAttributes) => number | undefined
  /** An element ends; `text` is its own text, without that of the elements in it. */
  close: (name: string, text: string | undefined) => void
}

/** How the reading of a file ended. */
export type XmlEnd =
  | { kind: 'complete' }
  | { kind: 'truncated' }
  | { kind: 'refused'; reason: string }
  | { kind: 'malformed'; reason: string }
  | { kind: 'unreadable'; reason: string }

/** Why a file could not be read to its end, for a person; undefined for a whole file and for one that was just cut. */
export function describeEnd(end: XmlEnd): string | undefined {
  if (end.kind === 'malformed') return `The file is not well-formed XML: ${end.reason}`
  if (end.kind === 'refused') return `The file is not read: ${end.reason}.`
  return end.kind === 'unreadable' ? `The file can't be read: ${end.reason}` : undefined
}

const mebi = 1_048_576
const limits = {
  prolog: mebi,
  depth: 256,
  tag: mebi,
  text: 16 * mebi,
  other: 4 * mebi,
  strangeCharacters: 10_000,
}

/*
 * Loggers write what tests print, control characters too, which XML 1.0 doesn't allow; the file is fine otherwise.
 */
const harmless = new Set([
  'disallowed character.',
  'malformed character entity.',
  'the string "]]>" is disallowed in char data.',
])

/**
 * Reads an XML file as it comes and tells a visitor of its elements. Never throws for what is in the file: a cut file,
 * broken syntax, a document type (no format that we read has one; entity floods begin with one), nesting deeper than
 * 256, a tag over 1 MiB, a wanted text over 16 MiB, a comment over 4 MiB end the reading, and the answer says so. Memory
 * is bounded by those limits plus what the visitor keeps.
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, visitor: XmlVisitor): Promise<XmlEnd> {
  const reader = new XmlReader(visitor)
  try {
    for await (const text of decodeXml(chunks)) {
      reader.write(text)
      if (reader.end !== undefined) return reader.end
    }
  } catch (error) {
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) }
  }
  return reader.finish()
}

/*
 * Where the parser is after a piece decides what it holds in memory, and it has no event for the beginning of a comment or
 * an entity. So its state is compared with that of a parser that is known to be in a text, or in an entity.
 */
const stateOf = (parser: object): unknown => Reflect.get(parser, 'state')
const inText = stateOf(new SaxesParser().write('<a>x'))
const inEntity = stateOf(new SaxesParser().write('<a>&x'))

class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: false })
  readonly #visitor: XmlVisitor
  readonly #captures: { depth: number; limit: number; text: string }[] = []
  end: XmlEnd | undefined
  #depth = 0
  #seenRoot = false
  #seen = 0
  /** Place of the last event: the parser may hold what came since. */
  #held = 0
  #tail = ''
  #heldReturn = ''
  #inTag = false
  #strange = 0

  constructor(visitor: XmlVisitor) {
    this.#visitor = visitor
    const parser = this.#parser
    parser.on('error', ({ message }) => {
      this.#complain(message)
    })
    parser.on('opentagstart', () => {
      this.#inTag = true
      this.#seenRoot = true
      this.#held = this.#seen
    })
    parser.on('opentag', ({ name, attributes }) => {
      this.#open(name, attributes)
    })
    parser.on('closetag', ({ name }) => {
      this.#close(name)
    })
  }

  write(raw: string): void {
    const text = this.#withoutReturns(raw)
    this.#seen += text.length
    if (!this.#seenRoot && !this.#isHarmlessProlog(text)) return
    this.#parser.write(text)
    const state = stateOf(this.#parser)
    const isWanted = this.#captures.length > 0
    // Without a handler the parser keeps no text at all: output of 100,000 passed tests costs nothing.
    if (state === inText && !isWanted) this.#held = this.#seen
    const length = this.#seen - this.#held
    if (this.#inTag) {
      if (length > limits.tag) this.#refuse('a tag is over 1 MiB')
    } else if (isWanted && (state === inText || state === inEntity)) {
      if (length > limits.text) this.#refuse('a text is over 16 MiB')
    } else if (length > limits.other) this.#refuse('a comment, an instruction or an entity is over 4 MiB')
  }

  finish(): XmlEnd {
    const isWhole = this.#depth === 0 && this.#seenRoot && !this.#inTag
    return this.end ?? { kind: isWhole ? 'complete' : 'truncated' }
  }

  #open(name: string, attributes: XmlAttributes): void {
    this.#inTag = false
    this.#depth += 1
    if (this.#depth > limits.depth) this.#refuse('it is nested deeper than 256')
    if (this.end !== undefined) return
    const limit = this.#visitor.open(localName(name), attributes)
    if (limit === undefined) return
    if (this.#captures.length === 0) {
      this.#parser.on('text', this.#take)
      this.#parser.on('cdata', this.#take)
    }
    this.#captures.push({ depth: this.#depth, limit, text: '' })
  }

  #close(name: string): void {
    this.#held = this.#seen
    const capture = this.#captures.at(-1)
    const text = capture?.depth === this.#depth ? capture.text : undefined
    if (text !== undefined) {
      this.#captures.pop()
      if (this.#captures.length === 0) {
        this.#parser.off('text')
        this.#parser.off('cdata')
      }
    }
    this.#depth -= 1
    if (this.end === undefined) this.#visitor.close(localName(name), text)
  }

  readonly #take = (piece: string): void => {
    const capture = this.#captures.at(-1)
    if (capture?.depth !== this.#depth || capture.text.length > capture.limit) return
    capture.text = cutText(capture.text + piece.slice(0, 2 * capture.limit), capture.limit)
  }

  /** The parser does that itself, but at the price of three objects a line end: 16 MiB of them would fill the heap. */
  #withoutReturns(raw: string): string {
    const text = this.#heldReturn + raw
    this.#heldReturn = text.endsWith('\r') ? '\r' : ''
    const whole = this.#heldReturn === '' ? text : text.slice(0, -1)
    return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole
  }

  /** The parser gathers a document type to its end before it tells of it, so it is looked for ahead of the parser. */
  #isHarmlessProlog(text: string): boolean {
    const prolog = this.#tail + text
    this.#tail = prolog.slice(-20)
    const type = prolog.indexOf('<!DOCTYPE')
    const root = prolog.search(/<[A-Za-z_:]/)
    if (type >= 0 && (root < 0 || type < root)) this.#refuse('it has a document type')
    else if (root < 0 && this.#seen > limits.prolog) this.#refuse('nothing begins in its first 1 MiB')
    return this.end === undefined
  }

  #refuse(reason: string): void {
    this.end ??= { kind: 'refused', reason }
  }

  #complain(message: string): void {
    if (harmless.has(message)) {
      this.#strange += 1
      if (this.#strange < limits.strangeCharacters) return
    }
    this.end ??= { kind: 'malformed', reason: cutText(message, 200) }
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/**
 * A copy of a string that a parser gave. What it gives are parts of the piece that it was fed, and each keeps that whole
 * piece in memory: 100,000 names would keep a file of 80 MB.
 */
export function detached(text: string): string {
  return Buffer.from(text).toString()
}
