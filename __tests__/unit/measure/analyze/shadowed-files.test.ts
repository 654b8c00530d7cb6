import { expect, test } from '@jest/globals'
import { findHiddenFiles } from '../../../../src/measure/analyze/shadowed-files.ts'
import type { LayerRecord } from '../../../../src/measure/record/image-record.ts'
import { layerRecord } from '../a-layout.ts'

/** A layer with files of these sizes, that takes these paths away. */
const layer = (files: Record<string, number>, removed: string[] = []): LayerRecord =>
  layerRecord('a layer', {
    content: {
      files: Object.entries(files).map(([path, sizeBytes]) => [path, sizeBytes, '', 0]),
      removed,
      documents: [],
    },
  })

test('finds what is replaced, removed, or behind a removed folder, the largest first', () => {
  const layers = [
    layer({ 'app/a.dll': 10, 'tmp/cache/x': 30, 'tmp/y': 5, 'opt/data/z': 70, 'etc/kept': 9 }),
    layer({ 'app/a.dll': 11, 'tmp/cache/new': 3 }, ['tmp/cache/', 'tmp/y']),
    layer({ 'app/b.dll': 1 }, ['opt']),
  ]
  expect(findHiddenFiles({ layers })).toEqual([
    { path: 'opt/data/z', sizeBytes: 70, layer: 0, hiddenBy: 2 },
    { path: 'tmp/cache/x', sizeBytes: 30, layer: 0, hiddenBy: 1 },
    { path: 'app/a.dll', sizeBytes: 10, layer: 0, hiddenBy: 1 },
    { path: 'tmp/y', sizeBytes: 5, layer: 0, hiddenBy: 1 },
  ])
})

test.each<{ name: string; layers: LayerRecord[] }>([
  { name: 'files side by side', layers: [layer({ 'app/a': 1 }), layer({ 'app/b': 1, app2: 1 })] },
  { name: 'a folder emptied before files came', layers: [layer({}, ['app/']), layer({ 'app/b': 1 })] },
  { name: 'a layer that empties and fills a folder', layers: [layer({ 'app/new': 1 }, ['app/'])] },
  { name: 'empty files', layers: [layer({ 'app/a': 0 }), layer({ 'app/a': 5 })] },
  { name: 'a layer that was not listed', layers: [layerRecord('base'), layer({ 'app/a': 5 })] },
])('nothing is hidden by $name', ({ layers }) => {
  expect(findHiddenFiles({ layers })).toEqual([])
})
