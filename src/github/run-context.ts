import type { History } from '../baselines/baseline-tools.ts'
import type { RecordPlace } from '../baselines/find-baseline.ts'
import type { Checkout } from '../git/checkout.ts'
import { planLookups } from '../store/record-store.ts'
import { findBaseCommit } from './base-commit.ts'
import { readEvent } from './event.ts'
import { whyReadOnly } from './may-write.ts'
import type { RemoteRepository } from './repository.ts'

/** What is known of the run: where its records go, and where the sizes of the last time are looked for. */
export interface RunContext extends History, RecordPlace {
  /** Why it saves no record, and by itself writes no build cache, as half a sentence; undefined where it does. */
  readOnly: string | undefined
  /** Number of the pull request. */
  pullRequest: number | undefined
  /** Names of the pull request's labels when the event came. */
  labels: string[]
  /** Whether everybody can read the repository; undefined where nobody knows. */
  isPublic: boolean | undefined
  /** The page of this attempt of the run; undefined in a terminal. */
  runUrl: string | undefined
  /** What makes the baseline a poorer one. */
  warnings: string[]
}

/** Reads a workflow run's surroundings from the runner's variables and the event file. */
export async function readRunContext(
  env: NodeJS.ProcessEnv,
  checkout: Checkout,
  github?: RemoteRepository,
): Promise<RunContext> {
  const event = await readEvent(env['GITHUB_EVENT_PATH'])
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  const origin = await findBaseCommit(name, env, event, { checkout, github })
  const { grewFrom, lookFrom, branches, warnings = [] } = origin
  const readOnly = await whyReadOnly(name, env, checkout)
  const { GITHUB_REF_NAME: branch = '', GITHUB_SHA: commit = '' } = env
  return {
    readOnly,
    writes: readOnly === undefined ? { branch, commit } : undefined,
    gitFolder: checkout.folder,
    grewFrom,
    lookFrom,
    lookups: planLookups(branches, lookFrom === undefined ? [] : await checkout.ancestorsOf(lookFrom)),
    isShallow: checkout.isShallow,
    pullRequest: event.pull_request?.number,
    labels: event.pull_request?.labels.map((label) => label.name) ?? [],
    isPublic: event.repository?.private === undefined ? undefined : !event.repository.private,
    runUrl: runUrlOf(env),
    run: `${env['GITHUB_RUN_ID'] ?? '0'}-${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`,
    warnings,
  }
}

function runUrlOf(env: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env
  if (!server || !repository || !id) return undefined
  return `${server}/${repository}/actions/runs/${id}/attempts/${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`
}
