import * as v from 'valibot'
import { readFileAs } from '../shared/json.ts'

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

const text = v.fallback(v.nullish(v.string(), ''), '')
const eventSchema = v.object({
  repository: v.optional(
    v.object({
      default_branch: text,
      description: text,
      license: v.fallback(v.nullish(v.object({ spdx_id: text })), undefined),
    }),
  ),
  head_commit: v.fallback(v.nullish(v.object({ timestamp: text })), undefined),
})

/** Reads them from the runner's variables and the event's file; an event that can't be read says nothing. */
export async function readRunFacts(env: NodeJS.ProcessEnv): Promise<RunFacts> {
  const { GITHUB_EVENT_NAME: event = '', GITHUB_REF: ref = '', GITHUB_SHA: commit = '' } = env
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '' } = env
  const { repository: facts, head_commit: head } =
    (await readFileAs(eventSchema, env['GITHUB_EVENT_PATH'])) ?? {}
  return {
    ...{ event, ref, commit },
    defaultBranch: facts?.default_branch ?? '',
    repositoryUrl: server === '' || repository === '' ? '' : `${server}/${repository}`,
    description: facts?.description ?? '',
    license: facts?.license?.spdx_id ?? '',
    committedAt: head?.timestamp ?? '',
  }
}
