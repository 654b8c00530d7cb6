import { expect, test } from '@jest/globals'
import { describeSmoke, describeDelivery } from '../../../../src/report/text/describe-delivery.ts'
import { renderSectionOf } from '../../../../src/report/comment/render-comment.ts'
import { toReportJson } from '../../../../src/report/model/to-json.ts'
import { renderMarkdown } from '../../../../src/report/summary/render-summary.ts'
import { renderTerminal } from '../../../../src/report/render-terminal.ts'
import type { SmokeReport } from '../../../../src/smoke/smoke-test.ts'
import { now, report, smoked } from '../a-report.ts'
import type { ReportJson } from '../../../../src/report/model/report-schema.ts'

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
    sentence: 'Smoke test: <HEALTHCHECK> was content 0.4 s after the start.',
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
    'Smoke test: <code>&#96;&#64;<!-- -->org&#96; &#60;b&#62;</code> answered 200 0.4 s after the start'
  expect(renderMarkdown(json, now)).toContain(safe)
  expect(renderSectionOf(json, run, 'build', now).head).toContain(safe)
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
