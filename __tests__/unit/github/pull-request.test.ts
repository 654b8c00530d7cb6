import { expect, test } from '@jest/globals'
import { readPullRequest, type PullRequestOutcome } from '../../../src/github/pull-request.ts'
import { makeTempFolder } from '../temp-folder.ts'

const sha = 'a'.repeat(40)
const env = {
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_RUN_ID: '5',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/ci.yml@refs/pull/7/merge',
}
const event = (more: object = {}, from = 'acme/shop'): object => ({
  pull_request: { number: 7, state: 'open', head: { sha, repo: { full_name: from } }, ...more },
})
const found = (isFork: boolean): PullRequestOutcome => ({
  kind: 'found',
  pullRequest: {
    ...{ repository: 'acme/shop', number: 7, commit: sha, workflow: '.github/workflows/ci.yml' },
    ...{ run: 5, attempt: 2, url: 'https://github.example/acme/shop/actions/runs/5', isFork },
  },
})

test.each<{ name: string; content: object; variables?: object; outcome: PullRequestOutcome }>([
  { name: 'a pull request', content: event(), outcome: found(false) },
  { name: 'one from a fork', content: event({}, 'mallory/shop'), outcome: found(true) },
  {
    name: 'one from a fork that is gone',
    content: event({ head: { sha, repo: null } }),
    outcome: found(true),
  },
  {
    name: 'a closed one',
    content: event({ state: 'closed' }),
    outcome: { kind: 'none', reason: 'the pull request is closed' },
  },
  { name: 'a push', content: event(), variables: { GITHUB_EVENT_NAME: 'push' }, outcome: { kind: 'none' } },
  {
    name: 'an event without a pull request',
    content: {},
    outcome: { kind: 'none', reason: 'the event does not name its pull request' },
  },
])('names the pull request it is about: $name', async ({ content, variables, outcome }) => {
  await using temp = await makeTempFolder({ 'event.json': JSON.stringify(content) })
  expect(
    await readPullRequest({ ...env, GITHUB_EVENT_PATH: `${temp.path}/event.json`, ...variables }),
  ).toEqual(outcome)
})
