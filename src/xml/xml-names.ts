import { XmlError } from './xml-error.ts'

/** A name of an element or an attribute; equal ones of a file are one object, as long as the table keeps them. */
export interface XmlName {
  readonly text: string
  /** Without its namespace prefix. */
  readonly local: string
  /** Number of the tag that had it last, as an attribute: two in one tag are an error. */
  lastTag: number
  /** What stands before its value, if it is written as most do: a space, the name, `="`. */
  readonly lead: string
  /** The attribute that came after it the last time: writers keep an order. */
  next: XmlName | undefined
}

/** Longest name in characters. */
const nameLimit = 4096

/** Names that are kept, in characters; writers of results use a few hundred. */
const keptLimit = 65_536

/** Places of the table that is looked into first, a power of two. */
const slots = 1024

/** https://www.w3.org/TR/xml/#NT-Name */
const wholeName =
  /^[:A-Z_a-z\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{2FF}\u{370}-\u{37D}\u{37F}-\u{1FFF}\u{200C}\u{200D}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}][-.0-9:A-Z_a-z\u{B7}\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{37D}\u{37F}-\u{1FFF}\u{200C}\u{200D}\u{203F}\u{2040}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}]*$/u

/** What may stand in a name, of ASCII; all else is looked at once a name, by `wholeName`. */
const isInName = Uint8Array.from({ length: 128 }, (_, code) =>
  /[-.0-9:A-Z_a-z]/.test(String.fromCharCode(code)) ? 1 : 0,
)

/**
 * The names of a file, each made once: a file of 100 MB has millions of names and some fifty different ones. A name is found
 * by a hash of its characters in a table with one place for each hash, so that no string is made to look it up; what is not
 * there is found in a map, whose hashes a file can't make collide.
 */
export class XmlNames {
  #kept = 0
  readonly #table: (XmlName | undefined)[] = new Array<XmlName | undefined>(slots).fill(undefined)
  readonly #all = new Map<string, XmlName>()
  /** Where the name that was read last ended. */
  end = 0

  /**
   * The name that begins at an index; undefined where none does, or where the text ends before it surely does. Throws an
   * XmlError for one that XML doesn't allow.
   */
  read(text: string, start: number): XmlName | undefined {
    let hash = 0
    let at = start
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code < 128 && isInName[code] === 0) break
      hash = (Math.imul(hash, 31) + code) | 0
    }
    this.end = at
    if (at === start || at === text.length) return undefined
    const slot = (hash ^ (hash >>> 10)) & (slots - 1)
    const likely = this.#table[slot]
    if (likely?.text.length === at - start && text.startsWith(likely.text, start)) return likely
    const found = this.#find(text.slice(start, at))
    this.#table[slot] = found
    return found
  }

  /** Forgets all names if they are too many. Never within a tag: its attributes would lose what tells them apart. */
  trim(): void {
    if (this.#kept < keptLimit) return
    this.#kept = 0
    this.#all.clear()
    this.#table.fill(undefined)
  }

  #find(part: string): XmlName {
    const known = this.#all.get(part)
    if (known !== undefined) return known
    if (part.length > nameLimit) throw new XmlError('refused', `a name is over ${nameLimit} characters`)
    // A copy: the part keeps the whole piece of the file in memory.
    const text = Buffer.from(part).toString()
    if (!wholeName.test(text)) throw new XmlError('malformed', `"${text}" is no name.`)
    const local = text.slice(text.indexOf(':') + 1)
    const name = { text, local, lastTag: 0, lead: ` ${text}="`, next: undefined }
    this.#kept += text.length
    this.#all.set(text, name)
    return name
  }
}
