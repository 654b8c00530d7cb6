import { expect, test } from '@jest/globals'
import { compareImages } from '../../../src/compare/compare-images.ts'
import { deltaOf, sizeOf } from '../../../src/compare/metric.ts'
import { imageRecord, layerRecord } from '../measure/a-layout.ts'

const before = imageRecord([layerRecord('app')], { configBytes: 60 })
const after = imageRecord([layerRecord('app'), layerRecord('more', { packedBytes: 7, unpackedBytes: 9 })])

test('compares totals', () => {
  const comparison = compareImages(before, after, { sizeMetric: 'packed', noiseBytes: 0 })
  expect(comparison).toMatchObject({ packedDeltaBytes: -3, unpackedDeltaBytes: 9, configDeltaBytes: -10 })
  expect([deltaOf(comparison, 'packed'), deltaOf(comparison, 'unpacked')]).toEqual([-3, 9])
  expect([sizeOf(after, 'packed'), sizeOf(after, 'unpacked')]).toEqual([157, 309])
})

test.each([
  { sizeMetric: 'packed' as const, noiseBytes: 2, isNoise: false },
  { sizeMetric: 'packed' as const, noiseBytes: 3, isNoise: true },
  { sizeMetric: 'unpacked' as const, noiseBytes: 3, isNoise: false },
  { sizeMetric: 'unpacked' as const, noiseBytes: 9, isNoise: true },
])('a change up to the noise is noise: $sizeMetric, $noiseBytes B', ({ isNoise, ...settings }) => {
  expect(compareImages(before, after, settings).isNoise).toBe(isNoise)
})
