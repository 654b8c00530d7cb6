import { expect, test } from '@jest/globals'
import { readOwnFiles, readParts } from '../../../../src/measure/analyze/attribution.ts'
import type { LayerRecord } from '../../../../src/measure/record/image-record.ts'
import { imageRecord, layerRecord } from '../a-layout.ts'

const deps = JSON.stringify({
  runtimeTarget: { name: '.NETCoreApp,Version=v10.0' },
  targets: {
    '.NETCoreApp,Version=v10.0': {
      'Shop/1.0.0': { runtime: { 'Shop.dll': {} } },
      'Dapper/2.1.0': { runtime: { 'lib/net8.0/Dapper.dll': {} } },
    },
  },
  libraries: { 'Shop/1.0.0': { type: 'project' }, 'Dapper/2.1.0': { type: 'package' } },
})

const base = layerRecord('base', {
  compressedBytes: 500,
  uncompressedBytes: 900,
  content: { files: [['usr/bin/dotnet', 800, '', 480]], removed: [], documents: [] },
})
const app = layerRecord('app', {
  compressedBytes: 100,
  uncompressedBytes: 450,
  content: {
    files: [
      ['app/Shop.dll', 100, '', 33],
      ['app/Dapper.dll', 200, '', 60],
      ['etc/motd', 0, '', 0],
    ],
    removed: [],
    documents: [{ path: 'app/Shop.deps.json', text: deps }],
  },
})
const folder = layerRecord('workdir', {
  compressedBytes: 9,
  uncompressedBytes: 15,
  content: { files: [], removed: [], documents: [] },
})
const big = layerRecord('big', { createdBy: 'COPY big .', compressedBytes: 70, uncompressedBytes: 80 })

const baseImage = { name: 'aspnet', layerCount: 1, dotnetVersion: '10.0.1' }

test('an image consists of its base, its packages, its projects and what archives need; it adds up', () => {
  const record = imageRecord([base, folder, app, big], { base: baseImage, configBytes: 40 })
  const parts = readParts(record)
  expect(parts).toEqual([
    part('base', 'aspnet', 1, 500, 900, { version: '10.0.1' }),
    part('unlisted', 'COPY big .', 0, 70, 80),
    part('package', 'Dapper', 1, 60, 200, { version: '2.1.0', isEstimate: true }),
    part('config', '', 0, 40, 0),
    part('project', 'Shop', 1, 33, 100, { isEstimate: true }),
    part('archive', '', 0, 16, 165),
    part('other', '', 1, 0, 0, { isEstimate: true }),
  ])
  expect(parts.reduce((sum, one) => sum + one.compressedBytes, 0)).toBe(record.compressedBytes)
  expect(parts.reduce((sum, one) => sum + one.uncompressedBytes, 0)).toBe(record.uncompressedBytes)
})

function part(
  kind: string,
  name: string,
  fileCount: number,
  compressedBytes: number,
  uncompressedBytes: number,
  more: { version?: string; isEstimate?: boolean } = {},
): object {
  return {
    kind,
    name,
    version: undefined,
    fileCount,
    compressedBytes,
    uncompressedBytes,
    isEstimate: false,
    ...more,
  }
}

test('the packages with the texts of one library in each language are one part', () => {
  const library = { 'lib/Humanizer.dll': {} }
  const texts = (culture: string): object => ({
    resources: { [`lib/${culture}/Humanizer.resources.dll`]: { locale: culture } },
  })
  const json = JSON.stringify({
    runtimeTarget: { name: '.NETCoreApp,Version=v10.0' },
    targets: {
      '.NETCoreApp,Version=v10.0': {
        'Humanizer.Core/3.0.1': { runtime: library },
        'Humanizer.Core.de/3.0.1': texts('de'),
        'Humanizer.Core.zh-CN/3.0.1': texts('zh-CN'),
      },
    },
    libraries: Object.fromEntries(
      ['', '.de', '.zh-CN'].map((end) => [`Humanizer.Core${end}/3.0.1`, { type: 'package' }]),
    ),
  })
  const layer = layerRecord('app', {
    compressedBytes: 100,
    uncompressedBytes: 450,
    content: {
      files: [
        ['app/Humanizer.dll', 100, '', 30],
        ['app/de/Humanizer.resources.dll', 50, '', 20],
        ['app/zh-CN/Humanizer.resources.dll', 60, '', 25],
      ],
      removed: [],
      documents: [{ path: 'app/Shop.deps.json', text: json }],
    },
  })
  expect(readParts(imageRecord([layer])).filter(({ kind }) => kind === 'package')).toEqual([
    part('package', 'Humanizer.Core.*', 2, 45, 110, { version: '3.0.1', isEstimate: true }),
    part('package', 'Humanizer.Core', 1, 30, 100, { version: '3.0.1', isEstimate: true }),
  ])
})

test('files of own layers know their layer and their share of it', () => {
  const files = readOwnFiles(imageRecord([base, folder, app], { base: baseImage }))
  expect(files.map(({ path, layer, compressedBytes }) => [path, layer, compressedBytes])).toEqual([
    ['app/Shop.dll', 2, 33],
    ['app/Dapper.dll', 2, 60],
    ['etc/motd', 2, 0],
  ])
})

test.each<{ name: string; layers: LayerRecord[] }>([
  { name: 'no layer', layers: [] },
  {
    name: 'nothing but empty files',
    layers: [{ ...app, content: { files: [['a', 0, '', 0]], removed: [], documents: [] } }],
  },
  { name: 'a base that was not listed', layers: [layerRecord('base'), app] },
  { name: 'the same layer twice', layers: [app, app] },
])('an image of $name adds up', ({ layers }) => {
  const record = imageRecord(layers)
  const parts = readParts(record)
  expect([
    parts.reduce((sum, one) => sum + one.compressedBytes, 0),
    parts.reduce((sum, one) => sum + one.uncompressedBytes, 0),
  ]).toEqual([record.compressedBytes, record.uncompressedBytes])
})
