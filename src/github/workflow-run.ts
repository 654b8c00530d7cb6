import * as v from 'valibot'
import type { GitHubApi } from './api.ts'
import type { PullRequestOutcome } from './pull-request.ts'

const commit = v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/))
const repository = v.looseObject({ full_name: v.pipe(v.string(), v.regex(/^[\w.-]+\/[\w.-]+$/)) })

/** What GitHub itself says of the run that ended; nothing in it comes from an artifact. */
const eventSchema = v.looseObject({
  workflow_run: v.looseObject({
    id: v.pipe(v.number(), v.safeInteger()),
    run_attempt: v.optional(v.pipe(v.number(), v.safeInteger()), 1),
    event: v.string(),
    path: v.string(),
    html_url: v.string(),
    head_sha: commit,
    head_branch: v.string(),
    head_repository: repository,
  }),
  repository,
})

const pullsSchema = v.array(
  v.looseObject({
    number: v.pipe(v.number(), v.safeInteger()),
    head: v.looseObject({ sha: commit, ref: v.string(), repo: v.nullish(repository) }),
  }),
)

/**
 * Finds the open pull request of the run that a `workflow_run` event is about, by its head repository, branch and commit: the event
 * lists none for forks. A commit that is no longer the branch's newest is told of by its own run. Throws an ApiTrouble.
 */
export async function findPullRequestOfRun(api: GitHubApi, event: unknown): Promise<PullRequestOutcome> {
  const parsed = v.safeParse(eventSchema, event)
  if (!parsed.success)
    return { kind: 'none', reason: 'this is not the event workflow_run, which names the run that ended' }
  const { workflow_run: run, repository: base } = parsed.output
  if (run.event !== 'pull_request') return { kind: 'none', reason: `the run was started by ${run.event}` }
  const source = run.head_repository.full_name
  const { data } = await api.request(`GET /repos/${base.full_name}/pulls`, {
    ...{ state: 'open', per_page: 100 },
    head: `${source.split('/')[0] ?? ''}:${run.head_branch}`,
  })
  const pull = v
    .parse(pullsSchema, data)
    .find(({ head }) => head.sha === run.head_sha && head.repo?.full_name === source)
  if (pull === undefined)
    return {
      kind: 'none',
      reason: 'no open pull request has that commit as its newest; a later push has its own run',
    }
  return {
    kind: 'found',
    pullRequest: {
      ...{ repository: base.full_name, number: pull.number, commit: run.head_sha },
      // The same file as GITHUB_WORKFLOW_REF names in that run, so that both write one comment.
      workflow: run.path.split('@')[0] ?? run.path,
      ...{ run: run.id, attempt: run.run_attempt, url: run.html_url },
      // Who writes here has a token that may write.
      isFork: false,
    },
  }
}
