import { expect, test } from '@jest/globals'
import { compareContents } from '../../../src/compare/compare-contents.ts'
import { readOwnFiles } from '../../../src/measure/analyze/attribution.ts'
import type { ImageRecord, LayerRecord } from '../../../src/measure/record/image-record.ts'
import { imageRecord, layerRecord } from '../measure/a-layout.ts'
import { publishedImage } from '../measure/dotnet/published.ts'

type Files = Record<string, [sizeBytes: number, hash: string, compressedBytes: number]>

const deps = (version: string): string =>
  JSON.stringify({
    runtimeTarget: { name: '.NETCoreApp,Version=v10.0' },
    targets: {
      '.NETCoreApp,Version=v10.0': {
        'Shop/1.0.0': { runtime: { 'Shop.dll': {} } },
        [`Dapper/${version}`]: { runtime: { 'lib/net8.0/Dapper.dll': {} } },
      },
    },
    libraries: { 'Shop/1.0.0': { type: 'project' }, [`Dapper/${version}`]: { type: 'package' } },
  })

/** A layer that the same instruction makes of these files; its tar has 1,000 bytes beside them. */
const appLayer = (files: Files, compressedBytes: number, version = '2.1.0'): LayerRecord => {
  const sizes = Object.values(files).map(([sizeBytes]) => sizeBytes)
  return layerRecord(JSON.stringify([files, compressedBytes, version]), {
    createdBy: 'COPY /app .',
    compressedBytes,
    uncompressedBytes: sizes.reduce((sum, size) => sum + size, 1_000),
    content: {
      files: Object.entries(files).map(([path, [size, hash, compressed]]) => [
        `app/${path}`,
        size,
        hash.repeat(16),
        compressed,
      ]),
      removed: [],
      documents: [{ path: 'app/Shop.deps.json', text: deps(version) }],
    },
  })
}

const baseLayer = layerRecord('base', { compressedBytes: 5_000, uncompressedBytes: 9_000 })
const image = (...own: LayerRecord[]): ImageRecord =>
  imageRecord([baseLayer, ...own], { base: { name: 'aspnet', layerCount: 1, dotnetVersion: '10.0.1' } })

const shop: Files = { 'Shop.dll': [4_000, 'a', 1_900], 'Dapper.dll': [6_000, 'd', 2_600] }

