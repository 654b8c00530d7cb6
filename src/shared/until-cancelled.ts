import { CancelledError } from './errors.ts'

/** A little longer than docker's commands may take to end: the log of what was cancelled is closed then. */
const graceMs = 3_000

/**
 * Waits for work that ends when the job is cancelled, and not much longer for work that doesn't, so that what was found out
 * until then can still be reported. Throws what the work throws, and CancelledError when it is left behind.
 */
export async function untilCancelled<T>(
  signal: AbortSignal,
  work: Promise<T>,
  leaveAfterMs = graceMs,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const left = new Promise<never>((_, reject) => {
    const leave = (): void => {
      timer = setTimeout(() => {
        reject(new CancelledError())
      }, leaveAfterMs)
    }
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  })
  try {
    return await Promise.race([work, left])
  } finally {
    clearTimeout(timer)
  }
}
