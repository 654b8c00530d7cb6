import { expect, test } from '@jest/globals'
import { checkBudget, type BudgetOutcome, type BudgetSettings } from '../../../src/compare/budget.ts'
import { compareImages } from '../../../src/compare/compare-with-baseline.ts'
import { parseGrowthLimit } from '../../../src/inputs/parsers/values.ts'
import type { ImageRecord } from '../../../src/measure/record/image-record.ts'
import { exceededLimits } from '../../../src/report/text/describe-excess.ts'
import { imageRecord, layerRecord } from '../measure/a-layout.ts'

/** An image of two layers; of the base image, and of the team. */
const imageOf = (baseBytes: number, ownBytes: number, base = 'aspnet:10.0'): ImageRecord =>
  imageRecord(
    [
      layerRecord(`base ${baseBytes}`, { compressedBytes: baseBytes, uncompressedBytes: baseBytes * 3 }),
      layerRecord(`own ${ownBytes}`, { compressedBytes: ownBytes, uncompressedBytes: ownBytes * 3, line: 3 }),
    ],
    { configBytes: 0, base: { name: base, layerCount: 1 } },
  )

const before = imageOf(900, 100)

type Written = Partial<Omit<BudgetSettings, 'maxIncrease'>> & { maxIncrease?: string[] }

function check(
  image: ImageRecord,
  { maxIncrease = [], ...written }: Written,
  { labels = [], since = before }: { labels?: string[]; since?: ImageRecord | 'nothing' } = {},
): BudgetOutcome {
  const settings: BudgetSettings = {
    sizeMetric: 'compressed',
    maxSizeBytes: undefined,
    maxIncrease: maxIncrease.map(parseGrowthLimit),
    ignoreBaseImage: true,
    minChangeBytes: 0,
    sizeOverrideLabel: 'size-increase-ok',
    ...written,
  }
  if (since === 'nothing') return checkBudget({ image, since: undefined, labels }, settings)
  const comparison = compareImages(since, image, settings)
  return checkBudget({ image, since: { before: since, comparison }, labels }, settings)
}

test.each<{ name: string; settings: Written; kind: BudgetOutcome['kind'] }>([
  { name: 'room left', settings: { maxSizeBytes: 1001 }, kind: 'passed' },
  { name: 'exactly the budget', settings: { maxSizeBytes: 1000 }, kind: 'passed' },
  { name: 'a byte too much', settings: { maxSizeBytes: 999 }, kind: 'exceeded' },
  {
    name: 'the other metric',
    settings: { maxSizeBytes: 2000, sizeMetric: 'uncompressed' },
    kind: 'exceeded',
  },
  { name: 'a budget of nothing, which is a budget', settings: { maxSizeBytes: 0 }, kind: 'exceeded' },
  { name: 'no budget', settings: {}, kind: 'none' },
])('max-size: $name', ({ settings, kind }) => {
  expect(check(before, settings).kind).toBe(kind)
})

test.each<{ name: string; image: ImageRecord; settings: Written; kind: BudgetOutcome['kind'] }>([
  {
    name: 'exactly the limit',
    image: imageOf(900, 150),
    settings: { maxIncrease: ['50 B'] },
    kind: 'passed',
  },
  {
    name: 'a byte too much',
    image: imageOf(900, 151),
    settings: { maxIncrease: ['50 B'] },
    kind: 'exceeded',
  },
  {
    name: 'a share of the whole baseline',
    image: imageOf(900, 150),
    settings: { maxIncrease: ['5 %'] },
    kind: 'passed',
  },
  {
    name: 'more than a share of the whole baseline',
    image: imageOf(900, 151),
    settings: { maxIncrease: ['5%'] },
    kind: 'exceeded',
  },
  {
    name: 'the share in the other metric',
    image: imageOf(900, 151),
    settings: { maxIncrease: ['5.1 %'], sizeMetric: 'uncompressed' },
    kind: 'passed',
  },
  {
    name: 'one limit of two',
    image: imageOf(900, 151),
    settings: { maxIncrease: ['1 kB', '5 %'] },
    kind: 'exceeded',
  },
  {
    name: 'an image that shrank',
    image: imageOf(900, 50),
    settings: { maxIncrease: ['0 B'] },
    kind: 'passed',
  },
  {
    name: 'growth of the base image alone',
    image: imageOf(2000, 100),
    settings: { maxIncrease: ['0 B'] },
    kind: 'passed',
  },
  {
    name: 'growth of the base image that counts',
    image: imageOf(2000, 100),
    settings: { maxIncrease: ['0 B'], ignoreBaseImage: false },
    kind: 'exceeded',
  },
  {
    name: 'growth by another tag of the base image',
    image: imageOf(2000, 100, 'aspnet:10.0-noble'),
    settings: { maxIncrease: ['0 B'] },
    kind: 'passed',
  },
  {
    name: 'growth of the base image under its name in full',
    image: imageOf(2000, 100, 'docker.io/library/aspnet:10.0-noble'),
    settings: { maxIncrease: ['0 B'] },
    kind: 'passed',
  },
  {
    name: 'another image to begin from, which nobody but the team has chosen',
    image: imageOf(2000, 100, 'sdk:10.0'),
    settings: { maxIncrease: ['0 B'] },
    kind: 'exceeded',
  },
  {
    name: 'growth of both',
    image: imageOf(2000, 200),
    settings: { maxIncrease: ['99 B'] },
    kind: 'exceeded',
  },
  {
    name: 'a base image that shrank by more than the rest grew',
    image: imageOf(500, 400),
    settings: { maxIncrease: ['0 B'] },
    kind: 'passed',
  },
  {
    name: 'a change within the min-change',
    image: imageOf(900, 120),
    settings: { maxIncrease: ['0 B'], minChangeBytes: 20 },
    kind: 'passed',
  },
  {
    name: 'a change above the min-change',
    image: imageOf(900, 121),
    settings: { maxIncrease: ['0 B'], minChangeBytes: 20 },
    kind: 'exceeded',
  },
])('max-increase: $name', ({ image, settings, kind }) => {
  expect(check(image, settings).kind).toBe(kind)
})

