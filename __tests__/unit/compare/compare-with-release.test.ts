import { expect, test } from '@jest/globals'
import type { BudgetSettings } from '../../../src/compare/budget.ts'
import { compareWithBaseline } from '../../../src/compare/compare-with-baseline.ts'
import {
  findInRecord,
  withRelease,
  type ReleaseBaseline,
  highestFirst,
} from '../../../src/compare/compare-with-release.ts'
import type { ReleasePoint } from '../../../src/measure/record/image-record.ts'
import { imageRecord, layerRecord } from '../measure/a-layout.ts'
import { parseTagPattern } from '../../../src/inputs/parsers/values.ts'

const [tagged, parent, other] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string]
const createdAt = '2026-11-01T08:00:00.000Z'
const sizes = { compressedBytes: 120, uncompressedBytes: 250 }
const record = imageRecord([layerRecord('base')], { commit: other })
const point: ReleasePoint = { tag: 'v1.0.0', taggedCommit: tagged, commitsBefore: 0, createdAt, ...sizes }

test.each<{ name: string; of: typeof record; found: ReleasePoint | undefined }>([
  { name: 'what was carried on', of: { ...record, release: point }, found: point },
  {
    name: 'what was carried on of a tag with another name',
    of: { ...record, release: { ...point, tag: 'v1' } },
    found: point,
  },
  {
    name: 'a point of the history',
    of: { ...record, history: [{ createdAt, commit: tagged, ...sizes }] },
    found: point,
  },
  {
    name: 'the record itself',
    of: { ...record, commit: tagged },
    found: { ...point, createdAt: record.createdAt, compressedBytes: 150, uncompressedBytes: 300 },
  },
  {
    name: 'the last of several measurements',
    of: {
      ...record,
      history: [
        { createdAt: '2026-10-01T08:00:00.000Z', commit: tagged, compressedBytes: 1, uncompressedBytes: 1 },
        { createdAt, commit: tagged, ...sizes },
      ],
    },
    found: point,
  },
  {
    name: 'a commit before the tagged one, which was not measured',
    of: { ...record, history: [{ createdAt, commit: parent, ...sizes }] },
    found: { ...point, commitsBefore: 1 },
  },
  {
    name: 'nothing of another release',
    of: { ...record, release: { ...point, taggedCommit: other }, commit: undefined },
    found: undefined,
  },
  { name: 'nothing where it is not known', of: record, found: undefined },
])('finds $name in a record', ({ of, found }) => {
  expect(findInRecord(of, 'v1.0.0', [tagged, parent])).toEqual(found)
})

const image = imageRecord([layerRecord('base', { compressedBytes: 500, uncompressedBytes: 900 })])
const settings: BudgetSettings = {
  sizeMetric: 'compressed',
  maxSizeBytes: undefined,
  maxIncrease: [],
  ignoreBaseImage: true,
  minChangeBytes: 0,
  sizeOverrideLabel: undefined,
}
const found: ReleaseBaseline = { kind: 'found', point, record }
const findingsWith = (baseline: typeof record) =>
  compareWithBaseline(image, { kind: 'found', record: baseline, source: 'cache', warnings: [] }, settings, [])

test('tells how the image changed since, and has its record carry the release on', () => {
  const findings = withRelease(findingsWith(record), found, settings)
  expect(findings.release).toEqual({
    ...{
      kind: 'found',
      ...point,
      compressedChangeBytes: 550 - 120,
      uncompressedChangeBytes: 900 - 250,
      isBelowMinChange: false,
    },
  })
  expect(findings.image.release).toEqual(point)
})

test('a change up to the noise is none', () => {
  const { release } = withRelease(findingsWith(record), found, {
    sizeMetric: 'compressed',
    minChangeBytes: 430,
  })
  expect(release).toMatchObject({ isBelowMinChange: true })
})

test('a release that was measured in another way is not compared', () => {
  const release = { ...found, record: { ...record, compression: 'zstd' } } as ReleaseBaseline
  expect(withRelease(findingsWith(record), release, settings)).toMatchObject({
    release: {
      kind: 'none',
      reason:
        'The size of v1.0.0 can not be compared: its layers are compressed with zstd, those of this image compressed with gzip.',
    },
  })
})

test('a release that was not found this time is carried on all the same', () => {
  const baseline = { ...record, release: point }
  const none: ReleaseBaseline = { kind: 'none', reason: 'The tags are not known.', warnings: [] }
  const findings = withRelease(findingsWith(baseline), none, settings)
  expect(findings.release).toEqual({ kind: 'none', reason: 'The tags are not known.' })
  expect(findings.image.release).toEqual(point)
})

test('who does not ask gets nothing', () => {
  expect(withRelease(findingsWith(record), undefined, settings)).not.toHaveProperty('release')
})

test.each<{ name: string; pattern: string; tags: string[]; order: string[] }>([
  {
    name: 'versions by their numbers, not by their letters',
    pattern: 'v*',
    tags: ['v2.9.0', 'v2.10.0', 'v1.99.0', 'v2.9.1'],
    order: ['v2.10.0', 'v2.9.1', 'v2.9.0', 'v1.99.0'],
  },
  {
    name: 'a tag that is moved on below the release that it names',
    pattern: 'v*',
    tags: ['v2', 'v2.0.0', 'v2.0', 'v1.0.0'],
    order: ['v2.0.0', 'v2.0', 'v2', 'v1.0.0'],
  },
  {
    name: 'no pre-releases and no words',
    pattern: 'v*',
    tags: ['v2.0.0-rc.1', 'v1.0.0', 'vNext', 'v', 'v1.0.0+build.7', 'version1'],
    order: ['v1.0.0', 'v1.0.0+build.7'],
  },
  {
    name: 'those of one image of a repository with several',
    pattern: 'shop-v*',
    tags: ['shop-v1.0', 'api-v2.0', 'v3.0', 'shop-v1.1'],
    order: ['shop-v1.1', 'shop-v1.0'],
  },
  { name: 'what stands behind the version', pattern: '*-lts', tags: ['8.0-lts', '9.0'], order: ['8.0-lts'] },
  { name: 'dates', pattern: '*', tags: ['2026.11.3', '2026.2.20'], order: ['2026.11.3', '2026.2.20'] },
  { name: 'nothing of nothing', pattern: 'v*', tags: [], order: [] },
])('orders $name', ({ pattern, tags, order }) => {
  expect(
    highestFirst(
      tags.map((name) => ({ name })),
      parseTagPattern(pattern),
    ).map(({ name }) => name),
  ).toEqual(order)
})
