import { expect, test } from '@jest/globals'
import { connectToGitHub } from '../../../src/github/api.ts'
import { listOwnComments } from '../../../src/github/share-comment.ts'
import { actionsBot, startGitHubApi } from '../../stand-ins/github-api.ts'

const thread = { repository: 'acme/shop', number: 7, marker: '<!-- ours -->' }

async function start() {
  const api = await startGitHubApi()
  api.state.pulls.push({
    number: 7,
    head: { sha: 'a'.repeat(40), ref: 'feature', repo: { full_name: 'acme/shop' } },
  })
  const comment = api.state.addComment(7, `${thread.marker} one`, actionsBot)
  const edit = (text: string): void => void (comment.body = `${thread.marker} ${text}`)
  return { api, edit, [Symbol.asyncDispose]: () => api[Symbol.asyncDispose]() }
}

test('who has an answer already is told so, until it is another one', async () => {
  await using at = await start()
  const { api, edit } = at
  const ask = (etag?: string): Promise<Response> =>
    fetch(`${api.url}/repos/acme/shop/issues/7/comments`, {
      headers: { authorization: 'token bot-token', ...(etag === undefined ? {} : { 'if-none-match': etag }) },
    })
  const etag = (await ask()).headers.get('etag') ?? ''
  expect(etag).toMatch(/^W\/"/)
  const again = await ask(etag)
  expect([again.status, await again.text()]).toEqual([304, ''])
  edit('two')
  expect((await ask(etag)).status).toBe(200)
})

test('the client reads anew each time, so that no edit is made from a comment of before', async () => {
  await using at = await start()
  const { api, edit } = at
  const github = await connectToGitHub({ url: api.url, token: 'bot-token' })
  const read = async (): Promise<string[]> =>
    (await listOwnComments(github, thread, actionsBot.login)).map(({ body }) => body)
  expect(await read()).toEqual([`${thread.marker} one`])
  expect(await read()).toEqual([`${thread.marker} one`])
  edit('two')
  expect(await read()).toEqual([`${thread.marker} two`])
  expect(api.answered()).toEqual([200, 200, 200])
})