test('tells of each limit what was held against it', () => {
  const image = imageOf(1000, 200)
  const budget = check(image, { maxSizeBytes: 1100, maxIncrease: ['2 kB', '1 %'] })
  expect(budget).toEqual({
    kind: 'exceeded',
    limits: [
      { kind: 'size', isExceeded: true, limitBytes: 1100, sizeBytes: 1200 },
      {
        ...{ kind: 'growth', isExceeded: false, written: '2 kB', limitBytes: 2000 },
        ...{ growthBytes: 100, ignoredBytes: 100 },
      },
      {
        ...{ kind: 'growth', isExceeded: true, written: '1 %', limitBytes: 10 },
        ...{ growthBytes: 100, ignoredBytes: 100 },
      },
    ],
  })
  expect(exceededLimits(budget)[0]).toMatchObject({ kind: 'size' })
})

test('without a baseline nothing has grown', () => {
  const nothing = { since: 'nothing' } as const
  expect(check(before, { maxIncrease: ['0 B'] }, nothing)).toEqual({ kind: 'none' })
  expect(check(before, { maxIncrease: ['0 B'], maxSizeBytes: 1000 }, nothing)).toMatchObject({
    kind: 'passed',
  })
})

test.each([
  { name: 'the label', labels: ['bug', 'size-increase-ok'], kind: 'overridden' },
  { name: 'the label in another case', labels: ['Size-Increase-OK'], kind: 'overridden' },
  { name: 'other labels', labels: ['bug', 'size-increase-okay'], kind: 'exceeded' },
  { name: 'no label', labels: [], kind: 'exceeded' },
])('a pull request with $name', ({ labels, kind }) => {
  expect(check(imageOf(900, 200), { maxIncrease: ['1 B'] }, { labels }).kind).toBe(kind)
})

test('names the label as the pull request has it, and the limit that is furthest exceeded', () => {
  const budget = check(imageOf(900, 200), { maxIncrease: ['50 B', '1 %'] }, { labels: ['SIZE-increase-ok'] })
  expect(budget).toMatchObject({ kind: 'overridden', label: 'SIZE-increase-ok' })
  expect(exceededLimits(budget)[0]).toMatchObject({ written: '1 %', limitBytes: 10 })
})

test('a label lets no image pass that is too large, and is not asked for where nothing is exceeded', () => {
  const labels = ['size-increase-ok']
  const image = imageOf(900, 200)
  expect(check(image, { maxIncrease: ['1 B'], maxSizeBytes: 1 }, { labels }).kind).toBe('exceeded')
  expect(check(image, { maxIncrease: ['1 kB'] }, { labels }).kind).toBe('passed')
  expect(exceededLimits(check(image, { maxIncrease: ['1 kB'] }))).toEqual([])
})

test('no label is wanted where the input is empty', () => {
  const settings = { maxIncrease: ['1 B'], sizeOverrideLabel: undefined }
  expect(check(imageOf(900, 200), settings, { labels: [''] }).kind).toBe('exceeded')
})
