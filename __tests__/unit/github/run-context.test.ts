import { expect, test } from '@jest/globals'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { openCheckout, type Checkout } from '../../../src/git/checkout.ts'
import { openRepository } from '../../../src/github/repository.ts'
import { readRunContext, type RunContext, openBuiltTree } from '../../../src/github/run-context.ts'
import { startGitHubApi } from '../../stand-ins/github-api.ts'
import { commit, git, makeRepository } from '../git/a-repository.ts'
import { makeTempFolder } from '../temp-folder.ts'

const sha = 'a'.repeat(40)
const before = 'b'.repeat(40)
const base = 'c'.repeat(40)
const head = 'd'.repeat(40)
const older = 'e'.repeat(40)
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

/** The variables of a run for a pull request into a branch. */
const into = (branch: string, name = 'pull_request') => ({
  ...onBranch(name, '12/merge'),
  GITHUB_BASE_REF: branch,
})

/** What a clone knows. */
interface Clone {
  /** The checked-out commit; `null` where git does not tell. */
  commit?: string | null
  isChanged?: boolean
  isFetched?: boolean
  parents?: string[]
  /** Commits with the one before each. */
  history?: Record<string, string>
  /** Where the checked-out commit and others parted. */
  mergeBases?: Record<string, string>
  isShallow?: boolean
}

function checkoutOf({
  parents = [],
  history = {},
  mergeBases = {},
  isShallow = false,
  ...clone
}: Clone): Checkout {
  const { commit = sha, isChanged = false, isFetched = false } = clone
  const ancestorsOf = (commit: string): string[] => {
    const next = history[commit]
    return [commit, ...(next === undefined ? [] : ancestorsOf(next))]
  }
  return {
    ...{ folder: '/shop', isFetched, isShallow },
    commit: commit ?? undefined,
    isChanged: () => Promise.resolve(isChanged),
    parents,
    ancestorsOf: (commit) => Promise.resolve(ancestorsOf(commit)),
    mergeBaseWith: (commit) => Promise.resolve(mergeBases[commit]),
  }
}

type Trigger = { env: Record<string, string>; event: object | string | undefined }

async function read({ env, event }: Trigger, clone: Clone = {}): Promise<RunContext> {
  await using folder = await makeTempFolder()
  const checkout = checkoutOf(clone)
  if (event === undefined) return await readRunContext(env, checkout)
  const path = await folder.write('event.json', typeof event === 'string' ? event : JSON.stringify(event))
  return await readRunContext({ ...env, GITHUB_EVENT_PATH: path }, checkout)
}

const main = { branch: 'main' }
const feature = { branch: 'feature' }

interface Row extends Trigger {
  name: string
  clone?: Clone
  grewFrom?: string
  lookups: RunContext['lookups']
}

