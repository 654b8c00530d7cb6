import { expect, test } from '@jest/globals'
import { startCacheService, type CacheServiceStandIn } from '../../stand-ins/cache-service.ts'
import type { CacheFault } from '../../stand-ins/cache-faults.ts'
import type { TokenScope } from '../../stand-ins/cache-token.ts'

const main: TokenScope = { scope: 'refs/heads/main', permission: 3 }
const pull: TokenScope = { scope: 'refs/pull/7/merge', permission: 3 }
const release: TokenScope = { scope: 'refs/heads/release', permission: 3 }
const readOnly = ({ scope }: TokenScope): TokenScope => ({ scope, permission: 1 })
const version = 'a'.repeat(64)

/** Calls a method as a client does; the body has snake_case names. */
async function call(
  service: CacheServiceStandIn,
  method: string,
  body: Record<string, unknown>,
  scopes: TokenScope[] = [main],
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${service.url}twirp/github.actions.results.api.v1.CacheService/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.token({ scopes })}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version, ...body }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

async function reserve(service: CacheServiceStandIn, key: string, scopes?: TokenScope[]): Promise<string> {
  const { body } = await call(service, 'CreateCacheEntry', { key }, scopes)
  return String(body['signed_upload_url'])
}

async function save(service: CacheServiceStandIn, key: string, content: string, scopes?: TokenScope[]) {
  await put(await reserve(service, key, scopes), content)
  await call(service, 'FinalizeCacheEntryUpload', { key, size_bytes: `${content.length}` }, scopes)
}

const put = (url: string, body: string) =>
  fetch(url, { method: 'PUT', body, headers: { 'x-ms-blob-type': 'BlockBlob' } })

const find = (service: CacheServiceStandIn, key: string, restoreKeys: string[], scopes?: TokenScope[]) =>
  call(service, 'GetCacheEntryDownloadURL', { key, restore_keys: restoreKeys }, scopes)

test('an entry can be found once it is finalized, and its bytes come back', async () => {
  await using service = await startCacheService()
  const url = await reserve(service, 'k')
  expect(await find(service, 'k', [])).toEqual({ status: 200, body: { ok: false } })

  expect((await put(url, 'hello')).status).toBe(201)
  const finalized = await call(service, 'FinalizeCacheEntryUpload', { key: 'k', size_bytes: 5 })
  expect(finalized).toEqual({ status: 200, body: { ok: true, entry_id: '1' } })

  const { body } = await find(service, 'k', [])
  expect(body['matched_key']).toBe('k')
  expect(await (await fetch(String(body['signed_download_url']))).text()).toBe('hello')
  expect(service.entries()).toEqual([
    { key: 'k', version, scope: main.scope, sizeBytes: 5, createdAt: expect.any(Date) },
  ])
})

test('blocks are joined in the order of their list', async () => {
  await using service = await startCacheService()
  const url = await reserve(service, 'k')
  await fetch(`${url}&comp=block&blockid=Yg==`, { method: 'PUT', body: 'world' })
  await fetch(`${url}&comp=block&blockid=YQ==`, { method: 'PUT', body: 'hello ' })
  const list = '<BlockList><Latest>YQ==</Latest><Uncommitted>Yg==</Uncommitted></BlockList>'
  const joined = await fetch(`${url}&comp=blocklist`, { method: 'PUT', body: list })
  expect(joined.status).toBe(201)
  expect(joined.headers.get('x-ms-request-id')).toMatch(/.+/)
  expect(await (await fetch(url)).text()).toBe('hello world')
})

test('a list that names a block nobody sent is refused', async () => {
  await using service = await startCacheService()
  const url = await reserve(service, 'k')
  const list = '<BlockList><Latest>YQ==</Latest></BlockList>'
  const answer = await fetch(`${url}&comp=blocklist`, { method: 'PUT', body: list })
  expect([answer.status, answer.headers.get('x-ms-error-code')]).toEqual([400, 'InvalidBlockList'])
})

test('ranges are served under both names', async () => {
  await using service = await startCacheService()
  const url = await reserve(service, 'k')
  await put(url, '0123456789')
  const rest = await fetch(url, { headers: { 'x-ms-range': 'bytes=7-' } })
  expect([rest.status, rest.headers.get('content-range'), await rest.text()]).toEqual([
    206,
    'bytes 7-9/10',
    '789',
  ])
  const part = await fetch(url, { headers: { range: 'bytes=2-3' } })
  expect(await part.text()).toBe('23')
  expect((await fetch(url, { headers: { range: 'bytes=10-' } })).status).toBe(416)
})

test('a blob needs the signature of its URL', async () => {
  await using service = await startCacheService()
  const url = await reserve(service, 'k')
  const answer = await put(url.replace(/sig=.*/, 'sig=other'), 'x')
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('<Code>AuthenticationFailed</Code>')
})

test('within a scope the exact key wins, then the newest by prefix of each restore key in order', async () => {
  await using service = await startCacheService()
  for (const key of ['a-1', 'a-2', 'b-1', 'a']) await save(service, key, key)
  const matched = async (key: string, restoreKeys: string[]) =>
    (await find(service, key, restoreKeys)).body['matched_key']
  expect(await matched('a', ['b-'])).toBe('a')
  expect(await matched('a-', ['b-', 'a-'])).toBe('b-1')
  expect(await matched('c', ['a-', 'b-'])).toBe('a-2')
  expect(await matched('c', ['d'])).toBeUndefined()
})

