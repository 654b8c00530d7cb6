import { expect, test } from '@jest/globals'
import { downloadBytes } from '../../../src/compare/size-change.ts'
import { imageRecord, layerRecord } from '../measure/a-layout.ts'

const base = layerRecord('base', { compressedBytes: 1000 })
const app = layerRecord('app', { compressedBytes: 20 })
const other = layerRecord('other', { compressedBytes: 3 })

test.each([
  { name: 'all layers without a baseline', layers: [base, app], before: undefined, of: [base, app] },
  { name: 'nothing for the same image', layers: [base, app], before: [base, app], of: [] },
  { name: 'what is new', layers: [base, other], before: [base, app], of: [other] },
  {
    name: 'a layer of the baseline at another place not again',
    layers: [app, other],
    before: [base, app],
    of: [other],
  },
  { name: 'a layer that is there twice once', layers: [base, app, app], before: [base], of: [app] },
  { name: 'nothing for an image without layers', layers: [], before: undefined, of: [] },
])('a machine with the baseline downloads $name', ({ layers, before, of }) => {
  const bytes = of.reduce((sum, layer) => sum + layer.compressedBytes, 0)
  expect(downloadBytes(imageRecord(layers), before && imageRecord(before))).toBe(bytes)
})
