import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { join } from 'node:path'
import { mainScope } from '../stand-ins/cached-job.ts'
import { pullRequest } from '../e2e/harness/events.ts'
import { project, restoreOf, startCachedRestore, type CachedRestore } from '../e2e/harness/cached-restore.ts'
import { scriptedWorkspace } from '../e2e/harness/recorded-tests.ts'
import { outcomeOf } from '../e2e/harness/report.ts'
import type { ActionStep, StepResult } from '../e2e/harness/run-action.ts'
import { testFolder } from '../e2e/harness/workspace.ts'

let cached: CachedRestore
let engine: CachedRestore['engine']
let service: CachedRestore['service']
let registry: CachedRestore['registry']
let run: CachedRestore['run']

beforeAll(async () => {
  cached = await startCachedRestore()
  ;({ engine, service, registry, run } = cached)
})

afterAll(async () => {
  await cached[Symbol.asyncDispose]()
})

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
  // Nothing of the image needs it, so that it has a cache of its own.
  expect(outcomeOf(result.report?.steps.test ?? [], 'RUN head')).toBe('cached')
  expect(result.warnings).toEqual([])
  expect(result.report?.cache).toMatchObject({ kind })
  expect(result.report?.cacheUse?.receivedBytes).toBeGreaterThan(3_000_000)
  expect(result.report?.cacheUse?.writeMs).toBeGreaterThan(0)
  expect(result.summary).toMatch(
    /Reading it took [\d.]+\ss and brought [\d.]+\sMB; writing it took [\d.]+\ss\./,
  )
})

test('a cache that has all of it is not written again, a changed one is', async () => {
  const step = (): Partial<ActionStep> => ({
    cache: { url: service.url, token: service.token({ scopes: [mainScope] }) },
    inputs: { cache: 'registry', 'cache-ref': `${registry.address}/unchanged:shop` },
  })
  await run(step())
  await engine.prune()
  const unchanged = await run(step())
  expect(restoreOf(unchanged)).toBe('cached')
  expect(unchanged.report?.cacheUse?.writeMs).toBeUndefined()
  expect(unchanged.stdout).toContain('Write the build cache (registry): nothing new')
  await cached.workspace.edit('app.txt', 'an app', 'another app')
  await engine.prune()
  expect((await run(step())).report?.cacheUse?.writeMs).toBeGreaterThan(0)
})

test('on a hosted runner a cache is written where a project changed, and left as it is where only sources did', async () => {
  const job = async (): Promise<StepResult> => {
    await engine.prune()
    return run({
      env: { RUNNER_ENVIRONMENT: 'github-hosted' },
      inputs: { cache: 'registry', 'cache-ref': `${registry.address}/hosted:shop`, baseline: 'off' },
    })
  }
  expect((await job()).report?.cacheUse?.writeMs).toBeGreaterThan(0)
  await cached.workspace.edit('app.txt', 'another app', 'a third app')
  const sources = await job()
  expect(restoreOf(sources)).toBe('cached')
  expect(sources.report?.cacheUse?.writeMs).toBeUndefined()
  expect(sources.stdout).toContain(
    'Write the build cache (registry): left as it is, since all that was built anew',
  )
  await cached.workspace.edit('App.csproj', '13.0.3', '13.0.2')
  expect((await job()).report?.cacheUse?.writeMs).toBeGreaterThan(0)
})

test('a cache that can not be read is done without, with a warning', async () => {
  await engine.prune()
  service.faults = [{ method: 'GET blob', kind: 'status', status: 404 }]
  const [gha] = kinds
  const result = await run(gha?.step() ?? {})
  service.faults = []
  expect(restoreOf(result)).toBe('done')
  expect(result.warnings).toEqual([{ message: expect.stringMatching(/^The build cache was not read: /) }])
})

test('a cache that lost its layers is done without, with a warning', async () => {
  await engine.prune()
  await deleteLayers(`http://${registry.address}/v2/cache`, 'shop')
  const [, byRegistry] = kinds
  const result = await run(byRegistry?.step() ?? {})
  expect(restoreOf(result)).toBe('done')
  expect(result.warnings).toEqual([{ message: expect.stringMatching(/^The build cache was not read: /) }])
})

test('without a cache an emptied engine restores again', async () => {
  await engine.prune()
  const result = await run({ inputs: { cache: 'off', baseline: 'off' } })
  expect(restoreOf(result)).toBe('done')
  expect(result.report?.cache).toMatchObject({ kind: 'off', from: [], to: [] })
})

/** Deletes the layers of a cache from a registry; its manifest goes on naming them. */
async function deleteLayers(repository: string, tag: string): Promise<void> {
  const headers = {
    accept: 'application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json',
  }
  const manifest = (await (await fetch(`${repository}/manifests/${tag}`, { headers })).json()) as {
    layers?: { digest: string }[]
    manifests?: { digest: string }[]
  }
  for (const { digest } of manifest.layers ?? manifest.manifests ?? [])
    await fetch(`${repository}/blobs/${digest}`, { method: 'DELETE' })
}

/** Mounts that are empty on a runner that starts with nothing; the second belongs to somebody. */
const mountsDockerfile = `FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages --mount=type=cache,id=tools,target=/tools,uid=1654 \\
    echo "found: $(ls /root/.nuget/packages /tools | tr '\\n' ' ')" && \\
    head -c 3000000 /dev/urandom > /root/.nuget/packages/package && touch /tools/kept

FROM build AS test
RUN bash run-tests.sh

FROM mcr.microsoft.com/dotnet/runtime:10.0 AS final
COPY --from=build /src/app.txt /app/
`

test('cache-mounts: what RUNs left in them is there for an emptied engine, and for a pull request, which saves nothing', async () => {
  await using mounted = await scriptedWorkspace({
    dockerfile: mountsDockerfile,
    files: { 'App.csproj': project, '.dockerignore': '.git\n' },
  })
  const job = async (event?: ActionStep['event']): Promise<StepResult> => {
    await engine.prune()
    return run({
      workspace: mounted,
      cache: { url: service.url, token: service.token({ scopes: [mainScope] }) },
      inputs: { cache: 'off', 'cache-mounts': 'true', baseline: 'off' },
      ...(event === undefined ? {} : { event }),
    })
  }
  const first = await job()
  expect(first).toMatchObject({ warnings: [], report: { cacheMounts: { restoredBytes: 0 } } })
  expect(first.report?.cacheMounts?.savedBytes).toBeGreaterThan(3_000_000)
  expect(first.stdout).toMatch(/found: \/root\/.nuget\/packages:\s+\/tools:\s/)
  expect(first.summary).toMatch(
    /Cache mounts: nothing was there to restore; saving [\d.]+\sMB took [\d.]+\ss\./,
  )

  const second = await job()
  expect(second.stdout).toMatch(/found: \/root\/.nuget\/packages: package\s+\/tools: kept/)
  expect(second.report?.cacheMounts?.restoredBytes).toBe(first.report?.cacheMounts?.savedBytes)
  expect(second.report?.cacheMounts?.saveMs).toBeUndefined()

  await mounted.edit('App.csproj', 'net10.0', 'net10.0<!-- changed -->')
  const asked = await job(pullRequest('main', 'feature'))
  expect(asked.stdout).toMatch(/found: \/root\/.nuget\/packages: package\s+\/tools: kept/)
  expect(asked.report?.cacheMounts?.saveMs).toBeUndefined()
})
