import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { join } from 'node:path'
import { mainScope } from '../stand-ins/cached-job.ts'
import { restoreOf, startCachedRestore, type CachedRestore } from '../e2e/harness/cached-restore.ts'
import { outcomeOf } from '../e2e/harness/report.ts'
import type { ActionStep } from '../e2e/harness/run-action.ts'
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
  expect(result.summary).toMatch(/Reading it took [\d.]+ s and brought [\d.]+ MB; writing it took [\d.]+ s\./)
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
