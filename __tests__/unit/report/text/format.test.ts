import { expect, test } from '@jest/globals'
import { formatSize, plural } from '../../../../src/shared/format.ts'
import {
  formatAge,
  formatChange,
  formatChangeOf,
  formatPercent,
  formatImageSize,
} from '../../../../src/report/text/format.ts'
import { imageRecord, layerRecord } from '../../measure/a-layout.ts'
import { compareWithBaseline, type SizeFindings } from '../../../../src/compare/compare-with-baseline.ts'
import { noBaseline } from '../../../../src/compare/comparable.ts'
import { describeExcesses } from '../../../../src/report/text/describe-excess.ts'
import { isNotable, renderSection, renderSectionOf } from '../../../../src/report/comment/comment-section.ts'
import { readHeadline } from '../../../../src/report/text/headline.ts'
import { toReportJson } from '../../../../src/report/model/to-json.ts'
import { renderMarkdown } from '../../../../src/report/summary/render-summary.ts'
import { renderTerminal } from '../../../../src/report/render-terminal.ts'
import { settingsWith } from '../../some-settings.ts'
import { now, report } from '../a-report.ts'

test.each([
  { bytes: 0, shown: '0 B' },
  { bytes: 999, shown: '999 B' },
  { bytes: 1_000, shown: '1.00 kB' },
  { bytes: 1_023, shown: '1.02 kB' },
  { bytes: 122_412_345, shown: '122.41 MB' },
  { bytes: 1_000_000, shown: '1.00 MB' },
  { bytes: 2_147_483_648, shown: '2.15 GB' },
  { bytes: 1_999, shown: '2.00 kB' },
  { bytes: 12_345, shown: '12.35 kB' },
  { bytes: 999_994, shown: '999.99 kB' },
  { bytes: 999_995, shown: '1.00 MB' },
  { bytes: 999_999_999, shown: '1.00 GB' },
  { bytes: -1_299_999, shown: '-1.30 MB' },
])('$bytes bytes are $shown', ({ bytes, shown }) => {
  expect(formatSize(bytes)).toBe(shown)
})

test.each([
  { bytes: 0, shown: 'no change' },
  { bytes: 1, shown: '+1 B' },
  { bytes: 1_020_000, shown: '+1.02 MB' },
  { bytes: -340, shown: '−340 B' },
])('a change of $bytes bytes is $shown', ({ bytes, shown }) => {
  expect(formatChange(bytes)).toBe(shown)
})

test.each([
  { change: 1_020_000, before: 120_000_000, shown: '+1.02 MB (+0.85 %)' },
  { change: 520, before: 92_000_000, shown: '+520 B' },
  { change: -500, before: 0, shown: '−500 B' },
])('$change bytes of $before are $shown', ({ change, before, shown }) => {
  expect(formatChangeOf(change, before)).toBe(shown)
})

test.each([
  { fraction: 0.008, shown: '+0.80 %' },
  { fraction: 0.0001, shown: '+0.01 %' },
  { fraction: 0.0831, shown: '+8.3 %' },
  { fraction: -0.5, shown: '−50.0 %' },
  { fraction: 1.5, shown: '+150 %' },
  { fraction: 2, shown: '3 times as large' },
  { fraction: 4.339, shown: '5.3 times as large' },
  { fraction: 1_200, shown: '1,201 times as large' },
])('a fraction of $fraction is $shown', ({ fraction, shown }) => {
  expect(formatPercent(fraction)).toBe(shown)
})

test.each([
  { name: 'this very second', from: '2026-11-21T11:00:00Z', shown: 'just now' },
  { name: 'a clock that goes wrong', from: '2026-11-21T11:30:00Z', shown: 'just now' },
  { name: 'a minute', from: '2026-11-21T10:59:00Z', shown: '1 minute ago' },
  { name: 'minutes', from: '2026-11-21T09:31:00Z', shown: '89 minutes ago' },
  { name: 'hours', from: '2026-11-21T08:00:00Z', shown: '3 hours ago' },
  { name: 'more than a day', from: '2026-11-19T12:00:00Z', shown: '47 hours ago' },
  { name: 'days', from: '2026-11-14T11:00:00Z', shown: '7 days ago' },
])('says the age of $name', ({ from, shown }) => {
  expect(formatAge(from, new Date('2026-11-21T11:00:00Z'))).toBe(shown)
})

test.each([
  { count: 0, shown: '0 tests' },
  { count: 1, shown: '1 test' },
  { count: 12_345, shown: '12,345 tests' },
])('counts $count', ({ count, shown }) => {
  expect(plural(count, 'test')).toBe(shown)
})

const layers = [layerRecord('app', { compressedBytes: 1_000_000, uncompressedBytes: 3_000_000 })]

