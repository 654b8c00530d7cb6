import { dirname, resolve } from 'node:path'
import type { History } from '../baselines/baseline-tools.ts'
import type { RecordPlace } from '../baselines/save-records.ts'
import { type Checkout, openCheckout } from '../git/checkout.ts'
import { planLookups } from '../store/record-store.ts'
import { findBaseCommit } from './base-commit.ts'
import { whyNothingIsSaved } from './whether-to-save.ts'
import { readEvent } from '../inputs/run-facts.ts'
import type { RemoteRepository } from './repository.ts'
import type { RawInputs } from '../inputs/input-table.generated.ts'
import { isGitUrl, isOwnCommit, withDefaultContext } from '../inputs/parsers/git-context.ts'

/** What is known of the run: where its records go, and where the sizes of the last time are looked for. */
export interface RunContext extends History, RecordPlace {
  /** Why it saves no record, and by itself writes no build cache, as half a sentence; undefined where it does. */
  readOnly: string | undefined
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
  const event = await readEvent(env)
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  const origin = await findBaseCommit(name, env, event, { checkout, github })
  const { grewFrom, lookFrom, branches, warnings = [] } = origin
  const readOnly = await whyNothingIsSaved(name, env, checkout)
  const { GITHUB_REF_NAME: branch = '', GITHUB_SHA: commit = '' } = env
  return {
    readOnly: readOnly?.why,
    whoSaves: readOnly?.isSurprise
      ? `This run saves no measurement: ${readOnly.why}.`
      : readOnly && 'A push to the branch makes one.',
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

/** The clone that a run builds from: that of the context, else of the Dockerfile or the workspace; of a Git context only whether it is the run's own commit. */
export async function openBuiltTree(
  { context, file }: Pick<RawInputs, 'context' | 'file'>,
  workspace: string,
  env: NodeJS.ProcessEnv,
): Promise<Checkout> {
  const url = withDefaultContext(context.trim(), env)
  if (isGitUrl(url)) return openFetched(url, await openCheckout(workspace), env)
  const folders = [resolve(workspace, context.trim()), dirname(resolve(workspace, file.trim())), workspace]
  for (const folder of new Set(folders)) {
    const checkout = await openCheckout(folder)
    if (checkout.commit !== undefined) return checkout
  }
  return openCheckout(workspace)
}

function openFetched(url: string, checkout: Checkout, env: NodeJS.ProcessEnv): Checkout {
  const commit = env['GITHUB_SHA']
  if (!isOwnCommit(url, env)) return { ...checkout, commit: undefined, parents: [], isFetched: true }
  const parents = commit === checkout.commit ? checkout.parents : []
  return { ...checkout, commit, parents, isChanged: () => Promise.resolve(false) }
}
