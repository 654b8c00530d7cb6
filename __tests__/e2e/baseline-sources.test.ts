import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { startRegistry } from '../../scripts/machine/registry.mjs'
import { startCacheService } from '../stand-ins/cache-service.ts'
import { mainScope } from '../stand-ins/cached-job.ts'
import { pullRequest, pushTo } from './harness/events.ts'
import { scriptedWorkspace } from './harness/recorded-tests.ts'
import { findPushedImage } from './harness/registry-client.ts'
import { runAction, type StepResult } from './harness/run-action.ts'
import type { Workspace } from './harness/workspace.ts'

let registry: Awaited<ReturnType<typeof startRegistry>>

beforeAll(async () => {
  registry = await startRegistry()
})

afterAll(async () => {
  await registry.stop()
})

const dockerfile = 'FROM mcr.microsoft.com/dotnet/runtime:10.0 AS final\nCOPY app /app\nCOPY assets /assets\n'
const smallDockerfile = dockerfile.replace(/FROM \S+/, 'FROM scratch')
const inputs = { cache: 'off', 'missing-test-stage': 'skip', 'image-key': 'shop' }

/** Text that does not compress. */
const noise = (count: number): string => Array.from({ length: count }, () => randomUUID()).join('')

function makeRepository(dockerfile = smallDockerfile): Promise<Workspace> {
  return scriptedWorkspace({ dockerfile, files: { 'app/shop.txt': noise(100), 'assets/a.txt': noise(1000) } })
}

/** Commits a larger file on a branch and merges it, as GitHub does for a pull request. Gives the base. */
async function propose(workspace: Workspace): Promise<string> {
  const base = await workspace.git('rev-parse', 'HEAD')
  await workspace.git('switch', '--quiet', '--create', 'feature')
  await workspace.write('app/more.txt', noise(500))
  await workspace.commit()
  await workspace.git('switch', '--quiet', 'main')
  await workspace.git('merge', '--quiet', '--no-ff', '--no-edit', 'feature')
  return base
}

function told({ outputs, report }: StepResult): unknown {
  return {
    source: outputs['baseline-source'],
    commit: outputs['baseline-commit'],
    delta: Number(outputs['change-bytes']),
    behind: report?.baseline?.kind === 'found' ? report.baseline.commitsBetween : undefined,
  }
}

test('an image in a registry is a baseline, of which only what differs is fetched', async () => {
  await using workspace = await makeRepository(dockerfile)
  const image = `${registry.address}/shop-${randomUUID().slice(0, 8)}`
  const first = await runAction({
    workspace,
    inputs: { ...inputs, baseline: 'off', push: 'true', tags: `${image}:main` },
  })
  expect(first).toMatchObject({ exitCode: 0, errors: [] })
  await propose(workspace)
  const second = await runAction({
    workspace,
    event: pullRequest('main', 'feature', { sha: await workspace.git('rev-parse', 'feature') }),
    inputs: {
      ...inputs,
      baseline: 'registry',
      'baseline-image': `${image}:main`,
      push: 'true',
      tags: `${image}:pr`,
    },
  })
  expect(second).toMatchObject({ exitCode: 0, errors: [] })
  const [before, after] = [await findPushedImage(`${image}:main`), await findPushedImage(`${image}:pr`)]
  expect(second.outputs).toMatchObject({
    'baseline-source': 'registry',
    'baseline-compressed-bytes': String(before.compressedBytes),
    'change-bytes': String(after.compressedBytes - before.compressedBytes),
  })
  expect(second.report?.comparison?.layers.map(({ kind }) => kind)).toContain('changed')
  expect(second.report?.comparison?.files).toMatchObject([{ path: 'app/more.txt', beforeBytes: 0 }])
  expect(second.summary).toMatch(
    /Compared with <code>\S+:main<\/code> \(<code>[0-9a-f]{7}<\/code>\) in its registry/,
  )
})

