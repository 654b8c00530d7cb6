import { createHash } from 'node:crypto'
import * as core from '@actions/core'
import { Docker } from '../docker/docker.ts'
import { removeJobBuilder } from '../docker/job-builder.ts'
import { ActionsLog } from '../github/actions-log.ts'

/** The name under which a step tells the end of its job that it made a builder. */
export const builderState = 'builder'

/** The name of a job's own builder: the same for all its steps, and for no other job, also where jobs of a matrix share an engine. */
export function nameJobBuilder(env: NodeJS.ProcessEnv): string {
  const job = ['GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB', 'RUNNER_NAME', 'RUNNER_TEMP'].map(
    (name) => env[name] ?? '',
  )
  return `dotnet-container-${createHash('sha256').update(JSON.stringify(job)).digest('hex').slice(0, 12)}`
}

/** Runs when the job of a step ends that made a builder, which goes away. Trouble is a warning. Gives the exit code. */
export async function runPost(): Promise<number> {
  const name = core.getState(builderState)
  const log = new ActionsLog()
  const trouble = await removeJobBuilder(new Docker(process.env), name)
  if (trouble === undefined) log.info(`Removed the builder ${name}.`)
  else log.warning(`The builder ${name} was not removed: ${trouble}`)
  return 0
}
