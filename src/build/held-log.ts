import type { Log, LogPlace } from '../shared/log.ts'

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

  info(text: string): void {
    this.#show((log) => {
      log.info(text)
    })
  }

  notice(text: string, place?: LogPlace): void {
    this.#show((log) => {
      log.notice(text, place)
    })
  }

  warning(text: string, place?: LogPlace): void {
    this.#show((log) => {
      log.warning(text, place)
    })
  }

  error(text: string, place?: LogPlace): void {
    this.#show((log) => {
      log.error(text, place)
    })
  }

  debug(text: string): void {
    this.#show((log) => {
      log.debug(text)
    })
  }

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

  #show(entry: (log: Log) => unknown): void {
    if (this.#log === undefined) this.#held.push(entry)
    else entry(this.#log)
  }
}
