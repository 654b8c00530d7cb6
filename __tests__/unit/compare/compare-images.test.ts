import { expect, test } from '@jest/globals'
import { compareImages, compareWithBaseline } from '../../../src/compare/compare-with-baseline.ts'
import type { BudgetSettings } from '../../../src/compare/budget.ts'
import { noBaseline } from '../../../src/compare/comparable.ts'
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

test.each([
  { name: 'known', uncompressedBytes: 9, warnings: [] },
  {
    name: 'not known of one layer',
    uncompressedBytes: 0,
    warnings: ['max-size was not checked in full, since the uncompressed size of a layer is not known.'],
  },
])('a limit on a size that is $name', ({ uncompressedBytes, warnings }) => {
  const image = imageRecord([layerRecord('app'), layerRecord('more', { uncompressedBytes })])
  const none = noBaseline('No baseline yet.')
  const settings: BudgetSettings = {
    ...{ sizeMetric: 'uncompressed', maxSizeBytes: 1_000_000, maxIncrease: [], ignoreBaseImage: true },
    ...{ minChangeBytes: 0, sizeOverrideLabel: undefined },
  }
  expect(compareWithBaseline(image, none, settings, []).baseline.warnings).toEqual(warnings)
})
