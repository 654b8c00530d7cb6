import type { Log } from '../shared/log.ts'
import { UserError } from '../shared/errors.ts'
import { withHelp } from '../shared/help-link.ts'

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

/** What the process ends with; docs/reference/exit-codes.md is written from here. */
export const exitCodes = {
  /** The job passed. Warnings do not change that. In a terminal also after `--help`. */
  passed: 0,
  /**
   * The job failed: failed or missing tests, code that does not compile, coverage below its minimum, a failed build, an exceeded limit, a failed
   * smoke test, a pushed image that is not the measured one, wrong inputs, or a fault of this action. Trouble with the baseline, the
   * comment, the summary, the reports or the build cache is a warning and never fails the job.
   */
  failed: 1,
  /** The command line is wrong; only in a terminal. Nothing was started. */
  wrongCommandLine: 2,
  /** The job was cancelled by a signal. Outputs, summary and report.json have what was known until then. */
  cancelled: 130,
} as const
