import { formatDuration } from './format.ts'

/** Where something stands, for annotations: a file of the checkout with its line from 1. */
export interface LogPlace {
  title?: string
  file?: string | undefined
  line?: number | undefined
}

/** What the program says while it runs; the runner's log and the terminal each have their way to show it. */
export interface Log {
  info(text: string): void
  /** For whoever looks for a fault: shown when RUNNER_DEBUG is 1. */
  debug(text: string): void
  /** What is worth a look, and asks for nothing. */
  notice(text: string, place?: LogPlace): void
  warning(text: string, place?: LogPlace): void
  error(text: string, place?: LogPlace): void
  /** Shows what a child prints, live, under one title; a line of it can never act as a command. */
  group<T>(title: string, work: (line: (text: string) => void) => Promise<T>): Promise<T>
}

/** Longer than this nobody is left without a sign of life. */
export const maxSilenceMs = 30_000

/** Does one part of the job; a line of the log says what came out and in what time, after a sign of life every 30 s. */
export async function runPhase<T>(
  log: Pick<Log, 'info'>,
  title: string,
  work: () => Promise<T>,
  outcomeOf: (result: T) => string,
): Promise<T> {
  const startedAt = performance.now()
  const took = (): string => formatDuration(performance.now() - startedAt)
  const heartbeat = setInterval(() => {
    log.info(`${title}: still at it after ${took()}`)
  }, maxSilenceMs)
  try {
    const result = await work()
    log.info(`${title}: ${outcomeOf(result)} (${took()})`)
    return result
  } catch (error) {
    log.info(`${title}: failed after ${took()}`)
    throw error
  } finally {
    clearInterval(heartbeat)
  }
}

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
