import { expect, test } from '@jest/globals'
import { describeRelease, shortRelease } from '../../../../../src/report/text/describe/describe-release.ts'
import { now } from '../../a-report.ts'

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
