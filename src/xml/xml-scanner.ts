import { XmlError } from './xml-error.ts'
import { XmlNames, type XmlName } from './xml-names.ts'
import { bareAmpersand, decodeReference } from './entities.ts'
import { isSpace, XmlTag, type XmlAttributes } from './xml-tag.ts'

/** What is told of a file. */
export interface XmlHandler {
  /** The text that comes is wanted; asked before each piece of it. */
  readonly wantsText: boolean
  open: (name: XmlName, attributes: XmlAttributes) => void
  close: (name: XmlName) => void
  /** Text or CDATA, decoded, in pieces that end anywhere. */
  text: (piece: string) => void
}

const mebi = 1_048_576
const limits = { prolog: mebi, depth: 256, tag: mebi, other: 4 * mebi }

/** What goes on over many pieces, with what ends it. What is in a comment or an instruction is not looked at. */
const sections = { comment: '--', instruction: '?>', cdata: ']]>' }

type Section = keyof typeof sections

const cdataStart = '<![CDATA['
const commentStart = '<!--'
const typeStart = '<!DOCTYPE'

/**
 * Reads XML 1.0 that comes in pieces, cut anywhere, and tells a handler of its elements. Lines must end with `\n`. It goes
 * from one `<` to the next with `indexOf`, and makes no string that nobody asked for. What it can't read, or won't (a
 * document type, nesting deeper than 256, a tag over 1 MiB, a comment over 4 MiB), is an XmlError.
 */
export class XmlScanner {
  readonly #handler: XmlHandler
  readonly #names = new XmlNames()
  readonly #tag = new XmlTag(this.#names)
  readonly #open: XmlName[] = []
  #text = ''
  #at = 0
  /** The first `&` at or behind some index that was asked for; the text's length where there is none. */
  #ampersand = -1
  #section: Section | undefined
  /** Characters of this section so far. */
  #inSection = 0
  /** Characters of the file so far. */
  #seen = 0
  #hasRoot = false

  constructor(handler: XmlHandler) {
    this.#handler = handler
  }

  /** The root element has begun and ended. */
  get isWhole(): boolean {
    return this.#hasRoot && this.#open.length === 0
  }

