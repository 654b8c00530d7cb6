import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { startRegistry } from '../../scripts/machine/registry.mjs'
import { startThrowawayEngine, type ThrowawayEngine } from '../../scripts/machine/throwaway-engine.mjs'
import type { CacheFault } from '../stand-ins/cache-faults.ts'
import { startCacheService, type CacheServiceStandIn } from '../stand-ins/cache-service.ts'
import { mainScope } from '../stand-ins/cached-job.ts'
import { pullRequest } from './harness/events.ts'
import { outcomeOf } from './harness/report.ts'
import { scriptedWorkspace, threePassed } from './harness/recorded-tests.ts'
import { runAction, type ActionStep, type StepResult } from './harness/run-action.ts'
import { testFolder, type Workspace } from './harness/workspace.ts'

const baseImages = ['mcr.microsoft.com/dotnet/sdk:10.0', 'mcr.microsoft.com/dotnet/runtime:10.0']

/** A real restore, whose layer only an export of all stages keeps: the image has nothing of it but one file. */
const restoreDockerfile = `FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY App.csproj ./
RUN dotnet restore
COPY . .

FROM build AS test
RUN bash run-tests.sh

FROM mcr.microsoft.com/dotnet/runtime:10.0 AS final
COPY --from=build /src/app.txt /app/
`

const project = `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Newtonsoft.Json" Version="13.0.3" />
  </ItemGroup>
</Project>
`

describe('a build cache that outlives the engine', () => {
  let engine: ThrowawayEngine
  let service: CacheServiceStandIn
  let registry: Awaited<ReturnType<typeof startRegistry>>
  let workspace: Workspace

  beforeAll(async () => {
    engine = await startThrowawayEngine({ name: `e2e-cache-${process.pid}` })
    await engine.loadImages(process.env, baseImages)
    // What the engine itself asks must listen on this machine's side of the engine's network.
    service = await startCacheService({ address: engine.gateway })
    registry = await startRegistry({ address: engine.gateway })
    workspace = await scriptedWorkspace({
      dockerfile: restoreDockerfile,
      files: { 'App.csproj': project, '.dockerignore': '.git\n' },
    })
  })

  afterAll(async () => {
    await workspace[Symbol.asyncDispose]()
    await registry.stop()
    await service[Symbol.asyncDispose]()
    await engine.stop()
  })

  const run = async (step: Partial<ActionStep>): Promise<StepResult> => {
    const env = { DOCKER_HOST: engine.host, DOCKER_CONTEXT: undefined }
    const result = await runAction({ workspace, env, ...step })
    expect(result).toMatchObject({ exitCode: 0, errors: [], outputs: { verdict: 'passed' } })
    return result
  }

  const restoreOf = ({ report }: StepResult) => outcomeOf(report?.steps.test ?? [], 'RUN dotnet restore')

  const kinds: { kind: string; step: () => Partial<ActionStep> }[] = [
    {
      kind: 'gha',
      step: () => ({
        cache: { url: service.url, token: service.token({ scopes: [mainScope] }) },
        inputs: { cache: 'gha', baseline: 'off' },
      }),
    },
    {
      kind: 'registry',
      step: () => ({
        inputs: { cache: 'registry', 'cache-ref': `${registry.address}/cache:shop`, baseline: 'off' },
      }),
    },
    {
      kind: 'local',
      step: () => ({
        inputs: { cache: 'local', 'cache-ref': join(testFolder(), 'build-cache'), baseline: 'off' },
      }),
    },
  ]

  test('nothing is cached at first, and each kind is written', async () => {
    const [first] = kinds.map(({ step }) => step())
    const cold = await run(first ?? {})
    expect(restoreOf(cold)).toBe('done')
    expect(cold.warnings).toEqual([])
    for (const { step } of kinds.slice(1)) expect((await run(step())).warnings).toEqual([])
    expect(service.entries().length).toBeGreaterThan(0)
  })

  test.each(kinds)('$kind: an emptied engine does not restore again', async ({ kind, step }) => {
    await engine.prune()
    const result = await run(step())
    expect(restoreOf(result)).toBe('cached')
    expect(result.warnings).toEqual([])
    expect(result.report?.cache).toMatchObject({ kind })
  })

  test('auto takes the Actions cache, and a pull request only reads it', async () => {
    await engine.prune()
    const before = service.requests().filter(({ call }) => call === 'CreateCacheEntry').length
    const result = await run({
      cache: { url: service.url, token: service.token({ scopes: [mainScope] }) },
      event: pullRequest('main', 'feature'),
      inputs: { baseline: 'off' },
    })
    expect(restoreOf(result)).toBe('cached')
    expect(result.stdout).toContain('cache: auto chose the Actions cache, read only (pull request)')
    expect(service.requests().filter(({ call }) => call === 'CreateCacheEntry')).toHaveLength(before)
  })

  test('a cache that lost its blobs is done without, with a warning', async () => {
    await engine.prune()
    service.faults = [{ method: 'GET blob', kind: 'status', status: 404 }]
    const [gha] = kinds
    const result = await run(gha?.step() ?? {})
    service.faults = []
    expect(restoreOf(result)).toBe('done')
    expect(result.warnings).toEqual([{ message: expect.stringMatching(/Actions cache/) }])
  })

  test('without a cache an emptied engine restores again', async () => {
    await engine.prune()
    const result = await run({ inputs: { cache: 'off', baseline: 'off' } })
    expect(restoreOf(result)).toBe('done')
    expect(result.report?.cache).toMatchObject({ kind: 'off', from: [], to: [] })
  })
})

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