test.each<{ name: string; before: ImageRecord; after: ImageRecord; parts: object[]; files: object[] }>([
  {
    name: 'a package that came',
    before: image(appLayer({ 'Shop.dll': [4_000, 'a', 1_900] }, 2_000)),
    after: image(appLayer(shop, 4_600)),
    parts: [
      {
        kind: 'package',
        name: 'Dapper',
        versionBefore: undefined,
        versionAfter: '2.1.0',
        compressedChangeBytes: 2_600,
        uncompressedChangeBytes: 6_000,
        isEstimate: true,
      },
    ],
    files: [
      {
        kind: 'added',
        path: 'app/Dapper.dll',
        beforeBytes: 0,
        afterBytes: 6_000,
        compressedChangeBytes: 2_600,
      },
    ],
  },
  {
    name: 'a package that grew and code that grew, each as it compresses',
    before: image(appLayer(shop, 5_000)),
    after: image(
      appLayer({ 'Shop.dll': [5_000, 'b', 4_000], 'Dapper.dll': [9_000, 'e', 2_500] }, 7_000, '2.2.0'),
    ),
    parts: [
      {
        kind: 'package',
        versionBefore: '2.1.0',
        versionAfter: '2.2.0',
        compressedChangeBytes: -100,
        uncompressedChangeBytes: 3_000,
      },
      { kind: 'project', name: 'Shop', compressedChangeBytes: 2_100, uncompressedChangeBytes: 1_000 },
    ],
    files: [
      { kind: 'changed', path: 'app/Dapper.dll', beforeBytes: 6_000, afterBytes: 9_000 },
      { kind: 'changed', path: 'app/Shop.dll', beforeBytes: 4_000, afterBytes: 5_000 },
    ],
  },
  {
    name: 'the same files with other times in the archive',
    before: image(appLayer(shop, 5_000)),
    after: image(appLayer(shop, 5_040)),
    parts: [],
    files: [],
  },
  {
    name: 'files that changed content at equal size: they are the change',
    before: image(appLayer({ ...shop, 'a.bin': [9_000, '0', 20], 'b.bin': [9_000, '1', 9_000] }, 14_000)),
    after: image(appLayer({ ...shop, 'a.bin': [9_000, '2', 9_000], 'b.bin': [9_000, '3', 300] }, 14_280)),
    parts: [{ kind: 'other', compressedChangeBytes: 280, uncompressedChangeBytes: 0 }],
    files: [
      {
        kind: 'changed',
        path: 'app/a.bin',
        compressedChangeBytes: 8_980,
        beforeBytes: 9_000,
        afterBytes: 9_000,
      },
      {
        kind: 'changed',
        path: 'app/b.bin',
        compressedChangeBytes: -8_700,
        beforeBytes: 9_000,
        afterBytes: 9_000,
      },
    ],
  },
  {
    name: 'a file that moved',
    before: image(appLayer({ ...shop, 'old.json': [500, 'f', 90] }, 5_000)),
    after: image(appLayer({ ...shop, 'new.json': [500, 'f', 97] }, 5_000)),
    parts: [],
    files: [
      {
        kind: 'renamed',
        path: 'app/new.json',
        pathBefore: 'app/old.json',
        afterBytes: 500,
        compressedChangeBytes: 0,
      },
    ],
  },
  {
    name: 'growth here and shrinking there',
    before: image(appLayer({ 'Shop.dll': [4_000, 'a', 1_000], 'Dapper.dll': [6_000, 'd', 3_000] }, 5_000)),
    after: image(
      appLayer({ 'Shop.dll': [6_000, 'b', 3_300], 'Dapper.dll': [4_000, 'e', 1_100] }, 5_400, '2.0.0'),
    ),
    parts: [
      { kind: 'project', compressedChangeBytes: 2_300, uncompressedChangeBytes: 2_000 },
      {
        kind: 'package',
        versionAfter: '2.0.0',
        compressedChangeBytes: -1_900,
        uncompressedChangeBytes: -2_000,
      },
    ],
    files: [{ path: 'app/Shop.dll' }, { path: 'app/Dapper.dll' }],
  },
  {
    name: 'files that moved to a layer of their own: nothing',
    before: image(appLayer(shop, 5_000)),
    after: image(
      { ...appLayer({ 'Dapper.dll': [6_000, 'd', 2_580] }, 2_600), createdBy: 'COPY packages .' },
      appLayer({ 'Shop.dll': [4_000, 'a', 1_910] }, 2_500),
    ),
    parts: [],
    files: [],
  },
  {
    name: 'a layer that was not listed',
    before: image(appLayer(shop, 5_000)),
    after: image(
      layerRecord('big', { createdBy: 'COPY /app .', compressedBytes: 9_000, uncompressedBytes: 20_000 }),
    ),
    parts: [
      { kind: 'unlisted', name: 'COPY /app .', compressedChangeBytes: 4_000, uncompressedChangeBytes: 9_000 },
    ],
    files: [],
  },
])('tells $name', ({ before, after, parts, files }) => {
  const found = compareContents(before, after)
  const withoutTar = found.parts.filter((part) => part.kind !== 'archive')
  expect(withoutTar).toMatchObject(parts)
  expect(withoutTar).toHaveLength(parts.length)
  expect(found.files).toMatchObject(files)
  expect(found.files).toHaveLength(files.length)
  expect(sumOf(found)).toEqual(changeOf(before, after))
})

test('another base image is told apart', () => {
  const before = image(appLayer(shop, 5_000))
  const newer = layerRecord('newer', { compressedBytes: 5_700, uncompressedBytes: 9_900 })
  const after = imageRecord([newer, appLayer(shop, 5_000)], {
    base: { name: 'aspnet', layerCount: 1, dotnetVersion: '10.0.2' },
  })
  expect(compareContents(before, after).parts).toEqual([
    {
      kind: 'base',
      name: 'aspnet',
      versionBefore: '10.0.1',
      versionAfter: '10.0.2',
      compressedChangeBytes: 700,
      uncompressedChangeBytes: 900,
      isEstimate: false,
    },
  ])
})

/** The base image and a layer of its own, each in these compressed bytes; the content is the same. */
const recompressed = (compressedBytes: number, ownBytes: number, digest = 'sha256:new'): ImageRecord =>
  imageRecord(
    [
      { ...baseLayer, digest: `${digest} base`, compressedBytes },
      { ...appLayer(shop, 5_000), digest: `${digest} app`, compressedBytes: ownBytes },
    ],
    { base: { name: 'aspnet', layerCount: 1, dotnetVersion: '10.0.1' } },
  )

