import { expect, test } from '@jest/globals'
import { connectToGitHub } from '../../../src/github/api.ts'
import { findPullRequestOfRun } from '../../../src/github/pull-request.ts'
import { startGitHubApi } from '../../stand-ins/github-api.ts'

const [sha, other] = ['a'.repeat(40), 'b'.repeat(40)]
const event = (run: object = {}): object => ({
  workflow_run: {
    ...{
      id: 5,
      run_attempt: 1,
      event: 'pull_request',
      path: '.github/workflows/ci.yml',
      html_url: 'https://github.com/acme/shop/actions/runs/5',
    },
    ...{ head_sha: sha, head_branch: 'feature', head_repository: { full_name: 'fork/shop' } },
    ...run,
  },
  repository: { full_name: 'acme/shop' },
})

const find = async (about: unknown) => {
  await using api = await startGitHubApi()
  const head = { ref: 'feature', repo: { full_name: 'fork/shop' } }
  api.state.pulls.push(
    { number: 6, head: { ...head, sha: other } },
    { number: 7, head: { ...head, sha } },
    { number: 8, head: { ...head, sha, repo: { full_name: 'fork/other' } } },
  )
  return await findPullRequestOfRun(await connectToGitHub({ url: api.url, token: 'bot-token' }), about)
}

test('finds the pull request by head repository, branch and commit', async () => {
  expect(await find(event())).toEqual({
    kind: 'found',
    pullRequest: {
      ...{ repository: 'acme/shop', number: 7, commit: sha, workflow: '.github/workflows/ci.yml' },
      ...{ run: 5, attempt: 1, url: 'https://github.com/acme/shop/actions/runs/5', isFork: false },
    },
  })
})

test.each([
  { name: 'a commit that is no longer the newest', about: event({ head_sha: 'c'.repeat(40) }) },
  { name: 'another repository', about: event({ head_repository: { full_name: 'mallory/shop' } }) },
  { name: 'a run that a push started', about: event({ event: 'push' }) },
  { name: 'a repository that leads elsewhere', about: event({ head_repository: { full_name: '../../x' } }) },
  { name: 'another event', about: { action: 'opened' } },
])('finds none for $name', async ({ about }) => {
  expect(await find(about)).toMatchObject({ kind: 'none' })
})
