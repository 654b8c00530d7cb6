/** What triggers a run: the runner's variables and the content of the file behind GITHUB_EVENT_PATH. */
export interface WorkflowEvent {
  variables: Record<string, string>
  payload: unknown
}

const repositoryPayload = { full_name: 'acme/shop', default_branch: 'main' }

/** A push to a branch; `before` is the commit that the branch was at. */
export function pushTo(branch: string, { before = '0'.repeat(40) }: { before?: string } = {}): WorkflowEvent {
  return {
    variables: {
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: `refs/heads/${branch}`,
      GITHUB_REF_NAME: branch,
      GITHUB_REF_TYPE: 'branch',
      GITHUB_BASE_REF: '',
      GITHUB_HEAD_REF: '',
    },
    payload: { ref: `refs/heads/${branch}`, before, forced: false, repository: repositoryPayload },
  }
}

/** The end of a run for a pull request from a fork. */
export function workflowRun(head: string, sha: string, from: string): WorkflowEvent {
  return {
    variables: { ...pushTo('main').variables, GITHUB_EVENT_NAME: 'workflow_run' },
    payload: {
      action: 'completed',
      workflow_run: {
        ...{ id: 5, run_attempt: 1, event: 'pull_request', path: '.github/workflows/ci.yml' },
        ...{ html_url: 'https://github.com/acme/shop/actions/runs/5', head_sha: sha, head_branch: head },
        head_repository: { full_name: from },
      },
      repository: repositoryPayload,
    },
  }
}

/** A pull request of `head` into `base`, whose merge commit is checked out. */
export function pullRequest(
  base: string,
  head: string,
  { sha = 'f'.repeat(40), from = 'acme/shop' }: { sha?: string; from?: string } = {},
): WorkflowEvent {
  return {
    variables: {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_REF_NAME: '7/merge',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_BASE_REF: base,
      GITHUB_HEAD_REF: head,
    },
    payload: {
      action: 'synchronize',
      number: 7,
      pull_request: {
        number: 7,
        state: 'open',
        base: { ref: base },
        head: { ref: head, sha, repo: { full_name: from } },
      },
      repository: repositoryPayload,
    },
  }
}
