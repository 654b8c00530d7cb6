import { expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { CacheFault } from '../stand-ins/cache-faults.ts'
import { startCacheService } from '../stand-ins/cache-service.ts'
import { mainScope } from '../stand-ins/cached-job.ts'
import { closedPort } from '../e2e/harness/closed-port.ts'
import { scriptedWorkspace, threePassed } from '../e2e/harness/recorded-tests.ts'
import { runAction, type StepResult } from '../e2e/harness/run-action.ts'

/** The image has next to nothing, so that writing its cache takes no time of its own. */
const smallDockerfile = `FROM mcr.microsoft.com/dotnet/runtime:10.0 AS test
COPY run-tests.sh /
RUN bash /run-tests.sh

FROM scratch AS final
COPY app.txt /app/
`

const everything = [
  'CreateCacheEntry',
  'FinalizeCacheEntryUpload',
  'GetCacheEntryDownloadURL',
  'GET blob',
  'PUT blob',
] as const

const always = (fault: { kind: 'hang' } | { kind: 'status'; status: number }): CacheFault[] =>
  everything.map((method) => ({ method, ...fault }))

test.concurrent.each<{ name: string; faults: CacheFault[]; baseline?: string; warning: RegExp }>([
  {
    name: 'answers 500',
    faults: always({ kind: 'status', status: 500 }),
    warning: /^The image is built without the Actions cache: its service answered 500\.$/,
  },
  {
    name: 'hangs from the start',
    faults: always({ kind: 'hang' }),
    warning: /^The image is built without the Actions cache: its service gave no answer within 10 s\.$/,
  },
  {
    name: 'hangs when it is written to',
    faults: [{ method: 'CreateCacheEntry', kind: 'hang' }],
    warning: /^The build cache was not written/,
  },
  {
    name: 'hangs in the middle of an upload',
    faults: [{ method: 'PUT blob', kind: 'hang' }],
    warning: /^The build cache was not written/,
  },
  {
    name: 'hangs for BuildKit alone',
    faults: [{ method: 'CreateCacheEntry', kind: 'hang' }],
    baseline: 'off',
    warning: /^The build cache was not written: it gave no sign of life for \d\d s\./,
  },
])(
  'a cache service that $name costs a warning and less than a minute',
  async ({ faults, baseline = 'cache', warning }) => {
    await using service = await startCacheService()
    service.faults = faults
    await using workspace = await scriptedWorkspace({
      dockerfile: smallDockerfile,
      script: `echo ${randomUUID()}\necho '${threePassed}'`,
    })
    const result = await runAction({
      workspace,
      cache: { url: service.url, token: service.token({ scopes: [mainScope] }) },
      inputs: { cache: 'gha', baseline },
    })
    expectGreenInTime(result)
    expect(result.warnings.map(({ message }) => message)).toContainEqual(expect.stringMatching(warning))
  },
)

test.concurrent.each<{ name: string; claims: { expiresInSeconds: number } | string; why: string }>([
  { name: 'has expired', claims: { expiresInSeconds: -60 }, why: 'its token has expired' },
  { name: 'is no token', claims: 'abc', why: 'its token is malformed' },
])('a token that $name costs a warning', async ({ claims, why }) => {
  await using service = await startCacheService()
  await using workspace = await scriptedWorkspace({ dockerfile: smallDockerfile })
  const token = typeof claims === 'string' ? claims : service.token({ scopes: [mainScope], ...claims })
  const result = await runAction({
    workspace,
    cache: { url: service.url, token },
    inputs: { cache: 'gha', baseline: 'off' },
  })
  expectGreenInTime(result)
  expect(result.warnings).toEqual([{ message: `The image is built without the Actions cache: ${why}.` }])
})

test.concurrent.each<{ name: string; faults?: CacheFault[]; permission?: 1 | 3 }>([
  {
    name: 'the service refuses to take',
    faults: [{ method: 'CreateCacheEntry', kind: 'status', status: 500 }],
  },
  { name: 'the blob store refuses to take', faults: [{ method: 'PUT blob', kind: 'status', status: 403 }] },
  { name: 'the token may not write', permission: 1 },
])('a cache that $name costs a warning', async ({ faults = [], permission = 3 }) => {
  await using service = await startCacheService()
  service.faults = faults
  await using workspace = await scriptedWorkspace({ dockerfile: smallDockerfile })
  const result = await runAction({
    workspace,
    cache: { url: service.url, token: service.token({ scopes: [{ ...mainScope, permission }] }) },
    inputs: { cache: 'gha', baseline: 'off' },
  })
  expectGreenInTime(result)
  expect(result.warnings).toEqual([{ message: expect.stringMatching(/^The build cache was not written: /) }])
})

test('a cache service that is not there costs a warning', async () => {
  await using workspace = await scriptedWorkspace({ dockerfile: smallDockerfile })
  await using service = await startCacheService()
  const token = service.token({ scopes: [mainScope] })
  const result = await runAction({
    workspace,
    cache: { url: `http://127.0.0.1:${await closedPort()}/`, token },
    inputs: { cache: 'gha' },
  })
  expectGreenInTime(result)
  expect(result.warnings[0]).toEqual({
    message: 'The image is built without the Actions cache: its service can not be reached.',
  })
})

test('a registry cache that can not be reached costs a warning', async () => {
  await using workspace = await scriptedWorkspace({ dockerfile: smallDockerfile })
  const result = await runAction({
    workspace,
    inputs: {
      cache: 'registry',
      'cache-ref': `127.0.0.1:${await closedPort()}/cache:shop`,
      baseline: 'off',
    },
  })
  expectGreenInTime(result)
  expect(result.warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^The build cache was not read: .*connection refused/),
    expect.stringMatching(/^The build cache was not written: .*connection refused/),
  ])
})

/** Green, and not a minute later than it would have been (which is some seconds, on a busy machine a minute). */
function expectGreenInTime(result: StepResult): void {
  expect(result).toMatchObject({ exitCode: 0, errors: [], outputs: { 'test-result': 'passed' } })
  expect(result.durationMs).toBeLessThan(60_000 + 60_000)
}
