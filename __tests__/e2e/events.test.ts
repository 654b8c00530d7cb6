import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { startRegistry } from '../../scripts/machine/registry.mjs'
import { parseImageRecord } from '../../src/measure/record/image-record.ts'
import type { TokenScope } from '../stand-ins/cache-token.ts'
import { mainScope, shopSeries, startCachedJob, type CachedJob } from '../stand-ins/cached-job.ts'
import { actionsBot, startGitHubApi, type GitHubApiStandIn } from '../stand-ins/github-api.ts'
import {
  mergeQueue,
  pullRequest,
  pullRequestTarget,
  pushOfTag,
  pushTo,
  startedOn,
  type WorkflowEvent,
} from './harness/events.ts'
import { scriptedDockerfile, scriptedWorkspace } from './harness/recorded-tests.ts'
import { runAction, type StepResult } from './harness/run-action.ts'
import { shallowClone, type Workspace } from './harness/workspace.ts'

/** The commits of the repository that all rows are about. */
interface Commits {
  /** Of main, measured, and released as v1.0.0. */
  first: string
  /** Of main, which moved on by then; measured, and tagged as v1.1.0. */
  second: string
  /** Of main, in a job that was cancelled. */
  unmeasured: string
  /** Of the pull request, from `first`. */
  head: string
  /** Of the pull request after it was brought onto `second` and pushed by force. */
  rebased: string
}

/** Who asks GitHub with which rights. */
const tokens = {
  writes: 'bot-token',
  reads: 'read-only',
  'may not read code': 'no-code',
} as const

interface Row {
  name: string
  /** What actions/checkout takes, with one commit of history. */
  checkout: string
  /** The folder that it takes it to, beside another clone at the top. */
  path?: string
  event: (commits: Commits) => WorkflowEvent
  token?: keyof typeof tokens
  /** The cache's scope of the run; all of them may read main's. */
  scope?: string
  inputs?: Record<string, string>
  baseline: { source: string; commit: keyof Commits | undefined; behind?: number }
  /** By how many kilobytes the image differs: the pull request's file has about 10, what main got meanwhile 60. */
  grewByKb: [from: number, to: number]
  /** The newest release that it grew from, and by how much since; absent where nobody can tell. */
  since?: { tag: 'v1.0.0' | 'v1.1.0'; kb: [from: number, to: number] }
  /** How many records the run keeps. */
  keeps: 0 | 1
  comments?: boolean
  warnings?: RegExp[]
}

const dockerfile = `${scriptedDockerfile}COPY app /app\nCOPY assets /assets\n`
const own: [number, number] = [5, 20]
/** Labels of another ref have another length. */
const none: [number, number] = [-0.1, 0.6]
const mains: [number, number] = [45, 90]
const both: [number, number] = [50, 110]
const ofPullRequest = 'refs/pull/7/merge'

