import { expect, test } from '@jest/globals'
import { compareLayers, layerChangeBytes, type LayerChange } from '../../../src/compare/compare-contents.ts'
import type { LayerRecord } from '../../../src/measure/record/image-record.ts'
import { layerRecord } from '../measure/a-layout.ts'

const base = layerRecord('base')
const app = layerRecord('app', { createdBy: 'COPY /app .' })
const larger = layerRecord('app 2', {
  createdBy: 'COPY /app .',
  compressedBytes: 130,
  uncompressedBytes: 390,
})
const extra = layerRecord('extra', { compressedBytes: 7, uncompressedBytes: 9 })

test.each<{ name: string; before: LayerRecord[]; after: LayerRecord[]; changes: LayerChange[] }>([
  {
    name: 'the same image',
    before: [base, app],
    after: [base, app],
    changes: [
      { kind: 'same', after: base },
      { kind: 'same', after: app },
    ],
  },
  {
    name: 'a layer that grew',
    before: [base, app],
    after: [base, larger],
    changes: [
      { kind: 'same', after: base },
      { kind: 'changed', before: app, after: larger },
    ],
  },
  {
    name: 'a layer more in between',
    before: [base, app],
    after: [base, extra, app],
    changes: [
      { kind: 'same', after: base },
      { kind: 'added', after: extra },
      { kind: 'same', after: app },
    ],
  },
  {
    name: 'a layer less',
    before: [base, extra, app],
    after: [base, app],
    changes: [
      { kind: 'same', after: base },
      { kind: 'same', after: app },
      { kind: 'removed', before: extra },
    ],
  },
  {
    name: 'a layer that is there twice, and then once',
    before: [base, extra, extra],
    after: [base, extra],
    changes: [
      { kind: 'same', after: base },
      { kind: 'same', after: extra },
      { kind: 'removed', before: extra },
    ],
  },
  {
    name: 'two layers of one instruction, of which the equal one is no change',
    before: [app, base],
    after: [larger, app],
    changes: [
      { kind: 'added', after: larger },
      { kind: 'same', after: app },
      { kind: 'removed', before: base },
    ],
  },
  {
    name: 'images that have nothing in common',
    before: [base],
    after: [extra],
    changes: [
      { kind: 'added', after: extra },
      { kind: 'removed', before: base },
    ],
  },
])('compares $name', ({ before, after, changes }) => {
  expect(compareLayers(before, after)).toEqual(changes)
})

test('the changes always add up to the whole, whatever changed', () => {
  const pool = [
    base,
    app,
    larger,
    extra,
    layerRecord('z', { createdBy: '' }),
    layerRecord('y', { createdBy: '' }),
  ]
  const pick = (seed: number) => pool.filter((_, index) => (seed >> index) & 1)
  const total = (layers: LayerRecord[]) => layers.reduce((sum, layer) => sum + layer.compressedBytes, 0)
  for (let left = 0; left < 64; left++) {
    for (let right = 0; right < 64; right++) {
      const [before, after] = [pick(left), pick(right).reverse()]
      const delta = compareLayers(before, after).reduce(
        (sum, change) => sum + layerChangeBytes(change, 'compressed'),
        0,
      )
      expect(delta).toBe(total(after) - total(before))
    }
  }
})
