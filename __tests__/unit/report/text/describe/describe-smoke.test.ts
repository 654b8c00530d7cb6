import { expect, test } from '@jest/globals'
import { describeSmoke } from '../../../../../src/report/text/describe/describe-smoke.ts'
import { renderSectionOf } from '../../../../../src/report/comment/render-comment.ts'
import { toReportJson } from '../../../../../src/report/model/to-json.ts'
import { renderMarkdown } from '../../../../../src/report/summary/render-summary.ts'
import { renderTerminal } from '../../../../../src/report/render-terminal.ts'
import type { SmokeReport } from '../../../../../src/smoke/smoke-test.ts'
import { now, report, smoked } from '../../a-report.ts'

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