test.each<Row>([
  {
    name: 'a push to the default branch: the commit before it, then the newest',
    env: onBranch('push', 'main'),
    event: { before, forced: false, repository },
    clone: { parents: [older] },
    grewFrom: before,
    lookups: [{ ...main, commit: before }, main],
  },
  {
    name: 'a push to another branch: what it grew from on both, the default branch last',
    env: onBranch('push', 'feature'),
    event: { before, repository },
    clone: { history: { [before]: older } },
    grewFrom: before,
    lookups: [
      { ...feature, commit: before },
      { ...feature, commit: older },
      { ...main, commit: before },
      { ...main, commit: older },
      feature,
      main,
    ],
  },
  {
    name: 'a forced push, from whose commit before nothing grew',
    env: onBranch('push', 'feature'),
    event: { before, forced: true, repository },
    clone: { parents: [older] },
    grewFrom: older,
    lookups: [{ ...feature, commit: older }, { ...main, commit: older }, feature, main],
  },
  {
    name: 'a forced push of the first commit',
    env: onBranch('push', 'feature'),
    event: { before, forced: true, repository },
    lookups: [feature, main],
  },
  {
    name: 'a new branch, which had no commit before',
    env: onBranch('push', 'feature'),
    event: { before: none, forced: false, repository },
    clone: { parents: [base], history: { [base]: older } },
    grewFrom: base,
    lookups: [
      { ...feature, commit: base },
      { ...feature, commit: older },
      { ...main, commit: base },
      { ...main, commit: older },
      feature,
      main,
    ],
  },
  {
    name: 'a run by hand: the same commit as it was measured before',
    env: onBranch('workflow_dispatch', 'feature'),
    event: { inputs: null, repository },
    clone: { parents: [older], history: { [sha]: older } },
    grewFrom: older,
    lookups: [
      { ...feature, commit: sha },
      { ...feature, commit: older },
      { ...main, commit: sha },
      { ...main, commit: older },
      feature,
      main,
    ],
  },
  {
    name: 'a run by the clock',
    env: onBranch('schedule', 'main'),
    event: { schedule: '0 0 * * *', repository },
    lookups: [{ ...main, commit: sha }, main],
  },
  {
    name: 'a tag: what its branch had of it',
    env: { ...onBranch('push', 'v1.2'), GITHUB_REF_TYPE: 'tag' },
    event: { before: none, repository },
    clone: { parents: [base], history: { [sha]: base } },
    grewFrom: base,
    lookups: [{ ...main, commit: sha }, { ...main, commit: base }, main],
  },
  {
    name: 'a release: as its tag',
    env: { ...onBranch('release', 'v1.2'), GITHUB_REF_TYPE: 'tag' },
    event: { action: 'published', release: { tag_name: 'v1.2' }, repository },
    clone: { parents: [base], history: { [sha]: base } },
    grewFrom: base,
    lookups: [{ ...main, commit: sha }, { ...main, commit: base }, main],
  },
  {
    name: 'the end of another workflow: the same commit of its branch',
    env: onBranch('workflow_run', 'main'),
    event: { workflow_run: { head_branch: 'feature', head_sha: head }, repository },
    clone: { parents: [base], history: { [sha]: base } },
    grewFrom: base,
    lookups: [{ ...main, commit: sha }, { ...main, commit: base }, main],
  },
  {
    name: 'a pull request whose base branch is gone: where that was, on the default branch, too',
    env: into('release/1'),
    event: { pull_request: { base: { sha: base }, head: { sha } }, repository },
    clone: { parents: [head], mergeBases: { [base]: older } },
    grewFrom: older,
    lookups: [
      { branch: 'release/1', commit: older },
      { ...main, commit: older },
      { branch: 'release/1' },
      main,
    ],
  },
  {
    name: 'the merge commit of a pull request, in a clone of one commit',
    env: into('release/1'),
    event: { pull_request: { base: { sha: older }, head: { sha: head } }, repository },
    clone: { parents: [base, head] },
    grewFrom: base,
    lookups: [
      { branch: 'release/1', commit: base },
      { ...main, commit: base },
      { branch: 'release/1' },
      main,
    ],
  },
  {
    name: 'a pull request on top of another one, whose branch is not measured: also where that began',
    env: into('feature'),
    event: { pull_request: { base: { sha: older }, head: { sha: head } }, repository },
    clone: { parents: [before, head], history: { [before]: base } },
    grewFrom: before,
    lookups: [
      { ...feature, commit: before },
      { ...feature, commit: base },
      { ...main, commit: before },
      { ...main, commit: base },
      feature,
      main,
    ],
  },
  {
    name: 'the merge commit of a pull request, in a whole clone',
    env: into('main'),
    event: { pull_request: {}, repository },
    clone: { parents: [base, head], history: { [base]: before, [before]: older } },
    grewFrom: base,
    lookups: [{ ...main, commit: base }, { ...main, commit: before }, { ...main, commit: older }, main],
  },
  {
    name: 'the head of a pull request, in a clone that knows where it began',
    env: into('main'),
    event: { pull_request: { base: { sha: base }, head: { sha: sha } }, repository },
    clone: { parents: [head], mergeBases: { [base]: older } },
    grewFrom: older,
    lookups: [{ ...main, commit: older }, main],
  },
  {
    name: 'the head of a pull request that is a merge of the base branch into it',
    env: into('main'),
    event: { pull_request: { base: { sha: base }, head: { sha: sha } }, repository },
    clone: { parents: [head, base], mergeBases: { [base]: base } },
    grewFrom: base,
    lookups: [{ ...main, commit: base }, main],
  },
  {
    name: 'the head of a pull request, in a clone of one commit: where its base branch was',
    env: into('main'),
    event: { pull_request: { base: { sha: base }, head: { sha: sha } }, repository },
    clone: { parents: [head] },
    grewFrom: base,
    lookups: [{ ...main, commit: base }, main],
  },
  {
    name: 'a pull request of which nothing is known',
    env: into('main'),
    event: { pull_request: {}, repository },
    clone: { parents: [head] },
    lookups: [main],
  },
  {
    name: 'a pull request with the base’s rights',
    env: into('main', 'pull_request_target'),
    event: { pull_request: { base: { sha: base } }, repository },
    clone: { parents: [older], mergeBases: { [base]: base } },
    grewFrom: base,
    lookups: [{ ...main, commit: base }, main],
  },
  {
    name: 'a merge queue',
    env: onBranch('merge_group', 'gh-readonly-queue/main/pr-12-x'),
    event: { merge_group: { base_sha: base, base_ref: 'refs/heads/main', head_sha: sha }, repository },
    grewFrom: base,
    lookups: [{ ...main, commit: base }, main],
  },
  {
    name: 'a merge queue that does not say for what',
    env: onBranch('merge_group', 'gh-readonly-queue/main/pr-12-x'),
    event: { merge_group: {}, repository },
    lookups: [main],
  },
  {
    name: 'no event file: the branch alone',
    env: onBranch('push', 'feature'),
    event: undefined,
    lookups: [feature],
  },
  {
    name: 'an event file that is no JSON',
    env: onBranch('push', 'feature'),
    event: '{"before":',
    lookups: [feature],
  },
  {
    name: 'an event file of another form',
    env: onBranch('push', 'feature'),
    event: { before: 12, repository },
    lookups: [feature],
  },
  { name: 'nothing at all', env: {}, event: undefined, lookups: [] },
])('knows where to look for the baseline of $name', async ({ clone, grewFrom, lookups, ...trigger }) => {
  expect(await read(trigger, clone)).toMatchObject({ grewFrom, lookups })
})

