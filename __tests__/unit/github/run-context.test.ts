import { expect, test } from '@jest/globals'
import { readRunContext, type RunContext } from '../../../src/github/run-context.ts'
import { makeTempFolder } from '../temp-folder.ts'

const sha = 'a'.repeat(40)
const before = 'b'.repeat(40)
const base = 'c'.repeat(40)
const head = 'd'.repeat(40)
const repository = { default_branch: 'main', name: 'shop' }
const none = '0'.repeat(40)

/** The variables of a run on a branch. */
const onBranch = (name: string, branch: string) => ({
  GITHUB_EVENT_NAME: name,
  GITHUB_REF_NAME: branch,
  GITHUB_REF_TYPE: 'branch',
  GITHUB_SHA: sha,
  GITHUB_RUN_ID: '7',
  GITHUB_RUN_ATTEMPT: '2',
})

interface Row {
  name: string
  env: Record<string, string>
  event: object | string | undefined
  parents?: string[]
  context: ExpectedContext
}

/** Without what is mostly empty. */
type ExpectedContext = Omit<RunContext, 'labels'> & Partial<RunContext>

async function read({
  env,
  event,
  parents = [],
}: Pick<Row, 'env' | 'event' | 'parents'>): Promise<RunContext> {
  await using folder = await makeTempFolder()
  if (event === undefined) return await readRunContext(env, parents)
  const path = await folder.write('event.json', typeof event === 'string' ? event : JSON.stringify(event))
  return await readRunContext({ ...env, GITHUB_EVENT_PATH: path }, parents)
}

const branchOnly = (branch: string): ExpectedContext => ({
  isPullRequest: false,
  writes: { branch, commit: sha },
  lookups: branch === 'main' ? [{ branch }] : [{ branch }, { branch: 'main' }],
  run: '7-2',
})

