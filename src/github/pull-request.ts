import * as v from 'valibot'
import { isCommit } from '../git/git.ts'
import { readEvent } from '../inputs/run-facts.ts'
import { commit } from '../shared/schema-values.ts'
import type { GitHubApi } from './api.ts'

/** The pull request that a run is about, and the run, as a comment tells of them. */
export interface PullRequestRun {
  /** `owner/name` of the repository whose pull request it is. */
  repository: string
  number: number
  /** The newest commit of its branch, which is not the merge commit that was checked out. */
  commit: string
  /** Whether it comes from a fork, whose runs get a token that may only read. */
  isFork: boolean
  /** The workflow's file, which names the comment. */
  workflow: string
  run: number
  attempt: number
  url: string
}

/** Whether there is a pull request to write to. */
export type PullRequestOutcome =
  | { kind: 'found'; pullRequest: PullRequestRun }
  /** `reason` where a reader may wonder. */
  | { kind: 'none'; reason?: string }

/** What can stand for a repository in a path of the API. */
const repositoryName = /^[\w.-]+\/[\w.-]+$/

/** Whether this run is one for a pull request. */
export function isPullRequest(env: NodeJS.ProcessEnv): boolean {
  return (env['GITHUB_EVENT_NAME'] ?? '').startsWith('pull_request')
}

/** Reads from the runner's variables and the event file which pull request this run is about. Never throws. */
export async function readPullRequest(env: NodeJS.ProcessEnv): Promise<PullRequestOutcome> {
  if (!isPullRequest(env)) return { kind: 'none' }
  const { number, state, head } = (await readEvent(env)).pull_request ?? {}
  const repository = env['GITHUB_REPOSITORY'] ?? ''
  if (number === undefined || !isCommit(head?.sha ?? '') || !repositoryName.test(repository))
    return { kind: 'none', reason: 'the event does not name its pull request' }
  if (state === 'closed') return { kind: 'none', reason: 'the pull request is closed' }
  return {
    kind: 'found',
    pullRequest: {
      ...{ repository, number, commit: head?.sha ?? '' },
      workflow: workflowFile(env),
      run: Number(env['GITHUB_RUN_ID'] ?? 0),
      attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? 1),
      url: `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${repository}/actions/runs/${env['GITHUB_RUN_ID'] ?? ''}`,
      isFork: head?.repo?.full_name !== repository,
    },
  }
}

/** `.github/workflows/ci.yml`, from `acme/shop/.github/workflows/ci.yml@refs/…`; the workflow's name where there is none. */
function workflowFile(env: NodeJS.ProcessEnv): string {
  const [path = ''] = (env['GITHUB_WORKFLOW_REF'] ?? '').split('@')
  const file = path.split('/').slice(2).join('/')
  return file === '' ? (env['GITHUB_WORKFLOW'] ?? '') : file
}

const repository = v.looseObject({ full_name: v.pipe(v.string(), v.regex(repositoryName)) })

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
