import { expect, test } from '@jest/globals'
import { checkBudget } from '../../../../src/compare/budget.ts'
import { compareImages } from '../../../../src/compare/compare-images.ts'
import type { RawInputs } from '../../../../src/inputs/input-table.ts'
import type { ImageRecord } from '../../../../src/measure/record/image-record.ts'
import { describeExcess } from '../../../../src/report/text/describe-excess.ts'
import type { Problem } from '../../../../src/report/model/job-report.ts'
import { imageRecord, layerRecord } from '../../measure/a-layout.ts'
import { settingsWith } from '../../some-settings.ts'
import { after, before } from '../a-report.ts'

const layers = [
  layerRecord('base', { createdBy: 'COPY base /', compressedBytes: 90_000_000, uncompressedBytes: 1_000 }),
  layerRecord('app', {
    createdBy: `RUN ${'x'.repeat(200)}`,
    compressedBytes: 20_000_000,
    uncompressedBytes: 9_000,
    line: 9,
  }),
  layerRecord('cfg', { createdBy: 'COPY cfg .', compressedBytes: 10, uncompressedBytes: 10, line: 10 }),
  layerRecord('more', {
    createdBy: 'COPY more .',
    compressedBytes: 5_000,
    uncompressedBytes: 5_000,
    line: 11,
  }),
]
const image = imageRecord(layers, {
  configBytes: 60,
  base: { name: 'aspnet:10.0', layerCount: 1, dotnetVersion: '10.0.1' },
})

/** What a job says that measured `image`, which was `then` before. */
async function excessOf(
  inputs: Partial<RawInputs>,
  image: ImageRecord,
  then?: ImageRecord,
  labels: string[] = [],
): Promise<Problem | undefined> {
  const settings = await settingsWith(inputs)
  const comparison = then && compareImages(then, image, settings)
  const since = then && comparison && { before: then, comparison }
  const budget = checkBudget({ image, since, labels }, settings)
  return describeExcess({ image, comparison, budget }, settings)
}

test('names by how much, and what weighs most', async () => {
  expect(await excessOf({ 'max-size': '100 MB' }, image)).toEqual({
    title: 'The image is 10.01 MB over its budget',
    message:
      'shop is 110.01 MB compressed, max-size is 100.00 MB, and its largest parts are base image aspnet:10.0 10.0.1 90.00 MB, ' +
      `layer RUN ${'x'.repeat(75)}…, not listed 20.00 MB and layer COPY more ., not listed 5.00 kB; ` +
      'nothing was loaded or pushed.',
    place: undefined,
  })
})

test('weighs in the metric that was asked for', async () => {
  expect(await excessOf({ 'max-size': '10 kB', 'size-metric': 'uncompressed' }, image)).toMatchObject({
    title: 'The image is 5.01 kB over its budget',
    message: expect.stringMatching(/^shop is 15\.01 kB uncompressed, max-size is 10\.00 kB,/),
  })
})

test('names by how much the image grew, and because of what', async () => {
  expect(await excessOf({ 'max-increase': '200 kB' }, after, before)).toEqual({
    title: 'The image grew by 250.10 kB, 50.10 kB over its budget',
    message:
      'shop grew by 250.10 kB compressed where max-increase is 200 kB, because of package Newtonsoft.Json (13.0.1 → 13.0.3) ' +
      '+250.00 kB and the image’s config +100 B; nothing was loaded or pushed, and the label size-increase-ok lets a ' +
      'pull request pass.',
    place: undefined,
  })
})

test('tells what a share comes to, and the growth of the base image apart', async () => {
  const [base, ...own] = after.layers
  const rebased = imageRecord(
    [
      {
        ...base,
        ...layerRecord('new base', { compressedBytes: 81_000_000, uncompressedBytes: 200_000_000 }),
      },
      ...own,
    ],
    { configBytes: after.configBytes, ...(after.base && { base: after.base }) },
  )
  const inputs = { 'max-increase': '1 GB\n0.1 %', 'size-override-label': '' }
  expect(await excessOf(inputs, rebased, before)).toMatchObject({
    title: 'The image grew by 250.10 kB, 169.10 kB over its budget',
    message: expect.stringMatching(
      /^shop grew by 250\.10 kB compressed, beside \+1\.00 MB of its base image, where max-increase is 0\.1 % \(81\.00 kB\), because of package [^;]* \+100 B; nothing was loaded or pushed\.$/,
    ),
  })
  expect((await excessOf({ ...inputs, 'ignore-base-image': 'false' }, rebased, before))?.message).toMatch(
    /^shop grew by 1\.25 MB compressed where .*, because of base image .* \+1\.00 MB, package .* and the image’s config/,
  )
})

test.each([
  { name: 'none', inputs: {}, labels: [] },
  { name: 'kept', inputs: { 'max-size': '1 GB', 'max-increase': '1 GB' }, labels: [] },
  { name: 'overridden', inputs: { 'max-increase': '1 B' }, labels: ['size-increase-ok'] },
])('has nothing to say of a budget that is $name', async ({ inputs, labels }) => {
  expect(await excessOf(inputs, after, before, labels)).toBeUndefined()
})
