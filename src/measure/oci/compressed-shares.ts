import type { Transform } from 'node:stream'

/** A stream that uncompresses, and knows how many compressed bytes it has used (node:zlib). */
type Uncompressor = Transform & { readonly bytesWritten: number }

/** A piece of a layer's content: where it begins in the uncompressed stream, and its length in bytes. */
export interface Piece {
  start: number
  sizeBytes: number
}

/** How well each part of a layer compresses: each block that comes out tells what it took, and files within one share its bytes by their size. */
export class CompressedShares {
  /** Ends of the blocks. Both rise. */
  readonly #content = [0]
  readonly #compressed = [0]

  /** Notes where in the compressed stream all content up to there ended. */
  mark(contentBytes: number, compressedBytes: number): void {
    this.#content.push(contentBytes)
    this.#compressed.push(compressedBytes)
  }

  /** Notes each block that comes out of a stream; it is to be made with small blocks where shares matter. */
  watch(stream: Uncompressor): void {
    let contentBytes = 0
    const push = stream.push.bind(stream)
    stream.push = (chunk: Buffer | null, encoding) => {
      if (chunk !== null) this.mark((contentBytes += chunk.length), stream.bytesWritten)
      return push(chunk, encoding)
    }
  }

  /** The compressed bytes of each piece, in order and without overlap: whole numbers that are at most `totalBytes` together. */
  of(pieces: readonly Piece[], totalBytes: number): number[] {
    const weightBefore = weigher(pieces)
    const before = (place: number): number => this.#before(place, weightBefore)
    const exact = pieces.map(({ start, sizeBytes }) => before(start + sizeBytes) - before(start))
    const sum = exact.reduce((all, one) => all + one, 0)
    return sum <= 0 ? exact.map(() => 0) : shareOut(Math.min(totalBytes, Math.round(sum)), exact)
  }

  /** The compressed bytes of all content before a place. */
  #before(place: number, weightBefore: (place: number) => number): number {
    const high = Math.max(1, lastAtMost(this.#content, place) + 1)
    const [from = 0, to = from] = [this.#content[high - 1], this.#content[high]]
    const [first = 0, last = first] = [this.#compressed[high - 1], this.#compressed[high]]
    const [start, end] = [weightBefore(from), weightBefore(to)]
    return end <= start
      ? first
      : first + ((last - first) * (weightBefore(Math.min(place, to)) - start)) / (end - start)
  }
}

/** What a byte between files weighs against one in a file: headers of a tar repeat each other. */
const weightBetween = 0.2

/** Weighs all content before a place. */
function weigher(pieces: readonly Piece[]): (place: number) => number {
  const starts = pieces.map(({ start }) => start)
  let sum = 0
  const filesBefore = pieces.map(({ sizeBytes }) => (sum += sizeBytes) - sizeBytes)
  return (place) => {
    const at = lastAtMost(starts, place)
    const { start = 0, sizeBytes = 0 } = pieces[at] ?? {}
    const inFiles = (filesBefore[at] ?? 0) + (at < 0 ? 0 : Math.min(place - start, sizeBytes))
    return inFiles + weightBetween * (place - inFiles)
  }
}

/** The index of the last number that is not above a limit, in numbers that rise; -1 where there is none. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let [low, high] = [-1, numbers.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? Infinity) <= limit) low = middle
    else high = middle
  }
  return low
}

/** Shares a whole number, also a negative one, out in proportion to weights: the shares are whole and add up to it. Not all weights may be zero. */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const amount = Math.abs(total)
  const exact = weights.map((weight) => amount * (weight / sum))
  const shares = exact.map(Math.floor)
  const left = amount - shares.reduce((all, share) => all + share, 0)
  const order = exact
    .map((value, index) => ({ index, lost: value - Math.floor(value) }))
    .sort((a, b) => b.lost - a.lost)
  for (const { index } of order.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1
  return total < 0 ? shares.map((share) => (share === 0 ? 0 : -share)) : shares
}
