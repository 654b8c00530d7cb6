import { expect, test } from '@jest/globals'
import { postComment, type CommentJob, type PostOutcome } from '../../../src/job/publish-comment.ts'
import { commentMarker, parseSections } from '../../../src/report/comment/comment-section.ts'
import { toReportJson } from '../../../src/report/model/to-json.ts'
import { apiError, rateLimit, secondaryLimit } from '../../stand-ins/github-answer.ts'
import {
  actionsBot,
  startGitHubApi,
  type ApiFault,
  type GitHubApiStandIn,
} from '../../stand-ins/github-api.ts'
import { compared, noChange, now, report } from '../report/a-report.ts'

const sha = 'a'.repeat(40)
const workflow = '.github/workflows/ci.yml'
const url = 'https://github.com/acme/shop/actions/runs/5'
const pullRequest = {
  repository: 'acme/shop',
  number: 7,
  commit: sha,
  workflow,
  run: 5,
  attempt: 1,
  url,
  isFork: false,
}

async function startApi(): Promise<GitHubApiStandIn> {
  const api = await startGitHubApi()
  api.state.pulls.push({ number: 7, head: { sha, ref: 'feature', repo: { full_name: 'acme/shop' } } })
  return api
}

const post = (api: GitHubApiStandIn, more: Partial<CommentJob> = {}): Promise<PostOutcome> =>
  postComment({
    ...{
      pullRequest,
      reports: [{ report: toReportJson(compared()) }],
      mode: 'auto',
      job: 'build',
      token: 'bot-token',
    },
    ...{ apiUrl: api.url, now, patience: { deadlineMs: 120_000, waitMs: 50 } },
    ...more,
  })

const edits = (api: GitHubApiStandIn): number =>
  api.requests().filter((one) => /^(PATCH|DELETE|POST \/repos)/.test(one)).length

test('the first push begins the comment, the same again leaves it, the next one edits it', async () => {
  await using api = await startApi()
  const posted = await post(api)
  const [comment] = api.state.comments
  expect(posted).toEqual({
    kind: 'posted',
    url: `${api.url}/acme/shop/pull/7#issuecomment-${comment?.id ?? ''}`,
  })
  const before = edits(api)
  await post(api)
  await post(api, { pullRequest: { ...pullRequest, run: 6 } })
  expect(edits(api)).toBe(before)
  await post(api, { pullRequest: { ...pullRequest, run: 7, commit: 'b'.repeat(40) } })
  expect(api.state.comments).toHaveLength(1)
  expect(comment?.edits).toBe(1)
  expect(parseSections(comment?.body ?? '').map(({ commit }) => commit)).toEqual(['b'.repeat(40)])
  expect(api.state.reactions).toEqual([])
})

test('finds its own comment past the first page, and leaves somebody else’s with the same first line alone', async () => {
  await using api = await startApi()
  const person = { login: 'mallory', type: 'User' } as const
  const theirs = api.state.addComment(7, commentMarker(workflow), person)
  for (let index = 0; index < 250; index += 1) api.state.addComment(7, 'hello', person)
  const ours = api.state.addComment(7, commentMarker(workflow), actionsBot)
  const other = api.state.addComment(7, commentMarker('other.yml'), actionsBot)
  await post(api)
  expect([theirs.edits, ours.edits, other.edits, api.state.comments.length]).toEqual([0, 1, 0, 253])
})

test('of two comments the older one takes over what both say', async () => {
  await using api = await startApi()
  await post(api)
  const body = (api.state.comments[0]?.body ?? '').replaceAll('x', 'x')
  const twin = api.state.addComment(7, body, actionsBot)
  await post(api, { reports: [{ report: toReportJson(compared({ imageKey: 'api' })) }] })
  expect(api.state.comments.map(({ id }) => id)).not.toContain(twin.id)
  expect(parseSections(api.state.comments[0]?.body ?? '').map(({ key }) => key)).toEqual([
    'api#final Dockerfile',
    'shop#final Dockerfile',
  ])
})

