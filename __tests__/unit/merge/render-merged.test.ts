import { expect, test } from '@jest/globals'
import * as v from 'valibot'
import type { JobReport } from '../../../src/report/model/job-report.ts'
import { verdictOf, worstVerdict, type MergedImage } from '../../../src/merge/collect-images.ts'
import { renderJson, toReportJson } from '../../../src/report/model/to-json.ts'
import { renderMerged } from '../../../src/merge/render-merged.ts'
import { reportSchema } from '../../../src/report/model/report-schema.ts'
import { after, compared, counts, failure, report, testReport } from '../report/a-report.ts'

/** An image whose report went through its file, as those of other jobs do. */
const merged = (name: string, job: JobReport): MergedImage => ({
  name,
  kind: 'report',
  report: v.parse(reportSchema, JSON.parse(renderJson(toReportJson(job)))),
})
const lost = (name: string): MergedImage => ({ name, kind: 'lost', reason: 'There is no report of it.' })
const failed = (more: Partial<JobReport> = {}): JobReport =>
  report({
    image: undefined,
    tests: testReport({
      result: 'failed',
      counts: counts(11, 1),
      failures: [failure('Shop.Adds', { message: 'Expected: 1\nActual: 2' })],
    }),
    problems: [
      { title: '1 test failed', message: 'Shop.Adds failed.', place: undefined, snippet: undefined },
    ],
    ...more,
  })

test('of an image for several platforms each that changed is in its row, and each that is over its limit', () => {
  const image = merged('shop', compared())
  if (image.kind !== 'report') throw new Error('no report')
  const digest = image.report.image?.manifestDigest ?? ''
  const of = (platform: string, compressedBytes: number, isExceeded = false) => ({
    ...{ platform, compressedBytes, manifestDigest: digest, uncompressedBytes: 2_000_000, downloadBytes: 0 },
    baseline: { compressedBytes: 1_000_000, uncompressedBytes: 2_000_000 },
    isBelowMinChange: compressedBytes === 1_000_000,
    budget: isExceeded
      ? {
          kind: 'exceeded' as const,
          limits: [
            {
              ...{ kind: 'growth' as const, isExceeded, written: '50 kB', limitBytes: 50_000 },
              ...{ growthBytes: compressedBytes - 1_000_000, ignoredBytes: 0 },
            },
          ],
        }
      : { kind: 'none' as const },
  })
  const rowOf = (...platforms: ReturnType<typeof of>[]): string | undefined =>
    renderMerged([{ ...image, report: { ...image.report, platforms } }])
      .replaceAll('\u00a0', ' ')
      .split('\n')
      .find((line) => line.includes('81.25 MB'))
  expect(rowOf(of('linux/amd64', 1_000_000), of('linux/arm64', 1_250_000))).toContain(
    '| +250.00 kB (+25.0 %) for linux/arm64 |',
  )
  expect(rowOf(of('linux/amd64', 1_000_000), of('linux/arm64', 1_250_000, true))).toContain(
    '| +250.00 kB, over the limit of 50 kB for linux/arm64 |',
  )
})

test('a row per image, those that failed first, and below it what is wrong with them', () => {
  const images = [merged('shop', compared()), merged('pay', failed()), lost('mail'), merged('web', report())]
  // Figures have spaces at which no line is broken.
  expect(renderMerged(images).replaceAll('\u00a0', ' '))
    .toBe(`## ❌ 2 of 4 images failed: <code>pay</code>, <code>mail</code>

|  | image | tests | compressed | change |
| --- | --- | --- | ---: | ---: |
| ❌ | <a href="#user-content-image-pay"><code>pay</code></a> | 1 of 12 failed |  |  |
| ❌ | <a href="#user-content-image-mail"><code>mail</code></a> | no report |  |  |
| ✅ | <code>shop</code> | 12 passed | 81.25 MB | +250.10 kB (+0.31 %) |
| ✅ | <code>web</code> | 12 passed | 81.25 MB | no baseline yet |

<a name="image-pay"></a>

### ❌ <code>pay</code>: 1 of 12 tests failed

Failed in stage <code>test</code> <code>RUN dotnet test</code>

- ❌ <code>Shop.Adds</code>

<details><summary>Messages of the failed tests</summary>

**<code>Shop.Adds</code>**

\`\`\`text
Expected: 1
Actual: 2
\`\`\`

</details>

<a name="image-mail"></a>

### ❌ <code>mail</code>

There is no report of it.
`)
})

const elsewhere = testReport({ result: 'skipped', whyNotRun: 'elsewhere', counts: counts(0) })

