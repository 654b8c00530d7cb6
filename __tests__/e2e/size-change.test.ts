import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { startRegistry } from '../../scripts/machine/registry.mjs'
import { parseImageRecord, type ImageRecord } from '../../src/measure/record/image-record.ts'
import { startCacheService } from '../stand-ins/cache-service.ts'
import type { TokenScope } from '../stand-ins/cache-token.ts'
import { mainScope, shopSeries, startCachedJob } from '../stand-ins/cached-job.ts'
import { hasImage } from './harness/docker.ts'
import { pullRequest, pushTo } from './harness/events.ts'
import { dotnetDockerfile, scriptedWorkspace } from './harness/recorded-tests.ts'
import { findPushedImage, listTags } from './harness/registry-client.ts'
import { runAction, type StepResult } from './harness/run-action.ts'
import { copyExample } from './harness/workspace.ts'

let registry: Awaited<ReturnType<typeof startRegistry>>

beforeAll(async () => {
  registry = await startRegistry()
})

afterAll(async () => {
  await registry.stop()
})

const pullRequestScopes: TokenScope[] = [
  { scope: 'refs/pull/7/merge', permission: 3 },
  { scope: mainScope.scope, permission: 1 },
]

/** What a step says of sizes and of the baseline. */
function sizeOutputs({ outputs }: StepResult): Record<string, string | undefined> {
  const names = [
    'compressed-bytes',
    'imageid',
    'digest',
    'baseline-compressed-bytes',
    'change-bytes',
    'change-percent',
    'baseline-source',
    'baseline-commit',
  ]
  return Object.fromEntries(names.map((name) => [name, outputs[name]]))
}

const noBaseline = {
  'baseline-compressed-bytes': '',
  'change-bytes': '',
  'change-percent': '',
  'baseline-source': '',
  'baseline-commit': '',
}

test('a package more is reported with the bytes by which the registry grew', async () => {
  await using service = await startCacheService()
  await using workspace = await copyExample('several-projects')
  const image = `${registry.address}/orders`
  const branchCache = { url: service.url, token: service.token({ scopes: [mainScope] }) }
  const inputs = { push: 'true', cache: 'off' }

  const firstCommit = await workspace.git('rev-parse', 'HEAD')
  const first = await runAction({ workspace, cache: branchCache, inputs: { ...inputs, tags: `${image}:1` } })
  expect(first).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  const one = await findPushedImage(`${image}:1`)
  expect(sizeOutputs(first)).toEqual({
    'compressed-bytes': String(one.compressedBytes),
    imageid: one.configDigest,
    digest: one.digest,
    ...noBaseline,
  })
  expect(one.storedBytes).toBe(one.compressedBytes)
  expect(first.summary).toContain(
    'No baseline yet: no image of this name, stage and platform was measured before on main.',
  )
  expect(service.entries()).toHaveLength(1)

  const project = 'src/Orders.Infrastructure/Orders.Infrastructure.csproj'
  await workspace.edit(
    project,
    '<ItemGroup>',
    '<ItemGroup>\n    <PackageReference Include="Newtonsoft.Json" Version="13.0.3" />',
  )
  await workspace.edit(
    'src/Orders.Infrastructure/OrderExport.cs',
    '    private static string Quote',
    '    public static string ToJson(Order order) => Newtonsoft.Json.JsonConvert.SerializeObject(order);\n\n' +
      '    private static string Quote',
  )
  const secondCommit = await workspace.commit()
  const second = await runAction({
    workspace,
    event: pushTo('main', { before: firstCommit }),
    cache: branchCache,
    inputs: { ...inputs, tags: `${image}:2` },
  })
  expect(second).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  const two = await findPushedImage(`${image}:2`)
  const delta = two.compressedBytes - one.compressedBytes
  expect(delta).toBeGreaterThan(100_000)
  expect(sizeOutputs(second)).toEqual({
    'compressed-bytes': String(two.compressedBytes),
    imageid: two.configDigest,
    digest: two.digest,
    'baseline-compressed-bytes': String(one.compressedBytes),
    'change-bytes': String(delta),
    'change-percent': ((delta / one.compressedBytes) * 100).toFixed(2),
    'baseline-source': 'cache',
    'baseline-commit': firstCommit,
  })
  expect(two.storedBytes).toBe(two.compressedBytes)
  expect(service.entries()).toHaveLength(2)
  expect(second.report?.comparison?.layers.filter(({ kind }) => kind !== 'same')).toMatchObject([
    { kind: 'changed', after: { createdBy: 'COPY /app/publish .', line: 25 } },
  ])

  await workspace.git('switch', '--quiet', '--create', 'feature')
  await workspace.write('README.md', 'Other words.\n')
  await workspace.commit()
  await workspace.git('switch', '--quiet', 'main')
  await workspace.git('merge', '--quiet', '--no-ff', '--no-edit', 'feature')
  const proposed = await runAction({
    workspace,
    event: pullRequest('main', 'feature', { sha: await workspace.git('rev-parse', 'feature') }),
    cache: { url: service.url, token: service.token({ scopes: pullRequestScopes }) },
    inputs: { ...inputs, tags: `${image}:pr-7` },
  })
  expect(proposed).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  expect(sizeOutputs(proposed)).toMatchObject({
    'compressed-bytes': String(two.compressedBytes),
    'change-bytes': '0',
    'change-percent': '0.00',
    'baseline-commit': secondCommit,
  })
  expect(proposed.summary.split('\n')[0]).toMatch(/MB compressed, no change$/)
  expect(service.entries()).toHaveLength(2)
  expect(service.requests().filter(({ call }) => call === 'CreateCacheEntry')).toHaveLength(2)
})