const rows: Row[] = [
  {
    name: 'a pull request, as it was opened: the commit of its base',
    ...{ checkout: 'refs/pull/7/opened', scope: ofPullRequest },
    event: ({ head, first }) => pullRequest('main', 'feature', { sha: head, baseCommit: first }),
    ...{ baseline: { source: 'cache', commit: 'first', behind: 0 }, grewByKb: own },
    since: { tag: 'v1.0.0', kb: own },
    ...{ keeps: 0, comments: true },
  },
  {
    name: 'a pull request after the base moved on: what the merge commit grew from',
    ...{ checkout: ofPullRequest, scope: ofPullRequest },
    event: ({ head, first }) => pullRequest('main', 'feature', { sha: head, baseCommit: first }),
    ...{
      baseline: { source: 'cache', commit: 'second', behind: 0 },
      grewByKb: own,
      since: { tag: 'v1.1.0', kb: own },
    },
    ...{ keeps: 0, comments: true },
  },
  {
    name: 'its head alone, after the base moved on: where it began, as GitHub tells',
    ...{ checkout: 'feature', scope: ofPullRequest },
    event: ({ head, second }) => pullRequest('main', 'feature', { sha: head, baseCommit: second }),
    ...{
      baseline: { source: 'cache', commit: 'first', behind: 0 },
      grewByKb: own,
      since: { tag: 'v1.0.0', kb: own },
    },
    ...{ keeps: 0, comments: true },
  },
  {
    name: 'its head alone, with a token that may not ask: where the base is, and a warning',
    ...{ checkout: 'feature', scope: ofPullRequest, token: 'may not read code' },
    event: ({ head, second }) => pullRequest('main', 'feature', { sha: head, baseCommit: second }),
    ...{ baseline: { source: 'cache', commit: 'second', behind: 0 }, grewByKb: [-90, -30], keeps: 0 },
    comments: true,
    warnings: [/^It is not known where this branch parted/, /^baseline-release: the tags are not known/],
  },
  {
    name: 'a pull request that was pushed by force onto the newest base',
    ...{ checkout: 'refs/pull/7/forced', scope: ofPullRequest },
    event: ({ rebased, second }) => pullRequest('main', 'feature', { sha: rebased, baseCommit: second }),
    ...{
      baseline: { source: 'cache', commit: 'second', behind: 0 },
      grewByKb: own,
      since: { tag: 'v1.1.0', kb: own },
    },
    ...{ keeps: 0, comments: true },
  },
  {
    name: 'a branch that was pushed by force: its parent, not what it was before',
    ...{ checkout: 'rebased', scope: 'refs/heads/feature' },
    event: ({ head }) => pushTo('feature', { before: head, forced: true }),
    ...{
      baseline: { source: 'cache', commit: 'second', behind: 0 },
      grewByKb: own,
      since: { tag: 'v1.1.0', kb: own },
    },
    keeps: 1,
  },
  {
    name: 'a pull request from a fork: the same, without a comment',
    ...{ checkout: ofPullRequest, scope: ofPullRequest, token: 'reads' },
    event: ({ head, first }) =>
      pullRequest('main', 'feature', { sha: head, baseCommit: first, from: 'mallory/shop' }),
    ...{
      baseline: { source: 'cache', commit: 'second', behind: 0 },
      grewByKb: own,
      since: { tag: 'v1.1.0', kb: own },
    },
    keeps: 0,
    warnings: [/^The pull-request comment is lost: the token of a pull request from a fork may only read/],
  },
  {
    name: 'a pull request of Dependabot, whose branch is no fork’s and whose token reads: how to let it write',
    ...{ checkout: 'refs/pull/7/opened', scope: ofPullRequest, token: 'reads' },
    event: ({ head, first }) =>
      pullRequest('main', 'dependabot/nuget/Moq-4.20.72', { sha: head, baseCommit: first }),
    ...{ baseline: { source: 'cache', commit: 'first', behind: 0 }, grewByKb: own },
    since: { tag: 'v1.0.0', kb: own },
    keeps: 0,
    warnings: [/^The pull-request comment is lost: the token may not write comments .*pull-requests: write/],
  },
  {
    name: 'a pull request with the rights of its base, which is what is checked out: said so, and kept for its branch',
    ...{ checkout: 'v1.1.0', event: ({ head, second }) => ofTarget(head, second) },
    ...{ baseline: { source: 'cache', commit: 'second', behind: 0 }, grewByKb: none },
    since: { tag: 'v1.1.0', kb: none },
    ...{ keeps: 1, comments: true },
    warnings: [/^What was tested and measured is the base branch, not the pull request/],
  },
  {
    name: 'the same with the head of the pull request: kept for none',
    ...{ checkout: 'rebased', event: ({ rebased, second }) => ofTarget(rebased, second) },
    ...{ baseline: { source: 'cache', commit: 'second', behind: 0 }, grewByKb: own },
    since: { tag: 'v1.1.0', kb: own },
    ...{ keeps: 0, comments: true },
  },
  {
    name: 'the first push of a branch: where it began',
    ...{ checkout: 'feature', scope: 'refs/heads/feature', event: () => pushTo('feature') },
    ...{ baseline: { source: 'cache', commit: 'first', behind: 0 }, grewByKb: own, keeps: 1 },
    since: { tag: 'v1.0.0', kb: own },
  },
  {
    name: 'a job that is run again, in a clone beside another one: as the first time',
    ...{ checkout: 'v1.1.0', path: 'code', event: ({ first, second }) => again(first, second) },
    ...{ baseline: { source: 'cache', commit: 'first', behind: 0 }, grewByKb: mains, keeps: 1 },
    since: { tag: 'v1.0.0', kb: mains },
  },
  {
    name: 'a merge queue: its base',
    ...{ checkout: ofPullRequest, scope: 'refs/heads/gh-readonly-queue/main/pr-7' },
    event: ({ second }) => mergeQueue('main', second),
    ...{
      baseline: { source: 'cache', commit: 'second', behind: 0 },
      grewByKb: own,
      since: { tag: 'v1.1.0', kb: own },
    },
    keeps: 0,
  },
  {
    name: 'a push whose commit before was never measured: the nearest ancestor, of which GitHub knows',
    ...{ checkout: 'last', scope: 'refs/heads/other' },
    event: ({ unmeasured }) => pushTo('other', { before: unmeasured }),
    ...{
      baseline: { source: 'cache', commit: 'second', behind: 1 },
      grewByKb: none,
      since: { tag: 'v1.1.0', kb: none },
    },
    keeps: 1,
  },
  ...(['workflow_dispatch', 'schedule'] as const).map((event): Row => ({
    name: `a run by ${event}: the same commit as it was measured before`,
    ...{ checkout: 'v1.1.0', scope: mainScope.scope, event: () => startedOn('main', event) },
    ...{
      baseline: { source: 'cache', commit: 'second' },
      grewByKb: none,
      since: { tag: 'v1.0.0', kb: mains },
    },
    keeps: 1,
  })),
  {
    name: 'a run by hand that builds an older commit: compared with that one, and saved for none',
    ...{ checkout: 'v1.0.0', event: ({ second }) => startedOn('main', 'workflow_dispatch', second) },
    ...{ baseline: { source: 'cache', commit: 'first' }, grewByKb: none, keeps: 0 },
  },
  {
    name: 'a comment’s run that builds the head of a pull request: compared with where that began, and saved for none',
    ...{ checkout: 'feature', event: ({ second }) => startedOn('main', 'issue_comment', second) },
    ...{ baseline: { source: 'cache', commit: 'first', behind: 0 }, grewByKb: own, keeps: 0 },
    since: { tag: 'v1.0.0', kb: own },
  },
  {
    name: 'a tag: the same commit as its branch measured it, and the release before it',
    ...{ checkout: 'v1.1.0', scope: 'refs/tags/v1.1.0', event: () => pushOfTag('v1.1.0') },
    ...{
      baseline: { source: 'cache', commit: 'second' },
      grewByKb: none,
      since: { tag: 'v1.0.0', kb: mains },
    },
    keeps: 0,
  },
  {
    name: 'a pull request that asks a registry first',
    ...{ checkout: ofPullRequest, scope: ofPullRequest },
    event: ({ head, first }) => pullRequest('main', 'feature', { sha: head, baseCommit: first }),
    inputs: { baseline: 'registry\ncache', 'baseline-image': 'the image of the first commit' },
    ...{
      baseline: { source: 'registry', commit: 'first', behind: 1 },
      grewByKb: both,
      since: { tag: 'v1.1.0', kb: own },
    },
    ...{ keeps: 0, comments: true },
  },
  {
    name: 'a pull request that asks for a rebuild, which a clone of one commit has nothing for',
    ...{ checkout: ofPullRequest, scope: ofPullRequest },
    event: ({ head, first }) => pullRequest('main', 'feature', { sha: head, baseCommit: first }),
    inputs: { baseline: 'rebuild\ncache' },
    ...{
      baseline: { source: 'cache', commit: 'second', behind: 0 },
      grewByKb: own,
      since: { tag: 'v1.1.0', kb: own },
    },
    ...{ keeps: 0, comments: true },
    warnings: [/^baseline: rebuild gave none: the clone does not have the commit .*fetch-depth: 0/],
  },
]

