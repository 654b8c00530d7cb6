import { expect, test } from '@jest/globals'
import {
  describeBaseline,
  describeRelease,
  shortRelease,
  describeSmoke,
  describeDelivery,
} from '../../../../src/report/text/sentences.ts'
import { now, report, smoked } from '../a-report.ts'
import { renderSection, renderSectionOf } from '../../../../src/report/comment/comment-section.ts'
import { toReportJson } from '../../../../src/report/model/to-json.ts'
import { renderMarkdown } from '../../../../src/report/summary/render-summary.ts'
import { renderTerminal } from '../../../../src/report/render-terminal.ts'
import type { SmokeReport } from '../../../../src/smoke/smoke-test.ts'
import type { ReportJson } from '../../../../src/report/model/report-schema.ts'

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

const quoted = (text: string): string => `<${text}>`

test.each<{ name: string; smoke: SmokeReport | undefined; sentence: string | undefined }>([
  {
    name: 'a path',
    smoke: smoked,
    sentence:
      'Smoke test: <GET /healthz on port 8080> answered 200 0.4 s after the start, with 36.40 MB of memory in use.',
  },
  {
    name: 'a command',
    smoke: { ...smoked, check: 'dotnet x', httpStatus: undefined, exitCode: 0, memoryBytes: undefined },
    sentence: 'Smoke test: <dotnet x> exited with 0 0.4 s after the start.',
  },
  {
    name: 'a HEALTHCHECK whose memory nobody told',
    smoke: { ...smoked, check: 'HEALTHCHECK', httpStatus: undefined, memoryBytes: undefined },
    sentence: 'Smoke test: <HEALTHCHECK> was healthy 0.4 s after the start.',
  },
  {
    name: 'one that failed, which is the problem',
    smoke: { ...smoked, outcome: 'failed' },
    sentence: undefined,
  },
  { name: 'none', smoke: undefined, sentence: undefined },
])('words $name', ({ smoke, sentence }) => {
  expect(describeSmoke(toReportJson(report({ smoke })), quoted)).toBe(sentence)
})

test('summary, comment and terminal have the sentence', () => {
  const json = toReportJson(report({ smoke: { ...smoked, check: '`@org` <b>' } }))
  const run = {
    run: 1,
    attempt: 1,
    commit: 'a'.repeat(40),
    url: 'https://github.com/acme/shop/actions/runs/1',
  }
  const safe =
    'Smoke test: <code>&#96;&#64;<!-- -->org&#96; &#60;b&#62;</code> answered 200 0.4\u00a0s after the start'
  expect(renderMarkdown(json, now)).toContain(safe)
  expect(renderSection(renderSectionOf(json, run, 'build', now), true)).toContain(safe)
  expect(renderTerminal(json, now)).toContain('Smoke test: `@org` <b> answered 200 0.4 s after the start')
})

test('how soon and with how much memory it passed makes no comment anew', () => {
  const run = {
    run: 1,
    attempt: 1,
    commit: 'a'.repeat(40),
    url: 'https://github.com/acme/shop/actions/runs/1',
  }
  const later = { ...smoked, durationMs: 900, memoryBytes: 40_000_000, logLines: ['other words'] }
  const [one, two] = [smoked, later].map(
    (smoke) => renderSectionOf(toReportJson(report({ smoke })), run, 'build', now).digest,
  )
  expect(one).toBe(two)
})

type Outputs = NonNullable<ReportJson['exported']>['outputs']

test.each<{ name: string; outputs: Outputs | undefined; words: string }>([
  { name: 'nothing', outputs: undefined, words: '' },
  {
    name: 'a load',
    outputs: [{ how: 'loaded', where: '', checkedBy: 'build', durationMs: 900 }],
    words: 'Loaded in 0.9 s.',
  },
  {
    name: 'a load that the build did',
    outputs: [{ how: 'loaded', where: 'acme/shop:1', checkedBy: 'build' }],
    words: 'Loaded with the build.',
  },
  {
    name: 'several places',
    outputs: [
      { how: 'pushed', where: 'acme/shop:1', checkedBy: 'manifest', durationMs: 1_200 },
      { how: 'written', where: 'out/image.tar', checkedBy: 'config', durationMs: 2_000 },
      { how: 'written', where: 'out/files', checkedBy: 'build', durationMs: 500 },
    ],
    words:
      'Pushed in 1.2 s, wrote out/image.tar in 2.0 s, wrote out/files in 0.5 s (it has no digest; it comes from the measured build).',
  },
])('reports $name', ({ outputs, words }) => {
  expect(describeDelivery(outputs && { digest: 'sha256:1', outputs })).toBe(words)
})