  /** Reads a piece, up to what can't be told before the next one comes. */
  write(piece: string): void {
    this.#text = this.#at < this.#text.length ? this.#text.slice(this.#at) + piece : piece
    this.#at = this.#seen === 0 && piece.startsWith('\ufeff') ? 1 : 0
    this.#seen += piece.length
    this.#ampersand = -1
    while (this.#section === undefined ? this.#readContent() : this.#readSection(this.#section));
    if (!this.#hasRoot && this.#seen > limits.prolog) {
      throw new XmlError('refused', 'nothing begins in its first 1 MiB')
    }
  }

  /** Reads text and tags; false where the next piece is needed, true where a section begins. */
  #readContent(): boolean {
    const text = this.#text
    for (;;) {
      const start = this.#at
      const less = text.indexOf('<', start)
      const end = less < 0 ? text.length : less
      if (end > start && !this.#readText(start, end)) return false
      this.#at = end
      if (less < 0 || less + 1 === text.length) return false
      const next = text.charCodeAt(less + 1)
      if (next === 33 /* ! */) return this.#readDeclaration()
      if (next === 63 /* ? */) return this.#enter('instruction', 2)
      if (!(next === 47 /* slash */ ? this.#readClosing(less) : this.#readOpening(less))) return false
    }
  }

  #readOpening(start: number): boolean {
    const tag = this.#tag
    const end = tag.read(this.#text, start)
    if (end < 0) return this.#waitForTag()
    if (this.#nextAmpersand(start) < end) tag.checkReferences()
    if (this.#hasRoot && this.#open.length === 0) throw new XmlError('malformed', 'it has two root elements.')
    if (this.#open.length >= limits.depth) throw new XmlError('refused', 'it is nested deeper than 256')
    const { name } = tag
    if (name === undefined) return false
    this.#hasRoot = true
    this.#at = end
    this.#handler.open(name, tag)
    if (tag.isEmpty) this.#handler.close(name)
    else this.#open.push(name)
    return true
  }

  #readClosing(start: number): boolean {
    const text = this.#text
    const open = this.#open.at(-1)
    const name = open?.text ?? ''
    let at = start + 2
    if (open !== undefined && text.startsWith(name, at)) {
      at += name.length
      while (at < text.length && isSpace(text.charCodeAt(at))) at += 1
      if (at === text.length) return this.#waitForTag()
      if (text.charCodeAt(at) === 62 /* > */) {
        this.#at = at + 1
        this.#open.pop()
        this.#handler.close(open)
        return true
      }
    } else if (name.startsWith(text.slice(at, at + name.length)) && open !== undefined)
      return this.#waitForTag()
    const found = /^<\/[^\s<>]{0,100}/.exec(text.slice(start, start + 102))?.[0] ?? ''
    const ended = open === undefined ? 'nothing' : `<${name.slice(0, 100)}>`
    throw new XmlError('malformed', `${found}> ends ${ended}.`)
  }

  /** A tag is read as a whole: its beginning stays until the rest is here. */
  #waitForTag(): false {
    if (this.#text.length - this.#at > limits.tag) throw new XmlError('refused', 'a tag is over 1 MiB')
    return false
  }

  #readDeclaration(): boolean {
    const start = this.#text.slice(this.#at, this.#at + cdataStart.length)
    if (start.startsWith(commentStart)) return this.#enter('comment', commentStart.length)
    if (start === cdataStart) {
      if (this.#open.length === 0) throw textOutside()
      return this.#enter('cdata', cdataStart.length)
    }
    if (start === typeStart && !this.#hasRoot) throw new XmlError('refused', 'it has a document type')
    if ([commentStart, cdataStart, typeStart].some((whole) => whole.startsWith(start) && whole !== start))
      return false
    throw new XmlError('malformed', 'a "<!" begins nothing that may stand there.')
  }

  #enter(section: Section, length: number): true {
    this.#section = section
    this.#inSection = 0
    this.#at += length
    return true
  }

  /** Reads on in a section; false where the next piece is needed, true where it ends. */
  #readSection(section: Section): boolean {
    const text = this.#text
    const mark = sections[section]
    const start = this.#at
    const found = text.indexOf(mark, start)
    // What ends it may have begun at the end of this piece.
    const end = found < 0 ? Math.max(start, text.length - mark.length + 1) : found
    if (section === 'cdata') this.#tellText(start, end)
    else this.#skip(end - start)
    this.#at = end
    if (found < 0) return false
    if (section === 'comment') {
      if (end + 2 === text.length) return false
      if (text.charCodeAt(end + 2) !== 62) throw new XmlError('malformed', 'a comment has "--" in it.')
    }
    this.#at = end + (section === 'instruction' ? 2 : 3)
    this.#section = undefined
    return true
  }

  #skip(length: number): void {
    this.#inSection += length
    if (this.#inSection > limits.other) throw overLimit()
  }

  /** Reads the text between two indices, the second a `<` or the end; false where the next piece is needed. */
  #readText(start: number, end: number): boolean {
    const text = this.#text
    if (this.#open.length === 0) {
      if (/[^ \t\n]/.test(text.slice(start, end))) throw textOutside()
      return true
    }
    let from = start
    for (let at = this.#nextAmpersand(from); at < end; at = this.#nextAmpersand(from)) {
      const semicolon = text.indexOf(';', at)
      if (semicolon < 0 || semicolon > end) {
        if (end < text.length) throw bareAmpersand()
        this.#tellText(from, at)
        this.#at = at
        if (end - at > limits.other) throw overLimit()
        return false
      }
      const decoded = decodeReference(text.slice(at + 1, semicolon))
      this.#tellText(from, at)
      if (this.#handler.wantsText) this.#handler.text(decoded)
      from = semicolon + 1
    }
    this.#tellText(from, end)
    return true
  }

  #tellText(start: number, end: number): void {
    if (end > start && this.#handler.wantsText) this.#handler.text(this.#text.slice(start, end))
  }

  #nextAmpersand(start: number): number {
    if (this.#ampersand < start) {
      const found = this.#text.indexOf('&', start)
      this.#ampersand = found < 0 ? this.#text.length : found
    }
    return this.#ampersand
  }
}

function textOutside(): XmlError {
  return new XmlError('malformed', 'it has text outside of its root element.')
}

function overLimit(): XmlError {
  return new XmlError('refused', 'a comment, an instruction or an entity is over 4 MiB')
}
