import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, expect } from '@jest/globals'
import { pack, type Header } from 'tar-stream'

import { listLayer, type ListedLayer } from '../../src/measure/oci/list-layer.ts'
import { maxDocumentBytes } from '../../src/measure/record/image-record.ts'
import { blobPath } from '../../src/measure/oci/oci-layout.ts'
import { readSavedImage } from '../../src/measure/oci/saved-image.ts'
import { extractResults } from '../../src/testing/results/extract-results.ts'
import { makeTempFolder, type TempFolder } from '../unit/temp-folder.ts'
import { fuzz } from './fuzz.ts'
import { strangeText } from './mutate.ts'
import type { Random } from './random.ts'
import { inChunks } from './xml-documents.ts'

let temp: TempFolder
beforeAll(async () => {
  temp = await makeTempFolder({ 'outside.txt': 'x' })
})
afterAll(async () => {
  await temp[Symbol.asyncDispose]()
})

const names = [
  'app/Shop.dll',
  'app/Shop.deps.json',
  'etc/os-release',
  '.wh.x',
  'a/.wh..wh..opq',
  '0/a.trx',
  '1/x/y.xml',
  '../../outside.txt',
  '/etc/passwd',
  '0/../../b.trx',
  '2/a.trx/b.trx',
  '3/a\\b.trx',
  './',
  '',
]
const types = [
  'file',
  'file',
  'file',
  'file',
  'directory',
  'symlink',
  'link',
  'fifo',
  'character-device',
] as const

/** A tar archive of strange entries, with broken bytes at times. */
async function makeTar(random: Random): Promise<Buffer> {
  const archive = pack()
  for (let entries = random.below(6); entries >= 0; entries -= 1) {
    const type = random.pick(types)
    const name = random.oneIn(3) ? strangeText(random, 30) : random.pick(names)
    const content = type === 'file' ? '{"a":1}'.repeat(random.below(200)) : ''
    const headers: Partial<Header> & Pick<Header, 'name'> = {
      name,
      type,
      size: content.length,
      ...(type.endsWith('link') && { linkname: '../outside.txt' }),
    }
    archive.entry(headers, content)
  }
  archive.finalize()
  const bytes = await buffer(archive)
  if (random.oneIn(2)) return bytes
  for (let flips = random.below(8); flips >= 0; flips -= 1)
    bytes[random.below(bytes.length)] = random.below(256)
  return random.oneIn(3) ? bytes.subarray(0, random.below(bytes.length)) : bytes
}

const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

function expectSound(
  { uncompressedBytes, content: { files, removed, documents } }: ListedLayer,
  tar: Buffer,
): void {
  expect(uncompressedBytes).toBe(tar.length)
  for (const [path, sizeBytes, hash] of files) {
    expect(path.length).toBeLessThanOrEqual(4096)
    expect(Number.isSafeInteger(sizeBytes) && sizeBytes >= 0).toBe(true)
    expect(hash).toMatch(/^(?:[0-9a-f]{16})?$/)
  }
  expect(removed.every((path) => typeof path === 'string')).toBe(true)
  expect(documents.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(maxDocumentBytes)
}

/** The value, or undefined where it was refused with a plain Error. */
async function orError<T>(promise: Promise<T>): Promise<T | undefined> {
  return promise.catch((error: unknown) => {
    // Of another realm in jest's VM, so not `instanceof`.
    expect((error as Error).name).toMatch(/^(?:Unreadable|Range)?(?:Layer)?Error$/)
    expect((error as Error).message).not.toMatch(/undefined|is not a function|Cannot read/)
    return undefined
  })
}

fuzz('a layer is listed, or refused with an error that names it', {
  rounds: 120,
  make: makeTar,
  check: async (made, random) => {
    const tar = await made
    const isGzip = random.oneIn(2)
    const compressed = isGzip ? gzipSync(tar) : tar
    if (random.oneIn(6)) compressed[random.below(compressed.length)] = random.below(256)
    const digest = sha256(compressed)
    const path = await temp.write(blobPath('layout', digest), compressed)
    const mediaType = `application/vnd.oci.image.layer.v1.tar${isGzip ? '+gzip' : ''}`
    const descriptor = { mediaType, digest, size: compressed.length }
    const listed = await orError(
      listLayer(join(temp.path, 'layout'), descriptor, sha256(tar), random.oneIn(2)),
    )
    if (listed !== undefined) expectSound(listed, tar)
    await rm(path)
  },
})

const saved = readFileSync(new URL('../fixtures/docker-save/docker-28.tar', import.meta.url))
const wanted = {
  configDigest: 'sha256:c67aec4b984e78c12937b8a3e94aa22f7dd14fb13960e5724bcfc1e160e4a413',
  diffIds: [
    'sha256:861abfe2e05b48c445a68dd900347b9becc74e2d37ffa2ff58c9ab3ce3ee29b4',
    'sha256:41815a2dd2585d4ded052ef107ccddedcc38540efb3870c4fa196a8cb487690f',
    'sha256:9d2697e6186d26a5b8fe8874a54c066593f2649db70b514d7d1f3f719c64ce06',
  ],
  knownDiffIds: new Set<string>(),
}

fuzz('a saved image is the one that was wanted, or an error', {
  rounds: 120,
  make: (random) => {
    const bytes = Buffer.from(saved)
    for (let flips = random.below(8); flips > 0; flips -= 1)
      bytes[random.below(bytes.length)] = random.below(256)
    return random.oneIn(3) ? bytes.subarray(0, random.below(bytes.length)) : bytes
  },
  check: async (bytes, random) => {
    const { stream, image } = readSavedImage(wanted)
    const read = async () => {
      await pipeline(Readable.from(inChunks(random, bytes)), stream)
      return image()
    }
    const found = await orError(read())
    if (found !== undefined) expect([...found.layers.keys()].sort()).toEqual([...wanted.diffIds].sort())
  },
})

fuzz('results come out into their folder and nowhere else', {
  rounds: 80,
  make: makeTar,
  check: async (made) => {
    const archive = join(temp.path, 'results.tar')
    await writeFile(archive, await made)
    const folder = join(temp.path, 'results')
    const { files } = await extractResults(archive, folder)
    for (const { path, run } of files) expect(path.startsWith(`${folder}/${run}/`)).toBe(true)
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length)
    expect((await readdir(temp.path)).filter((name) => !['layout', 'results'].includes(name)).sort()).toEqual(
      ['outside.txt', 'results.tar'],
    )
    expect(readFileSync(join(temp.path, 'outside.txt'), 'utf8')).toBe('x')
    await rm(folder, { recursive: true, force: true })
  },
})
