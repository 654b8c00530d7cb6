import { expect, test } from '@jest/globals'
import {
  compareImages,
  layerDeltaBytes,
  sizeOf,
  type Comparison,
} from '../../../src/compare/compare-images.ts'
import type { ImageRecord, LayerRecord } from '../../../src/measure/image-record.ts'
import { imageRecord, layerRecord } from '../measure/a-layout.ts'

const record = (layers: LayerRecord[], configBytes = 50) => imageRecord(layers, { configBytes })

const base = layerRecord('base')
const app = layerRecord('app', { createdBy: 'COPY /app .' })
const larger = layerRecord('app 2', { createdBy: 'COPY /app .', packedBytes: 130, unpackedBytes: 390 })
const extra = layerRecord('extra', { packedBytes: 7, unpackedBytes: 9 })

test.each<{ name: string; before: ImageRecord; after: ImageRecord; comparison: Comparison }>([
  {
    name: 'the same image',
    before: record([base, app]),
    after: record([base, app]),
    comparison: {
      packedDeltaBytes: 0,
      unpackedDeltaBytes: 0,
      configDeltaBytes: 0,
      layers: [
        { kind: 'same', after: base },
        { kind: 'same', after: app },
      ],
    },
  },
  {
    name: 'a layer that grew, and a config that shrank',
    before: record([base, app], 60),
    after: record([base, larger], 50),
    comparison: {
      packedDeltaBytes: 20,
      unpackedDeltaBytes: 90,
      configDeltaBytes: -10,
      layers: [
        { kind: 'same', after: base },
        { kind: 'changed', before: app, after: larger },
      ],
    },
  },
  {
    name: 'a layer more in between',
    before: record([base, app]),
    after: record([base, extra, app]),
    comparison: {
      packedDeltaBytes: 7,
      unpackedDeltaBytes: 9,
      configDeltaBytes: 0,
      layers: [
        { kind: 'same', after: base },
        { kind: 'added', after: extra },
        { kind: 'same', after: app },
      ],
    },
  },
  {
    name: 'a layer less',
    before: record([base, extra, app]),
    after: record([base, app]),
    comparison: {
      packedDeltaBytes: -7,
      unpackedDeltaBytes: -9,
      configDeltaBytes: 0,
      layers: [
        { kind: 'same', after: base },
        { kind: 'same', after: app },
        { kind: 'removed', before: extra },
      ],
    },
  },
  {
    name: 'a layer that is there twice, and then once',
    before: record([base, extra, extra]),
    after: record([base, extra]),
    comparison: {
      packedDeltaBytes: -7,
      unpackedDeltaBytes: -9,
      configDeltaBytes: 0,
      layers: [
        { kind: 'same', after: base },
        { kind: 'same', after: extra },
        { kind: 'removed', before: extra },
      ],
    },
  },
  {
    name: 'two layers of one instruction, of which the equal one is no change',
    before: record([app, base]),
    after: record([larger, app]),
    comparison: {
      packedDeltaBytes: 30,
      unpackedDeltaBytes: 90,
      configDeltaBytes: 0,
      layers: [
        { kind: 'added', after: larger },
        { kind: 'same', after: app },
        { kind: 'removed', before: base },
      ],
    },
  },
  {
    name: 'images that have nothing in common',
    before: record([base]),
    after: record([extra]),
    comparison: {
      packedDeltaBytes: -93,
      unpackedDeltaBytes: -291,
      configDeltaBytes: 0,
      layers: [
        { kind: 'added', after: extra },
        { kind: 'removed', before: base },
      ],
    },
  },
])('compares $name', ({ before, after, comparison }) => {
  expect(compareImages(before, after)).toEqual(comparison)
})

test('the parts always add up to the whole, whatever changed', () => {
  const pool = [
    base,
    app,
    larger,
    extra,
    layerRecord('z', { createdBy: '' }),
    layerRecord('y', { createdBy: '' }),
  ]
  const pick = (seed: number) => pool.filter((_, index) => (seed >> index) & 1)
  for (let left = 0; left < 64; left++) {
    for (let right = 0; right < 64; right++) {
      const before = record(pick(left), left)
      const after = record(pick(right).reverse(), right)
      const found = compareImages(before, after)
      const sum = (metric: 'packed' | 'unpacked') =>
        found.layers.reduce((total, change) => total + layerDeltaBytes(change, metric), 0)
      expect([sum('packed') + found.configDeltaBytes, sum('unpacked')]).toEqual([
        sizeOf(after, 'packed') - sizeOf(before, 'packed'),
        sizeOf(after, 'unpacked') - sizeOf(before, 'unpacked'),
      ])
      expect([found.packedDeltaBytes, found.unpackedDeltaBytes]).toEqual([
        sum('packed') + found.configDeltaBytes,
        sum('unpacked'),
      ])
    }
  }
})
