import { detached } from '../../xml/read-xml.ts'

const idLimit = 64
const guidLength = 36
const firstSlots = 4096

/**
 * Numbers the ids of tests, from 0 on. They are GUIDs, so each is kept as four numbers: as strings in a map, 100,000 of them
 * would cost more time and memory than their results. What is no GUID is kept as a string.
 */
export class TestIds {
  readonly #limit: number
  readonly #others = new Map<string, number>()
  /** The number of an id plus 1, in the slot of its hash or the next that was free; 0 where there is none. */
  #slots = new Int32Array(firstSlots)
  /** Four words for each number. */
  #words = new Int32Array(2 * firstSlots)
  #count = 0
  /** So that no file can tell which of its ids meet in a slot. */
  readonly #seed = Math.trunc(Math.random() * 0x7fff_ffff)

  /** Numbers at most that many. */
  constructor(limit: number) {
    this.#limit = limit
  }

  /** The number of an id: the same for the same one; -1 for an empty one, and for a new one over the limit. */
  numberOf(id: string): number {
    if (id === '') return -1
    if (2 * this.#count >= this.#slots.length) this.#grow()
    // The place for the next one, taken if it isn't known.
    const at = 4 * this.#count
    if (!parseGuid(id, this.#words, at)) return this.#numberOfOther(id.slice(0, idLimit))
    const slot = this.#slotOf(at)
    const known = this.#slots[slot] ?? 0
    if (known > 0 || this.#count === this.#limit) return known - 1
    this.#count += 1
    this.#slots[slot] = this.#count
    return this.#count - 1
  }

  #numberOfOther(part: string): number {
    const known = this.#others.get(part)
    if (known !== undefined || this.#count === this.#limit) return known ?? -1
    this.#others.set(detached(part), this.#count)
    this.#count += 1
    return this.#count - 1
  }

  /** The slot of the GUID at an index of the words, or the free one for it. */
  #slotOf(at: number): number {
    const words = this.#words
    const mask = this.#slots.length - 1
    let hash = this.#seed
    for (let word = 0; word < 4; word += 1) {
      hash = Math.imul(hash ^ (words[at + word] ?? 0), 0x9e37_79b1)
      hash ^= hash >>> 15
    }
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = this.#slots[slot] ?? 0
      if (known === 0 || this.#areSame(4 * (known - 1), at)) return slot
    }
  }

  #areSame(a: number, b: number): boolean {
    const words = this.#words
    return (
      words[a] === words[b] &&
      words[a + 1] === words[b + 1] &&
      words[a + 2] === words[b + 2] &&
      words[a + 3] === words[b + 3]
    )
  }

  #grow(): void {
    const { length } = this.#slots
    const words = new Int32Array(4 * length)
    words.set(this.#words)
    this.#words = words
    const slots = this.#slots.filter((number) => number > 0)
    this.#slots = new Int32Array(2 * length)
    for (const number of slots) this.#slots[this.#slotOf(4 * (number - 1))] = number
  }
}

/** Writes a GUID such as `13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b` as four words at an index; false for anything else. */
function parseGuid(text: string, words: Int32Array, at: number): boolean {
  if (text.length !== guidLength) return false
  let word = 0
  let digits = 0
  for (let index = 0; index < guidLength; index += 1) {
    const code = text.charCodeAt(index)
    if (index === 8 || index === 13 || index === 18 || index === 23) {
      if (code !== 45) return false
      continue
    }
    const digit = code <= 57 ? code - 48 : (code | 32) - 87
    if (digit < 0 || digit > 15 || (code > 57 && digit < 10)) return false
    word = (word << 4) | digit
    digits += 1
    if (digits % 8 === 0) words[at + digits / 8 - 1] = word
  }
  return true
}
