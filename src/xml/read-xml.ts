import { cutText } from '../shared/text.ts'
import { decodeXml } from './encoding.ts'
import { XmlError } from './xml-error.ts'
import type { XmlName } from './xml-names.ts'
import { XmlScanner, type XmlHandler } from './xml-scanner.ts'
import type { XmlAttributes } from './xml-tag.ts'
import { messageOf } from '../shared/errors.ts'

export type { XmlAttributes } from './xml-tag.ts'

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

/** Characters of a text that is wanted; what goes on longer was written to harm. */
const textLimit = 16 * 1_048_576

/** Characters that are read at once: a tag that comes in many small pieces is not read anew with each of them. */
const pieceLength = 32_768

/**
 * Reads an XML file as it comes and tells a visitor of its elements. Never throws for what is in the file: a cut file,
 * broken syntax, a document type (no format that we read has one; entity floods begin with one), nesting deeper than
 * 256, a tag over 1 MiB, a wanted text over 16 MiB, a comment over 4 MiB end the reading, and the answer says so. Memory
 * is bounded by those limits plus what the visitor keeps.
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, visitor: XmlVisitor): Promise<XmlEnd> {
  const reader = new XmlReader(visitor)
  let held = ''
  let broken: XmlEnd | undefined
  try {
    for await (const text of decodeXml(chunks)) {
      held += text
      if (held.length < pieceLength) continue
      reader.write(held)
      held = ''
      if (reader.end !== undefined) return reader.end
    }
  } catch (error) {
    broken = { kind: 'unreadable', reason: messageOf(error) }
  }
  reader.write(held)
  return reader.end ?? broken ?? reader.finish()
}

class XmlReader implements XmlHandler {
  readonly #scanner = new XmlScanner(this)
  readonly #visitor: XmlVisitor
  readonly #captures: { depth: number; limit: number; text: string }[] = []
  #depth = 0
  /** Characters of wanted text since the last tag. */
  #taken = 0
  #heldReturn = ''
  wantsText = false
  end: XmlEnd | undefined

  constructor(visitor: XmlVisitor) {
    this.#visitor = visitor
  }

  write(raw: string): void {
    try {
      this.#scanner.write(this.#withoutReturns(raw))
    } catch (error) {
      if (!(error instanceof XmlError)) throw error
      this.end = { kind: error.kind, reason: cutText(error.message, 200) }
    }
    // What is gathered are parts of this piece, which they would keep in memory.
    for (const capture of this.#captures) capture.text = detached(capture.text)
  }

  finish(): XmlEnd {
    return { kind: this.#scanner.isWhole ? 'complete' : 'truncated' }
  }

  open(name: XmlName, attributes: XmlAttributes): void {
    this.#depth += 1
    this.#taken = 0
    const limit = this.#visitor.open(name.local, attributes)
    if (limit !== undefined) this.#captures.push({ depth: this.#depth, limit, text: '' })
    this.wantsText = limit !== undefined
  }

  close(name: XmlName): void {
    const capture = this.#captures.at(-1)
    const isCaptured = capture?.depth === this.#depth
    if (isCaptured) this.#captures.pop()
    this.#depth -= 1
    this.#taken = 0
    this.wantsText = this.#captures.at(-1)?.depth === this.#depth
    this.#visitor.close(name.local, isCaptured ? cutText(capture.text, capture.limit) : undefined)
  }

  text(piece: string): void {
    const capture = this.#captures.at(-1)
    if (capture === undefined) return
    this.#taken += piece.length
    if (this.#taken > textLimit) throw new XmlError('refused', 'a text is over 16 MiB')
    // One more than is kept, so that its end shows that it was cut.
    const room = capture.limit + 1 - capture.text.length
    if (room > 0) capture.text += piece.slice(0, room)
  }

  #withoutReturns(raw: string): string {
    const text = this.#heldReturn + raw
    this.#heldReturn = text.endsWith('\r') ? '\r' : ''
    const whole = this.#heldReturn === '' ? text : text.slice(0, -1)
    return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole
  }
}

/**
 * A copy of a string that a parser gave. What it gives are parts of the piece that it was fed, and each keeps that whole
 * piece in memory: 100,000 names would keep a file of 80 MB.
 */
export function detached(text: string): string {
  return Buffer.from(text).toString()
}