let registry: Awaited<ReturnType<typeof startRegistry>>
let origin: Workspace
let api: GitHubApiStandIn
let job: CachedJob
let commits: Commits
/** The run of the first commit, before which there was nothing, and that of the second. */
let begun: { first: StepResult; second: StepResult }
/** That of the first commit, in the registry. */
let image: string

function ofTarget(sha: string, baseCommit: string): WorkflowEvent {
  const { variables, payload } = pullRequestTarget('main', 'feature', { sha, baseCommit })
  return { variables: { ...variables, GITHUB_SHA: baseCommit }, payload }
}

/** A second attempt at a push of `commit`. */
function again(before: string, commit: string): WorkflowEvent {
  const { variables, payload } = pushTo('main', { before })
  return { variables: { ...variables, GITHUB_SHA: commit, GITHUB_RUN_ATTEMPT: '2' }, payload }
}

/** Text that does not compress. */
const noise = (count: number): string => Array.from({ length: count }, () => randomUUID()).join('')

async function run({
  checkout,
  path,
  event,
  token = 'writes',
  scope = mainScope.scope,
  inputs = {},
}: Pick<Row, 'checkout' | 'path' | 'event' | 'token' | 'scope' | 'inputs'>): Promise<StepResult> {
  await using workspace = await shallowClone(origin, checkout, path)
  const readsMain: TokenScope = { ...mainScope, permission: 1 }
  const scopes: TokenScope[] = scope === mainScope.scope ? [mainScope] : [{ scope, permission: 3 }, readsMain]
  return await runAction({
    workspace,
    event: event(commits),
    cache: { url: job.service.url, token: job.service.token({ scopes }) },
    github: { url: api.url, token: tokens[token] },
    inputs: { cache: 'off', 'image-key': 'shop', 'baseline-release': 'v*', ...withImage(inputs) },
  })
}