test.each([
  { name: 'its head', event: 'pull_request_target', clone: { commit: head }, isTold: false },
  { name: 'the base', event: 'pull_request_target', clone: { commit: sha }, isTold: true },
  { name: 'a commit of another one', event: 'pull_request_target', clone: { commit: older }, isTold: false },
  { name: 'its merge commit', event: 'pull_request', clone: { commit: sha }, isTold: false },
  { name: 'the base', event: 'pull_request', clone: { commit: base }, isTold: true },
])('a pull request of which $name is built in the event $event', async ({ event, clone, isTold }) => {
  const payload = { pull_request: { number: 7, base: { sha: base }, head: { sha: head } }, repository }
  const { warnings } = await read({ env: into('main', event), event: payload }, clone)
  expect(warnings.map((warning) => warning.slice(0, 46))).toEqual(
    isTold ? ['What was tested and measured is the base branc'] : [],
  )
})

const writesMain = { readOnly: undefined, writes: { branch: 'main', commit: sha } }
const writesNothing = (readOnly: unknown) => ({ readOnly, writes: undefined })
const otherCommit = writesNothing('the commit ddddddd is checked out, not that of the run, aaaaaaa')
const unknownTree = writesNothing(
  expect.stringMatching(/ can bring other code, and git does not name its commit$/),
)

const ofTag = { ...onBranch('push', 'v1.2'), GITHUB_REF_TYPE: 'tag' }

test.each<{ name: string; env: Record<string, string>; clone?: Clone; told: object }>([
  { name: 'a push', env: onBranch('push', 'main'), told: writesMain },
  { name: 'a run by hand', env: onBranch('workflow_dispatch', 'main'), told: writesMain },
  { name: 'a run by the clock', env: onBranch('schedule', 'main'), told: writesMain },
  {
    name: 'a push whose files a step has changed',
    env: onBranch('push', 'main'),
    clone: { isChanged: true },
    told: writesMain,
  },
  { name: 'a push without git', env: onBranch('push', 'main'), clone: { commit: null }, told: writesMain },
  ...[
    'push',
    'schedule',
    'workflow_dispatch',
    'repository_dispatch',
    'issue_comment',
    'workflow_run',
    'pull_request_target',
    'check_suite',
  ].map((name) => ({
    name: `${name}, of another commit`,
    env: onBranch(name, 'main'),
    clone: { commit: head },
    told: otherCommit,
  })),
  ...[
    'repository_dispatch',
    'issue_comment',
    'workflow_run',
    'pull_request_target',
    'an_event_of_tomorrow',
  ].flatMap((name) => [
    { name: `${name}, of the run's own commit`, env: onBranch(name, 'main'), told: writesMain },
    { name: `${name}, without git`, env: onBranch(name, 'main'), clone: { commit: null }, told: unknownTree },
    {
      name: `${name}, with changed files`,
      env: onBranch(name, 'main'),
      clone: { isChanged: true },
      told: writesNothing(`${name} can bring other code, and files differ from the commit`),
    },
  ]),
  {
    name: 'a Git context of another commit',
    env: onBranch('push', 'main'),
    clone: { commit: null, isFetched: true },
    told: writesNothing(expect.stringContaining('{{defaultContext}}')),
  },
  { name: 'a tag', env: ofTag, told: writesNothing('tag') },
  { name: 'a pull request', env: into('main'), told: writesNothing('pull request') },
  {
    name: 'a review of a pull request',
    env: into('main', 'pull_request_review'),
    told: writesNothing('pull request'),
  },
  {
    name: 'a merge queue',
    env: onBranch('merge_group', 'gh-readonly-queue/main/x'),
    told: writesNothing('merge queue'),
  },
  { name: 'nothing at all', env: {}, told: writesNothing('no branch') },
])('knows what may be written by $name', async ({ env, clone, told }) => {
  const { readOnly, writes, whoSaves } = await read({ env, event: { repository } }, clone)
  expect({ readOnly, writes }).toEqual(told)
  const isUsual = ['tag', 'pull request', 'merge queue', 'no branch'].includes(readOnly ?? '')
  expect(whoSaves).toBe(
    readOnly === undefined
      ? undefined
      : isUsual
        ? 'A push to the branch makes one.'
        : `This run saves no measurement: ${readOnly}.`,
  )
})

