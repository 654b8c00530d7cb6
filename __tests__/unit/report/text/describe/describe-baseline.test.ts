import { expect, test } from '@jest/globals'
import { describeBaseline } from '../../../../../src/report/text/describe/describe-baseline.ts'
import { now } from '../../a-report.ts'

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