test.each<{ name: string; before: ImageRecord; after: ImageRecord; changeBytes: number }>([
  {
    name: 'of the base image',
    before: recompressed(5_000, 5_000),
    after: recompressed(4_989, 5_000, 'sha256:other'),
    changeBytes: -11,
  },
  {
    name: 'of the base image, where its layer is another variant altogether',
    before: recompressed(5_000, 5_000),
    after: recompressed(3_100, 5_000, 'sha256:zstd'),
    changeBytes: -1_900,
  },
  {
    name: 'of an own layer',
    before: recompressed(5_000, 5_000),
    after: recompressed(5_000, 5_040, 'sha256:other'),
    changeBytes: 40,
  },
])(
  'the same content (diffId) $name in other compressed bytes is told as that',
  ({ before, after, changeBytes }) => {
    const { parts, files } = compareContents(before, after)
    expect(parts).toEqual([
      {
        kind: 'recompressed',
        name: '',
        versionBefore: undefined,
        versionAfter: undefined,
        compressedChangeBytes: changeBytes,
        uncompressedChangeBytes: 0,
        isEstimate: false,
      },
    ])
    expect(files).toEqual([])
  },
)

test('where layers are compressed in another way, what equal files gain by that is no change of the files that differ', () => {
  const before = image(appLayer(shop, 5_000))
  const zstd: Files = { 'Shop.dll': [4_200, 'b', 1_700], 'Dapper.dll': [6_000, 'd', 2_000] }
  const after = { ...image(appLayer(zstd, 4_200)), compression: 'zstd' as const }
  const { parts, files } = compareContents(before, after)
  expect(parts.map(({ kind, compressedChangeBytes }) => [kind, compressedChangeBytes])).toEqual([
    ['recompressed', -600],
    ['project', -200],
  ])
  expect(files.map(({ path }) => path)).toEqual(['app/Shop.dll'])
})

test('what files compress to in another layer is not on the account of a small one that changed', () => {
  const layer = (files: Files, compressedBytes: number): LayerRecord => ({
    ...appLayer(files, compressedBytes),
    createdBy: Object.keys(files).join(),
  })
  const big: Files = { 'Shop.dll': [400_000, 'a', 190_000] }
  const { parts } = compareContents(
    image(layer({ ...big, version: [10, 'a', 30] }, 191_000)),
    image(layer(big, 192_000), layer({ version: [10, 'b', 30] }, 500)),
  )
  expect(parts.map(({ kind, compressedChangeBytes }) => [kind, compressedChangeBytes])).toEqual([
    ['archive', 1_440],
    ['other', 60],
  ])
})

test('a package that a second application brings in another version stands beside the first one', () => {
  const second = layerRecord('second', {
    createdBy: 'COPY /second .',
    compressedBytes: 3_000,
    content: {
      files: [['second/Dapper.dll', 6_500, 'e'.repeat(16), 2_700]],
      removed: [],
      documents: [{ path: 'second/Shop.deps.json', text: deps('2.10.0') }],
    },
  })
  const app = appLayer(shop, 5_000, '2.9.0')
  const { parts } = compareContents(image(app), image(app, second))
  expect(parts).toContainEqual(
    expect.objectContaining({ name: 'Dapper', versionBefore: '2.9.0', versionAfter: '2.9.0, 2.10.0' }),
  )
})

/** The layer of a RUN that changes the owner of all files of a layer. */
const chown = ({ content, ...layer }: LayerRecord): LayerRecord => ({
  ...layerRecord(`chown ${layer.digest}`, { ...layer, createdBy: 'RUN chown -R app /app' }),
  content: content && { ...content, documents: [] },
})

test.each([
  {
    name: 'that came',
    before: image(appLayer(shop, 5_000)),
    after: image(appLayer(shop, 5_000), chown(appLayer(shop, 5_000))),
    parts: [
      ['repeated', 'RUN chown -R app /app', 4_500],
      ['archive', '', 500],
    ],
    kinds: ['added', 'added'],
  },
  {
    name: 'that went',
    before: image(appLayer(shop, 5_000), chown(appLayer(shop, 5_000))),
    after: image(appLayer(shop, 5_000)),
    parts: [
      ['repeated', 'RUN chown -R app /app', -4_500],
      ['archive', '', -500],
    ],
    kinds: ['removed', 'removed'],
  },
])(
  'files that a layer writes again $name are on its account, not on that of their packages',
  ({ before, after, ...told }) => {
    const { parts, files } = compareContents(before, after)
    expect(parts.map(({ kind, name, compressedChangeBytes }) => [kind, name, compressedChangeBytes])).toEqual(
      told.parts,
    )
    expect(files.map(({ kind, part }) => [kind, part.kind])).toEqual(
      told.kinds.map((kind) => [kind, 'repeated']),
    )
  },
)

