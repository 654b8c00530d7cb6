import { Worker } from 'node:worker_threads'

const limitMs = 60_000

/*
 * A loop without end can't be stopped from its own thread, nor by jest. The other thread says which round it was and
 * ends the process.
 */
const program = `
  const { workerData } = require('node:worker_threads')
  const { writeSync } = require('node:fs')
  const beat = new Int32Array(workerData.shared)
  for (;;) {
    const before = Atomics.load(beat, 0)
    if (before === -1) break
    if (Atomics.wait(beat, 0, before, ${limitMs}) !== 'timed-out') continue
    writeSync(2, 'No end after ${limitMs / 1000} s: ' + workerData.name + ', FUZZ_SEED=' + Atomics.load(beat, 1) + ' FUZZ_ROUNDS=1\\n')
    process.kill(process.pid, 'SIGKILL')
  }`

/** Ends the process if one round of a test takes longer than a minute; a round takes milliseconds. */
export class Watchdog {
  readonly #beat: Int32Array
  readonly #worker: Worker

  constructor(name: string) {
    const shared = new SharedArrayBuffer(8)
    this.#beat = new Int32Array(shared)
    this.#worker = new Worker(program, { eval: true, workerData: { shared, name } })
  }

  /** A round begins. */
  tell(seed: number): void {
    Atomics.store(this.#beat, 1, seed)
    Atomics.store(this.#beat, 0, (Atomics.load(this.#beat, 0) + 1) & 0xffff)
    Atomics.notify(this.#beat, 0)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    Atomics.store(this.#beat, 0, -1)
    Atomics.notify(this.#beat, 0)
    await this.#worker.terminate()
  }
}
