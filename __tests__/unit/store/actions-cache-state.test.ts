import { expect, test } from '@jest/globals'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { probeActionsCache } from '../../../src/store/actions-cache-state.ts'

/** A server on loopback that remembers what it was asked. */
async function serve(answer: RequestListener) {
  const requests: {
    method: string | undefined
    url: string | undefined
    authorization: string | undefined
    body: string
  }[] = []
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      requests.push({
        method: request.method,
        url: request.url,
        authorization: request.headers.authorization,
        body,
      })
      answer(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => {
        resolve()
      })
    })
  return { url, requests, close, [Symbol.asyncDispose]: close }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

const encode = (claims: unknown) => Buffer.from(JSON.stringify(claims)).toString('base64url')
const jwt = (claims: unknown) => `${encode({ alg: 'HS256' })}.${encode(claims)}.signature`
const now = Math.floor(Date.now() / 1000)
const scopes = JSON.stringify([{ Scope: 'refs/heads/main', Permission: 3 }])
const token = jwt({ nbf: now - 60, exp: now + 3600, ac: scopes })

const answerWith =
  (status: number, body = '{"ok":false}'): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  }

test('a service that answers is ready, and was asked one small question', async () => {
  await using service = await serve(answerWith(200))
  const env = { ACTIONS_RESULTS_URL: service.url, ACTIONS_RUNTIME_TOKEN: token }
  expect(await probeActionsCache(env)).toEqual({ kind: 'ready' })
  expect(service.requests).toEqual([
    {
      method: 'POST',
      url: '/twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL',
      authorization: `Bearer ${token}`,
      body: JSON.stringify({ key: 'dotnet-container-probe', restore_keys: [], version: '0'.repeat(64) }),
    },
  ])
})

test.each([
  { name: 'fails', status: 500 },
  { name: 'is overloaded', status: 503 },
  { name: 'limits its requests', status: 429 },
  { name: 'does not know the token', status: 401 },
  { name: 'is of another kind', status: 404 },
])('a service that $name can not be used', async ({ status }) => {
  await using service = await serve(answerWith(status, 'no'))
  const env = { ACTIONS_RESULTS_URL: service.url, ACTIONS_RUNTIME_TOKEN: token }
  expect(await probeActionsCache(env)).toEqual({
    kind: 'unusable',
    reason: `its service answered ${status}`,
  })
})

test('a service that hangs is given up at the deadline', async () => {
  await using service = await serve(() => undefined)
  const env = { ACTIONS_RESULTS_URL: service.url, ACTIONS_RUNTIME_TOKEN: token }
  const state = await probeActionsCache(env, 300)
  // Inside of jest an error of node's own is no `instanceof Error`, and the reason is the general one.
  expect(state).toEqual({
    kind: 'unusable',
    reason: expect.stringMatching(/^its service (?:gave no answer within 0\.3 s|can not be reached)$/),
  })
})

test('a service that hangs up can not be reached', async () => {
  await using service = await serve((request) => {
    request.socket.destroy()
  })
  const env = { ACTIONS_RESULTS_URL: service.url, ACTIONS_RUNTIME_TOKEN: token }
  expect(await probeActionsCache(env)).toEqual({ kind: 'unusable', reason: 'its service can not be reached' })
})

test('a service that is not there can not be reached', async () => {
  const service = await serve(answerWith(200))
  await service.close()
  const env = { ACTIONS_RESULTS_URL: service.url, ACTIONS_RUNTIME_TOKEN: token }
  expect(await probeActionsCache(env)).toEqual({ kind: 'unusable', reason: 'its service can not be reached' })
})

test('an address that is none can not be reached', async () => {
  const env = { ACTIONS_RESULTS_URL: 'not a url', ACTIONS_RUNTIME_TOKEN: token }
  expect(await probeActionsCache(env)).toEqual({ kind: 'unusable', reason: 'its service can not be reached' })
})

test.each([
  { name: 'nothing', env: {} },
  { name: 'no token', env: { ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/' } },
  { name: 'no address', env: { ACTIONS_RUNTIME_TOKEN: token } },
  { name: 'empty variables', env: { ACTIONS_RESULTS_URL: '', ACTIONS_RUNTIME_TOKEN: '' } },
])('with $name there is no service', async ({ env }) => {
  expect(await probeActionsCache(env)).toEqual({ kind: 'absent' })
})

test.each([
  { name: 'is no token', flawed: 'abc', reason: 'its token is malformed' },
  { name: 'has no JSON in it', flawed: 'a.b.c', reason: 'its token is malformed' },
  { name: 'has a number in it', flawed: `a.${encode(12)}.c`, reason: 'its token is malformed' },
  { name: 'has nothing in it', flawed: `a.${encode(null)}.c`, reason: 'its token is malformed' },
  { name: 'names no scope', flawed: jwt({ exp: now + 60 }), reason: 'its token names no cache scope' },
  {
    name: 'has a list of scopes',
    flawed: jwt({ ac: [], exp: now + 60 }),
    reason: 'its token names no cache scope',
  },
  { name: 'has expired', flawed: jwt({ ac: scopes, exp: now - 1 }), reason: 'its token has expired' },
])('a token that $name is never sent', async ({ flawed, reason }) => {
  await using service = await serve(answerWith(200))
  const env = { ACTIONS_RESULTS_URL: service.url, ACTIONS_RUNTIME_TOKEN: flawed }
  expect(await probeActionsCache(env)).toEqual({ kind: 'unusable', reason })
  expect(service.requests).toEqual([])
})
