import { expect, test } from '@jest/globals'
import {
  describeBaseline,
  describeRelease,
  shortRelease,
} from '../../../../src/report/text/describe-baseline.ts'
import { now } from '../a-report.ts'

type Found = Parameters<typeof describeBaseline>[0]

const size = { compressedBytes: 1, uncompressedBytes: 1, baseCompressedBytes: 0 }
const anonymous: Found = { kind: 'found', source: 'cache', createdAt: '2026-11-21T08:00:00.000Z', ...size }
const stored: Found = { ...anonymous, commit: 'abcdef0123'.repeat(4), branch: 'main' }

test.each<{ name: string; baseline: Found; text: string }>([
  { name: 'a stored record', baseline: stored, text: '<abcdef0> on <main>, 3 hours ago' },
  {
    name: 'the very commit',
    baseline: { ...stored, commitsBetween: 0 },
    text: '<abcdef0> on <main>, 3 hours ago',
  },
  {
    name: 'an ancestor',
    baseline: { ...stored, commitsBetween: 2 },
    text: '<abcdef0> on <main>, 3 hours ago, 2 commits before the base commit',
  },
  {
    name: 'files that were not committed',
    baseline: { ...anonymous, source: 'folder' },
    text: 'the last measurement, 3 hours ago',
  },
  {
    name: 'a build with another version',
    baseline: { ...stored, changedBuildArgs: ['VERSION'] },
    text: '<abcdef0> on <main>, 3 hours ago; build argument changed: <VERSION>',
  },
  {
    name: 'a build with another version and commit',
    baseline: { ...stored, changedBuildArgs: ['COMMIT', 'VERSION'] },
    text: '<abcdef0> on <main>, 3 hours ago; build arguments changed: <COMMIT>, <VERSION>',
  },
  {
    name: 'an image of a registry',
    baseline: { ...anonymous, source: 'registry', reference: 'ghcr.io/acme/shop:main' },
    text: '<ghcr.io/acme/shop:main> in its registry',
  },
  {
    name: 'an image of a registry that names its commit',
    baseline: { ...stored, source: 'registry', reference: 'shop', commitsBetween: 1 },
    text: '<shop> (<abcdef0>) in its registry, 1 commit before the base commit',
  },
  {
    name: 'a commit that was built again',
    baseline: { ...stored, source: 'rebuild', commitsBetween: 0 },
    text: '<abcdef0> on <main>, built again in this job, committed 3 hours ago',
  },
])('names $name', ({ baseline, text }) => {
  expect(describeBaseline(baseline, now, (name) => `<${name}>`)).toBe(text)
})

type Asked = Parameters<typeof describeRelease>[0]
type Release = Asked['release']

const release: Release = {
  kind: 'found',
  tag: 'v2.4.0',
  taggedCommit: 'a'.repeat(40),
  commitsBefore: 0,
  createdAt: '2026-10-31T11:00:00.000Z',
  ...{ compressedBytes: 112_600_000, uncompressedBytes: 200_000_000 },
  ...{ compressedChangeBytes: 9_800_000, uncompressedChangeBytes: 20_000_000 },
  isBelowMinChange: false,
}

test.each<{
  name: string
  of: Release
  metric?: Asked['sizeMetric']
  sentence: string
  short: string | undefined
}>([
  {
    name: 'growth',
    of: release,
    sentence: 'Since release <v2.4.0>, 21 days ago: +9.80 MB (+8.7 %).',
    short: '+9.80 MB since v2.4.0',
  },
  {
    name: 'growth on a disk',
    of: release,
    metric: 'uncompressed',
    sentence: 'Since release <v2.4.0>, 21 days ago: +20.00 MB (+10.0 %).',
    short: '+20.00 MB since v2.4.0',
  },
  {
    name: 'a release that was measured before it was made',
    of: { ...release, commitsBefore: 2 },
    sentence: 'Since release <v2.4.0> (measured 2 commits before it), 21 days ago: +9.80 MB (+8.7 %).',
    short: '+9.80 MB since v2.4.0',
  },
  {
    name: 'no change',
    of: { ...release, isBelowMinChange: true },
    sentence: 'Since release <v2.4.0>, 21 days ago: no change.',
    short: undefined,
  },
  {
    name: 'none',
    of: { kind: 'none', reason: 'No release yet.' },
    sentence: 'said: No release yet.',
    short: undefined,
  },
  { name: 'nothing for who did not ask', of: undefined, sentence: '', short: undefined },
])('words $name', ({ of, metric: sizeMetric = 'compressed', sentence, short }) => {
  const words = { quote: (name: string) => `<${name}>`, say: (text: string) => `said: ${text}` }
  expect(describeRelease({ release: of, sizeMetric }, now, words)).toBe(sentence)
  expect(shortRelease({ release: of, sizeMetric })).toBe(short)
})
