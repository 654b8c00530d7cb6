import { expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { rename, symlink, truncate, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import * as zlib from 'node:zlib'
import { pack } from 'tar-stream'
import { listLayer } from '../../../../src/measure/oci/list-layer.ts'
import { makeLayout, sha256, tarOf } from '../a-layout.ts'

const oci = 'application/vnd.oci.image.layer.v1.tar'
const docker = 'application/vnd.docker.image.rootfs.diff.tar'
const content = await tarOf({ 'app/a.dll': 'a layer, a layer, a layer\n'.repeat(4) })
const listed = {
  uncompressedBytes: content.length,
  content: {
    files: [['app/a.dll', 104, '3b897095779130d7', expect.any(Number)]],
    removed: [],
    documents: [],
    readyToRun: [],
  },
}
/** `content` as node 24’s zstdCompressSync packs it, since node 20 can't. */
const zstdContent = Buffer.from(
  'KLUv/WAABxUDAGQDYXBwL2EuZGxsADAwMDY0NCAwMDAwMDE1MCAgMDEwNjU2IAAwAHVzdGFyADBhIGxheWVyLCAKEAAEwQ8OvqFAPQ8ADWgilwU5yE0KgAawIcBvkAwAyYEHsBaAYyUwNwEk',
  'base64',
)
const hasZstd = 'createZstdDecompress' in zlib
const asIs = (bytes: Buffer) => bytes

test.each<{ name: string; pack: (bytes: Buffer) => Buffer; mediaType: string }>([
  { name: 'gzip', pack: gzipSync, mediaType: `${oci}+gzip` },
  { name: 'gzip, in Docker’s own words', pack: gzipSync, mediaType: `${docker}.gzip` },
  {
    name: 'gzip in several members, as parallel packers write it',
    pack: (bytes) => Buffer.concat([gzipSync(bytes.subarray(0, 30)), gzipSync(bytes.subarray(30))]),
    mediaType: `${oci}+gzip`,
  },
  { name: 'no compression', pack: asIs, mediaType: oci },
  { name: 'no compression, in Docker’s own words', pack: asIs, mediaType: docker },
])('counts a layer with $name', async ({ pack: compressed, mediaType }) => {
  await using layout = await makeLayout()
  const { descriptor, diffId } = await layout.layer(content, compressed, mediaType)
  expect(await listLayer(layout.path, descriptor, diffId, true)).toEqual(listed)
})

/** Bytes that no compression makes smaller, the same in every run. */
const noise = (sizeBytes: number): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.ceil(sizeBytes / 32) }, (_, index) =>
      createHash('sha256').update(`${index}`).digest(),
    ),
  ).subarray(0, sizeBytes)

test.each<{ name: string; pack: (bytes: Buffer) => Buffer; mediaType: string }>([
  { name: 'gzip', pack: gzipSync, mediaType: `${oci}+gzip` },
  ...(hasZstd
    ? [{ name: 'zstd', pack: (bytes: Buffer) => zlib.zstdCompressSync(bytes), mediaType: `${oci}+zstd` }]
    : []),
])('knows of each file how well it compresses: $name', async ({ pack: compressed, mediaType }) => {
  await using layout = await makeLayout()
  const text = Buffer.from('hello world '.repeat(200_000))
  const files = { 'a.txt': text, 'b.bin': noise(2_400_000), 'c.txt': text, 'd.bin': noise(150_000) }
  const { descriptor, diffId } = await layout.layer(await tarOf(files), compressed, mediaType)
  const listing = await listLayer(layout.path, descriptor, diffId, true)
  const shares = Object.fromEntries(
    listing.content.files.map(([path, , , compressedBytes]) => [path, compressedBytes]),
  )
  const sum = Object.values(shares).reduce((all, one) => all + one, 0)
  expect(sum).toBeLessThanOrEqual(descriptor.size)
  expect(descriptor.size - sum).toBeLessThan(3_000)
  // To the size of the blocks that both are seen in.
  expect(shares['a.txt']).toBeLessThan(40_000)
  expect(shares['c.txt']).toBeLessThan(40_000)
  expect(Math.abs((shares['b.bin'] ?? 0) - 2_400_000)).toBeLessThan(40_000)
  expect(Math.abs((shares['d.bin'] ?? 0) - 150_000)).toBeLessThan(40_000)
})

test('counts an empty layer', async () => {
  await using layout = await makeLayout()
  const { descriptor, diffId } = await layout.layer('')
  expect(await listLayer(layout.path, descriptor, diffId, true)).toEqual({
    uncompressedBytes: 0,
    content: { files: [], removed: [], documents: [], readyToRun: [] },
  })
})

