import { expect, test } from '@jest/globals'
import { checkBudget } from '../../../../src/compare/budget.ts'
import { noBaseline } from '../../../../src/compare/comparable.ts'
import { compareImages } from '../../../../src/compare/compare-with-baseline.ts'
import type { RawInputs } from '../../../../src/inputs/input-table.generated.ts'
import type { ImageRecord } from '../../../../src/measure/record/image-record.ts'
import { describeExcesses } from '../../../../src/report/text/describe-excess.ts'
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
): Promise<Problem[]> {
  const settings = await settingsWith(inputs)
  const comparison = then && compareImages(then, image, settings)
  const since = then && comparison && { before: then, comparison }
  const budget = checkBudget({ image, since, labels }, settings)
  return describeExcesses([{ image, baseline: noBaseline(''), comparison, budget }], settings)
}

test('names both sizes, and the largest parts', async () => {
  expect(await excessOf({ 'max-size': '100 MB' }, image)).toEqual([
    {
      title: 'Image size: 110.01 MB compressed, over the limit of 100.00 MB',
      message:
        'The image has 110.01 MB compressed, max-size is 100.00 MB. Its largest parts: base image aspnet:10.0 10.0.1 90.00 MB, ' +
        `layer RUN ${'x'.repeat(75)}…, not listed 20.00 MB and layer COPY more ., not listed 5.00 kB. ` +
        'Nothing was loaded or pushed.',
      place: undefined,
    },
  ])
})

test('measures in the metric that was asked for', async () => {
  expect(await excessOf({ 'max-size': '10 kB', 'size-metric': 'uncompressed' }, image)).toMatchObject([
    {
      title: 'Image size: 15.01 kB uncompressed, over the limit of 10.00 kB',
      message: expect.stringMatching(/^The image has 15\.01 kB uncompressed, max-size is 10\.00 kB\./),
    },
  ])
})

test('names by how much the image grew, and because of what', async () => {
  expect(await excessOf({ 'max-increase': '200 kB' }, after, before)).toEqual([
    {
      title: 'Image size: +250.10 kB, over the limit of 200 kB',
      message:
        'The image grew by 250.10 kB compressed, max-increase is 200 kB. Largest cause: package Newtonsoft.Json 13.0.1 → 13.0.3 ' +
        '+250.00 kB. Nothing was loaded or pushed. To accept the growth, give the pull request ' +
        'the label size-increase-ok and run the job again.',
      place: undefined,
    },
  ])
})

test('says what a share comes to, and the growth of the base image apart', async () => {
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
  expect(await excessOf(inputs, rebased, before)).toMatchObject([
    {
      title: 'Image size: your layers +250.10 kB, over the limit of 0.1 %',
      message: expect.stringMatching(
        /^The image grew by 250\.10 kB compressed \(not counting \+1\.00 MB of its base image\), max-increase is 0\.1 % \(81\.00 kB\)\. Largest cause: package .* \+250\.00 kB\. Nothing was loaded or pushed\.$/,
      ),
    },
  ])
  expect((await excessOf({ ...inputs, 'ignore-base-image': 'false' }, rebased, before))[0]?.message).toMatch(
    /^The image grew by 1\.25 MB compressed, .* Largest causes: base image .* \+1\.00 MB and package /,
  )
})

test('each exceeded limit is a problem of its own, the size first', async () => {
  const inputs = { 'max-increase': '100 kB\n1 GB\n0.2 %', 'max-size': '81 MB' }
  expect((await excessOf(inputs, after, before)).map(({ title }) => title)).toEqual([
    'Image size: 81.25 MB compressed, over the limit of 81.00 MB',
    'Image size: +250.10 kB, over the limit of 100 kB',
    'Image size: +250.10 kB, over the limit of 0.2 %',
  ])
})

test('a size and a limit that round to the same are told to the byte', async () => {
  const { compressedBytes } = after
  const [size] = await excessOf({ 'max-size': `${compressedBytes - 1} B` }, after, before)
  const bytes = (count: number): string => `${count.toLocaleString('en')} B`
  expect(size?.title).toBe(
    `Image size: ${bytes(compressedBytes)} compressed, over the limit of ${bytes(compressedBytes - 1)}`,
  )
  expect(size?.message).toContain(
    `The image has ${bytes(compressedBytes)} compressed, max-size is ${bytes(compressedBytes - 1)}.`,
  )
  const grewBytes = compressedBytes - before.compressedBytes
  const [growth] = await excessOf({ 'max-increase': `${grewBytes - 1} B` }, after, before)
  expect(growth?.title).toBe(`Image size: +${bytes(grewBytes)}, over the limit of ${grewBytes - 1} B`)
})

test.each([
  { name: 'none', inputs: {}, labels: [] },
  { name: 'kept', inputs: { 'max-size': '1 GB', 'max-increase': '1 GB' }, labels: [] },
  { name: 'overridden', inputs: { 'max-increase': '1 B' }, labels: ['size-increase-ok'] },
])('has nothing to say of a budget that is $name', async ({ inputs, labels }) => {
  expect(await excessOf(inputs, after, before, labels)).toEqual([])
})
