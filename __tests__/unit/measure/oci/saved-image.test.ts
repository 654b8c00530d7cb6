import { expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { readSavedImage, type SavedImage, type WantedImage } from '../../../../src/measure/oci/saved-image.ts'
import { sha256 } from '../a-layout.ts'

const recorded = new URL('../../../fixtures/docker-save/docker-28.tar', import.meta.url)
const [osRelease, workdir, app] = [
  'sha256:861abfe2e05b48c445a68dd900347b9becc74e2d37ffa2ff58c9ab3ce3ee29b4',
  'sha256:41815a2dd2585d4ded052ef107ccddedcc38540efb3870c4fa196a8cb487690f',
  'sha256:9d2697e6186d26a5b8fe8874a54c066593f2649db70b514d7d1f3f719c64ce06',
] as const
const small: WantedImage = {
  configDigest: 'sha256:c67aec4b984e78c12937b8a3e94aa22f7dd14fb13960e5724bcfc1e160e4a413',
  diffIds: [osRelease, workdir, app],
  knownDiffIds: new Set(),
}

type Entries = [name: string, content: Buffer][]

async function readRecorded(): Promise<Entries> {
  const entries: Entries = []
  for await (const entry of Readable.from(await readFile(recorded)).pipe(extract())) {
    entries.push([entry.header.name, await buffer(entry)])
  }
  return entries.filter(([name]) => !name.endsWith('/'))
}

async function save(entries: Entries, wanted: WantedImage = small): Promise<SavedImage> {
  const archive = pack()
  for (const [name, content] of entries) archive.entry({ name }, content)
  archive.finalize()
  const { stream, image } = readSavedImage(wanted)
  await pipeline(Readable.from(await buffer(archive)), stream)
  return image()
}

/** The same image as Docker wrote it before 25: a folder with a layer.tar for each layer, named by nothing that is known. */
function inOldForm(entries: Entries): Entries {
  return entries.flatMap(([name, content], index): Entries => {
    const digest = name.replace('blobs/sha256/', 'sha256:')
    if (digest === small.configDigest) return [[`${digest.slice('sha256:'.length)}.json`, content]]
    if (!small.diffIds.includes(digest)) return []
    const folder = String(index).repeat(64).slice(0, 64)
    return [
      [`${folder}/VERSION`, Buffer.from('1.0')],
      [`${folder}/json`, Buffer.from('{}')],
      [`${folder}/layer.tar`, content],
    ]
  })
}

const hash = (text: string): string => sha256(text).slice('sha256:'.length).slice(0, 16)
const deps = '{"runtimeTarget": {"name": ".NETCoreApp,Version=v10.0"}}\n'
const documents = [{ path: 'app/Shop.deps.json', text: deps }]

test.each([
  { form: 'since Docker 25', rewrite: (entries: Entries) => entries },
  { form: 'before Docker 25', rewrite: inOldForm },
])('reads what docker save writes $form', async ({ rewrite }) => {
  const entries = await readRecorded()
  const image = await save(rewrite(entries))
  const compressed = (diffId: string): number => {
    const [, content = Buffer.alloc(0)] =
      entries.find(([name]) => name.endsWith(diffId.slice('sha256:'.length))) ?? []
    return gzipSync(content, { level: 4 }).length
  }
  expect(image.configBytes).toBe(962)
  expect(image.config).toMatchObject({ os: 'linux', config: { User: '1654' } })
  expect(Object.fromEntries(image.layers)).toEqual({
    [osRelease]: {
      uncompressedBytes: 2560,
      compressedBytes: compressed(osRelease),
      content: {
        files: [['etc/os-release', 13, hash('NAME="Small"\n'), expect.any(Number)]],
        removed: [],
        documents: [{ path: 'etc/os-release', text: 'NAME="Small"\n' }],
        readyToRun: [],
      },
    },
    [workdir]: {
      uncompressedBytes: 1536,
      compressedBytes: compressed(workdir),
      content: { files: [], removed: [], documents: [], readyToRun: [] },
    },
    [app]: {
      uncompressedBytes: 3584,
      compressedBytes: compressed(app),
      content: {
        files: [
          ['app/Shop.deps.json', deps.length, hash(deps), expect.any(Number)],
          ['app/Shop.dll', 7, hash('an app\n'), expect.any(Number)],
        ],
        removed: [],
        documents,
        readyToRun: [],
      },
    },
  })
})

test('layers that are known are passed over', async () => {
  const image = await save(await readRecorded(), { ...small, knownDiffIds: new Set([osRelease, app]) })
  expect([...image.layers.keys()]).toEqual([workdir])
})

test.each<{ name: string; change: (entries: Entries) => Entries; message: RegExp }>([
  {
    name: 'without its config',
    change: (entries) => entries.filter(([name]) => !name.includes('c67aec4b')),
    message: /gave no config sha256:c67aec4b/,
  },
  {
    name: 'without a layer',
    change: (entries) => entries.filter(([name]) => !name.includes('9d2697e6')),
    message: /gave no layer with the content sha256:9d2697e6/,
  },
  {
    name: 'with another layer under the name of one',
    change: (entries) =>
      entries.map(([name, content]) => [name, name.includes('9d2697e6') ? Buffer.alloc(1024) : content]),
    message: /gave no layer with the content sha256:9d2697e6/,
  },
  {
    name: 'with another config under the name of it',
    change: (entries) =>
      entries.map(([name, content]) => [name, name.includes('c67aec4b') ? Buffer.from('{}') : content]),
    message: /the config sha256:c67aec4b\w+ has the digest sha256:44136fa3/,
  },
])('throws for an image $name', async ({ change, message }) => {
  await expect(save(change(await readRecorded()))).rejects.toThrow(message)
})

test('throws for an archive that ends too early', async () => {
  const { stream } = readSavedImage(small)
  const bytes = await readFile(recorded)
  await expect(pipeline(Readable.from(bytes.subarray(0, 4000)), stream)).rejects.toThrow(/end of data/)
})
