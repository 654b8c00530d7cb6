import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import type { Checkout } from '../git/checkout.ts'
import type { Lookup } from '../store/record-store.ts'
import { planLookups } from './plan-lookups.ts'

/** What is known of the run: where its records go, and where the sizes of the last time are looked for. */
export interface RunContext {
  /** Or a merge queue: what such a run writes into a cache, nobody else can read. */
  isPullRequest: boolean
  /** Branch and commit of the record that this run writes, no commit for changed files; undefined where it must write none. */
  writes: { branch: string; commit?: string } | undefined
  /** The commit that the tree grew from, where somebody knows. */
  grewFrom: string | undefined
  lookups: Lookup[]
  /** Names of the pull request's labels when the event came. */
  labels: string[]
  /** Whether everybody can read the repository; undefined where nobody knows. */
  isPublic: boolean | undefined
  /** The page of this attempt of the run; undefined in a terminal. */
  runUrl: string | undefined
  /** `<run id>-<attempt>`. */
  run: string
}

const eventSchema = v.looseObject({
  before: v.optional(v.nullable(v.string())),
  forced: v.optional(v.nullable(v.boolean())),
  pull_request: v.optional(
    v.looseObject({
      base: v.optional(v.looseObject({ sha: v.optional(v.string()) })),
      head: v.optional(v.looseObject({ sha: v.optional(v.string()) })),
      labels: v.fallback(v.array(v.looseObject({ name: v.string() })), []),
    }),
  ),
  merge_group: v.optional(
    v.looseObject({ base_sha: v.optional(v.string()), base_ref: v.optional(v.string()) }),
  ),
  repository: v.optional(
    v.looseObject({
      default_branch: v.optional(v.string()),
      private: v.fallback(v.optional(v.boolean()), undefined),
    }),
  ),
})

type Event = v.InferOutput<typeof eventSchema>

/** What an event tells of the tree that is built. */
interface Origin {
  /** The commit that it grew from. */
  grewFrom: string | undefined
  /** The newest commit whose record says something of it: the one that it grew from, or the very one that is built. */
  lookFrom: string | undefined
  branches: string[]
}

/** Reads a workflow run's surroundings from the runner's variables and the event file. */
export async function readRunContext(env: NodeJS.ProcessEnv, checkout: Checkout): Promise<RunContext> {
  const event = await readEvent(env['GITHUB_EVENT_PATH'])
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  const { grewFrom, lookFrom, branches } = await readOrigin(name, env, event, checkout)
  const isPullRequest = name.startsWith('pull_request') || name === 'merge_group'
  const branch = env['GITHUB_REF_NAME'] ?? ''
  const commit = env['GITHUB_SHA'] ?? ''
  const isBranch = env['GITHUB_REF_TYPE'] !== 'tag'
  const writes = !isPullRequest && isBranch && branch !== '' && commit !== '' ? { branch, commit } : undefined
  return {
    isPullRequest,
    writes,
    grewFrom,
    lookups: planLookups(branches, lookFrom === undefined ? [] : await checkout.ancestorsOf(lookFrom)),
    labels: event.pull_request?.labels.map((label) => label.name) ?? [],
    isPublic: event.repository?.private === undefined ? undefined : !event.repository.private,
    runUrl: runUrlOf(env),
    run: `${env['GITHUB_RUN_ID'] ?? '0'}-${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`,
  }
}

function runUrlOf(env: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env
  if (!server || !repository || !id) return undefined
  return `${server}/${repository}/actions/runs/${id}/attempts/${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`
}

async function readOrigin(
  name: string,
  env: NodeJS.ProcessEnv,
  event: Event,
  checkout: Checkout,
): Promise<Origin> {
  const [parent] = checkout.parents
  const defaultBranch = event.repository?.default_branch ?? ''
  if (name.startsWith('pull_request')) {
    const grewFrom = await readPullRequestBase(event, checkout)
    return { grewFrom, lookFrom: grewFrom, branches: [env['GITHUB_BASE_REF'] ?? ''] }
  }
  if (name === 'merge_group') {
    const { base_sha: grewFrom, base_ref: ref = '' } = event.merge_group ?? {}
    const base = ref.replace(/^refs\/heads\//, '')
    return { grewFrom, lookFrom: grewFrom, branches: [base === '' ? defaultBranch : base] }
  }
  if (env['GITHUB_REF_TYPE'] === 'tag') {
    return { grewFrom: parent, lookFrom: env['GITHUB_SHA'], branches: [defaultBranch] }
  }
  const branches = [env['GITHUB_REF_NAME'] ?? '', defaultBranch]
  // A run by hand or by the clock builds what was built before: what differs then is what the tree was built from.
  if (name !== 'push') return { grewFrom: parent, lookFrom: env['GITHUB_SHA'], branches }
  const { before } = event
  const isKnownBefore = before && !/^0+$/.test(before) && event.forced !== true
  const grewFrom = isKnownBefore ? before : parent
  return { grewFrom, lookFrom: grewFrom, branches }
}

/**
 * The first parent of a pull request's merge commit, which even a clone of one commit knows; for a checkout of its head
 * where that parted from the base branch, and in a clone that does not reach so far, where the base branch was.
 */
async function readPullRequestBase(event: Event, checkout: Checkout): Promise<string | undefined> {
  const { base, head } = event.pull_request ?? {}
  const [parent, merged] = checkout.parents
  // The head itself may be a merge commit, of the base branch into it.
  const isMergeCommit = merged !== undefined && (head?.sha === undefined || merged === head.sha)
  if (isMergeCommit) return parent
  return base?.sha === undefined ? undefined : ((await checkout.mergeBaseWith(base.sha)) ?? base.sha)
}

async function readEvent(path: string | undefined): Promise<Event> {
  if (path === undefined) return {}
  try {
    const parsed = v.safeParse(eventSchema, JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.output : {}
  } catch {
    return {}
  }
}
