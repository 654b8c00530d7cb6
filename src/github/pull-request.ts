import { isCommit } from '../git/git.ts'
import { readEvent } from '../inputs/run-facts.ts'

/** The run of a workflow, as a comment tells of it. */
export interface WorkflowRun {
  /** `owner/name` of the repository whose pull request it is. */
  repository: string
  /** The workflow's file, which names the comment. */
  workflow: string
  run: number
  attempt: number
  /** Page of the run. */
  url: string
}

/** The pull request that a run is about. */
export interface PullRequestRun extends WorkflowRun {
  number: number
  /** The newest commit of its branch, which is not the merge commit that was checked out. */
  commit: string
  /** Whether it comes from a fork, whose runs get a token that may only read. */
  isFork: boolean
}

/** Whether there is a pull request to write to. */
export type PullRequestOutcome =
  | { kind: 'found'; pullRequest: PullRequestRun }
  /** `reason` where a reader may wonder. */
  | { kind: 'none'; reason?: string }

/** Whether this run is one for a pull request. */
export function isPullRequest(env: NodeJS.ProcessEnv): boolean {
  return (env['GITHUB_EVENT_NAME'] ?? '').startsWith('pull_request')
}

/** Reads from the runner's variables and the event file which pull request this run is about. Never throws. */
export async function readPullRequest(env: NodeJS.ProcessEnv): Promise<PullRequestOutcome> {
  if (!isPullRequest(env)) return { kind: 'none' }
  const { number, state, head } = (await readEvent(env)).pull_request ?? {}
  const repository = env['GITHUB_REPOSITORY'] ?? ''
  if (number === undefined || !isCommit(head?.sha ?? '') || !isRepository(repository))
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

/** Whether a text can stand for a repository in a path of the API. */
function isRepository(name: string): boolean {
  return /^[\w.-]+\/[\w.-]+$/.test(name)
}

/** `.github/workflows/ci.yml`, from `acme/shop/.github/workflows/ci.yml@refs/…`; the workflow's name where there is none. */
function workflowFile(env: NodeJS.ProcessEnv): string {
  const [path = ''] = (env['GITHUB_WORKFLOW_REF'] ?? '').split('@')
  const file = path.split('/').slice(2).join('/')
  return file === '' ? (env['GITHUB_WORKFLOW'] ?? '') : file
}