test.each(['push', 'workflow_dispatch', 'issue_comment'])(
  'another commit than that of the run is compared with its own measurement and those before it: %s',
  async (name) => {
    const clone = { commit: head, parents: [older], history: { [head]: older } }
    expect(await read({ env: onBranch(name, 'main'), event: { before, repository } }, clone)).toMatchObject({
      grewFrom: older,
      lookups: [{ ...main, commit: head }, { ...main, commit: older }, main],
    })
  },
)

test.each([
  { labels: [{ id: 1, name: 'bug' }, { name: 'size-increase-ok' }], known: ['bug', 'size-increase-ok'] },
  { labels: ['of another form'], known: [] },
  { labels: undefined, known: [] },
])('knows the labels of a pull request: $labels', async ({ labels, known }) => {
  const event = { pull_request: { base: { sha: base }, labels }, repository }
  expect(await read({ env: into('main'), event })).toMatchObject({ labels: known, grewFrom: base })
})

test('names the run by its number and attempt', async () => {
  expect(await read({ env: onBranch('push', 'main'), event: undefined })).toMatchObject({ run: '7-2' })
  expect(await read({ env: {}, event: undefined })).toMatchObject({ run: '0-1' })
})

test('an event file that is not there is none', async () => {
  await using folder = await makeTempFolder()
  const env = { ...onBranch('push', 'main'), GITHUB_EVENT_PATH: `${folder.path}/gone.json` }
  expect(await readRunContext(env, checkoutOf({}))).toMatchObject({ ...writesMain, lookups: [main] })
})

/** A pull request whose base branch moved on after it began, and the clone of one commit that actions/checkout makes of `ref`. */
async function startShallow(ref: 'merge' | 'feature') {
  const api = await startGitHubApi()
  const repository = await makeRepository()
  const clone = await makeTempFolder()
  const run = (...args: string[]): string => git(repository.path, ...args)
  const began = run('rev-parse', 'HEAD')
  run('switch', '--quiet', '--create', 'feature')
  commit(repository.path, 'proposed')
  const proposed = commit(repository.path, 'proposed again')
  run('switch', '--quiet', 'main')
  const movedOn = commit(repository.path, 'moved on')
  run('switch', '--quiet', '--create', 'merge')
  run('merge', '--quiet', '--no-ff', '--no-edit', 'feature')
  api.state.folder = repository.path
  const source = pathToFileURL(repository.path).href
  git(clone.path, 'clone', '--quiet', '--depth=1', `--branch=${ref}`, source, 'shallow')
  const event = {
    pull_request: { number: 7, base: { sha: movedOn }, head: { sha: proposed } },
    repository: {},
  }
  const path = await clone.write('event.json', JSON.stringify(event))
  const env = { ...into('main'), GITHUB_EVENT_PATH: path }
  const checkout = await openCheckout(`${clone.path}/shallow`)
  const ask = (apiUrl = api.url): Promise<RunContext> =>
    readRunContext(env, checkout, openRepository({ apiUrl, token: 'bot-token', repository: 'acme/shop' }))
  return {
    ...{ api, began, movedOn, ask, askNobody: () => readRunContext(env, checkout) },
    async [Symbol.asyncDispose]() {
      await api[Symbol.asyncDispose]()
      await repository[Symbol.asyncDispose]()
      await clone[Symbol.asyncDispose]()
    },
  }
}

