import type { Log } from './log.ts'

type Print = (line: string) => void

/** Keeps what is logged until somebody has room for it; from then on it goes there at once. */
export class HeldLog implements Log {
  #held: ((log: Log) => unknown)[] = []
  #log: Log | undefined

  /** Hands on what was logged, waiting for the end of a group that is open, and all that follows. */
  async release(log: Log): Promise<void> {
    for (let next = this.#held.shift(); next !== undefined; next = this.#held.shift()) await next(log)
    this.#log = log
  }

  readonly info = this.#keeper('info')
  readonly debug = this.#keeper('debug')
  readonly notice = this.#keeper('notice')
  readonly warning = this.#keeper('warning')
  readonly error = this.#keeper('error')

  group<T>(title: string, work: (line: Print) => Promise<T>): Promise<T> {
    if (this.#log !== undefined) return this.#log.group(title, work)
    const lines: string[] = []
    let print: Print = (line) => lines.push(line)
    const done = work((line) => {
      print(line)
    })
    this.#held.push((log) =>
      log.group(title, async (shown) => {
        lines.forEach(shown)
        print = shown
        await done.catch(() => undefined) // Whoever logs it hears of that.
      }),
    )
    return done
  }

  #keeper(kind: Exclude<keyof Log, 'group'>): Log['notice'] {
    return (text, place) => {
      const show = (log: Log): void => {
        log[kind](text, place)
      }
      if (this.#log === undefined) this.#held.push(show)
      else show(this.#log)
    }
  }
}