/** A record that is right in itself, of the image that `scriptedWorkspace` builds. */
async function measure(): Promise<{ commit: string; record: ImageRecord }> {
  await using workspace = await scriptedWorkspace()
  await using job = await startCachedJob()
  const cache = { url: job.service.url, token: job.service.token({ scopes: [mainScope] }) }
  const result = await runAction({ workspace, cache, inputs: hostileInputs })
  const found = await job.store().find(shopSeries, [{ branch: 'main' }], parseImageRecord)
  if (found.kind !== 'found') throw new Error(`Nothing was stored:\n${result.stdout}`)
  return { commit: '1'.repeat(40), record: found.record }
}

const hostileInputs = { 'image-key': 'shop', cache: 'off' }

test('a stored measurement with a workflow command in it is no baseline', async () => {
  await using workspace = await scriptedWorkspace()
  await using job = await startCachedJob()
  const { commit, record } = await measure()
  await job.store().save(
    { image: shopSeries, branch: 'main', commit, run: '1-1' },
    {
      ...record,
      imageKey: '\n::error::x\n##[error]y',
    },
  )
  const result = await runAction({
    workspace,
    event: pushTo('main', { before: commit }),
    cache: { url: job.service.url, token: job.service.token({ scopes: [mainScope] }) },
    inputs: hostileInputs,
  })
  expect(baselineOf(result)).toEqual(rejectedFor('image-key'))
})

test('an archive of garbage in the cache is no baseline', async () => {
  await using workspace = await scriptedWorkspace()
  await using job = await startCachedJob()
  const commit = '2'.repeat(40)
  await job.store().save({ image: shopSeries, branch: 'main', commit, run: '1-1' }, {})
  const [entry] = job.service.entries()
  job.service.clear()
  if (entry) await job.service.plant({ ...entry, content: Buffer.from('no archive'.repeat(100)) })
  const result = await runAction({
    workspace,
    event: pushTo('main', { before: commit }),
    cache: { url: job.service.url, token: job.service.token({ scopes: [mainScope] }) },
    inputs: hostileInputs,
  })
  expect(baselineOf(result)).toEqual(rejectedFor('uncompressed'))
})

/** What a step says of its baseline. */
const baselineOf = (result: StepResult): unknown => ({
  exitCode: result.exitCode,
  errors: result.errors,
  warnings: result.warnings.map(({ message }) => message),
  outputs: Object.fromEntries(Object.keys(noBaseline).map((name) => [name, result.outputs[name]])),
  isSaid: result.summary.includes('No baseline that can be compared.'),
})

/** Green, with one warning that says why there is nothing to compare with. */
const rejectedFor = (why: string): unknown => ({
  exitCode: 0,
  errors: [],
  warnings: [expect.stringMatching(new RegExp(`^A stored baseline was not used: .*${why}`))],
  outputs: noBaseline,
  isSaid: true,
})

test('without an Actions cache the size is told, and what is missing', async () => {
  await using workspace = await scriptedWorkspace()
  const result = await runAction({ workspace })
  expect(result).toMatchObject({ exitCode: 0, errors: [] })
  expect(result.warnings).toEqual([
    {
      message:
        'The baseline is missing, and this run is not kept as one: there is no Actions cache here ' +
        '(ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN are not both set).',
    },
  ])
  expect(sizeOutputs(result)).toMatchObject(noBaseline)
  expect(result.outputs['compressed-bytes']).toMatch(/^\d+$/)
})

test('an image over its budget is neither pushed nor loaded', async () => {
  await using workspace = await scriptedWorkspace({ dockerfile: dotnetDockerfile })
  const name = `shop-${randomUUID().slice(0, 8)}:1`
  const tags = `${registry.address}/${name}`
  const result = await runAction({
    workspace,
    inputs: { 'max-size': '1 MB', push: 'true', load: 'true', tags, baseline: 'off' },
  })
  expect(result.exitCode).toBe(1)
  expect(result.errors).toEqual([
    {
      title: expect.stringMatching(/^Image size: \d+\.\d\d MB compressed, over the limit of 1\.00 MB$/),
      message: expect.stringContaining('max-size is 1.00 MB'),
    },
  ])
  expect(result.outputs).toMatchObject({ 'test-result': 'passed', budget: 'exceeded', digest: '' })
  expect(Number(result.outputs['compressed-bytes'])).toBeGreaterThan(1_000_000)
  expect(await listTags(registry.address)).not.toContain(name)
  expect(await hasImage(tags)).toBe(false)
})

test('an image within its budget is pushed', async () => {
  await using workspace = await scriptedWorkspace()
  const tags = `${registry.address}/shop-${randomUUID().slice(0, 8)}:1`
  const result = await runAction({
    workspace,
    inputs: { 'max-size': '1 GB', push: 'true', tags, baseline: 'off' },
  })
  expect(result).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  expect(result.outputs).toMatchObject({ budget: 'passed', digest: (await findPushedImage(tags)).digest })
})
