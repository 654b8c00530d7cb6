import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { TextDecoder } from 'node:util'
import { messageOf } from '../shared/errors.ts'
import { cutText } from '../shared/text.ts'

/** Attributes of an element, prefix and all. A value is a part of the piece that is read: see `detached`. */
export interface XmlAttributes {
  get: (name: string) => string | undefined
}

/** What a reader of a file is called for, without namespace prefixes. */
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
/** In characters, but for the depth. */
const limits = { depth: 256, tag: mebi, other: 4 * mebi, text: 16 * mebi }

/** Characters that are read at once. */
const pieceLength = 32_768

/** What tests print and loggers pass on, and mistakes in instructions, which say nothing to us: a reader goes on behind them. */
const overlooked =
  /^disallowed character\.$|^malformed character entity\.$|"]]>" is disallowed|processing instruction|XML declaration|name\/value|^expected |^(?:value|whitespace|version|encoding|standalone) /

/**
 * Reads an XML file as it comes and tells a visitor of its elements. Never throws for what is in the file: broken syntax, a document type (entity floods begin
 * with one), nesting deeper than 256, a tag over 1 MiB, a wanted text over 16 MiB, a comment over 4 MiB end the reading, and the answer says so. Memory is
 * bounded by those limits plus what the visitor keeps.
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

class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: false })
  readonly #visitor: XmlVisitor
  readonly #captures: { depth: number; limit: number; text: string }[] = []
  readonly #takeText = (text: string): void => {
    this.#take(text)
  }
  #depth = 0
  #isInTag = false
  #hasRoot = false
  /** The last characters that were read, in which a comment may begin. */
  #tail = ''
  /** A reference has begun, which the parser gathers until it ends. */
  #isInReference = false
  /** Characters since the parser reported something. */
  #silent = 0
  end: XmlEnd | undefined

  constructor(visitor: XmlVisitor) {
    this.#visitor = visitor
    const parser = this.#parser
    // No more of them: from eight on the engine keeps the parser's fields in a table, and all takes seven times as long.
    parser.on('error', ({ message }) => {
      if (!overlooked.test(message)) this.#stop('malformed', message)
    })
    parser.on('doctype', () => {
      this.#stop('refused', 'it has a document type')
    })
    parser.on('opentagstart', () => {
      this.#silent = 0
      this.#isInTag = true
    })
    parser.on('opentag', (tag) => {
      this.#open(tag)
    })
    parser.on('closetag', ({ name }) => {
      this.#close(name)
    })
    parser.on('cdata', this.#takeText)
  }

  write(piece: string): void {
    if (this.end !== undefined) return
    this.#silent += piece.length
    this.#parser.write(piece)
    this.#checkLimits(piece)
    // What is gathered are parts of this piece, which they would keep in memory.
    for (const capture of this.#captures) capture.text = detached(capture.text)
  }

  finish(): XmlEnd {
    const isWhole = this.#hasRoot && this.#depth === 0 && !this.#isInTag
    return { kind: isWhole ? 'complete' : 'truncated' }
  }

  #open({ name, attributes }: SaxesTagPlain): void {
    this.#isInTag = false
    this.#silent = 0
    if (this.end !== undefined) return
    this.#hasRoot = true
    this.#depth += 1
    if (this.#depth > limits.depth) {
      this.#stop('refused', 'it is nested deeper than 256')
      return
    }
    const limit = this.#visitor.open(localName(name), { get: (wanted) => attributes[wanted] })
    if (limit !== undefined) this.#captures.push({ depth: this.#depth, limit, text: '' })
    this.#listen()
  }

  #close(name: string): void {
    this.#silent = 0
    if (this.end !== undefined) return
    const capture = this.#captures.at(-1)
    const isCaptured = capture?.depth === this.#depth
    if (isCaptured) this.#captures.pop()
    this.#depth -= 1
    this.#listen()
    this.#visitor.close(localName(name), isCaptured ? cutText(capture.text, capture.limit) : undefined)
  }

  /** A text that nobody wants is not even gathered. */
  #listen(): void {
    if (this.#captures.at(-1)?.depth === this.#depth) this.#parser.on('text', this.#takeText)
    else this.#parser.off('text')
  }

  #take(text: string): void {
    this.#silent = 0
    const capture = this.#captures.at(-1)
    if (capture?.depth !== this.#depth) return
    // One more than is kept, so that its end shows that it was cut.
    const room = capture.limit + 1 - capture.text.length
    if (room > 0) capture.text += text.slice(0, room)
  }

  #checkLimits(piece: string): void {
    const read = this.#tail + piece
    const begun = read.slice(read.lastIndexOf('<')).slice(0, 2)
    this.#tail = begun.startsWith('<') ? begun : ''
    this.#isInReference = !piece.includes(';') && (this.#isInReference || piece.includes('&'))
    const isOther = begun === '<!' || begun === '<?' || this.#isInReference
    if (this.#isInTag && this.#silent > limits.tag) this.#stop('refused', 'a tag is over 1 MiB')
    else if (isOther && this.#silent > limits.other)
      this.#stop('refused', 'a comment, an instruction or an entity is over 4 MiB')
    else if (!this.#hasRoot && this.#silent > limits.tag)
      this.#stop('refused', 'nothing begins in its first 1 MiB')
    else if (this.#captures.at(-1)?.depth === this.#depth && this.#silent > limits.text)
      this.#stop('refused', 'a text is over 16 MiB')
  }

  #stop(kind: 'refused' | 'malformed', reason: string): void {
    this.end ??= { kind, reason: cutText(reason, 200) }
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** A copy of a string that a parser gave: a part of the piece that it was fed would keep all of that in memory. */
export function detached(text: string): string {
  return Buffer.from(text).toString()
}

const sliceBytes = 65_536

/**
 * The text of an XML file in pieces of at most 64 KiB, as its byte order mark or its first two bytes say (UTF-8, UTF-16 LE and BE). What can't be decoded
 * becomes U+FFFD; a character that is cut at the end is nothing, and so are less than three bytes.
 */
async function* decodeXml(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let head = Buffer.alloc(0)
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += sliceBytes) {
      let bytes = chunk.subarray(start, start + sliceBytes)
      if (decoder === undefined) {
        head = Buffer.concat([head, bytes])
        if (head.length < 3) continue
        decoder = new TextDecoder(encodingOf(head))
        bytes = head
      }
      yield decoder.decode(bytes, { stream: true })
    }
  }
}

/** https://www.w3.org/TR/xml/#sec-guessing */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return 'utf-8'
}
