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

/** A pull request of `head` into `base`, with these labels; `baseCommit` is where the base branch was. */
export function pullRequest(
  base: string,
  head: string,
  { labels = [], baseCommit }: { labels?: string[]; baseCommit?: string } = {},
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
        base: { ref: base, sha: baseCommit },
        head: { ref: head },
        labels: labels.map((name, id) => ({ id, name })),
      },
      repository: repositoryPayload,
    },
  }
}
