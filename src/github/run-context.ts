import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import type { Lookup } from '../store/record-store.ts'

/** What is known of the run: where its records go, and where the sizes of the last time are looked for. */
export interface RunContext {
  /** Or a merge queue: what such a run writes into a cache, nobody else can read. */
  isPullRequest: boolean
  /** Branch and commit of the record that this run writes, no commit for changed files; undefined where it must write none. */
  writes: { branch: string; commit?: string } | undefined
  lookups: Lookup[]
  /** Names of the pull request's labels when the event came. */
  labels: string[]
  /** `<run id>-<attempt>`. */
  run: string
}

const eventSchema = v.looseObject({
  before: v.optional(v.nullable(v.string())),
  forced: v.optional(v.nullable(v.boolean())),
  pull_request: v.optional(
    v.looseObject({ labels: v.fallback(v.array(v.looseObject({ name: v.string() })), []) }),
  ),
  merge_group: v.optional(
    v.looseObject({ base_sha: v.optional(v.string()), base_ref: v.optional(v.string()) }),
  ),
  repository: v.optional(v.looseObject({ default_branch: v.optional(v.string()) })),
})

/**
 * Reads a workflow run's surroundings from the runner's variables and the event file. `parents` are those of the
 * checked-out commit: the first parent of a pull request's merge commit is what the change grew from.
 */
export async function readRunContext(
  env: NodeJS.ProcessEnv,
  parents: readonly string[],
): Promise<RunContext> {
  const event = await readEvent(env['GITHUB_EVENT_PATH'])
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  const branch = env['GITHUB_REF_NAME'] ?? ''
  const commit = env['GITHUB_SHA'] ?? ''
  const run = `${env['GITHUB_RUN_ID'] ?? '0'}-${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`
  const labels = event.pull_request?.labels.map((label) => label.name) ?? []
  const defaultBranch = event.repository?.default_branch
  const fallback = defaultBranch === undefined ? [] : [{ branch: defaultBranch }]
  if (name.startsWith('pull_request')) {
    const base = env['GITHUB_BASE_REF'] ?? ''
    const grewFrom =
      parents.length > 1 && parents[0] !== undefined ? [{ branch: base, commit: parents[0] }] : []
    return { isPullRequest: true, writes: undefined, lookups: [...grewFrom, { branch: base }], labels, run }
  }
  if (name === 'merge_group') {
    const { base_sha: commit, base_ref: ref = '' } = event.merge_group ?? {}
    const base = ref.replace(/^refs\/heads\//, '')
    const lookups =
      base === '' ? fallback : [...(commit === undefined ? [] : [{ branch: base, commit }]), { branch: base }]
    return { isPullRequest: true, writes: undefined, lookups, labels, run }
  }
  const isBranch = env['GITHUB_REF_TYPE'] !== 'tag'
  const isKnownBefore = name === 'push' && event.before && !/^0+$/.test(event.before) && event.forced !== true
  const lookups = [
    ...(isKnownBefore && event.before ? [{ branch, commit: event.before }] : []),
    ...(isBranch ? [{ branch }] : []),
    ...fallback.filter((one) => !isBranch || one.branch !== branch),
  ]
  const writes = isBranch && branch !== '' && commit !== '' ? { branch, commit } : undefined
  return { isPullRequest: false, writes, lookups, labels, run }
}

async function readEvent(path: string | undefined): Promise<v.InferOutput<typeof eventSchema>> {
  if (path === undefined) return {}
  try {
    const parsed = v.safeParse(eventSchema, JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.output : {}
  } catch {
    return {}
  }
}