test.each<Row>([
  {
    name: 'a push to the default branch: the commit before it, then the newest',
    env: onBranch('push', 'main'),
    event: { before, forced: false, repository },
    context: {
      isPullRequest: false,
      writes: { branch: 'main', commit: sha },
      lookups: [{ branch: 'main', commit: before }, { branch: 'main' }],
      run: '7-2',
    },
  },
  {
    name: 'a push to another branch: the default branch last',
    env: onBranch('push', 'feature/x'),
    event: { before, repository },
    context: {
      isPullRequest: false,
      writes: { branch: 'feature/x', commit: sha },
      lookups: [{ branch: 'feature/x', commit: before }, { branch: 'feature/x' }, { branch: 'main' }],
      run: '7-2',
    },
  },
  {
    name: 'a forced push, from whose commit before nothing grew',
    env: onBranch('push', 'feature'),
    event: { before, forced: true, repository },
    context: branchOnly('feature'),
  },
  {
    name: 'a new branch, which had no commit before',
    env: onBranch('push', 'feature'),
    event: { before: none, forced: false, repository },
    context: branchOnly('feature'),
  },
  {
    name: 'a run by hand',
    env: onBranch('workflow_dispatch', 'feature'),
    event: { inputs: null, repository },
    context: branchOnly('feature'),
  },
  {
    name: 'a run by the clock',
    env: onBranch('schedule', 'main'),
    event: { schedule: '0 0 * * *', repository },
    context: branchOnly('main'),
  },
  {
    name: 'a tag, which writes nothing',
    env: { ...onBranch('push', 'v1.2'), GITHUB_REF_TYPE: 'tag' },
    event: { before: none, repository },
    context: { isPullRequest: false, writes: undefined, lookups: [{ branch: 'main' }], run: '7-2' },
  },
  {
    name: 'the merge commit of a pull request, which grew from its first parent',
    env: { ...onBranch('pull_request', '12/merge'), GITHUB_BASE_REF: 'release/1' },
    event: { pull_request: {}, repository },
    parents: [base, head],
    context: {
      isPullRequest: true,
      writes: undefined,
      lookups: [{ branch: 'release/1', commit: base }, { branch: 'release/1' }],
      run: '7-2',
    },
  },
  {
    name: 'a pull request with labels',
    env: { ...onBranch('pull_request', '12/merge'), GITHUB_BASE_REF: 'main' },
    event: { pull_request: { labels: [{ id: 1, name: 'bug' }, { name: 'size-increase-ok' }] }, repository },
    context: {
      isPullRequest: true,
      writes: undefined,
      labels: ['bug', 'size-increase-ok'],
      lookups: [{ branch: 'main' }],
      run: '7-2',
    },
  },
  {
    name: 'a pull request with labels of another form',
    env: { ...onBranch('pull_request', '12/merge'), GITHUB_BASE_REF: 'main' },
    event: { pull_request: { labels: ['bug'] }, repository },
    context: { isPullRequest: true, writes: undefined, lookups: [{ branch: 'main' }], run: '7-2' },
  },
  {
    name: 'the head commit of a pull request, whose parent is its own',
    env: { ...onBranch('pull_request', '12/merge'), GITHUB_BASE_REF: 'main' },
    event: { pull_request: {}, repository },
    parents: [head],
    context: { isPullRequest: true, writes: undefined, lookups: [{ branch: 'main' }], run: '7-2' },
  },
  {
    name: 'a pull request with the base’s rights',
    env: { ...onBranch('pull_request_target', 'main'), GITHUB_BASE_REF: 'main' },
    event: { pull_request: {}, repository },
    parents: [],
    context: { isPullRequest: true, writes: undefined, lookups: [{ branch: 'main' }], run: '7-2' },
  },
  {
    name: 'a first attempt of an unknown run',
    env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF_NAME: 'main', GITHUB_REF_TYPE: 'branch', GITHUB_SHA: sha },
    event: { before: none, repository },
    context: { ...branchOnly('main'), run: '0-1' },
  },
  {
    name: 'no event file: the branch alone',
    env: onBranch('push', 'feature'),
    event: undefined,
    context: { ...branchOnly('feature'), lookups: [{ branch: 'feature' }] },
  },
  {
    name: 'an event file that is no JSON',
    env: onBranch('push', 'feature'),
    event: '{"before":',
    context: { ...branchOnly('feature'), lookups: [{ branch: 'feature' }] },
  },
  {
    name: 'an event file of another form',
    env: onBranch('push', 'feature'),
    event: { before: 12, repository },
    context: { ...branchOnly('feature'), lookups: [{ branch: 'feature' }] },
  },
  {
    name: 'nothing at all, which writes nothing',
    env: {},
    event: undefined,
    context: { isPullRequest: false, writes: undefined, lookups: [{ branch: '' }], run: '0-1' },
  },
])('knows the surroundings of $name', async ({ env, event, parents = [], context }) => {
  expect(await read({ env, event, parents })).toEqual({ labels: [], ...context })
})

test('an event file that is not there is none', async () => {
  await using folder = await makeTempFolder()
  const env = { ...onBranch('push', 'main'), GITHUB_EVENT_PATH: `${folder.path}/gone.json` }
  expect(await readRunContext(env, [])).toEqual({ labels: [], ...branchOnly('main') })
})

const queued = {
  env: onBranch('merge_group', 'gh-readonly-queue/main/pr-12-x'),
  event: { merge_group: { base_sha: base, base_ref: 'refs/heads/main', head_sha: sha }, repository },
}

test('a merge queue writes nothing and looks on the default branch', async () => {
  const context = await read(queued)
  expect({ ...context, lookups: context.lookups.at(-1) }).toEqual({
    isPullRequest: true,
    writes: undefined,
    labels: [],
    lookups: { branch: 'main' },
    run: '7-2',
  })
})

test('a merge queue looks for the commit that it grew from first', async () => {
  expect((await read(queued)).lookups).toEqual([{ branch: 'main', commit: base }, { branch: 'main' }])
})