/** The registry's address is not known before it runs. */
function withImage(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return inputs['baseline-image'] === undefined ? { ...inputs } : { ...inputs, 'baseline-image': image }
}

async function makeHistory(): Promise<Commits> {
  const commitFile = async (file: string, count: number): Promise<string> => {
    await origin.write(file, noise(count))
    return await origin.commit()
  }
  const first = await origin.git('rev-parse', 'HEAD')
  await origin.git('tag', '--annotate', '--message', 'a release', 'v1.0.0')
  await origin.git('switch', '--quiet', '--create', 'feature')
  const head = await commitFile('app/more.txt', 500)
  // What GitHub makes of a pull request.
  const merge = async (base: string, branch: string, ref: string): Promise<void> => {
    await origin.git('switch', '--quiet', '--detach', base)
    await origin.git('merge', '--quiet', '--no-ff', '--no-edit', branch)
    await origin.git('update-ref', ref, 'HEAD')
  }
  await origin.git('switch', '--quiet', 'main')
  const second = await commitFile('assets/more.txt', 3000)
  await origin.git('tag', 'v1.1.0')
  await origin.git('switch', '--quiet', '--create', 'rebased', second)
  await origin.git('cherry-pick', 'feature')
  const rebased = await origin.git('rev-parse', 'HEAD')
  await merge(first, 'feature', 'refs/pull/7/opened')
  await merge(second, 'feature', ofPullRequest)
  await merge(second, 'rebased', 'refs/pull/7/forced')
  await origin.git('switch', '--quiet', '--create', 'last', second)
  const unmeasured = await commitFile('notes.txt', 1)
  await commitFile('notes.txt', 2)
  await origin.git('switch', '--quiet', '--create', 'newest', second)
  await commitFile('assets/more.txt', 9000)
  return { first, second, unmeasured, head, rebased }
}

