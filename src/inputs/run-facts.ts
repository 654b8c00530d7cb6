import * as v from 'valibot'
import { readFileAs } from '../shared/schema-values.ts'

/** What a workflow run says of what it builds; nothing in a terminal. */
export interface RunFacts {
  event: string
  /** Such as `refs/heads/main`, `refs/tags/v1.2.0` or `refs/pull/7/merge`; empty where there is none. */
  ref: string
  commit: string
  defaultBranch: string
  /** The page of the repository; empty where there is none. */
  repositoryUrl: string
  description: string
  /** An SPDX identifier. */
  license: string
  /** When the commit was made, as the event of a push says it. */
  committedAt: string
}

const text = v.fallback(v.optional(v.string()), undefined)
const count = v.fallback(v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))), undefined)
const flag = v.fallback(v.optional(v.boolean()), undefined)

function part<T extends v.ObjectEntries>(entries: T) {
  return v.fallback(v.optional(v.object(entries)), undefined)
}

const eventSchema = v.object({
  before: v.nullish(v.string()),
  forced: v.nullish(v.boolean()),
  pull_request: part({
    number: count,
    state: text,
    base: part({ sha: text }),
    // Without a repository when the fork is gone.
    head: part({ sha: text, repo: part({ full_name: text }) }),
    labels: v.fallback(v.array(v.object({ name: v.string() })), []),
  }),
  merge_group: part({ base_sha: text, base_ref: text }),
  repository: part({
    default_branch: text,
    private: flag,
    description: text,
    license: part({ spdx_id: text }),
  }),
  head_commit: part({ timestamp: text }),
})

/** What is read of the event file that the runner leaves. */
export type Event = Partial<v.InferOutput<typeof eventSchema>>

/** Reads the event file; what is not there, or of another form, is left out. */
export async function readEvent({ GITHUB_EVENT_PATH: path }: NodeJS.ProcessEnv): Promise<Event> {
  return (await readFileAs(eventSchema, path)) ?? {}
}

/** Reads them from the runner's variables and the event's file; an event that can't be read says nothing. */
export async function readRunFacts(env: NodeJS.ProcessEnv): Promise<RunFacts> {
  const { GITHUB_EVENT_NAME: event = '', GITHUB_REF: ref = '', GITHUB_SHA: commit = '' } = env
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '' } = env
  const { repository: facts, head_commit: head } = await readEvent(env)
  return {
    ...{ event, ref, commit },
    defaultBranch: facts?.default_branch ?? '',
    repositoryUrl: server === '' || repository === '' ? '' : `${server}/${repository}`,
    description: facts?.description ?? '',
    license: facts?.license?.spdx_id ?? '',
    committedAt: head?.timestamp ?? '',
  }
}