test('sizes that were measured in another way are no history of the image', async () => {
  const small = 'FROM scratch AS final\nCOPY app /app\n'
  await using workspace = await scriptedWorkspace({
    dockerfile: small,
    files: { 'app/shop.txt': noise(100) },
  })
  await using service = await startCacheService()
  const cache = { url: service.url, token: service.token({ scopes: [mainScope] }) }
  const image = `${registry.address}/shop-${randomUUID().slice(0, 8)}`
  const run = async (more: Record<string, string>): Promise<StepResult> => {
    const before = await workspace.git('rev-parse', 'HEAD')
    await workspace.write('app/shop.txt', noise(100))
    await workspace.commit()
    return runAction({ workspace, cache, event: pushTo('main', { before }), inputs: { ...inputs, ...more } })
  }
  await run({ baseline: 'off', push: 'true', tags: `${image}:gzip` })
  const zstd = { outputs: `type=registry,name=${image}:zstd,compression=zstd,force-compression=true` }
  for (const points of [0, 1]) expect((await run(zstd)).report?.history).toHaveLength(points)
  const result = await run({ baseline: 'cache\nregistry', 'baseline-image': `${image}:gzip` })
  expect(result).toMatchObject({ exitCode: 0, outputs: { 'baseline-source': 'registry' } })
  const compressedBytes = Number(result.outputs['baseline-compressed-bytes'])
  expect(result.report?.history).toEqual([expect.objectContaining({ compressedBytes })])
})

test('the commit that a pull request grew from is built again where nothing was stored', async () => {
  await using workspace = await makeRepository()
  const base = await propose(workspace)
  // What is not committed is not touched.
  await workspace.write('notes.txt', 'mine')
  const result = await runAction({
    workspace,
    event: pullRequest('main', 'feature', { sha: await workspace.git('rev-parse', 'feature') }),
    inputs: {
      ...inputs,
      baseline: 'registry\nrebuild',
      'baseline-image': `${registry.address}/nothing:here`,
    },
  })
  expect(result).toMatchObject({ exitCode: 0, errors: [] })
  expect(told(result)).toEqual({ source: 'rebuild', commit: base, delta: expect.any(Number), behind: 0 })
  expect(Number(result.outputs['change-bytes'])).toBeGreaterThan(8_000)
  expect(result.report?.comparison?.files).toMatchObject([{ path: 'app/more.txt', beforeBytes: 0 }])
  expect(result.warnings.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^baseline-image 127\.0\.0\.1:\d+\/nothing:here is no baseline: .*not found\.$/),
  )
  expect(result.summary).toContain('built again in this job, committed ')
  expect(await workspace.git('status', '--porcelain')).toBe('?? notes.txt')
  expect(result.leftInTemp.filter((name) => !name.startsWith('dotnet-container-report'))).toEqual([])
})

test('what can not be built again is told, and fails nothing', async () => {
  await using workspace = await makeRepository()
  await workspace.edit('Dockerfile', 'COPY app /app', 'COPY gone /app')
  await workspace.commit()
  await workspace.write('Dockerfile', smallDockerfile)
  await propose(workspace)
  const result = await runAction({
    workspace,
    event: pullRequest('main', 'feature', { sha: await workspace.git('rev-parse', 'feature') }),
    inputs: { ...inputs, baseline: 'rebuild' },
  })
  expect(result).toMatchObject({ exitCode: 0, errors: [], outputs: { 'baseline-source': '' } })
  expect(result.warnings.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^baseline: rebuild gave none: .*gone/),
  )
  expect(result.summary).toContain('No baseline: rebuild gave none.')

  const lost = await runAction({
    workspace,
    event: pushTo('main', { before: 'f'.repeat(40) }),
    inputs: { ...inputs, baseline: 'rebuild' },
  })
  expect(lost).toMatchObject({ exitCode: 0, errors: [] })
  expect(lost.warnings.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('set fetch-depth: 0 for actions/checkout'),
  )
})
