import { expect, test } from '@jest/globals'
import { compareWithBaseline } from '../../../../src/compare/compare-with-baseline.ts'
import type { SizeFindings } from '../../../../src/compare/size-findings.ts'
import { noBaseline } from '../../../../src/compare/baseline.ts'
import { describeExcesses } from '../../../../src/report/text/describe/describe-excess.ts'
import { renderSectionOf } from '../../../../src/report/comment/render-comment.ts'
import { toReportJson } from '../../../../src/report/model/to-json.ts'
import { renderMarkdown } from '../../../../src/report/summary/render-summary.ts'
import { renderTerminal } from '../../../../src/report/render-terminal.ts'
import { imageRecord, layerRecord } from '../../measure/a-layout.ts'
import { settingsWith } from '../../some-settings.ts'
import { now, report } from '../a-report.ts'

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
  const run = {
    run: 1,
    attempt: 1,
    commit: 'a'.repeat(40),
    url: 'https://github.com/acme/shop/actions/runs/1',
  }
  const section = renderSectionOf(json, run, 'build', now)
  for (const row of rows) expect(section.details.join('\n')).toContain(row)
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
