import { XmlError } from './xml-error.ts'
import type { XmlName, XmlNames } from './xml-names.ts'
import { decodeReferences } from './entities.ts'

/** Attributes of an element, there while it is told of; what is not asked for costs nothing. */
export interface XmlAttributes {
  /** Value of the attribute of that name, prefix and all. A part of the piece that is read: see `detached`. */
  get: (name: string) => string | undefined
}

const quote = 34
const apostrophe = 39
const equals = 61
const slash = 47
const greater = 62

/** Says whether a code is a space of XML; carriage returns are gone before. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9
}

/** The opening tag that is read: one object for all tags of a file. */
export class XmlTag implements XmlAttributes {
  readonly #names: XmlNames
  #text = ''
  #number = 0
  #count = 0
  readonly #attributes: XmlName[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  name: XmlName | undefined
  /** It ends its element, too. */
  isEmpty = false

  constructor(names: XmlNames) {
    this.#names = names
  }

  /**
   * Reads the tag whose `<` stands at an index. Gives the index behind it, or -1 if the text ends before the tag does.
   * Throws an XmlError for a broken one; references in values are left to `checkReferences`.
   */
  read(text: string, start: number): number {
    this.#text = text
    this.#number += 1
    this.#count = 0
    this.isEmpty = false
    this.#names.trim()
    this.name = this.#names.read(text, start + 1)
    let at = this.#names.end
    if (this.name === undefined) return at < text.length ? this.#fail() : -1
    let last = this.name
    while (at >= 0 && at < text.length) {
      const likely = last.next
      if (likely !== undefined && text.startsWith(likely.lead, at)) {
        at = this.#readValue(likely, at + likely.lead.length, '"')
        last = likely
        continue
      }
      const gap = at
      at = this.#skipSpaces(at)
      const code = at < text.length ? text.charCodeAt(at) : 0
      if (code === greater) return at + 1
      if (code === slash) return this.#readEnd(at)
      if (at === text.length) return -1
      if (at === gap) this.#fail()
      at = this.#readAttribute(at)
      const read = this.#attributes[this.#count - 1]
      if (at < 0 || read === undefined) return -1
      last.next = read
      last = read
    }
    return -1
  }

  get(name: string): string | undefined {
    for (let index = 0; index < this.#count; index += 1) {
      if (this.#attributes[index]?.text !== name) continue
      const value = this.#text.slice(this.#starts[index], this.#ends[index])
      // https://www.w3.org/TR/xml/#AVNormalize
      return /[&\n\t]/.test(value) ? decodeReferences(value.replace(/[\n\t]/g, ' ')) : value
    }
    return undefined
  }

  /** Throws an XmlError if a value has a reference that XML doesn't know. */
  checkReferences(): void {
    for (let index = 0; index < this.#count; index += 1) {
      decodeReferences(this.#text.slice(this.#starts[index], this.#ends[index]))
    }
  }

  /** Gives the index behind the attribute that begins at an index, or -1 if the text ends before. */
  #readAttribute(start: number): number {
    const text = this.#text
    const name = this.#names.read(text, start)
    let at = this.#skipSpaces(this.#names.end)
    if (at === text.length) return -1
    if (name === undefined || text.charCodeAt(at) !== equals) return this.#fail()
    at = this.#skipSpaces(at + 1)
    if (at === text.length) return -1
    const code = text.charCodeAt(at)
    if (code !== quote && code !== apostrophe) return this.#fail()
    return this.#readValue(name, at + 1, code === quote ? '"' : "'")
  }

  /** Gives the index behind the value that begins at an index, or -1 if the text ends before. */
  #readValue(name: XmlName, start: number, mark: string): number {
    if (name.lastTag === this.#number) {
      throw new XmlError('malformed', `<${this.#tagName}> has two attributes "${name.text}".`)
    }
    name.lastTag = this.#number
    const end = this.#text.indexOf(mark, start)
    if (end < 0) return -1
    this.#attributes[this.#count] = name
    this.#starts[this.#count] = start
    this.#ends[this.#count] = end
    this.#count += 1
    return end + 1
  }

  #readEnd(at: number): number {
    if (at + 1 === this.#text.length) return -1
    if (this.#text.charCodeAt(at + 1) !== greater) return this.#fail()
    this.isEmpty = true
    return at + 2
  }

  #skipSpaces(start: number): number {
    let at = start
    while (at < this.#text.length && isSpace(this.#text.charCodeAt(at))) at += 1
    return at
  }

  get #tagName(): string {
    return this.name?.text.slice(0, 100) ?? ''
  }

  #fail(): never {
    throw new XmlError('malformed', `the tag <${this.#tagName}> is broken.`)
  }
}
