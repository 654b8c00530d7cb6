import { expect, test } from '@jest/globals'
import { fitContents } from '../../../src/measure/measurement.ts'
import { maxListedFiles, type LayerRecord } from '../../../src/measure/record/image-record.ts'
import { layerRecord } from './a-layout.ts'

const layer = (files: number, text = ''): LayerRecord =>
  layerRecord(`${files} files`, {
    content: {
      files: Array.from({ length: files }, (_, index) => [`f${index}`, 1, '', 0]),
      removed: [],
      documents: text === '' ? [] : [{ path: 'a.deps.json', text }],
    },
  })

const kept = (layers: LayerRecord[], ownFrom: number): number[] =>
  [...fitContents(layers, ownFrom).entries()].flatMap(([index, { content }]) => (content ? [index] : []))

test.each([
  { name: 'all lists where there is room', layers: [layer(10), layer(5)], ownFrom: 1, indexes: [0, 1] },
  {
    name: 'own lists before those of the base image',
    layers: [layer(maxListedFiles - 5), layer(10)],
    ownFrom: 1,
    indexes: [1],
  },
  {
    name: 'lists of upper layers before those of lower ones',
    layers: [layer(10), layer(maxListedFiles - 5), layer(10)],
    ownFrom: 0,
    indexes: [0, 2],
  },
  {
    name: 'no list that has no room',
    layers: [layer(maxListedFiles + 1)],
    ownFrom: 0,
    indexes: [],
  },
  {
    name: 'no more documents than there is room for',
    layers: [layer(1, 'x'.repeat(3_000_000)), layer(1, 'x'.repeat(3_000_000))],
    ownFrom: 0,
    indexes: [1],
  },
])('keeps $name', ({ layers, ownFrom, indexes }) => {
  expect(kept(layers, ownFrom)).toEqual(indexes)
})
