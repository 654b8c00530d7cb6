import { expect, test } from '@jest/globals'
import { openRepository, type RemoteRepository } from '../../../src/github/repository.ts'
import { apiError, rateLimit } from '../../stand-ins/github-answer.ts'
import { actionsBot, startGitHubApi, type GitHubApiStandIn } from '../../stand-ins/github-api.ts'
import { commit, git, makeRepository } from '../git/a-repository.ts'

const nowhere = 'f'.repeat(40)

/** A stand-in of GitHub with a repository: `first` and `second` on main, a branch from `first` that was merged, two tags. */
async function start() {
  const api = await startGitHubApi()
  const repository = await makeRepository()
  const run = (...args: string[]): string => git(repository.path, ...args)
  const first = run('rev-parse', 'HEAD')
  run('tag', 'v1.0.0')
  run('switch', '--quiet', '--create', 'feature')
  const ofFeature = commit(repository.path, 'feature')
  run('switch', '--quiet', 'main')
  const second = commit(repository.path, 'second')
  run('merge', '--quiet', '--no-ff', '--no-edit', 'feature')
  const merge = run('rev-parse', 'HEAD')
  run('tag', '--annotate', '--message', 'a release', 'v1.1.0')
  run('tag', 'other')
  api.state.folder = repository.path
  api.state.pulls.push({
    number: 7,
    head: { sha: ofFeature, ref: 'feature', repo: { full_name: 'acme/shop' } },
    labels: ['size-increase-ok', 'bug'],
  })
  return {
    ...{ api, first, ofFeature, second, merge, run },
    async [Symbol.asyncDispose]() {
      await api[Symbol.asyncDispose]()
      await repository[Symbol.asyncDispose]()
    },
  }
}

const open = ({ url }: Pick<GitHubApiStandIn, 'url'>, token = 'bot-token'): RemoteRepository =>
  openRepository({ apiUrl: url, token, repository: 'acme/shop', retryMs: 50 })

test('tells how two commits stand to each other, without the patches between them', async () => {
  await using at = await start()
  const github = open(at.api)
  const relate = async (older: string, newer: string): Promise<unknown> => {
    const answer = await github.relate(older, newer)
    return answer.kind === 'known' ? answer.value : answer
  }
  expect(await relate(at.second, at.ofFeature)).toEqual({ mergeBase: at.first, isAncestor: false })
  expect(await relate(at.first, at.merge)).toEqual({ mergeBase: at.first, isAncestor: true })
  expect(await relate(at.merge, at.merge)).toEqual({ mergeBase: at.merge, isAncestor: true })
  expect(await relate(at.merge, at.first)).toEqual({ mergeBase: at.first, isAncestor: false })
  expect(await relate(nowhere, at.first)).toMatchObject({ kind: 'unknown' })
})

test('lists a commit with those before it on its branch, not those that were merged into it', async () => {
  await using at = await start()
  const github = open(at.api)
  const listed = { kind: 'known', value: [at.merge, at.second, at.first] }
  expect(await github.ancestorsOf(at.merge)).toEqual(listed)
  // Asked once.
  expect(await github.ancestorsOf(at.merge)).toEqual(listed)
  expect(at.api.requests()).toEqual(['GET /repos/acme/shop/commits'])
})

test('goes back by fifty commits at most', async () => {
  await using at = await start()
  for (let number = 0; number < 52; number++)
    at.run('commit', '--quiet', '--allow-empty', '--message', `number ${number}`)
  const answer = await open(at.api).ancestorsOf(at.run('rev-parse', 'HEAD'))
  expect(answer.kind === 'known' && answer.value.length).toBe(50)
})

test('lists tags by their beginning, and the commits that they name', async () => {
  await using at = await start()
  const github = open(at.api)
  const tags = await github.tagsFrom('v')
  if (tags.kind !== 'known') throw new Error(tags.reason)
  const commits = await Promise.all(tags.value.map((tag) => github.commitOf(tag)))
  expect(tags.value.map(({ name, isAnnotated }) => [name, isAnnotated])).toEqual([
    ['v1.0.0', false],
    ['v1.1.0', true],
  ])
  expect(commits).toEqual([
    { kind: 'known', value: at.first },
    { kind: 'known', value: at.merge },
  ])
})

test('knows the labels that a pull request has now', async () => {
  await using at = await start()
  expect(await open(at.api).labelsOf(7)).toEqual({ kind: 'known', value: ['size-increase-ok', 'bug'] })
})

test('a token that may not read it says which permission is missing', async () => {
  await using at = await start()
  at.api.users.set('no-code', { ...actionsBot, canReadCode: false })
  expect(await open(at.api, 'no-code').ancestorsOf(at.merge)).toEqual({
    kind: 'unknown',
    reason: expect.stringMatching(
      /^GitHub answered 404 \(.*\); the job needs the permission contents: read$/,
    ),
  })
  expect(await open(at.api, 'wrong').labelsOf(7)).toEqual({
    kind: 'unknown',
    reason: expect.stringContaining('look at the input github-token'),
  })
})

test.each([
  { name: 'a server that is down', reply: () => apiError(503, 'Unavailable'), reason: 'GitHub answered 503' },
  { name: 'a limit that lasts', reply: () => rateLimit(403, 600), reason: 'rate limit is reached' },
  {
    name: 'nonsense',
    reply: () => ({ status: 200, body: { not: 'a list' } }),
    reason: 'GitHub’s answer is not understood',
  },
])('$name is a reason, never an exception', async ({ reply, reason }) => {
  await using at = await start()
  at.api.faults = [{ method: 'GET', path: /./, reply }]
  expect(await open(at.api).ancestorsOf(at.merge)).toEqual({
    kind: 'unknown',
    reason: expect.stringContaining(reason),
  })
})

test('an API that is not there is a reason', async () => {
  expect(await open({ url: 'http://127.0.0.1:1' }).tagsFrom('v')).toMatchObject({ kind: 'unknown' })
})