test.each([
  ['one', [merged('shop', report())], '## ✅ The image passed'],
  ['several', [merged('shop', report()), merged('pay', report())], '## ✅ All 2 images passed'],
  [
    'one that was not tested',
    [merged('shop', report({ tests: testReport({ result: 'skipped', counts: counts(0) }) }))],
    '## ⚠️ The image passed',
  ],
  [
    'platforms of which one alone is tested',
    [merged('shop-linux-amd64', report()), merged('shop-linux-arm64', report({ tests: elsewhere }))],
    '## ✅ All 2 images passed',
  ],
])('the first line says whether all is well: %s', (_, images, line) => {
  expect(renderMerged(images).split('\n')[0]).toBe(line)
})

test('what others wrote is shown and does nothing', () => {
  const hostile = '</code><img src=x>|@acme `#12'
  const markdown = renderMerged([
    merged(
      hostile,
      failed({
        problems: [
          { title: hostile, message: `${hostile}\n\`\`\`\nout`, place: undefined, snippet: undefined },
        ],
      }),
    ),
  ])
  // In a code block nothing acts, and its fence is longer than those in it.
  const acting = markdown.replace(/^````[^]*?^````$/gm, '')
  expect(acting).not.toMatch(/<img|@acme|#12\b|\nout/)
})

test('stays below what a summary may have, and says how many images it left out', () => {
  const message = 'x'.repeat(2_000)
  const problems = Array.from({ length: 20 }, (_, index) => ({
    title: `Problem ${index}`,
    message,
    place: undefined,
    snippet: undefined,
  }))
  const images = Array.from({ length: 256 }, (_, index) =>
    merged(`image-${index}`, failed({ tests: undefined, problems })),
  )
  const markdown = renderMerged(images)
  expect(Buffer.byteLength(markdown)).toBeLessThan(1024 * 1024)
  expect(markdown).toMatch(/\n\d+ more images with problems: see the jobs' own summaries\.\n$/)
  expect(markdown).toContain('… and 10 more problems.')
})

test.each([
  ['nothing at all', [], 'error'],
  ['a missing one', [merged('shop', report()), lost('pay')], 'error'],
  ['a failed one', [merged('shop', report()), merged('pay', failed())], 'failed'],
  ['good ones', [merged('shop', report())], 'passed'],
])('the verdict of %s', (_, images, expected) => {
  expect(worstVerdict(images)).toBe(expected)
})

test('a job that ended before the tests has no good verdict', () => {
  expect(verdictOf(merged('shop', report({ tests: undefined })))).toBe('error')
})

/** The rows of the table, without the spaces at which no line is broken. */
const tableOf = (images: readonly MergedImage[]): string[] =>
  renderMerged(images)
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .filter((line) => line.startsWith('|'))

const onDisk = merged('shop', compared({ sizeMetric: 'uncompressed' }))
const rule = '| --- | --- | --- | ---: | ---: |'

test('sizes and changes are in the metric of the image', () => {
  expect(tableOf([onDisk])).toEqual([
    '|  | image | tests | uncompressed | change |',
    rule,
    '| ✅ | <code>shop</code> | 12 passed | 203.50 MB | +500.00 kB (+0.25 %) |',
  ])
  expect(tableOf([onDisk, merged('web', compared())])).toEqual([
    '|  | image | tests | size | change |',
    rule,
    '| ✅ | <code>shop</code> | 12 passed | 203.50 MB uncompressed | +500.00 kB (+0.25 %) |',
    '| ✅ | <code>web</code> | 12 passed | 81.25 MB compressed | +250.10 kB (+0.31 %) |',
  ])
})

test('an estimate is one of compressed bytes alone', () => {
  const estimated = (sizeMetric: 'compressed' | 'uncompressed'): MergedImage =>
    merged('shop', report({ sizeMetric, image: { ...after, method: 'docker-save' } }))
  expect(tableOf([estimated('compressed')]).at(-1)).toContain('| ≈ 81.25 MB |')
  expect(tableOf([estimated('uncompressed')]).at(-1)).toContain('| 203.50 MB |')
})

test('the change since the last release stands below that since the baseline', () => {
  const release = {
    ...{ kind: 'found' as const, tag: 'v2.4.0', taggedCommit: 'a'.repeat(40), commitsBefore: 0 },
    ...{
      createdAt: '2026-10-31T11:00:00Z',
      compressedBytes: 71_450_000,
      uncompressedBytes: 1,
      isBelowMinChange: false,
    },
    ...{ compressedChangeBytes: 9_800_000, uncompressedChangeBytes: 2 },
  }
  expect(tableOf([merged('shop', compared({ release }))]).at(-1)).toContain(
    '| +250.10 kB (+0.31 %)<br>+9.80 MB since v2.4.0 |',
  )
})
