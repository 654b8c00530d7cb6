import { expect, test } from '@jest/globals'
import { compareImages } from '../../../src/compare/compare-with-baseline.ts'
import { changeOf, sizeOf } from '../../../src/compare/size-change.ts'
import { imageRecord, layerRecord } from '../measure/a-layout.ts'

const before = imageRecord([layerRecord('app')], { configBytes: 60 })
const after = imageRecord([
  layerRecord('app'),
  layerRecord('more', { compressedBytes: 7, uncompressedBytes: 9 }),
])

test('compares totals', () => {
  const comparison = compareImages(before, after, { sizeMetric: 'compressed', minChangeBytes: 0 })
  expect(comparison).toMatchObject({
    compressedChangeBytes: -3,
    uncompressedChangeBytes: 9,
  })
  expect([changeOf(comparison, 'compressed'), changeOf(comparison, 'uncompressed')]).toEqual([-3, 9])
  expect([sizeOf(after, 'compressed'), sizeOf(after, 'uncompressed')]).toEqual([157, 309])
})

test.each([
  { sizeMetric: 'compressed' as const, minChangeBytes: 2, isBelowMinChange: false },
  { sizeMetric: 'compressed' as const, minChangeBytes: 3, isBelowMinChange: true },
  { sizeMetric: 'uncompressed' as const, minChangeBytes: 3, isBelowMinChange: false },
  { sizeMetric: 'uncompressed' as const, minChangeBytes: 9, isBelowMinChange: true },
])(
  'a change up to min-change counts as none: $sizeMetric, $minChangeBytes B',
  ({ isBelowMinChange, ...settings }) => {
    expect(compareImages(before, after, settings).isBelowMinChange).toBe(isBelowMinChange)
  },
)
