import { expect, test } from '@jest/globals'
import { rename, rm, symlink, writeFile } from 'node:fs/promises'
import { readLayout } from '../../../../src/measure/oci/oci-layout.ts'
import { attestationOf, makeLayout, type LayoutFolder } from '../a-layout.ts'

const indexType = 'application/vnd.oci.image.index.v1+json'

test('reads the one image of a folder', async () => {
  await using layout = await makeLayout()
  const layer = await layout.layer('content')
  const history = [{ created_by: 'COPY a b', empty_layer: false }, { empty_layer: true }]
  const { manifest, config } = await layout.image([layer], {
    config: { variant: 'v8', history, author: 'x' },
  })
  await layout.index([manifest])
  expect(await readLayout(layout.path)).toEqual({
    manifestDigest: manifest.digest,
    configDigest: config.digest,
    configBytes: config.size,
    config: {
      os: 'linux',
      architecture: 'amd64',
      variant: 'v8',
      rootfs: { diff_ids: [layer.diffId] },
      history: [
        { created_by: 'COPY a b', empty_layer: false },
        { created_by: '', empty_layer: true },
      ],
    },
    layers: [layer.descriptor],
  })
})

test('an image of no layers is one', async () => {
  await using layout = await makeLayout()
  const { manifest } = await layout.image([])
  await layout.index([manifest])
  expect(await readLayout(layout.path)).toMatchObject({ manifestDigest: manifest.digest, layers: [] })
})

test('passes over attestations and follows nested indexes', async () => {
  await using layout = await makeLayout()
  const { manifest } = await layout.image([await layout.layer('content')])
  const provenance = await layout.blob({ layers: [] }, manifest.mediaType)
  const inner = await layout.blob({ manifests: [manifest, attestationOf(manifest, provenance)] }, indexType)
  await layout.index([inner])
  expect(await readLayout(layout.path)).toMatchObject({ manifestDigest: manifest.digest })
})

test('an image with several names, which BuildKit lists once for each, is one image', async () => {
  await using layout = await makeLayout()
  const { manifest } = await layout.image([await layout.layer('content')])
  const named = (name: string) => ({ ...manifest, annotations: { 'io.containerd.image.name': name } })
  await layout.index([named('docker.io/x/a:1'), named('docker.io/x/b:2')])
  expect(await readLayout(layout.path)).toMatchObject({ manifestDigest: manifest.digest })
})

/** A whole layout of one layer; `damage` gets its parts before it is read. */
async function errorAfter(
  damage: (
    layout: LayoutFolder,
    parts: Awaited<ReturnType<LayoutFolder['image']>> & { layer: Awaited<ReturnType<LayoutFolder['layer']>> },
  ) => Promise<unknown>,
): Promise<string> {
  await using layout = await makeLayout()
  const layer = await layout.layer('content')
  const image = await layout.image([layer])
  await layout.index([image.manifest])
  const parts = { ...image, layer }
  await damage(layout, parts)
  const error = await readLayout(layout.path).then(
    () => 'no error',
    (thrown: unknown) => (thrown as Error).message,
  )
  const shown = Object.entries({ MANIFEST: image.manifest, CONFIG: image.config, LAYER: layer.descriptor })
  return shown.reduce((text, [name, { digest }]) => text.replaceAll(digest, name), error)
}

test.each<{ name: string; damage: Parameters<typeof errorAfter>[0]; message: RegExp }>([
  {
    name: 'no image',
    damage: (layout) => layout.index([]),
    message: /^the build gave 0 images where one was expected$/,
  },
  {
    name: 'several images',
    damage: async (layout, { manifest }) => {
      const other = await layout.image([])
      await layout.index([manifest, other.manifest])
    },
    message: /^the build gave 2 images where one was expected$/,
  },
  {
    name: 'an index that goes round in itself',
    damage: async (layout, { manifest }) => {
      let inner = await layout.blob({ manifests: [manifest] }, indexType)
      for (let depth = 0; depth < 5; depth++) inner = await layout.blob({ manifests: [inner] }, indexType)
      await layout.index([inner])
    },
    message: /^the image index is nested too deeply$/,
  },
  {
    name: 'an index that is no JSON',
    damage: (layout) => layout.index('{"manifests":'),
    message: /^index\.json is no JSON$/,
  },
  {
    name: 'an index of another form',
    damage: (layout) => layout.index('{"manifests":[{"digest":"../../etc/passwd"}]}'),
    message: /^index\.json is not valid at manifests\.0\.mediaType: /,
  },
  {
    name: 'a digest that is a path',
    damage: (layout) => layout.index([{ mediaType: 'x', digest: 'sha256:../../etc/passwd', size: 1 }]),
    message: /^index\.json is not valid at manifests\.0\.digest: /,
  },
  {
    name: 'a missing manifest',
    damage: (layout, { manifest }) => rm(layout.blobPath(manifest.digest)),
    message: /^the blob MANIFEST is missing$/,
  },
  {
    name: 'a config with a flipped byte',
    damage: (layout, { config }) => writeFile(layout.blobPath(config.digest), 'x'.repeat(config.size)),
    message: /^the blob CONFIG has the digest sha256:[0-9a-f]{64}$/,
  },
  {
    name: 'a config that was cut',
    damage: (layout, { config }) => writeFile(layout.blobPath(config.digest), '{'),
    message: /^the blob CONFIG has 1 bytes where \d+ were announced$/,
  },
  {
    name: 'a config that is a link',
    damage: async (layout, { config }) => {
      await rename(layout.blobPath(config.digest), `${layout.path}/elsewhere`)
      await symlink(`${layout.path}/elsewhere`, layout.blobPath(config.digest))
    },
    message: /^the blob CONFIG is no regular file$/,
  },
  {
    name: 'a manifest that tells a wrong size of its config',
    damage: async (layout, { config, layer }) => {
      const lying = { config: { ...config, size: config.size + 1000 } }
      await layout.index([(await layout.image([layer], { manifest: lying })).manifest])
    },
    message: /^the blob CONFIG has \d+ bytes where \d+ were announced$/,
  },
  {
    name: 'a negative size',
    damage: async (layout, { layer }) => {
      const lying = { layers: [{ ...layer.descriptor, size: -1 }] }
      await layout.index([(await layout.image([layer], { manifest: lying })).manifest])
    },
    message: /^the blob sha256:\w+ is not valid at layers\.0\.size: /,
  },
  {
    name: 'a manifest that is too large to be read',
    damage: async (layout) => {
      await layout.index([await layout.blob(Buffer.alloc(8 * 1024 * 1024 + 1, ' '), 'application/x')])
    },
    message: /^the blob sha256:\w+ is too large to be read$/,
  },
  {
    name: 'a config that knows fewer layers than the manifest',
    damage: async (layout, { layer }) => {
      const config = { rootfs: { diff_ids: [] } }
      await layout.index([(await layout.image([layer], { config })).manifest])
    },
    message: /^the image’s config and manifest do not have the same number of layers$/,
  },
])('throws for $name', async ({ damage, message }) => {
  const error = await errorAfter(damage)
  expect(error).toMatch(message)
})

test('says so when there is no layout at all', async () => {
  await using layout = await makeLayout()
  await expect(readLayout(layout.path)).rejects.toThrow(/index\.json/)
})
