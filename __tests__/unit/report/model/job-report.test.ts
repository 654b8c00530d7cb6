import { expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import { toProblem } from '../../../../src/report/model/job-report.ts'
import { makeReport } from '../../../../src/job/findings.ts'
import { renderJson, toReportJson } from '../../../../src/report/model/to-json.ts'
import { renderMarkdown } from '../../../../src/report/summary/render-summary.ts'
import { reportSchema } from '../../../../src/report/model/report-schema.ts'
import { UserError } from '../../../../src/shared/errors.ts'
import { after, before, compared, counts, failure, now, testReport } from '../a-report.ts'

test('what the user can mend is told in its own words', () => {
  const place = { file: 'Dockerfile', line: 3 }
  expect(toProblem(new UserError('No such stage', 'target: …', place))).toEqual({
    title: 'No such stage',
    message: 'target: …',
    place,
  })
})

test('a bug of ours keeps its stack', () => {
  const { title, message, place } = toProblem(new TypeError('x is not a function'))
  expect({ title, place }).toEqual({ title: 'An error in this action', place: undefined })
  expect(message).toMatch(/^Please report this\.\nTypeError: x is not a function\n {4}at /)
})

test.each([
  { name: 'a text', thrown: 'no', message: 'Please report this.\nno' },
  { name: 'nothing', thrown: undefined, message: 'Please report this.\nundefined' },
])('$name that was thrown is a problem too', ({ thrown, message }) => {
  expect(toProblem(thrown)).toEqual({ title: 'An error in this action', message, place: undefined })
})

test('report.json of a job that never began is valid', () => {
  expect(JSON.parse(renderJson(toReportJson(makeReport({}, undefined))))).toEqual({
    version: 2,
    imageKey: '',
    file: 'Dockerfile',
    target: '',
    sizeMetric: 'compressed',
    problems: [],
    warnings: [],
    advice: [],
    history: [],
    budget: { kind: 'none' },
    steps: { test: [], image: [] },
    stages: [],
  })
})

test('report.json has all that was found out, and nothing that only buildx knows', () => {
  const failures = [failure('A', { message: 'boom' })]
  const json = JSON.parse(
    renderJson(
      toReportJson(
        compared({
          tests: testReport({ result: 'failed', counts: counts(11, 1), failures, durationMs: 12.7 }),
          delivery: {
            kind: 'delivered',
            digest: 'sha256:1',
            metadata: { 'buildx.build.ref': 'x' },
            outputs: [{ how: 'loaded', where: 'acme/shop:1', checkedBy: 'manifest', durationMs: 1 }],
          },
        }),
      ),
    ),
  ) as unknown
  expect(v.safeParse(reportSchema, json).issues).toBeUndefined()
  expect(json).toMatchObject({
    version: 2,
    imageKey: 'shop',
    target: 'final',
    tests: { result: 'failed', counts: counts(11, 1), durationMs: 13 },
    image: {
      configDigest: after.configDigest,
      compressedBytes: 81_252_100,
      layers: [
        { digest: after.layers[0]?.digest, isBase: true },
        { digest: after.layers[1]?.digest, isBase: false, line: 9, copiedFrom: 'publish' },
      ],
      parts: [
        { kind: 'base', name: 'mcr.microsoft.com/dotnet/aspnet:10.0', compressedBytes: 80_000_000 },
        { kind: 'project', name: 'Shop', fileCount: 2 },
        { kind: 'package', name: 'Newtonsoft.Json', version: '13.0.3' },
        { kind: 'config', compressedBytes: 2_100 },
        { kind: 'archive', uncompressedBytes: 5_000 },
      ],
    },
    baseline: { kind: 'found', source: 'cache', commit: before.commit, compressedBytes: 81_002_000 },
    comparison: {
      compressedChangeBytes: 250_100,
      isBelowMinChange: false,
      parts: [
        { kind: 'package', versionBefore: '13.0.1', versionAfter: '13.0.3', compressedChangeBytes: 250_000 },
        { kind: 'config', compressedChangeBytes: 100 },
      ],
    },
    exported: { digest: 'sha256:1', outputs: [{ how: 'loaded' }] },
  })
  expect(JSON.stringify(json)).not.toContain('buildx.build.ref')
})

test('a report.json that was read back is rendered as the job’s own one', () => {
  const own = toReportJson(compared({ tests: testReport({ counts: counts(12) }) }))
  expect(renderMarkdown(v.parse(reportSchema, JSON.parse(renderJson(own))), now)).toBe(
    renderMarkdown(own, now),
  )
})

const advice = { id: 'x', title: 'x', evidence: [], fix: 'x' }

test('every page that advice links to is one that report.json may link to', () => {
  const folder = new URL('../../../../src/measure/advice/', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const links = files.flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/'(https:[^']+)'/g)].map(([, link]) => link),
  )
  expect(links.length).toBeGreaterThan(5)
  const json = {
    ...toReportJson(makeReport({}, undefined)),
    advice: links.map((link) => ({ ...advice, link })),
  }
  expect(v.safeParse(reportSchema, json).issues).toBeUndefined()
})

test.each([
  'https://evil.example/',
  'https://learn.microsoft.com.evil.example/',
  'https://learn.microsoft.com/) [x](https://evil.example',
  'javascript:alert(1)',
])('a report.json that links to %s is refused', (link) => {
  const json = { ...toReportJson(makeReport({}, undefined)), advice: [{ ...advice, link }] }
  expect(v.safeParse(reportSchema, json).success).toBe(false)
})