test('counts a layer with zstd where node knows it, and says so where it does not', async () => {
  await using layout = await makeLayout()
  const descriptor = await layout.blob(zstdContent, `${oci}+zstd`)
  const counted = await listLayer(layout.path, descriptor, sha256(content), true).catch(
    (error: unknown) => (error as Error).message,
  )
  expect(counted).toEqual(
    hasZstd
      ? listed
      : `a layer is compressed with zstd, which node ${process.version} can not unpack; node 24 can`,
  )
})

test('counts a layer of many megabytes in little memory', async () => {
  await using layout = await makeLayout()
  // Zeros, as `fallocate` makes them: they shrink to a thousandth, and are no trap.
  const zeros = Buffer.alloc(64 * 1024 * 1024)
  const hash = sha256(zeros).slice(7, 23)
  const { descriptor, diffId } = await layout.layer(await tarOf({ zeros }))
  expect(descriptor.size).toBeLessThan(67_000)
  const before = process.memoryUsage().arrayBuffers
  expect((await listLayer(layout.path, descriptor, diffId, true)).content.files).toEqual([
    ['zeros', 64 * 1024 * 1024, hash, expect.any(Number)],
  ])
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024)
})

test('stops at a bomb before it has uncompressed it', async () => {
  await using layout = await makeLayout()
  const { descriptor, diffId } = await layout.layer(Buffer.alloc(64 * 1024 * 1024))
  await expect(
    listLayer(layout.path, descriptor, diffId, true, { maxRatio: 100, freeBytes: 1024 * 1024 }),
  ).rejects.toThrow(`the layer ${descriptor.digest} unpacks to more than 100 times its size`)
})

test('a small layer may unpack to more than its share', async () => {
  await using layout = await makeLayout()
  const { descriptor, diffId } = await layout.layer(await tarOf({ zeros: Buffer.alloc(1024 * 1024) }))
  const limits = { maxRatio: 100, freeBytes: 1024 * 1024 + 2048 }
  expect(await listLayer(layout.path, descriptor, diffId, true, limits)).toMatchObject({
    uncompressedBytes: 1024 * 1024 + 1536,
  })
})

test('names the layer whose bytes were changed', async () => {
  await using layout = await makeLayout()
  const { descriptor, diffId } = await layout.layer(content)
  const bytes = gzipSync(content)
  bytes[bytes.length - 6] = (bytes[bytes.length - 6] ?? 0) ^ 1
  await writeFile(layout.blobPath(descriptor.digest), bytes)
  await expect(listLayer(layout.path, descriptor, diffId, true)).rejects.toThrow(
    new RegExp(`^the layer ${descriptor.digest} can not be uncompressed: .*incorrect data check$`),
  )
})

test('names the layer that is another one than its digest says', async () => {
  await using layout = await makeLayout()
  const { descriptor } = await layout.layer(content, asIs, oci)
  const other = await tarOf({ 'app/a.dll': 'A LAYER, a layer, a layer\n'.repeat(4) })
  await writeFile(layout.blobPath(descriptor.digest), other)
  await expect(listLayer(layout.path, descriptor, sha256(other), true)).rejects.toThrow(
    `the layer ${descriptor.digest} has the digest ${sha256(other)}`,
  )
})

test('names the layer that unpacks to something else than the config says', async () => {
  await using layout = await makeLayout()
  const { descriptor } = await layout.layer(content)
  const wrong = sha256('other')
  await expect(listLayer(layout.path, descriptor, wrong, true)).rejects.toThrow(
    `the layer ${wrong} has the digest ${sha256(content)}`,
  )
})

test('names the layer that was cut', async () => {
  await using layout = await makeLayout()
  const { descriptor, diffId } = await layout.layer(content)
  await truncate(layout.blobPath(descriptor.digest), descriptor.size - 5)
  await expect(listLayer(layout.path, descriptor, diffId, true)).rejects.toThrow(
    `the blob ${descriptor.digest} has ${descriptor.size - 5} bytes where ${descriptor.size} were announced`,
  )
})

test('names the layer that ends too early although its size is right', async () => {
  await using layout = await makeLayout()
  const cut = gzipSync(content).subarray(0, 20)
  const descriptor = await layout.blob(cut, `${oci}+gzip`)
  await expect(listLayer(layout.path, descriptor, sha256(content), true)).rejects.toThrow(
    new RegExp(`^the layer ${descriptor.digest} can not be uncompressed: .*unexpected end of file$`),
  )
})