test('an image of a list is called by its name there, as in the summary over all', async () => {
  await using api = await startApi()
  const listed = { report: toReportJson(compared({ imageKey: 'ghcr.io/acme/api' })), name: 'api' }
  await post(api, { reports: [{ report: toReportJson(compared()) }, listed] })
  const headings = api.state.comments[0]?.body.match(/^### .*?:/gm)
  expect(headings).toEqual(['### ✅ <code>api</code>:', '### ✅ <code>shop</code>:'])
})

test('a lock from over a minute ago is taken away, a younger one is waited for', async () => {
  await using api = await startApi()
  const { id } = api.state.addComment(7, commentMarker(workflow), actionsBot)
  api.state.react(id, actionsBot.login, 'eyes', Date.now() - 61_000)
  expect(await post(api)).toMatchObject({ kind: 'posted' })
  api.state.react(id, actionsBot.login, 'eyes', Date.now())
  const reports = [{ report: toReportJson(compared({ imageKey: 'api' })) }]
  expect(await post(api, { reports, patience: { deadlineMs: 300, waitMs: 50 } })).toEqual({
    kind: 'lost',
    warning:
      'The pull-request comment is lost: other jobs kept the comment locked. The job summary has everything.',
  })
})

test('changes: no comment is begun for nothing, and one that stands is kept up to date', async () => {
  await using api = await startApi()
  const quiet = {
    mode: 'changes',
    reports: [{ report: toReportJson(compared({ comparison: noChange })) }],
  } as const
  expect(await post(api, quiet)).toEqual({ kind: 'none' })
  await post(api, { mode: 'changes' })
  const next = { ...quiet, pullRequest: { ...pullRequest, run: 6 } }
  expect(await post(api, next)).toMatchObject({ kind: 'posted' })
  expect(api.state.comments[0]?.body).toContain('81.25\u00a0MB compressed, no change')
})

const onCreate = (reply: ApiFault['reply'], more: Partial<ApiFault> = {}): ApiFault => ({
  ...{ method: 'POST', path: /\/comments$/, reply },
  ...more,
})

test.each<{ name: string; fault: ApiFault; times: number }>([
  { name: 'a bad gateway', fault: onCreate(() => apiError(502, 'Bad Gateway'), { times: 1 }), times: 1 },
  {
    name: 'a bad gateway after the work was done',
    fault: onCreate(() => apiError(502, 'x'), { times: 1, works: true }),
    times: 1,
  },
  {
    name: 'a primary limit that ends soon',
    fault: onCreate(() => rateLimit(403, 1), { times: 1 }),
    times: 1,
  },
  {
    name: 'a secondary limit that ends soon',
    fault: onCreate(() => secondaryLimit(1), { times: 1 }),
    times: 1,
  },
  {
    name: 'a proxy’s limit in words of its own that ends soon',
    fault: onCreate(() => apiError(429, 'Slow down', { 'retry-after': '1' }), { times: 1 }),
    times: 1,
  },
  {
    name: 'a primary limit that tells only when it is reset',
    fault: onCreate(
      () => {
        const reset = String(Math.ceil(Date.now() / 1000) + 1)
        return apiError(403, 'API rate limit exceeded.', {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': reset,
        })
      },
      { times: 1 },
    ),
    times: 1,
  },
])('$name is survived', async ({ fault }) => {
  await using api = await startApi()
  api.faults = [fault]
  expect(await post(api)).toMatchObject({ kind: 'posted' })
  expect(api.state.comments).toHaveLength(1)
})

test.each<{ name: string; reply: ApiFault['reply']; isFork?: boolean; words: string }>([
  {
    name: 'a read-only token',
    reply: () => apiError(403, 'Resource not accessible by integration'),
    words: 'give the job permissions: { contents: read, pull-requests: write }',
  },
  {
    name: 'a fork',
    isFork: true,
    reply: () => apiError(403, 'Resource not accessible by integration'),
    words: 'a workflow_run workflow with the action in comment/',
  },
  {
    name: 'a locked conversation',
    reply: () => apiError(403, 'Unable to create comment because issue is locked.'),
    words: 'the conversation of the pull request is locked',
  },
  {
    name: 'no such pull request',
    reply: () => apiError(404, 'Not Found'),
    words:
      'to a token that may not look there; give the job permissions: { contents: read, pull-requests: write }',
  },
  {
    name: 'a refused text',
    reply: () => apiError(422, 'Validation Failed'),
    words: 'GitHub answered 422 (Validation Failed',
  },
  {
    name: 'a server that is down',
    reply: () => apiError(503, 'Unavailable'),
    words: 'GitHub answered 503 (Unavailable',
  },
  {
    name: 'a limit that lasts',
    reply: () => rateLimit(429, 600),
    words: 'rate limit is reached, and does not end within 30 s',
  },
  {
    name: 'a secondary limit that lasts',
    reply: () => secondaryLimit(60),
    words: 'rate limit is reached, and does not end within 30 s',
  },
  {
    name: 'a wrong token',
    reply: () => apiError(401, 'Bad credentials'),
    words: 'look at the input github-token',
  },
])('$name is a warning', async ({ reply, isFork = false, words }) => {
  await using api = await startApi()
  api.faults = [onCreate(reply)]
  const lost = await post(api, { pullRequest: { ...pullRequest, isFork } })
  expect(lost).toEqual({ kind: 'lost', warning: expect.stringContaining(words) as unknown })
})

test('an API that is not there, or talks nonsense, is a warning', async () => {
  await using api = await startApi()
  api.faults = [{ method: 'GET', path: /comments$/, reply: () => ({ status: 200, body: { not: 'a list' } }) }]
  expect(await post(api)).toMatchObject({ kind: 'lost' })
  expect(await post(api, { apiUrl: 'http://127.0.0.1:1' })).toMatchObject({ kind: 'lost' })
})

test('a report that has nothing is a section too', async () => {
  await using api = await startApi()
  await post(api, { reports: [{ report: toReportJson(report({ imageKey: '', image: undefined })) }] })
  expect(parseSections(api.state.comments[0]?.body ?? '').map(({ key }) => key)).toEqual(['job build'])
})
