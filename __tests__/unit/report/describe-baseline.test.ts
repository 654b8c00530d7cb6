import { expect, test } from '@jest/globals'
import type { Baseline } from '../../../src/compare/baseline.ts'
import { describeBaseline } from '../../../src/report/describe-baseline.ts'
import { toReportJson } from '../../../src/report/render-json.ts'
import { imageRecord } from '../measure/a-layout.ts'
import { before, now, report } from './a-report.ts'

/** A record that names neither commit nor branch. */
const anonymous = imageRecord(before.layers)

test.each<{ name: string; baseline: Partial<Baseline>; text: string }>([
  { name: 'a stored record', baseline: {}, text: '<abcdef0> on <main>, 3 hours ago' },
  { name: 'the very commit', baseline: { commitsBetween: 0 }, text: '<abcdef0> on <main>, 3 hours ago' },
  {
    name: 'an ancestor',
    baseline: { commitsBetween: 2 },
    text: '<abcdef0> on <main>, 3 hours ago, 2 commits before the one that this grew from',
  },
  {
    name: 'files that were not committed',
    baseline: { source: 'folder', record: anonymous },
    text: 'the last measurement, 3 hours ago',
  },
  {
    name: 'an image of a registry',
    baseline: { source: 'registry', reference: 'ghcr.io/acme/shop:main', record: anonymous },
    text: '<ghcr.io/acme/shop:main> in its registry, 3 hours ago',
  },
  {
    name: 'an image of a registry that names its commit',
    baseline: { source: 'registry', reference: 'shop', commitsBetween: 1 },
    text: '<shop> (<abcdef0>) in its registry, 3 hours ago, 1 commit before the one that this grew from',
  },
  {
    name: 'a commit that was built again',
    baseline: { source: 'rebuild', commitsBetween: 0 },
    text: '<abcdef0> on <main>, built again in this job, committed 3 hours ago',
  },
])('names $name', ({ baseline, text }) => {
  const found = {
    kind: 'found' as const,
    record: before,
    source: 'cache' as const,
    warnings: [],
    ...baseline,
  }
  const json = toReportJson(report({ baseline: found as Baseline })).baseline
  if (json?.kind !== 'found') throw new Error('no baseline')
  expect(describeBaseline(json, now, (name) => `<${name}>`)).toBe(text)
})
