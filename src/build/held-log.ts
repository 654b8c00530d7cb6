import type { Log } from '../shared/log.ts'

type Print = (line: string) => void

/** Keeps what is logged until somebody has room for it; from then on it goes there at once. */
export class HeldLog implements Log {
  #held: string[] = []
  #print: Print = (line) => this.#held.push(line)

  /** Hands on what was logged, and all that follows. */
  release(print: Print): void {
    for (const line of this.#held) print(line)
    this.#held = []
    this.#print = print
  }

  readonly info = (text: string): void => {
    this.#print(text)
  }
  readonly notice = this.info
  readonly warning = this.info
  readonly error = this.info

  debug(): void {
    // For whoever looks for a fault in the build that is shown.
  }

  async group<T>(_title: string, work: (line: Print) => Promise<T>): Promise<T> {
    return await work((line) => {
      this.#print(line)
    })
  }
}
