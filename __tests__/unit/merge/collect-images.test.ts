import { describe, expect, it, test } from '@jest/globals'
import { symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  parseExpected,
  withMissing,
  findReports,
  readImage,
  summarize,
  type MergedImage,
} from '../../../src/merge/collect-images.ts'
import { renderJson, toReportJson } from '../../../src/report/model/to-json.ts'
import { report, compared } from '../report/a-report.ts'
import { makeTempFolder } from '../temp-folder.ts'

const found = (name: string): MergedImage => ({ name, kind: 'lost', reason: 'found' })
const outcome = (images: readonly MergedImage[], text: string): string[] =>
  withMissing(images, parseExpected(text)).map((image) =>
    image.kind === 'lost' ? `${image.name}: ${image.reason.split(':')[0] ?? ''}` : image.name,
  )
const missing = 'There is no report of it'

describe('names', () => {
  it('give the order, and each has a row', () => {
    expect(outcome([found('a'), found('b')], 'b\n\n c \na\na')).toEqual([
      'b: found',
      `c: ${missing}`,
      'a: found',
    ])
  })

  it('leave out what another call of the workflow left', () => {
    expect(outcome([found('a'), found('x')], 'a')).toEqual(['a: found'])
  })
})

describe('a number', () => {
  it('adds what is missing', () => {
    expect(outcome([found('a')], '3')).toEqual(['a: found', `missing-1: ${missing}`, `missing-2: ${missing}`])
  })

  it('leaves more than that as they are', () => {
    expect(outcome([found('a'), found('b')], '1')).toEqual(['a: found', 'b: found'])
  })
})

test.each([
  ['nothing', ' \n', /^expected is empty/],
  ['none', '0', /not a number of reports/],
])('refuses %s, since then silence would be green', (_, text, expected) => {
  expect(() => parseExpected(text)).toThrow(expected)
})

const good = renderJson(toReportJson(report()))

test('finds the folders with the prefix, by name', async () => {
  await using temp = await makeTempFolder({
    'containers-b/report.json': good,
    'containers-a/report.json': good,
    'coverage/report.json': good,
    'containers-file': '',
  })
  await symlink(join(temp.path, 'coverage'), join(temp.path, 'containers-link'))
  expect(await findReports(temp.path, 'containers-')).toEqual([
    { name: 'a', path: join(temp.path, 'containers-a', 'report.json') },
    { name: 'b', path: join(temp.path, 'containers-b', 'report.json') },
  ])
})

test('a folder that is not there has no reports', async () => {
  await using temp = await makeTempFolder()
  expect(await findReports(join(temp.path, 'none'), '')).toEqual([])
})

test('reads a report', async () => {
  await using temp = await makeTempFolder({ 'report.json': good })
  const image = await readImage({ name: 'shop', path: join(temp.path, 'report.json') })
  expect(image).toMatchObject({ name: 'shop', kind: 'report', report: { imageKey: 'shop', problems: [] } })
})

const refused: [what: string, make: (path: string) => Promise<unknown>, expected: RegExp][] = [
  ['is not there', () => Promise.resolve(), /^It left no report\.json/],
  ['is no JSON', (path) => writeFile(path, '{'), /not used: it is no JSON\.$/],
  ['is another thing', (path) => writeFile(path, '{"version":1}'), /it is not valid at version\.$/],
  [
    'has sizes that are none',
    (path) => writeFile(path, good.replace(/"compressedBytes": \d+/, '"compressedBytes": -1')),
    /it is not valid at .*compressedBytes\.$/,
  ],
  ['is a link', (path) => symlink('/etc/passwd', path), /it is not a file/],
  [
    'is larger than any',
    (path) => writeFile(path, '').then(() => truncate(path, 64_000_001)),
    /has 64\.00 MB; at most/,
  ],
]

test.each(refused)('a report that %s is lost, with the reason', async (_, make, expected) => {
  await using temp = await makeTempFolder()
  const path = join(temp.path, 'report.json')
  await make(path)
  const image = await readImage({ name: 'shop', path })
  expect(image.kind === 'lost' ? image.reason : image).toMatch(expected)
})

test.each([
  { sizeMetric: 'compressed' as const, changeBytes: 250_100 },
  { sizeMetric: 'uncompressed' as const, changeBytes: 500_000 },
])('tells the change in the metric of the image: $sizeMetric', ({ sizeMetric, changeBytes }) => {
  const report = toReportJson(compared({ sizeMetric }))
  expect(summarize({ name: 'shop', kind: 'report', report })).toMatchObject({
    ...{ compressedBytes: 81_252_100, uncompressedBytes: 203_500_000, changeBytes },
  })
})
