import { expect, test } from '@jest/globals'
import { truncate } from 'node:fs/promises'
import { Docker } from '../../../src/docker/docker.ts'
import type { ImageRecord, LayerRecord } from '../../../src/measure/record/image-record.ts'
import { measureImages, type BuiltLayout } from '../../../src/measure/measure-layout.ts'
import { parseDockerfile } from '../../../src/plan/dockerfile/parse-dockerfile.ts'
import { imageRecord, makeLayout, sha256, tarOf, type LayoutFolder } from './a-layout.ts'

const dockerfile = parseDockerfile('FROM aspnet\nWORKDIR /app\nCOPY out .\n', 'Dockerfile', [])
const plan = { dockerfile, final: dockerfile.stages[0] ?? neverHappens() }

function neverHappens(): never {
  throw new Error('no stage')
}

async function writeImage(layout: LayoutFolder) {
  const layers = [
    await layout.layer(await tarOf({ 'usr/bin/dotnet': 'the base' })),
    await layout.layer(''),
    await layout.layer(await tarOf({ 'app/Shop.dll': 'the app' })),
  ]
  const history = [
    { created_by: 'ADD base /' },
    { created_by: 'WORKDIR /app' },
    { created_by: 'COPY out . # buildkit' },
  ]
  const config = {
    architecture: 'arm64',
    variant: 'v8',
    history,
    config: { User: '1654', Env: ['DOTNET_VERSION=10.0.1'] },
  }
  const image = await layout.image(layers, { config })
  await layout.index([image.manifest])
  return { layers, ...image }
}

/** Measures without a docker that could export the base image: the history tells where it ends. */
async function measure(
  layout: LayoutFolder,
  known: LayerRecord[] | ImageRecord = [],
  again?: LayoutFolder,
  planned = plan,
) {
  const before = Array.isArray(known) ? imageRecord(known) : known
  const built = (folder: LayoutFolder): BuiltLayout => ({
    layoutFolder: folder.path,
    steps: [],
  })
  const { layoutFolder, measurements } = await measureImages(built(layout), {
    docker: new Docker({}, 'no-such-program'),
    plan: planned,
    builderName: undefined,
    packing: [],
    platforms: [],
    before: before.layers.length === 0 ? [] : [{ ...before, platform: 'linux/arm64/v8' }],
    tempFolder: layout.path,
    buildAgain: () => (again === undefined ? neverHappens() : Promise.resolve(built(again))),
  })
  return { ...measurements[0], layoutFolder }
}

test('measures an image: compressed as its blobs are, uncompressed as their content is, each layer with its line', async () => {
  await using layout = await makeLayout()
  const { layers, manifest, config } = await writeImage(layout)
  const sizes = layers.map(({ descriptor }) => descriptor.size)
  const file = (path: string, content: string, hash = ''): object => ({
    files: [[path, content.length, hash, expect.any(Number)]],
    removed: [],
    documents: [],
    // Of the base image nobody looks.
    ...(hash !== '' && { readyToRun: [] }),
  })
  expect(await measure(layout)).toEqual({
    platform: 'linux/arm64/v8',
    method: 'oci-layout',
    compression: 'gzip',
    manifestDigest: manifest.digest,
    configDigest: config.digest,
    configBytes: config.size,
    compressedBytes: sizes.reduce((sum, size) => sum + size, config.size),
    uncompressedBytes: 2 * 2048,
    base: { name: 'aspnet', layerCount: 1, dotnetVersion: '10.0.1' },
    user: '1654',
    layoutFolder: layout.path,
    layersRead: 3,
    warnings: [],
    layers: [
      { createdBy: 'ADD base /', uncompressedBytes: 2048, content: file('usr/bin/dotnet', 'the base') },
      {
        createdBy: 'WORKDIR /app',
        uncompressedBytes: 0,
        line: 2,
        content: { files: [], removed: [], documents: [], readyToRun: [] },
      },
      {
        createdBy: 'COPY out .',
        uncompressedBytes: 2048,
        line: 3,
        content: file('app/Shop.dll', 'the app', sha256('the app').slice(7, 23)),
      },
    ].map((rest, index) => ({
      digest: layers[index]?.descriptor.digest,
      diffId: layers[index]?.diffId,
      compressedBytes: sizes[index],
      ...rest,
    })),
  })
})

test('a stage that FROM names by the platform is no base image', async () => {
  await using layout = await makeLayout()
  await writeImage(layout)
  const text = [
    'FROM aspnet AS for-arm64',
    'WORKDIR /app',
    'FROM scratch AS for-amd64',
    'FROM for-$TARGETARCH AS final',
    'COPY out .',
  ].join('\n')
  // As the plan of a machine of another platform has it.
  const read = parseDockerfile(text, 'Dockerfile', [], 'linux/amd64')
  const measured = await measure(layout, [], undefined, {
    dockerfile: read,
    final: read.stages[2] ?? neverHappens(),
  })
  expect(measured.base).toMatchObject({ name: 'aspnet', layerCount: 1 })
  expect(measured.layers.map(({ line }) => line)).toEqual([undefined, 2, 5])
})

