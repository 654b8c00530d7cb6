import { expect, test } from '@jest/globals'
import { compareContents } from '../../../src/compare/compare-contents.ts'
import type { ImageRecord, LayerRecord } from '../../../src/measure/record/image-record.ts'
import { imageRecord, layerRecord } from '../measure/a-layout.ts'

type Files = Record<string, [sizeBytes: number, hash: string]>

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
      files: Object.entries(files).map(([path, [size, hash]]) => [`app/${path}`, size, hash.repeat(16)]),
      removed: [],
      documents: [{ path: 'app/Shop.deps.json', text: deps(version) }],
    },
  })
}

const baseLayer = layerRecord('base', { compressedBytes: 5_000, uncompressedBytes: 9_000 })
const image = (...own: LayerRecord[]): ImageRecord =>
  imageRecord([baseLayer, ...own], { base: { name: 'aspnet', layerCount: 1, dotnetVersion: '10.0.1' } })

const shop: Files = { 'Shop.dll': [4_000, 'a'], 'Dapper.dll': [6_000, 'd'] }

test.each<{ name: string; before: ImageRecord; after: ImageRecord; parts: object[]; files: object[] }>([
  {
    name: 'a package that came, with all that its layer grew by',
    before: image(appLayer({ 'Shop.dll': [4_000, 'a'] }, 2_000)),
    after: image(appLayer(shop, 4_600)),
    parts: [
      {
        kind: 'package',
        name: 'Dapper',
        versionBefore: undefined,
        versionAfter: '2.1.0',
        compressedChangeBytes: 2_600,
        uncompressedChangeBytes: 6_000,
      },
    ],
    files: [{ kind: 'added', path: 'app/Dapper.dll', beforeBytes: 0, afterBytes: 6_000 }],
  },
  {
    name: 'a package that grew and code that grew, each with its share',
    before: image(appLayer(shop, 5_000)),
    after: image(appLayer({ 'Shop.dll': [5_000, 'b'], 'Dapper.dll': [9_000, 'e'] }, 7_000, '2.2.0')),
    parts: [
      {
        kind: 'package',
        versionBefore: '2.1.0',
        versionAfter: '2.2.0',
        compressedChangeBytes: 1_500,
        uncompressedChangeBytes: 3_000,
      },
      { kind: 'project', name: 'Shop', compressedChangeBytes: 500, uncompressedChangeBytes: 1_000 },
    ],
    files: [
      { kind: 'changed', path: 'app/Dapper.dll', beforeBytes: 6_000, afterBytes: 9_000 },
      { kind: 'changed', path: 'app/Shop.dll', beforeBytes: 4_000, afterBytes: 5_000 },
    ],
  },
  {
    name: 'the same files, recompressed',
    before: image(appLayer(shop, 5_000)),
    after: image(appLayer(shop, 5_040)),
    parts: [{ kind: 'recompressed', compressedChangeBytes: 40, uncompressedChangeBytes: 0 }],
    files: [],
  },
  {
    name: 'code that was compiled anew into as many bytes',
    before: image(appLayer(shop, 5_000)),
    after: image(appLayer({ ...shop, 'Shop.dll': [4_000, 'c'] }, 5_012)),
    parts: [{ kind: 'recompressed', compressedChangeBytes: 12, uncompressedChangeBytes: 0 }],
    files: [{ kind: 'changed', path: 'app/Shop.dll', beforeBytes: 4_000, afterBytes: 4_000 }],
  },
  {
    name: 'a file that moved',
    before: image(appLayer({ ...shop, 'old.json': [500, 'f'] }, 5_000)),
    after: image(appLayer({ ...shop, 'new.json': [500, 'f'] }, 5_000)),
    parts: [],
    files: [{ kind: 'renamed', path: 'app/new.json', pathBefore: 'app/old.json', afterBytes: 500 }],
  },
  {
    name: 'growth here and shrinking there, where a layer’s change says little of either',
    before: image(appLayer({ 'Shop.dll': [4_000, 'a'], 'Dapper.dll': [6_000, 'd'] }, 5_000)),
    after: image(appLayer({ 'Shop.dll': [6_000, 'b'], 'Dapper.dll': [4_000, 'e'] }, 5_500, '2.0.0')),
    parts: [
      { kind: 'project', compressedChangeBytes: 1_000, uncompressedChangeBytes: 2_000 },
      {
        kind: 'package',
        versionAfter: '2.0.0',
        compressedChangeBytes: -1_000,
        uncompressedChangeBytes: -2_000,
      },
      { kind: 'recompressed', compressedChangeBytes: 500, uncompressedChangeBytes: 0 },
    ],
    files: [{ path: 'app/Shop.dll' }, { path: 'app/Dapper.dll' }],
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
    const files = chosen.map((name): [string, [number, string]] => [
      name,
      [next(9_000), 'abc'.charAt(next(3))],
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
