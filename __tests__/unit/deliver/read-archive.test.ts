import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from '@jest/globals'
import { pack } from 'tar-stream'
import { readArchive } from '../../../src/deliver/check-delivery.ts'
import { readImages } from '../../../src/measure/oci/oci-layout.ts'
import { attestationOf, makeLayout, sha256, type LayoutFolder } from '../measure/a-layout.ts'
import { makeTempFolder } from '../temp-folder.ts'

async function tarOf(files: readonly (readonly [name: string, content: string | Buffer])[]): Promise<Buffer> {
  const archive = pack()
  for (const [name, content] of files) archive.entry({ name }, content)
  archive.finalize()
  return buffer(archive)
}

/** An image of one layer with an attestation beside it. */
async function makeImage(): Promise<{
  layout: LayoutFolder
  names: string[]
  manifest: string
  config: string
}> {
  const layout = await makeLayout()
  const layer = await layout.layer('content')
  const { manifest, config } = await layout.image([layer])
  const provenance = await layout.blob({ layers: [] }, manifest.mediaType)
  await layout.index([manifest, attestationOf(manifest, provenance)])
  const digests = [layer.descriptor, manifest, config, provenance].map(({ digest }) => digest)
  const names = [...digests.map((digest) => `blobs/sha256/${digest.slice('sha256:'.length)}`), 'index.json']
  return { layout, names, manifest: manifest.digest, config: config.digest }
}

async function archiveOf({ layout, names }: Awaited<ReturnType<typeof makeImage>>): Promise<Buffer> {
  return tarOf(
    await Promise.all(names.map(async (name) => [name, await readFile(join(layout.path, name))] as const)),
  )
}

async function read(bytes: Buffer): Promise<Awaited<ReturnType<typeof readArchive>>> {
  await using folder = await makeTempFolder()
  return await readArchive(await folder.write('image.tar', bytes))
}

test('an archive and a folder lead to their image, not to its attestation', async () => {
  const image = await makeImage()
  await using layout = image.layout
  const images = [{ manifestDigest: image.manifest, configDigest: image.config }]
  expect(await readImages(layout.path)).toMatchObject(images)
  expect(await read(await archiveOf(image))).toMatchObject(images)
})

test('an archive of docker alone leads to the config', async () => {
  const config = JSON.stringify({ os: 'linux' })
  const archive = await tarOf([
    ['abc.json', config],
    ['manifest.json', JSON.stringify([{ Config: 'abc.json', Layers: [] }])],
  ])
  expect(await read(archive)).toEqual([{ configDigest: sha256(config) }])
})

test.each<{ name: string; cutAt: (archive: Buffer) => number }>([
  { name: 'within a file', cutAt: () => 512 + 3 },
  { name: 'within a header', cutAt: () => 1024 + 100 },
  { name: 'within its last file', cutAt: (archive) => archive.lastIndexOf('index.json') + 512 + 20 },
])('an archive that is cut $name is an error, and nothing waits for its end', async ({ cutAt }) => {
  const image = await makeImage()
  const archive = await archiveOf(image)
  await image.layout[Symbol.asyncDispose]()
  await expect(read(archive.subarray(0, cutAt(archive)))).rejects.toThrow('Unexpected end of data')
})

test('an archive that is cut within a file of more than a piece is one too', async () => {
  const archive = await tarOf([['large.json', Buffer.alloc(700_000, '{')]])
  await expect(read(archive.subarray(0, 400_000))).rejects.toThrow('Unexpected end of data')
})

test('a manifest that is not what its digest says proves nothing', async () => {
  const image = await makeImage()
  await using layout = image.layout
  const path = layout.blobPath(image.manifest)
  await writeFile(path, (await readFile(path, 'utf8')).replace('"schemaVersion":2', '"schemaVersion":3'))
  await expect(read(await archiveOf(image))).rejects.toThrow(`the blob ${image.manifest} has the digest`)
  await expect(readImages(layout.path)).rejects.toThrow(`the blob ${image.manifest} has the digest`)
})

test('small layers take no room from manifests', async () => {
  const image = await makeImage()
  await using layout = image.layout
  const small = Array.from(
    { length: 20 },
    (_, index) => [`blobs/sha256/${index}`, Buffer.alloc(5_000_000, 31)] as const,
  )
  const own = image.names.map(async (name) => [name, await readFile(join(layout.path, name))] as const)
  const images = await read(await tarOf([...small, ...(await Promise.all(own))]))
  expect(images).toMatchObject([{ manifestDigest: image.manifest }])
})