test.each([
  ['linux-x64', 'single-file-small', true],
  ['single-file-small', 'linux-x64', false],
])('from %s to %s, what is inside of the one file is on its account', (before, after, isOn) => {
  const { parts, publishChanges } = compareContents(publishedImage(before), publishedImage(after))
  expect(publishChanges).toEqual([{ setting: 'PublishSingleFile or PublishAot', isOn }])
  expect(parts.map(({ kind }) => kind)).toContain('single-file')
  expect(parts.filter(({ kind }) => kind === 'package' || kind === 'project')).toEqual([])
})

test('assemblies that are compiled to machine code tell how they are published', () => {
  const [il, native] = [/nothing/, /Shop\.\w+\.dll$/].map((compiled) => publishedImage('portable', compiled))
  const changes = [
    [il, native],
    [native, il],
    [publishedImage('portable'), native],
  ].map(([before = image(), after = image()]) => compareContents(before, after).publishChanges)
  const setting = 'PublishReadyToRun'
  expect(changes).toEqual([[{ setting, isOn: true }], [{ setting, isOn: false }], []])
})

test('a layer that was the base image’s and is one of its own now has not changed', () => {
  const app = appLayer(shop, 5_000)
  const onBase = imageRecord([app, layerRecord('a')], { base: { name: 'shop-base', layerCount: 1 } })
  const byItself = imageRecord([app, layerRecord('a')])
  expect(compareContents(onBase, byItself)).toEqual({ parts: [], files: [], publishChanges: [] })
})

test('comparing 45,000 renamed files looks at each a few times', () => {
  let looks = 0
  const manyFiles = (folder: string): ImageRecord => {
    const record = image(
      layerRecord(folder, {
        compressedBytes: 90_000,
        createdBy: 'COPY data .',
        content: {
          files: Array.from({ length: 45_000 }, (_, index) => [
            `data/${folder}/${index}`,
            10,
            index.toString(16).padStart(16, '0'),
            1,
          ]),
          removed: [],
          documents: [],
        },
      }),
    )
    for (const file of readOwnFiles(record)) {
      const { path, hash } = file
      Object.defineProperties(file, {
        path: { get: () => ((looks += 1), path) },
        hash: { get: () => ((looks += 1), hash) },
      })
    }
    return record
  }
  const { files } = compareContents(manyFiles('old'), manyFiles('new'))
  expect(files).toHaveLength(45_000)
  expect(new Set(files.map(({ kind }) => kind))).toEqual(new Set(['renamed']))
  expect(looks).toBeLessThan(20 * 90_000)
})

test('whatever changes, the parts add up to it', () => {
  // A linear congruential generator (Numerical Recipes): the same images in every run.
  let seed = 7
  const next = (limit: number): number => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
    return seed % limit
  }
  const names = ['Shop.dll', 'Shop.pdb', 'Dapper.dll', 'wwwroot/a.css', 'runtimes/win/native/x.dll', 'a/b/c']
  const randomLayer = (): LayerRecord => {
    const chosen = names.filter(() => next(2) === 0)
    const files = chosen.map((name): [string, [number, string, number]] => [
      name,
      [next(9_000), 'abc'.charAt(next(3)), next(2_000)],
    ])
    const { content, ...bare } = appLayer(Object.fromEntries(files), next(9_000))
    return next(8) === 0 ? bare : { ...bare, ...(content && { content }), createdBy: `COPY ${next(3)} .` }
  }
  for (let round = 0; round < 500; round += 1) {
    const [before, after] = [0, 1].map(() => image(...Array.from({ length: next(4) }, randomLayer)))
    if (before === undefined || after === undefined) throw new Error('no images')
    expect(sumOf(compareContents(before, after))).toEqual(changeOf(before, after))
  }
})

function sumOf({ parts }: ReturnType<typeof compareContents>): number[] {
  return [
    parts.reduce((sum, part) => sum + part.compressedChangeBytes, 0),
    parts.reduce((sum, part) => sum + part.uncompressedChangeBytes, 0),
  ]
}

function changeOf(before: ImageRecord, after: ImageRecord): number[] {
  return [after.compressedBytes - before.compressedBytes, after.uncompressedBytes - before.uncompressedBytes]
}

test('of another base image both names are told', () => {
  const onSdk = imageRecord([layerRecord('sdk', { compressedBytes: 90_000 })], {
    base: { name: 'sdk', layerCount: 1, dotnetVersion: '10.0.1' },
  })
  const [part] = compareContents(image(), onSdk).parts
  expect(part).toMatchObject({ kind: 'base', name: 'aspnet → sdk' })
})
