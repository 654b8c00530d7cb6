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

const megabyte = 1_048_576
const limits = {
  depth: 256,
  tagLength: megabyte,
  gap: 64 * megabyte,
  text: 32 * megabyte,
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
 * 256, a tag over 1 MiB, a text over 32 MiB (64 MiB where nobody wants it) end the reading, and the answer says so.
 * Memory is bounded by those limits plus what the visitor keeps.
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

class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: false })
  readonly #visitor: XmlVisitor
  readonly #captures: { depth: number; limit: number; text: string }[] = []
  end: XmlEnd | undefined
  #depth = 0
  #seenRoot = false
  #seen = 0
  #lastTag = 0
  #inTag = false
  #strange = 0

  constructor(visitor: XmlVisitor) {
    this.#visitor = visitor
    const parser = this.#parser
    parser.on('error', ({ message }) => {
      this.#complain(message)
    })
    parser.on('doctype', () => {
      this.end = { kind: 'refused', reason: 'it has a document type' }
    })
    parser.on('opentagstart', () => {
      this.#inTag = true
      this.#lastTag = this.#seen
    })
    parser.on('opentag', ({ name, attributes }) => {
      this.#open(name, attributes)
    })
    parser.on('closetag', ({ name }) => {
      this.#close(name)
    })
  }

  write(text: string): void {
    this.#seen += text.length
    this.#parser.write(text)
    const gap = this.#seen - this.#lastTag
    if (this.#inTag && gap > limits.tagLength) this.end ??= { kind: 'refused', reason: 'a tag is over 1 MiB' }
    if (gap > (this.#captures.length > 0 ? limits.text : limits.gap)) {
      this.end ??= { kind: 'refused', reason: 'a text is over 32 MiB' }
    }
  }

  finish(): XmlEnd {
    const isWhole = this.#depth === 0 && this.#seenRoot && !this.#inTag
    return this.end ?? { kind: isWhole ? 'complete' : 'truncated' }
  }

  #open(name: string, attributes: XmlAttributes): void {
    this.#inTag = false
    this.#seenRoot = true
    this.#depth += 1
    if (this.#depth > limits.depth) this.end ??= { kind: 'refused', reason: 'it is nested deeper than 256' }
    if (this.end !== undefined) return
    const limit = this.#visitor.open(localName(name), attributes)
    if (limit === undefined) return
    // Without a handler the parser keeps no text at all: output of 100,000 passed tests costs nothing.
    if (this.#captures.length === 0) {
      this.#parser.on('text', this.#take)
      this.#parser.on('cdata', this.#take)
    }
    this.#captures.push({ depth: this.#depth, limit, text: '' })
  }

  #close(name: string): void {
    this.#lastTag = this.#seen
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
