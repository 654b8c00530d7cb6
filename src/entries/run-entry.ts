import type { Log } from '../shared/log.ts'
import { UserError } from '../shared/errors.ts'

/** Runs a whole step: what the user can mend is told without a stack, anything else with it. Gives the exit code. */
export async function runEntry(log: Log, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const isKnown = error instanceof UserError
    const message =
      error instanceof Error ? (isKnown ? error.message : (error.stack ?? error.message)) : String(error)
    log.error(message, isKnown ? { title: error.title } : {})
    return 1
  }
}
