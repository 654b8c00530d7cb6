import { formatDuration } from './format-duration.ts'
import type { Log } from './log.ts'

/** Longer than this nobody is left without a sign of life. */
export const maxSilenceMs = 30_000

/**
 * Does one part of the job and says so in the log when it is done: a line with its time and what came out, and a sign of life every
 * 30 s until then.
 */
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