test('a clone of one commit of a pull request’s head asks GitHub where it began', async () => {
  await using at = await startShallow('feature')
  expect(await at.ask()).toMatchObject({
    ...{ grewFrom: at.began, isShallow: true, pullRequest: 7, warnings: [] },
    lookups: [{ ...main, commit: at.began }, main],
  })
})

test('a clone of one commit of a pull request’s merge commit knows, and asks nothing', async () => {
  await using at = await startShallow('merge')
  expect(await at.ask()).toMatchObject({ grewFrom: at.movedOn, isShallow: true, warnings: [] })
  expect(at.api.requests()).toEqual([])
})

test('where GitHub does not tell, the newest commit of the base branch stands for it, with a warning', async () => {
  await using at = await startShallow('feature')
  const poorer = (reason: unknown) => ({ grewFrom: at.movedOn, warnings: [reason] })
  expect(await at.ask('http://127.0.0.1:1')).toMatchObject(
    poorer(expect.stringMatching(/^It is not known where this branch parted from its base.*fetch-depth: 0/s)),
  )
  expect(await at.askNobody()).toMatchObject(poorer(expect.stringContaining('there is no github-token')))
})

const run = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_SHA: 'a'.repeat(40),
}

test.each([
  { name: 'the clone at the top of the workspace', path: '.', context: '.', file: '' },
  { name: 'a folder of it', path: '.', context: 'src', file: '' },
  {
    name: 'a clone in a folder, as actions/checkout makes it with path',
    path: 'code',
    context: 'code/src',
    file: '',
  },
  { name: 'the clone that the Dockerfile is in', path: 'code', context: '.', file: 'code/src/Dockerfile' },
  {
    name: 'the clone of the workspace, for a context that no step has made',
    path: '.',
    context: 'gone',
    file: '',
  },
])('what is built is $name', async ({ path, context, file }) => {
  await using workspace = await makeTempFolder()
  await using origin = await makeRepository()
  git(workspace.path, 'clone', '--quiet', origin.path, path)
  const head = git(origin.path, 'rev-parse', 'HEAD')
  expect(await openBuiltTree({ context, file }, workspace.path, run)).toMatchObject({ commit: head })
})

test('a second clone in the workspace is what is built where the context is in it', async () => {
  await using workspace = await makeRepository()
  const nested = join(workspace.path, 'vendor')
  git(workspace.path, 'clone', '--quiet', workspace.path, nested)
  const other = commit(nested, 'of another branch')
  expect(await openBuiltTree({ context: 'vendor', file: '' }, workspace.path, run)).toMatchObject({
    commit: other,
  })
  expect(await openBuiltTree({ context: '.', file: '' }, workspace.path, run)).toMatchObject({
    commit: git(workspace.path, 'rev-parse', 'HEAD'),
  })
})

test('a submodule belongs to the commit that records it, unless it is at another one', async () => {
  await using library = await makeRepository()
  await using workspace = await makeRepository()
  git(workspace.path, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library.path, 'lib')
  const head = commit(workspace.path, 'with a submodule')
  const inputs = { context: 'lib/src', file: '' }
  const tree = await openBuiltTree(inputs, workspace.path, run)
  expect(tree).toMatchObject({ commit: head, folder: workspace.path })
  const other = commit(join(workspace.path, 'lib'), 'moved on')
  expect(await openBuiltTree(inputs, workspace.path, run)).toMatchObject({ commit: other })
})

test('of a workspace without git nothing is known', async () => {
  await using workspace = await makeTempFolder({ 'src/a.txt': '1' })
  expect(await openBuiltTree({ context: 'src', file: '' }, workspace.path, run)).toMatchObject({
    commit: undefined,
    parents: [],
  })
})

test.each([
  { context: '{{defaultContext}}', told: { commit: run.GITHUB_SHA } },
  { context: '{{defaultContext}}:src', told: { commit: run.GITHUB_SHA } },
  {
    context: `https://github.com/acme/shop.git?ref=${run.GITHUB_SHA}&subdir=src`,
    told: { commit: run.GITHUB_SHA },
  },
  { context: 'https://github.com/acme/shop.git#main', told: { commit: undefined, isFetched: true } },
  { context: 'https://github.com/acme/shop.git', told: { commit: undefined, isFetched: true } },
  {
    context: `https://github.com/else/shop.git#${run.GITHUB_SHA}`,
    told: { commit: undefined, isFetched: true },
  },
])('a Git context is the run’s own commit or an unknown one: $context', async ({ context, told }) => {
  await using workspace = await makeRepository()
  expect(await openBuiltTree({ context, file: '' }, workspace.path, run)).toMatchObject({
    ...told,
    parents: [],
  })
})
