import { expect, test } from '@jest/globals'
import { checkBudget } from '../../../src/compare/budget.ts'
import { describeBreach } from '../../../src/report/describe-breach.ts'
import { imageRecord, layerRecord } from '../measure/a-layout.ts'
import { settingsWith } from '../some-settings.ts'

const layers = [
  layerRecord('base', { createdBy: 'COPY base /', packedBytes: 90_000_000, unpackedBytes: 1_000 }),
  layerRecord('app', {
    createdBy: `RUN ${'x'.repeat(200)}`,
    packedBytes: 20_000_000,
    unpackedBytes: 9_000,
    line: 9,
  }),
  layerRecord('cfg', { createdBy: 'COPY cfg .', packedBytes: 10, unpackedBytes: 10, line: 10 }),
  layerRecord('more', { createdBy: 'COPY more .', packedBytes: 5_000, unpackedBytes: 5_000, line: 11 }),
]
const image = imageRecord(layers, {
  configBytes: 60,
  base: { name: 'aspnet:10.0', layerCount: 1, dotnetVersion: '10.0.1' },
})

test('names by how much, and what weighs most', async () => {
  const settings = await settingsWith({ 'max-size': '100 MB' })
  const budget = checkBudget(image, 'packed', settings.maxSizeBytes)
  expect(describeBreach(image, budget, settings)).toEqual({
    title: 'The image is 10.00 MB over its budget',
    message:
      'shop is 110.00 MB packed, max-size is 100.00 MB. Nothing was loaded or pushed. Its largest parts:\n' +
      '  90.00 MB  base image aspnet:10.0 10.0.1\n' +
      `  20.00 MB  layer RUN ${'x'.repeat(75)}…, not listed\n` +
      '  5.00 kB  layer COPY more ., not listed\n' +
      '  60 B  the image’s config',
    place: undefined,
  })
})

test('weighs in the metric that was asked for', async () => {
  const settings = await settingsWith({ 'max-size': '10 kB', 'size-metric': 'unpacked' })
  const budget = checkBudget(image, 'unpacked', settings.maxSizeBytes)
  expect(describeBreach(image, budget, settings)).toMatchObject({
    title: 'The image is 5.01 kB over its budget',
    message: expect.stringMatching(/^shop is 15\.01 kB unpacked, max-size is 10\.00 kB\./),
  })
})

test.each([{ kind: 'none' } as const, { kind: 'ok', limitBytes: 1, sizeBytes: 1 } as const])(
  'has nothing to say of a budget that is $kind',
  async (budget) => {
    expect(describeBreach(image, budget, await settingsWith())).toBeUndefined()
  },
)