test('a layer that the baseline describes is neither needed nor read', async () => {
  await using layout = await makeLayout()
  const { layers } = await writeImage(layout)
  const whole = await measure(layout)
  const [base] = whole.layers
  if (base === undefined || layers[0] === undefined) neverHappens()
  // What BuildKit leaves of a blob whose file was there before.
  await truncate(layout.blobPath(layers[0].descriptor.digest))
  expect(await measure(layout, [base])).toEqual({ ...whole, layersRead: 2 })
})

test('a layer that was the base image’s and is one of its own now is read again, as its files were not kept', async () => {
  await using layout = await makeLayout()
  await using again = await makeLayout()
  const { layers } = await writeImage(layout)
  await writeImage(again)
  const whole = await measure(again)
  for (const { descriptor } of layers) await truncate(layout.blobPath(descriptor.digest))
  const before = { ...imageRecord(whole.layers), base: { name: 'shop-base', layerCount: 3 } }
  expect(await measure(layout, before, again)).toEqual(whole)
})

test('an image without layers is its config', async () => {
  await using layout = await makeLayout()
  const { manifest, config } = await layout.image([], {
    manifest: { layers: null },
    config: { rootfs: { type: 'layers', diff_ids: null }, history: null },
  })
  await layout.index([manifest])
  expect(await measure(layout)).toMatchObject({
    ...{ compressedBytes: config.size, uncompressedBytes: 0, layers: [], layersRead: 0, warnings: [] },
  })
})

const otherDigest = `sha256:${'0'.repeat(64)}`

test.each<{ name: string; lie: Partial<LayerRecord> }>([
  { name: 'another content', lie: { diffId: otherDigest } },
  { name: 'another size', lie: { compressedBytes: 1 } },
])(
  'a layer that the baseline describes with $name makes the image be exported once more',
  async ({ lie }) => {
    await using layout = await makeLayout()
    await using again = await makeLayout()
    const { layers } = await writeImage(layout)
    await writeImage(again)
    const whole = await measure(again)
    for (const { descriptor } of layers) await truncate(layout.blobPath(descriptor.digest))
    const known = whole.layers.map((layer) => ({ ...layer, ...lie }))
    expect(await measure(layout, known, again)).toEqual(whole)
  },
)

test('a layer of another digest than any in the baseline is read', async () => {
  await using layout = await makeLayout()
  await writeImage(layout)
  const whole = await measure(layout)
  const known = whole.layers.map((layer) => ({ ...layer, uncompressedBytes: 1_000_000, digest: otherDigest }))
  expect(await measure(layout, known)).toEqual(whole)
})

test('a layer that can not be uncompressed counts compressed, with a warning', async () => {
  await using layout = await makeLayout()
  const strange = await layout.layer('???', (bytes) => bytes, 'application/vnd.oci.image.layer.v1.tar+lzip')
  const { manifest } = await layout.image([strange, await layout.layer(await tarOf({ a: 'a' }))])
  await layout.index([manifest])
  expect(await measure(layout)).toMatchObject({
    uncompressedBytes: 2048,
    layers: [{ compressedBytes: 3, uncompressedBytes: 0 }, {}],
    warnings: [
      expect.stringMatching(
        /^The uncompressed size is without one layer: .*tar\+lzip, which can not be uncompressed/,
      ),
    ],
  })
})

test('images for several platforms are measured in the order that was asked for, shared layers read once', async () => {
  await using layout = await makeLayout()
  const shared = await layout.layer(await tarOf({ 'app/shared.txt': 'for all' }))
  const images = []
  for (const architecture of ['arm64', 'amd64', 's390x']) {
    const own = await layout.layer(await tarOf({ 'app/own.txt': architecture }))
    images.push(await layout.image([shared, own], { config: { architecture } }))
  }
  await layout.index(images.map(({ manifest }) => manifest))
  const built = { layoutFolder: layout.path, steps: [] }
  const options = {
    ...{ docker: new Docker({}, 'no-such-program'), plan, builderName: undefined, packing: [], before: [] },
    ...{ tempFolder: layout.path, buildAgain: () => neverHappens() },
  }
  const platforms = ['linux/amd64', 'linux/s390x', 'linux/arm64/v8']
  const { measurements } = await measureImages(built, { ...options, platforms })
  expect(measurements).toMatchObject([
    { platform: 'linux/amd64', layersRead: 2, manifestDigest: images[1]?.manifest.digest },
    { platform: 'linux/s390x', layersRead: 1, manifestDigest: images[2]?.manifest.digest },
    { platform: 'linux/arm64', layersRead: 1, manifestDigest: images[0]?.manifest.digest },
  ])
  expect(measurements[2]?.layers[0]).toEqual(measurements[0].layers[0])
  await expect(measureImages(built, { ...options, platforms: ['linux/amd64'] })).rejects.toThrow(
    'the build gave 3 images where one was expected',
  )
})