test('an entry of another version is a miss', async () => {
  await using service = await startCacheService()
  await save(service, 'k', 'x')
  const { body } = await call(service, 'GetCacheEntryDownloadURL', { key: 'k', version: 'b'.repeat(64) })
  expect(body).toEqual({ ok: false })
})

test('the own scope is searched first, then the others in the order of the token', async () => {
  await using service = await startCacheService()
  await save(service, 'k-main', 'x', [main])
  await save(service, 'k-release', 'x', [release])
  const scopes = [pull, readOnly(release), readOnly(main)]
  expect((await find(service, 'none', ['k-'], scopes)).body['matched_key']).toBe('k-release')
  await save(service, 'k-pull', 'x', scopes)
  expect((await find(service, 'k-main', ['k-'], scopes)).body['matched_key']).toBe('k-pull')
  expect((await find(service, 'none', ['k-'], [main])).body['matched_key']).toBe('k-main')
})

test('a key is immutable within its scope', async () => {
  await using service = await startCacheService()
  await save(service, 'k', 'x')
  const again = await call(service, 'CreateCacheEntry', { key: 'k' })
  expect([again.status, again.body['code']]).toEqual([409, 'already_exists'])
  expect((await call(service, 'CreateCacheEntry', { key: 'k' }, [pull])).body['ok']).toBe(true)
})

test('a token that can only read is told so', async () => {
  await using service = await startCacheService()
  expect(await call(service, 'CreateCacheEntry', { key: 'k' }, [readOnly(main)])).toEqual({
    status: 200,
    body: { ok: false, message: 'cache write denied: token has no writable scopes' },
  })
})

test.each([
  { name: 'no token', header: () => '' },
  { name: 'no JWT', header: () => 'Bearer abc' },
  {
    name: 'an expired one',
    header: (service: CacheServiceStandIn) =>
      `Bearer ${service.token({ scopes: [main], expiresInSeconds: -60 })}`,
  },
])('$name is refused with 401', async ({ header }) => {
  await using service = await startCacheService()
  const response = await fetch(
    `${service.url}twirp/github.actions.results.api.v1.CacheService/CreateCacheEntry`,
    { method: 'POST', headers: { authorization: header(service) }, body: '{"key":"k","version":"v"}' },
  )
  expect(response.status).toBe(401)
})

test('the token is a JWT with the claims that BuildKit reads', async () => {
  await using service = await startCacheService()
  const [, payload = ''] = service.token({ scopes: [pull, readOnly(main)], expiresInSeconds: 60 }).split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
  expect(claims).toEqual({
    nbf: expect.any(Number),
    exp: expect.any(Number),
    ac: '[{"Scope":"refs/pull/7/merge","Permission":3},{"Scope":"refs/heads/main","Permission":1}]',
  })
})

test.each([
  { name: 'a comma', key: 'a,b' },
  { name: 'more than 512 characters', key: 'x'.repeat(513) },
  { name: 'nothing', key: '' },
])('a key of $name is refused', async ({ key }) => {
  await using service = await startCacheService()
  expect((await call(service, 'CreateCacheEntry', { key })).status).toBe(400)
})

test('finalizing another size than was uploaded is refused', async () => {
  await using service = await startCacheService()
  await put(await reserve(service, 'k'), 'hello')
  const { status } = await call(service, 'FinalizeCacheEntryUpload', { key: 'k', size_bytes: 6 })
  expect(status).toBe(400)
  expect(service.entries()).toEqual([])
})

test('a fault comes after the calls that it spares and ends with its count, and the log shows all answers', async () => {
  await using service = await startCacheService()
  service.faults = [{ method: 'CreateCacheEntry', kind: 'rate-limit', after: 1, times: 1 }]
  for (const key of ['k1', 'k2', 'k3']) await call(service, 'CreateCacheEntry', { key })
  expect(service.requests().map(({ call: name, status }) => [name, status])).toEqual([
    ['CreateCacheEntry', 200],
    ['CreateCacheEntry', 429],
    ['CreateCacheEntry', 200],
  ])
})

test.each<{ name: string; fault: CacheFault; outcome: string }>([
  { name: 'a status', fault: { method: 'GET blob', kind: 'status', status: 404 }, outcome: '404' },
  { name: 'a cut body', fault: { method: 'GET blob', kind: 'cut-body' }, outcome: 'TypeError' },
  { name: 'a stall', fault: { method: 'GET blob', kind: 'stall' }, outcome: 'TimeoutError' },
  { name: 'no answer', fault: { method: 'GET blob', kind: 'hang' }, outcome: 'TimeoutError' },
  { name: 'garbage', fault: { method: 'GET blob', kind: 'garbage' }, outcome: '200 <html>' },
])('$name can be had from a download', async ({ fault, outcome }) => {
  await using service = await startCacheService()
  const url = await reserve(service, 'k')
  await put(url, 'hello')
  service.faults = [fault]
  const download = async (): Promise<string> => {
    const response = await fetch(url, { signal: AbortSignal.timeout(300) })
    return `${response.status} ${await response.text()}`
  }
  const seen = await download().catch((error: unknown) => (error as Error).name)
  expect(seen).toContain(outcome)
})

test('clear forgets entries and requests', async () => {
  await using service = await startCacheService()
  await service.plant({ key: 'k', version, scope: main.scope, content: Buffer.from('x') })
  expect((await find(service, 'k', [])).body['ok']).toBe(true)
  service.clear()
  expect([service.entries(), service.requests()]).toEqual([[], []])
  expect((await find(service, 'k', [])).body['ok']).toBe(false)
})
