import { expect, test } from '@jest/globals'
import { randomBytes, randomUUID } from 'node:crypto'
import { startCacheService } from '../stand-ins/cache-service.ts'
import { mainScope } from '../stand-ins/cached-job.ts'
import { docker } from '../e2e/harness/docker.ts'
import { useContainerBuilder, useEngine } from '../e2e/harness/engines.ts'
import { scriptedWorkspace, threePassed } from '../e2e/harness/recorded-tests.ts'
import { fetchFrom } from '../e2e/harness/registry-client.ts'
import { runAction } from '../e2e/harness/run-action.ts'

/** Nothing of it runs on the foreign platform, so that no emulation is needed. */
const dockerfile = `FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/runtime:10.0 AS build
ARG TARGETARCH
COPY for-$TARGETARCH.txt /out/own.txt
FROM build AS test
COPY run-tests.sh /
RUN bash /run-tests.sh
FROM scratch AS final
COPY shared.txt /app/
COPY --from=build /out/own.txt /app/
`

const text = (bytes: number): string => randomBytes(bytes).toString('hex')
const platforms = 'linux/arm64,linux/amd64'

/** The row of a platform in the table of a summary. */
const rowOf = (summary: string, platform: string): string =>
  summary
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .find((line) => line.startsWith(`| <code>${platform}</code> |`)) ?? ''

interface Manifest {
  manifests?: { digest: string; platform: { os: string; architecture: string } }[]
  layers?: { digest: string; size: number }[]
  config?: { size: number }
}

test('an image for several platforms: each is tested for, measured, compared and pushed', async () => {
  await using engine = await useEngine()
  await using service = await startCacheService()
  await using workspace = await scriptedWorkspace({
    dockerfile,
    script: `echo '${threePassed}'; echo "tested on $(uname -m)"`,
    files: { 'shared.txt': text(20_000), 'for-amd64.txt': text(3_000), 'for-arm64.txt': text(9_000) },
  })
  const cache = { url: service.url, token: service.token({ scopes: [mainScope] }) }
  const name = `${engine.registry}/shop-${randomUUID().slice(0, 8)}`
  const inputs = { platforms, push: 'true', tags: `${name}:1` }
  const first = await runAction({ workspace, inputs, cache })
  expect(first).toMatchObject({ exitCode: 0, errors: [], warnings: [], outputs: { 'test-result': 'passed' } })
  const index = (await fetchFrom(`${name}:1`, 'manifests/1')) as Manifest
  const images = (index.manifests ?? []).filter(({ platform }) => platform.os === 'linux')
  const stored = await Promise.all(
    images.map(async ({ digest, platform }) => {
      const { layers = [], config } = (await fetchFrom(`${name}:1`, `manifests/${digest}`)) as Manifest
      const compressedBytes = layers.reduce((sum, { size }) => sum + size, config?.size ?? 0)
      return { platform: `linux/${platform.architecture}`, manifestDigest: digest, compressedBytes, layers }
    }),
  )
  const [amd64, arm64] = ['linux/amd64', 'linux/arm64'].map((one) =>
    stored.find(({ platform }) => platform === one),
  )
  expect(amd64?.layers[0]).toEqual(arm64?.layers[0])
  expect(first.report?.platforms).toMatchObject([
    {
      platform: 'linux/amd64',
      manifestDigest: amd64?.manifestDigest,
      compressedBytes: amd64?.compressedBytes,
    },
    {
      platform: 'linux/arm64',
      manifestDigest: arm64?.manifestDigest,
      compressedBytes: arm64?.compressedBytes,
    },
  ])
  // Two layers of each, of which one is shared and read once.
  expect(first.report?.image).toMatchObject({ platform: 'linux/amd64', layersRead: 3 })
  expect(first.outputs).toMatchObject({ 'compressed-bytes': String(amd64?.compressedBytes) })
  expect(first.report?.exported?.outputs).toMatchObject([{ how: 'pushed', checkedBy: 'manifest' }])
  expect(rowOf(first.summary, 'linux/amd64')).toContain('| no baseline |')

  await workspace.write('for-arm64.txt', text(60_000))
  await workspace.commit()
  const again = { ...inputs, tags: `${name}:2`, 'max-increase': '20 kB' }
  const second = await runAction({ workspace, inputs: again, cache })
  expect(second).toMatchObject({ exitCode: 1, outputs: { budget: 'exceeded' } })
  expect(second.errors).toMatchObject([{ title: 'Image size on linux/arm64: over the limit of 20 kB' }])
  expect(second.report?.platforms).toMatchObject([
    {
      platform: 'linux/amd64',
      baseline: { compressedBytes: amd64?.compressedBytes },
      isBelowMinChange: true,
      budget: { kind: 'passed' },
    },
    {
      platform: 'linux/arm64',
      baseline: { compressedBytes: arm64?.compressedBytes },
      budget: { kind: 'exceeded' },
    },
  ])
  expect(rowOf(second.summary, 'linux/amd64')).toMatch(/\| no change \|.*\| passed \|$/)
  expect(rowOf(second.summary, 'linux/arm64')).toMatch(/\| \+\d+\.\d+ kB \|.*\| over 20 kB \|$/)
  await expect(fetchFrom(`${name}:2`, 'manifests/2')).rejects.toThrow('404')
})

test('an engine with containerd’s store takes several platforms, another builder says what it can’t', async () => {
  await using workspace = await scriptedWorkspace({
    dockerfile,
    files: { 'shared.txt': 'shared', 'for-amd64.txt': text(10), 'for-arm64.txt': text(10) },
  })
  const tags = `platforms-${randomUUID().slice(0, 8)}:1`
  const inputs = { platforms, load: 'true', tags, cache: 'off', baseline: 'off' }
  const loaded = await runAction({ workspace, inputs })
  expect(loaded).toMatchObject({ exitCode: 0, errors: [] })
  for (const platform of platforms.split(',')) {
    const found = await docker(
      'image',
      'inspect',
      '--platform',
      platform,
      '--format',
      '{{.Architecture}}',
      tags,
    )
    expect(`linux/${found}`).toBe(platform)
  }
  await using engine = await useContainerBuilder()
  const refused = await runAction({ workspace, env: engine.env, inputs: { ...inputs, ...engine.inputs } })
  expect(refused).toMatchObject({
    exitCode: 1,
    outputs: { 'test-result': 'skipped' },
    errors: [{ title: 'Several platforms can’t be loaded from this builder' }],
  })
})
