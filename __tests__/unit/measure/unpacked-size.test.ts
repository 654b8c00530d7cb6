import { expect, test } from '@jest/globals'
import { rename, symlink, truncate, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import * as zlib from 'node:zlib'
import { countUnpackedBytes } from '../../../src/measure/unpacked-size.ts'
import { makeLayout, sha256 } from './a-layout.ts'

const oci = 'application/vnd.oci.image.layer.v1.tar'
const docker = 'application/vnd.docker.image.rootfs.diff.tar'
const content = 'a layer, a layer, a layer\n'.repeat(4)
/** `content` as node 24’s zstdCompressSync packs it, since node 20 can't. */
const zstdContent = Buffer.from('KLUv/SBovQAAUGEgbGF5ZXIsIAoEAOp5AGhAE7lEyhE=', 'base64')
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
])('counts a layer with $name', async ({ pack, mediaType }) => {
  await using layout = await makeLayout()
  const { descriptor, diffId } = await layout.layer(content, pack, mediaType)
  expect(await countUnpackedBytes(layout.path, descriptor, diffId)).toBe(content.length)
})

test('counts an empty layer', async () => {
  await using layout = await makeLayout()
  const { descriptor, diffId } = await layout.layer('')
  expect(await countUnpackedBytes(layout.path, descriptor, diffId)).toBe(0)
})

test('counts a layer with zstd where node knows it, and says so where it does not', async () => {
  await using layout = await makeLayout()
  const descriptor = await layout.blob(zstdContent, `${oci}+zstd`)
  const counted = await countUnpackedBytes(layout.path, descriptor, sha256(content)).catch(
    (error: unknown) => (error as Error).message,
  )
  expect(counted).toBe(
    hasZstd
      ? content.length
      : `a layer is compressed with zstd, which node ${process.version} can not unpack; node 24 can`,
  )
})

test('counts a layer of many megabytes in little memory', async () => {
  await using layout = await makeLayout()
  // Zeros, as `fallocate` makes them: they shrink to a thousandth, and are no trap.
  const { descriptor, diffId } = await layout.layer(Buffer.alloc(64 * 1024 * 1024))
  expect(descriptor.size).toBeLessThan(66_000)
  const before = process.memoryUsage().arrayBuffers
  expect(await countUnpackedBytes(layout.path, descriptor, diffId)).toBe(64 * 1024 * 1024)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024)
})

test('stops at a bomb before it has unpacked it', async () => {
  await using layout = await makeLayout()
  const { descriptor, diffId } = await layout.layer(Buffer.alloc(64 * 1024 * 1024))
  await expect(
    countUnpackedBytes(layout.path, descriptor, diffId, { maxRatio: 100, freeBytes: 1024 * 1024 }),
  ).rejects.toThrow(`the layer ${descriptor.digest} unpacks to more than 100 times its size`)
})

test('a small layer may unpack to more than its share', async () => {
  await using layout = await makeLayout()
  const { descriptor, diffId } = await layout.layer(Buffer.alloc(1024 * 1024))
  const limits = { maxRatio: 100, freeBytes: 1024 * 1024 }
  expect(await countUnpackedBytes(layout.path, descriptor, diffId, limits)).toBe(1024 * 1024)
})

test('names the layer whose bytes were changed', async () => {
  await using layout = await makeLayout()
  const { descriptor, diffId } = await layout.layer(content)
  const bytes = gzipSync(content)
  bytes[bytes.length - 6] = (bytes[bytes.length - 6] ?? 0) ^ 1
  await writeFile(layout.blobPath(descriptor.digest), bytes)
  await expect(countUnpackedBytes(layout.path, descriptor, diffId)).rejects.toThrow(
    new RegExp(`^the layer ${descriptor.digest} can not be unpacked: .*incorrect data check$`),
  )
})

test('names the layer that is another one than its digest says', async () => {
  await using layout = await makeLayout()
  const { descriptor } = await layout.layer(content, asIs, oci)
  const other = content.replaceAll('layer', 'LAYER')
  await writeFile(layout.blobPath(descriptor.digest), other)
  await expect(countUnpackedBytes(layout.path, descriptor, sha256(other))).rejects.toThrow(
    `the layer ${descriptor.digest} has the digest ${sha256(other)}`,
  )
})

test('names the layer that unpacks to something else than the config says', async () => {
  await using layout = await makeLayout()
  const { descriptor } = await layout.layer(content)
  const wrong = sha256('other')
  await expect(countUnpackedBytes(layout.path, descriptor, wrong)).rejects.toThrow(
    `the layer ${wrong} has the digest ${sha256(content)}`,
  )
})

test('names the layer that was cut', async () => {
  await using layout = await makeLayout()
  const { descriptor, diffId } = await layout.layer(content)
  await truncate(layout.blobPath(descriptor.digest), descriptor.size - 5)
  await expect(countUnpackedBytes(layout.path, descriptor, diffId)).rejects.toThrow(
    `the blob ${descriptor.digest} has ${descriptor.size - 5} bytes where ${descriptor.size} were announced`,
  )
})

test('names the layer that ends too early although its size is right', async () => {
  await using layout = await makeLayout()
  const cut = gzipSync(content).subarray(0, 20)
  const descriptor = await layout.blob(cut, `${oci}+gzip`)
  await expect(countUnpackedBytes(layout.path, descriptor, sha256(content))).rejects.toThrow(
    new RegExp(`^the layer ${descriptor.digest} can not be unpacked: .*unexpected end of file$`),
  )
})

test('follows no link', async () => {
  await using layout = await makeLayout()
  const { descriptor, diffId } = await layout.layer(content)
  await rename(layout.blobPath(descriptor.digest), `${layout.path}/elsewhere`)
  await symlink(`${layout.path}/elsewhere`, layout.blobPath(descriptor.digest))
  await expect(countUnpackedBytes(layout.path, descriptor, diffId)).rejects.toThrow(
    `the blob ${descriptor.digest} is no regular file`,
  )
})

test('says so of a layer that is not there', async () => {
  await using layout = await makeLayout()
  const descriptor = { mediaType: oci, digest: sha256(content), size: 1 }
  await expect(countUnpackedBytes(layout.path, descriptor, sha256(content))).rejects.toThrow(
    `the blob ${descriptor.digest} is missing`,
  )
})

test.each([`${oci}+bzip2`, 'application/vnd.in-toto+json', ''])(
  'says that it can not unpack "%s"',
  async (mediaType) => {
    await using layout = await makeLayout()
    const { descriptor, diffId } = await layout.layer(content, asIs, mediaType)
    await expect(countUnpackedBytes(layout.path, descriptor, diffId)).rejects.toThrow(
      `a layer has the media type ${mediaType}, which can not be unpacked here`,
    )
  },
)