describe('a cache service in trouble', () => {
  test.concurrent.each<{ name: string; faults: CacheFault[]; warning: RegExp }>([
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
      warning: /^The build cache was not written: /,
    },
    {
      name: 'hangs in the middle of an upload',
      faults: [{ method: 'PUT blob', kind: 'hang' }],
      warning: /^The build cache was not written: /,
    },
  ])('that $name costs a warning and less than a minute', async ({ faults, warning }) => {
    await using service = await startCacheService()
    service.faults = faults
    await using workspace = await scriptedWorkspace({
      dockerfile: smallDockerfile,
      script: `echo ${Math.random()}\necho '${threePassed}'`,
    })
    const result = await runAction({
      workspace,
      cache: { url: service.url, token: service.token({ scopes: [mainScope] }) },
      inputs: { cache: 'gha' },
    })
    expectGreenInTime(result)
    expect(result.warnings.map(({ message }) => message)).toContainEqual(expect.stringMatching(warning))
  })

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
    { name: 'the service refuses', faults: [{ method: 'CreateCacheEntry', kind: 'status', status: 500 }] },
    { name: 'the blob store refuses', faults: [{ method: 'PUT blob', kind: 'status', status: 403 }] },
    { name: 'the token does not allow', permission: 1 },
  ])('an upload that $name costs a warning', async ({ faults = [], permission = 3 }) => {
    await using service = await startCacheService()
    service.faults = faults
    await using workspace = await scriptedWorkspace({ dockerfile: smallDockerfile })
    const result = await runAction({
      workspace,
      cache: { url: service.url, token: service.token({ scopes: [{ ...mainScope, permission }] }) },
      inputs: { cache: 'gha', baseline: 'off' },
    })
    expectGreenInTime(result)
    expect(result.warnings).toEqual([
      { message: expect.stringMatching(/^The build cache was not written: /) },
    ])
  })

  test('that is not there costs a warning', async () => {
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
      expect.stringMatching(/^The build cache was not written: /),
    ])
  })
})

/** Green, and not a minute later than it would have been (which is some seconds, on a busy machine some more). */
function expectGreenInTime(result: StepResult): void {
  expect(result).toMatchObject({ exitCode: 0, errors: [], outputs: { verdict: 'passed' } })
  expect(result.durationMs).toBeLessThan(60_000 + 15_000)
}

/** A port at which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
