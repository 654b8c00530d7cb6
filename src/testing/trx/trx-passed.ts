import type { TestResult } from '../results/test-results.ts'

const blockBytes = 262_144
/** Of UTF-8, for each unit of a string. */
const bytesEach = 3

interface Block {
  bytes: Buffer
  used: number
  /** Where each name ends. */
  ends: number[]
  durationsMs: (number | undefined)[]
}

/**
 * Keeps results of passed tests, the many of a file, out of the heap until the file is read: while it is, whatever is kept is
 * moved and marked by the garbage collector again and again, which took as long as the reading.
 */
export class PassedTests {
  #blocks: Block[] = []
  /** How many of the first block have been taken. */
  #taken = 0

  /** Takes a result; names are at most as long as texts that are cut to `nameLimit`. */
  add(name: string, durationMs: number | undefined): void {
    let block = this.#blocks.at(-1)
    if (block === undefined || block.used + bytesEach * name.length > blockBytes) {
      block = { bytes: Buffer.allocUnsafeSlow(blockBytes), used: 0, ends: [], durationsMs: [] }
      this.#blocks.push(block)
    }
    block.used += block.bytes.write(name, block.used)
    block.ends.push(block.used)
    block.durationsMs.push(durationMs)
  }

  /** Gives back the next result, in the order of `add`, which must have been called as often before. */
  next(className: string | undefined): TestResult {
    const block = this.#blocks[0]
    const end = block?.ends[this.#taken]
    if (block === undefined || end === undefined) throw new Error('There are no more passed tests.')
    const start = block.ends[this.#taken - 1] ?? 0
    const name = block.bytes.toString('utf8', start, end)
    const durationMs = block.durationsMs[this.#taken]
    this.#taken += 1
    if (this.#taken === block.ends.length) {
      this.#blocks.shift()
      this.#taken = 0
    }
    return resultOf(name, className, durationMs)
  }
}

/** Whole at once: what is added to an object later lies apart from it. */
function resultOf(name: string, className: string | undefined, durationMs: number | undefined): TestResult {
  const outcome = 'passed'
  if (durationMs === undefined) {
    return className === undefined ? { name, outcome } : { name, className, outcome }
  }
  return className === undefined ? { name, outcome, durationMs } : { name, className, outcome, durationMs }
}
