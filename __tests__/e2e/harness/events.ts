/** What triggers a run: the runner's variables and the content of the file behind GITHUB_EVENT_PATH. */
export interface WorkflowEvent {
  variables: Record<string, string>
  payload: unknown
}

const repositoryPayload = { full_name: 'acme/shop', default_branch: 'main' }

/** A push to a branch; `before` is the commit that the branch was at, from which a forced one did not grow. */
export function pushTo(
  branch: string,
  { before = '0'.repeat(40), forced = false }: { before?: string; forced?: boolean } = {},
): WorkflowEvent {
  return {
    variables: {
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: `refs/heads/${branch}`,
      GITHUB_REF_NAME: branch,
      GITHUB_REF_TYPE: 'branch',
      GITHUB_BASE_REF: '',
      GITHUB_HEAD_REF: '',
    },
    payload: { ref: `refs/heads/${branch}`, before, forced, repository: repositoryPayload },
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

/** A pull request of `head` into `base`, with these labels; `baseCommit` is where the base branch was. */
export function pullRequest(
  base: string,
  head: string,
  {
    labels = [],
    baseCommit,
    sha = 'f'.repeat(40),
    from = 'acme/shop',
  }: { labels?: string[]; baseCommit?: string; sha?: string; from?: string } = {},
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
        base: { ref: base, sha: baseCommit },
        head: { ref: head, sha, repo: { full_name: from } },
        labels: labels.map((name, id) => ({ id, name })),
      },
      repository: repositoryPayload,
    },
  }
}

/** The same with the rights of the base branch, which it runs on. */
export function pullRequestTarget(...[base, ...more]: Parameters<typeof pullRequest>): WorkflowEvent {
  const { payload } = pullRequest(base, ...more)
  const variables = onRef('pull_request_target', `refs/heads/${base}`, base, 'branch')
  return { variables: { ...variables, GITHUB_BASE_REF: base, GITHUB_HEAD_REF: more[0] }, payload }
}

/** A merge queue of `base`, whose commit it is at. */
export function mergeQueue(base: string, baseCommit: string): WorkflowEvent {
  const name = `gh-readonly-queue/${base}/pr-7-${baseCommit}`
  return {
    variables: onRef('merge_group', `refs/heads/${name}`, name, 'branch'),
    payload: {
      action: 'checks_requested',
      merge_group: { base_ref: `refs/heads/${base}`, base_sha: baseCommit },
      repository: repositoryPayload,
    },
  }
}

/** A run on a branch that no change of it started; `sha` is its commit where another one is checked out. */
export function startedOn(
  branch: string,
  name: 'workflow_dispatch' | 'schedule' | 'issue_comment',
  sha?: string,
): WorkflowEvent {
  return {
    variables: {
      ...onRef(name, `refs/heads/${branch}`, branch, 'branch'),
      ...(sha === undefined ? {} : { GITHUB_SHA: sha }),
    },
    payload: { repository: repositoryPayload },
  }
}

/** A push of a tag. */
export function pushOfTag(tag: string): WorkflowEvent {
  return {
    variables: onRef('push', `refs/tags/${tag}`, tag, 'tag'),
    payload: { ref: `refs/tags/${tag}`, before: '0'.repeat(40), repository: repositoryPayload },
  }
}

function onRef(event: string, ref: string, name: string, type: 'branch' | 'tag'): Record<string, string> {
  return {
    GITHUB_EVENT_NAME: event,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: name,
    GITHUB_REF_TYPE: type,
    GITHUB_BASE_REF: '',
    GITHUB_HEAD_REF: '',
  }
}