beforeAll(async () => {
  ;[registry, api, job] = await Promise.all([startRegistry(), startGitHubApi(), startCachedJob()])
  origin = await scriptedWorkspace({
    dockerfile,
    files: { 'app/shop.txt': noise(100), 'assets/a.txt': noise(10_000) },
  })
  commits = await makeHistory()
  api.state.folder = origin.folder
  const head = { sha: commits.head, ref: 'feature', repo: { full_name: 'acme/shop' } }
  api.state.pulls.push({ number: 7, head })
  api.users.set('read-only', { ...actionsBot, canWrite: false })
  api.users.set('no-code', { ...actionsBot, canReadCode: false })
  image = `${registry.address}/events-${randomUUID().slice(0, 8)}:main`
  const first = await run({
    ...{ checkout: 'v1.0.0', event: () => pushTo('main') },
    inputs: { push: 'true', tags: image },
  })
  const second = await run({
    ...{ checkout: 'v1.1.0', event: () => pushTo('main', { before: commits.first }) },
  })
  // From here on the newest record of main is of what nothing in the table grew from.
  await run({ checkout: 'newest', event: () => pushTo('main', { before: commits.second }) })
  begun = { first, second }
})

afterAll(async () => {
  await registry.stop()
  for (const one of [origin, api, job]) await one[Symbol.asyncDispose]()
})

test('the first run ever has no baseline, no release, and keeps a record', () => {
  const { exitCode, errors, warnings, outputs, summary } = begun.first
  expect({ exitCode, errors, warnings }).toEqual({ exitCode: 0, errors: [], warnings: [] })
  expect(outputs).toMatchObject({ 'baseline-source': '', 'change-bytes': '' })
  expect(summary).toContain(
    'No baseline yet: no image of this name, stage and platform was measured before on main. No release',
  )
})

test('the next push is compared with it, which was released by then, and carries its size on', async () => {
  const { outputs, summary, warnings } = begun.second
  expect([outputs['baseline-source'], outputs['baseline-commit'], warnings]).toEqual([
    'cache',
    commits.first,
    [],
  ])
  const [headline = ''] = summary.split('\n')
  expect(headline).toMatch(/, \+(\d+\.\d\d\skB) \(.*\s%\), \+\1 since v1\.0\.0$/)
  // Its record goes on to know, when that of the release is gone.
  const stored = await job
    .store()
    .find(shopSeries, [{ branch: 'main', commit: commits.second }], parseImageRecord)
  expect(stored).toMatchObject({ record: { release: { tag: 'v1.0.0', taggedCommit: commits.first } } })
})

test.each(rows)('$name', async ({ baseline, grewByKb, since, keeps, comments, warnings = [], ...row }) => {
  const before = job.service.entries().length
  api.state.comments = []
  const result = await run(row)
  const { exitCode, errors, outputs, report } = result
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: [] })
  expect(result.warnings.map(({ message }) => message)).toEqual(
    warnings.map((words) => expect.stringMatching(words) as unknown),
  )
  const found = report?.baseline?.kind === 'found' ? report.baseline : undefined
  expect({ source: found?.source, commit: found?.commit, behind: found?.commitsBetween }).toEqual({
    ...baseline,
    commit: baseline.commit && commits[baseline.commit],
  })
  expect(outputs['baseline-commit']).toBe(found?.commit ?? '')
  expect(Number(outputs['change-bytes'])).toBeGreaterThanOrEqual(grewByKb[0] * 1000)
  expect(Number(outputs['change-bytes'])).toBeLessThanOrEqual(grewByKb[1] * 1000)
  const release = report?.release?.kind === 'found' ? report.release : undefined
  expect(release?.tag).toBe(since?.tag)
  const [atLeastKb, atMostKb] = since?.kb ?? none
  expect(release?.compressedChangeBytes ?? 0).toBeGreaterThanOrEqual(atLeastKb * 1000)
  expect(release?.compressedChangeBytes ?? 0).toBeLessThanOrEqual(atMostKb * 1000)
  expect(job.service.entries().length - before).toBe(keeps)
  expect(api.state.comments.map(({ body }) => body.includes('<code>shop</code>'))).toEqual(
    comments ? [true] : [],
  )
})
