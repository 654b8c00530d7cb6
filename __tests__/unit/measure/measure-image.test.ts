import { expect, test } from '@jest/globals'
import { rm } from 'node:fs/promises'
import { notRun, type TestReport } from '../../../src/verdict/describe-tests.ts'
import { parseImageRecord, type LayerRecord } from '../../../src/measure/image-record.ts'
import { measureImage, recordOf } from '../../../src/measure/measure-image.ts'
import { parseDockerfile } from '../../../src/plan/dockerfile.ts'
import { makeLayout, type LayoutFolder } from './a-layout.ts'

const dockerfile = parseDockerfile('FROM aspnet\nWORKDIR /app\nCOPY out .\n', 'Dockerfile', [])
const plan = { dockerfile, final: dockerfile.stages[0] ?? neverHappens() }

function neverHappens(): never {
  throw new Error('no stage')
}

async function writeImage(layout: LayoutFolder) {
  const layers = [await layout.layer('the base'), await layout.layer(''), await layout.layer('the app')]
  const history = [
    { created_by: 'ADD base /' },
    { created_by: 'WORKDIR /app' },
    { created_by: 'COPY out . # buildkit' },
  ]
  const image = await layout.image(layers, { config: { architecture: 'arm64', variant: 'v8', history } })
  await layout.index([image.manifest])
  return { layers, ...image }
}

test('measures an image: packed as its blobs are, unpacked as their content is, each layer with its line', async () => {
  await using layout = await makeLayout()
  const { layers, manifest, config } = await writeImage(layout)
  const sizes = layers.map(({ descriptor }) => descriptor.size)
  expect(await measureImage(layout.path, plan, [])).toEqual({
    platform: 'linux/arm64/v8',
    manifestDigest: manifest.digest,
    configDigest: config.digest,
    configBytes: config.size,
    packedBytes: sizes.reduce((sum, size) => sum + size, config.size),
    unpackedBytes: 'the basethe app'.length,
    layers: [
      { createdBy: 'ADD base /', unpackedBytes: 8 },
      { createdBy: 'WORKDIR /app', unpackedBytes: 0, line: 2 },
      { createdBy: 'COPY out .', unpackedBytes: 7, line: 3 },
    ].map((rest, index) => ({
      digest: layers[index]?.descriptor.digest,
      diffId: layers[index]?.diffId,
      packedBytes: sizes[index],
      ...rest,
    })),
  })
})

test('a layer that a record describes is not read again', async () => {
  await using layout = await makeLayout()
  const { layers } = await writeImage(layout)
  const [base] = (await measureImage(layout.path, plan, [])).layers
  if (base === undefined || layers[0] === undefined) neverHappens()
  await rm(layout.blobPath(layers[0].descriptor.digest))
  expect((await measureImage(layout.path, plan, [base])).layers[0]).toEqual(base)
})

test.each<{ name: string; lie: Partial<LayerRecord> }>([
  { name: 'another content', lie: { diffId: `sha256:${'0'.repeat(64)}` } },
  { name: 'another digest', lie: { digest: `sha256:${'0'.repeat(64)}` } },
  { name: 'another size', lie: { packedBytes: 1 } },
])('a layer that a record describes with $name is read', async ({ lie }) => {
  await using layout = await makeLayout()
  await writeImage(layout)
  const measured = await measureImage(layout.path, plan, [])
  const known = measured.layers.map((layer) => ({ ...layer, unpackedBytes: 1_000_000, ...lie }))
  expect(await measureImage(layout.path, plan, known)).toEqual(measured)
})

test('makes a record that can be read back', async () => {
  await using layout = await makeLayout()
  await writeImage(layout)
  const measured = await measureImage(layout.path, plan, [])
  const identity = { imageKey: 'shop', file: 'Dockerfile', target: 'final', buildArgsDigest: 'x' }
  const tests: TestReport = {
    ...notRun(''),
    verdict: 'passed',
    counts: { total: 2, passed: 1, failed: 0, skipped: 1 },
    durationMs: 1234.5,
  }
  const source = { commit: 'c'.repeat(40), branch: 'main' }
  const record = recordOf(measured, identity, 'docker', source, tests)
  expect(parseImageRecord(JSON.parse(JSON.stringify(record)))).toEqual(record)
  expect(record).toMatchObject({
    ...identity,
    ...source,
    version: 1,
    driver: 'docker',
    method: 'oci-layout',
    packedBytes: measured.packedBytes,
    tests: { verdict: 'passed', total: 2, passed: 1, failed: 0, skipped: 1 },
  })
})

test('a record of changed files has no commit', async () => {
  await using layout = await makeLayout()
  await writeImage(layout)
  const measured = await measureImage(layout.path, plan, [])
  const identity = { imageKey: 'shop', file: 'Dockerfile', target: 'final', buildArgsDigest: 'x' }
  expect(Object.keys(recordOf(measured, identity, 'docker', { branch: 'main' }, notRun('')))).not.toContain(
    'commit',
  )
})
