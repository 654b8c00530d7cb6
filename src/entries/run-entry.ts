import type { Log } from '../shared/log.ts'
import { UserError } from '../shared/errors.ts'
import { exitCodes } from './exit-codes.ts'
import { withHelp } from '../shared/help/help-link.ts'

/** Runs a whole step: what the user can mend is reported without a stack, anything else with it. Gives the exit code. */
export async function runEntry(log: Log, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const isKnown = error instanceof UserError
    const message =
      error instanceof Error ? (isKnown ? error.message : (error.stack ?? error.message)) : String(error)
    const title = isKnown ? error.title : 'An error in this action'
    log.error(withHelp(message, title), { title })
    return exitCodes.failed
  }
}
