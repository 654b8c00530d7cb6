import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import type { History } from '../baselines/baseline-tools.ts'
import type { RecordPlace } from '../baselines/find-baseline.ts'
import type { Checkout } from '../git/checkout.ts'
import { whyUnknown } from '../shared/errors.ts'
import { planLookups } from '../store/record-store.ts'
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

const eventSchema = v.looseObject({
  before: v.optional(v.nullable(v.string())),
  forced: v.optional(v.nullable(v.boolean())),
  pull_request: v.optional(
    v.looseObject({
      number: v.fallback(v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))), undefined),
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
interface Origin extends Pick<RunContext, 'grewFrom' | 'lookFrom'> {
  branches: string[]
  warnings?: string[]
}

/** Who knows of the history; GitHub only where there is a token. */
interface Knowing {
  checkout: Checkout
  github: RemoteRepository | undefined
}

/** Reads a workflow run's surroundings from the runner's variables and the event file. */
export async function readRunContext(
  env: NodeJS.ProcessEnv,
  checkout: Checkout,
  github?: RemoteRepository,
): Promise<RunContext> {
  const event = await readEvent(env['GITHUB_EVENT_PATH'])
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  const origin = await readOrigin(name, env, event, { checkout, github })
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

/** Events that nobody can start from outside, whose tree is the repository's own unless git tells of another one. */
const ownEvents = new Set(['push', 'schedule', 'workflow_dispatch'])

/**
 * A measurement belongs to the commit that was built, and only the branch's own runs speak for the branch: HEAD decides whether this is
 * one. What a pull request or a merge queue writes into a cache, nobody else can read.
 */
async function whyReadOnly(
  name: string,
  { GITHUB_REF_TYPE: type, GITHUB_REF_NAME: branch, GITHUB_SHA: commit }: NodeJS.ProcessEnv,
  checkout: Checkout,
): Promise<string | undefined> {
  if (name.startsWith('pull_request') && name !== 'pull_request_target') return 'pull request'
  if (name === 'merge_group') return 'merge queue'
  if (type === 'tag') return 'tag'
  if (!branch || !commit) return 'no branch'
  const built = checkout.commit
  if (checkout.isFetched)
    return 'the context is a Git repository, and not the commit of the run: {{defaultContext}} is'
  if (built !== undefined && built !== commit)
    return `the commit ${built.slice(0, 7)} is checked out, not that of the run, ${commit.slice(0, 7)}`
  if (ownEvents.has(name)) return undefined
  if (built === undefined)
    return `${name || 'the event'} can bring other code, and git does not name its commit`
  return (await checkout.isChanged())
    ? `${name || 'the event'} can bring other code, and files differ from the commit`
    : undefined
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
  { checkout, github }: Knowing,
): Promise<Origin> {
  const [parent] = checkout.parents
  const { GITHUB_SHA: commit, GITHUB_REF_TYPE: type, GITHUB_REF_NAME: branch = '' } = env
  const built = checkout.commit ?? commit
  const defaultBranch = event.repository?.default_branch ?? ''
  if (name.startsWith('pull_request')) {
    const base = await readPullRequestBase(event, { checkout, github })
    // What it goes into may be another pull request's branch, which nothing is measured on.
    return { ...base, lookFrom: base.grewFrom, branches: [env['GITHUB_BASE_REF'] ?? '', defaultBranch] }
  }
  if (name === 'merge_group') {
    const { base_sha: grewFrom, base_ref: ref = '' } = event.merge_group ?? {}
    const base = ref.replace(/^refs\/heads\//, '')
    return { grewFrom, lookFrom: grewFrom, branches: [base, defaultBranch] }
  }
  const branches = type === 'tag' ? [defaultBranch] : [branch, defaultBranch]
  // A tag, and a run by hand or by the clock, builds what was built before: what differs then is what the tree was built from.
  const isPushed = name === 'push' && type !== 'tag' && built === commit
  if (!isPushed) return { grewFrom: parent, lookFrom: built, branches }
  const { before } = event
  const isKnownBefore = before && !/^0+$/.test(before) && event.forced !== true
  const grewFrom = isKnownBefore ? before : parent
  return { grewFrom, lookFrom: grewFrom, branches }
}

/**
 * The first parent of a pull request's merge commit, which even a clone of one commit knows; for a checkout of its head
 * where that parted from the base branch, which GitHub tells where the clone does not reach so far. Else where the base branch was.
 */
async function readPullRequestBase(
  event: Event,
  { checkout, github }: Knowing,
): Promise<Pick<Origin, 'grewFrom' | 'warnings'>> {
  const { base, head } = event.pull_request ?? {}
  const [parent, merged] = checkout.parents
  // The head itself may be a merge commit, of the base branch into it.
  const isMergeCommit = merged !== undefined && (head?.sha === undefined || merged === head.sha)
  if (isMergeCommit) return { grewFrom: parent }
  if (base?.sha === undefined) return { grewFrom: undefined }
  const local = await checkout.mergeBaseWith(base.sha)
  if (local !== undefined || !checkout.isShallow || checkout.commit === undefined)
    return { grewFrom: local ?? base.sha }
  const told = await github?.relate(base.sha, checkout.commit)
  if (told?.kind === 'told') return { grewFrom: told.value.mergeBase }
  const reason = whyUnknown(told)
  const warning =
    'It is not known where this branch parted from its base, so the image is compared with the newest commit that the base ' +
    `branch had: the clone is cut off, and ${reason}. Set fetch-depth: 0 for actions/checkout.`
  return { grewFrom: base.sha, warnings: [warning] }
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