test.each([100, 512 + 70, 512 + 90_000])('names the layer whose tar ends after %i bytes', async (length) => {
  await using layout = await makeLayout()
  const whole = await tarOf({ 'app/a.dll': 'x'.repeat(200_000) })
  const { descriptor, diffId } = await layout.layer(whole.subarray(0, length))
  await expect(listLayer(layout.path, descriptor, diffId, true)).rejects.toThrow(
    `the layer ${descriptor.digest} can not be uncompressed: Unexpected end of data`,
  )
})

test('follows no link', async () => {
  await using layout = await makeLayout()
  const { descriptor, diffId } = await layout.layer(content)
  await rename(layout.blobPath(descriptor.digest), `${layout.path}/elsewhere`)
  await symlink(`${layout.path}/elsewhere`, layout.blobPath(descriptor.digest))
  await expect(listLayer(layout.path, descriptor, diffId, true)).rejects.toThrow(
    `the blob ${descriptor.digest} is no regular file`,
  )
})

test('lists files, whiteouts and links by their names alone, and keeps what explains them', async () => {
  await using layout = await makeLayout()
  const archive = pack()
  archive.entry({ name: './app/', type: 'directory' })
  archive.entry({ name: './app/Shop.deps.json' }, '{"libraries":{}}')
  archive.entry({ name: '/etc/os-release' }, 'ID=debian')
  archive.entry({ name: '../../etc/passwd' }, 'root')
  archive.entry({ name: 'app/link', type: 'symlink', linkname: '../../etc/passwd' })
  archive.entry({ name: 'app/again.dll', type: 'link', linkname: 'app/Shop.dll' })
  archive.entry({ name: 'dev/null', type: 'character-device' })
  archive.entry({ name: 'app/fifo', type: 'fifo' })
  archive.entry({ name: 'tmp/.wh.cache' }, '')
  archive.entry({ name: 'var/lib/.wh..wh..opq' }, '')
  archive.finalize()
  const { descriptor, diffId } = await layout.layer(await buffer(archive))
  const hash = (text: string): string => sha256(text).slice(7, 23)
  const expected = {
    files: [
      ['app/Shop.deps.json', 16, hash('{"libraries":{}}'), expect.any(Number)],
      ['etc/os-release', 9, hash('ID=debian'), expect.any(Number)],
      ['../../etc/passwd', 4, hash('root'), expect.any(Number)],
      ['app/link', 0, '', 0],
      ['app/again.dll', 0, '', 0],
      ['dev/null', 0, '', 0],
      ['app/fifo', 0, '', 0],
    ],
    removed: ['tmp/cache', 'var/lib/'],
    documents: [
      { path: 'app/Shop.deps.json', text: '{"libraries":{}}' },
      { path: 'etc/os-release', text: 'ID=debian' },
    ],
  }
  expect((await listLayer(layout.path, descriptor, diffId, true)).content).toEqual({
    ...expected,
    readyToRun: [],
  })
  expect((await listLayer(layout.path, descriptor, diffId, false)).content).toEqual({
    ...expected,
    files: expected.files.map(([path, sizeBytes, , compressedBytes]) => [
      path,
      sizeBytes,
      '',
      compressedBytes,
    ]),
    documents: [{ path: 'etc/os-release', text: 'ID=debian' }],
  })
})

test('says so of a layer that is no tar', async () => {
  await using layout = await makeLayout()
  const { descriptor, diffId } = await layout.layer(Buffer.alloc(2048, 'no tar '))
  await expect(listLayer(layout.path, descriptor, diffId, true)).rejects.toThrow(
    new RegExp(`^the layer ${descriptor.digest} can not be uncompressed: .*tar`, 'i'),
  )
})

test('says so of a layer that is not there', async () => {
  await using layout = await makeLayout()
  const descriptor = { mediaType: oci, digest: sha256(content), size: 1 }
  await expect(listLayer(layout.path, descriptor, sha256(content), true)).rejects.toThrow(
    `the blob ${descriptor.digest} is missing`,
  )
})

test.each([`${oci}+bzip2`, 'application/vnd.in-toto+json', ''])(
  'says that it can not unpack "3b897095779130d7"',
  async (mediaType) => {
    await using layout = await makeLayout()
    const { descriptor, diffId } = await layout.layer(content, asIs, mediaType)
    await expect(listLayer(layout.path, descriptor, diffId, true)).rejects.toThrow(
      `a layer has the media type ${mediaType}, which can not be uncompressed here`,
    )
  },
)
