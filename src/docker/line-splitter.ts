/** A longer line is cut: one that never ends must not fill the memory. */
const maxLineBytes = 4 * 1024 * 1024

/** Turns chunks of bytes into lines of text (UTF-8; what isn't becomes U+FFFD), however the chunks are cut. */
export class LineSplitter {
  readonly #onLine: (line: string) => void
  #held: Buffer[] = []
  #heldBytes = 0

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine
  }

  /** Takes the next chunk and gives every line that it completes. */
  push(chunk: Buffer): void {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      this.#hold(chunk.subarray(start, end))
      this.#emit()
      start = end + 1
    }
    this.#hold(chunk.subarray(start))
  }

  /** Gives what is left, when there is something, as a last line. */
  end(): void {
    if (this.#heldBytes > 0) this.#emit()
  }

  #hold(part: Buffer): void {
    const kept = part.subarray(0, maxLineBytes - this.#heldBytes)
    if (kept.length === 0) return
    this.#held.push(kept)
    this.#heldBytes += kept.length
  }

  #emit(): void {
    const line = Buffer.concat(this.#held).toString('utf8').replace(/\r$/, '')
    this.#held = []
    this.#heldBytes = 0
    this.#onLine(line)
  }
}