test.each([
  { name: 'a compressed size', method: 'oci-layout', metric: 'compressed', shown: '1.00 MB compressed' },
  {
    name: 'an estimated compressed size',
    method: 'docker-save',
    metric: 'compressed',
    shown: '1.00 MB compressed (estimated)',
  },
  {
    name: 'an uncompressed size, which is exact',
    method: 'docker-save',
    metric: 'uncompressed',
    shown: '3.00 MB uncompressed',
  },
] as const)('shows $name', ({ method, metric, shown }) => {
  expect(formatImageSize(imageRecord(layers, { method }), metric)).toBe(shown)
})

/** Without marks, and with spaces that may break. */
const plain = (text: string): string => text.replace(/<\/?code>/g, '').replaceAll('\u00a0', ' ')

/** An image of one layer, that had another size before. */
async function findings(
  platform: string,
  compressedBytes: number,
  compressedBefore: number | undefined,
  labels: string[] = [],
): Promise<SizeFindings> {
  const settings = await settingsWith({ 'max-increase': '20 kB' })
  const image = (bytes: number, name: string) =>
    imageRecord([layerRecord(name, { compressedBytes: bytes, uncompressedBytes: 2 * bytes })], { platform })
  const after = image(compressedBytes, 'after')
  if (compressedBefore === undefined)
    return compareWithBaseline(after, noBaseline('none yet'), settings, labels)
  const record = image(compressedBefore, compressedBefore === compressedBytes ? 'after' : 'before')
  return compareWithBaseline(
    after,
    { kind: 'found', record, source: 'cache', warnings: [] },
    settings,
    labels,
  )
}

test('tells the size of each platform, with its change and its budget', async () => {
  const platforms = await Promise.all([
    findings('linux/amd64', 1_000_000, 1_000_000),
    findings('linux/arm64/v8', 1_250_000, 1_000_000),
    findings('linux/arm/v7', 1_100_000, 1_000_000, ['size-increase-ok']),
    findings('linux/s390x', 1_000_000, undefined),
  ])
  const json = toReportJson(report({ ...platforms[0], platforms }))
  const markdown = renderMarkdown(json, now)
  const rows = markdown.split('\n').filter((line) => line.startsWith('| <code>linux/'))
  expect(rows.map((row) => plain(row))).toEqual([
    '| linux/amd64 | 1.00 MB | no change | 2.00 MB | no change | passed |',
    '| linux/arm64/v8 | 1.25 MB | +250.00 kB | 2.50 MB | +500.00 kB | over 20 kB |',
    '| linux/arm/v7 | 1.10 MB | +100.00 kB | 2.20 MB | +200.00 kB | over 20 kB (allowed) |',
    '| linux/s390x | 1.00 MB | no baseline | 2.00 MB | no baseline |  |',
  ])
  expect(markdown).toContain('Below: <code>linux/amd64</code>.')
  const problems = [{ title: 'Image size', message: '' }]
  expect(readHeadline({ ...json, tests: undefined, problems }).text).toBe(
    [
      'Image size for linux/arm64/v8: +250.00 kB, over the limit of 20 kB',
      'image size for linux/arm/v7: +100.00 kB, over the limit of 20 kB, which the label size-increase-ok allows',
      '1.00 MB compressed for linux/amd64, no change',
      '1.25 MB compressed for linux/arm64/v8',
      '1.10 MB compressed for linux/arm/v7',
    ].join(' · '),
  )
  expect(isNotable({ ...json, problems: [] })).toBe(true)
  const run = {
    run: 1,
    attempt: 1,
    commit: 'a'.repeat(40),
    url: 'https://github.com/acme/shop/actions/runs/1',
  }
  const section = renderSection(renderSectionOf(json, run, 'build', now), true)
  for (const row of rows) expect(section).toContain(row)
  expect(plain(renderTerminal(json, now))).toContain(
    [
      'platform        compressed       change  uncompressed       change                 limit',
      'linux/amd64        1.00 MB    no change       2.00 MB    no change                passed',
      'linux/arm64/v8     1.25 MB   +250.00 kB       2.50 MB   +500.00 kB            over 20 kB',
    ].join('\n'),
  )
  expect(describeExcesses(platforms, await settingsWith())).toMatchObject([
    { title: 'Image size on linux/arm64/v8: over the limit of 20 kB' },
  ])
})

test('says nothing of platforms where there is one', async () => {
  const only = await findings('linux/amd64', 1_250_000, 1_000_000)
  const json = toReportJson(report({ ...only, platforms: [only] }))
  expect(json.platforms).toBeUndefined()
  expect(renderMarkdown(json, now)).not.toContain('| platform |')
  expect(describeExcesses([only], await settingsWith())).toMatchObject([
    { title: 'Image size: +250.00 kB, over the limit of 20 kB' },
  ])
})
