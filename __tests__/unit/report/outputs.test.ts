import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeReport } from '../../../src/job/findings.ts'
import { readOutputs, writeReports } from '../../../src/report/outputs.ts'
import {
  after,
  before,
  budgeted,
  compared,
  counts,
  noChange,
  report,
  smoked,
  testReport,
} from './a-report.ts'
import { renderJson, toReportJson } from '../../../src/report/model/to-json.ts'
import { makeTempFolder } from '../temp-folder.ts'

const paths = { json: '/out/report.json', markdown: '/out/report.md' }
const action = parse(readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8')) as {
  outputs: Record<string, unknown>
}

test('the program sets the outputs that action.yml declares, in the same order', () => {
  expect(Object.keys(readOutputs(makeReport({}, undefined), paths))).toEqual(Object.keys(action.outputs))
})

test('what is not known is empty', () => {
  const known = Object.entries(readOutputs(makeReport({}, undefined), paths)).filter(
    ([, value]) => value !== '',
  )
  expect(Object.fromEntries(known)).toEqual({
    budget: 'none',
    'test-result': 'skipped',
    'report-json': '/out/report.json',
    'report-markdown': '/out/report.md',
  })
})

test('everything that is known is set', () => {
  const job = compared({
    tests: testReport({
      counts: counts(10, 1, 2),
      result: 'failed',
      coverage: {
        total: { linesCovered: 2, linesValid: 3, branchesCovered: 1, branchesValid: 4 },
        files: [],
      },
    }),
    budget: { kind: 'passed', limits: [{ kind: 'size', isExceeded: false, limitBytes: 1, sizeBytes: 1 }] },
    delivery: {
      kind: 'delivered',
      digest: 'sha256:1',
      metadata: { 'containerimage.digest': 'sha256:1' },
      outputs: [{ how: 'pushed', where: 'acme/shop:1', checkedBy: 'manifest', durationMs: 5 }],
    },
    smoke: smoked,
  })
  expect(readOutputs(job, paths)).toEqual({
    'test-result': 'failed',
    'tests-total': '13',
    'tests-passed': '10',
    'tests-failed': '1',
    'tests-skipped': '2',
    'tests-flaky': '0',
    'tests-cached': 'false',
    'line-coverage': '66.67',
    'branch-coverage': '25.00',
    imageid: after.configDigest,
    digest: 'sha256:1',
    metadata: '{"containerimage.digest":"sha256:1"}',
    'compressed-bytes': '81252100',
    'uncompressed-bytes': '203500000',
    'download-bytes': '1250000',
    'baseline-compressed-bytes': '81002000',
    'change-bytes': '250100',
    'change-percent': '0.31',
    'baseline-source': 'cache',
    'baseline-commit': before.commit,
    budget: 'passed',
    'smoke-test': 'passed',
    'startup-ms': '412',
    'memory-bytes': '36400000',
    'report-json': '/out/report.json',
    'report-markdown': '/out/report.md',
    'comment-url': '',
  })
})

test('the change is in the metric that was asked for', () => {
  expect(readOutputs(compared({ sizeMetric: 'uncompressed' }), paths)).toMatchObject({
    'change-bytes': '500000',
    'change-percent': '0.25',
  })
})

test('no change is a change of nothing, and no baseline is none', () => {
  expect(readOutputs(compared({ comparison: noChange }), paths)).toMatchObject({
    'change-bytes': '0',
    'change-percent': '0.00',
  })
  expect(readOutputs(report(), paths)).toMatchObject({
    'baseline-compressed-bytes': '',
    'change-bytes': '',
    'change-percent': '',
    'baseline-source': '',
    'baseline-commit': '',
  })
})

test('zero tests are a number, and a exceeded budget is one', () => {
  const job = budgeted(1, { tests: testReport({ result: 'no-tests', counts: counts(0) }) })
  expect(readOutputs(job, paths)).toMatchObject({
    'test-result': 'no-tests',
    'tests-total': '0',
    'tests-failed': '0',
    budget: 'exceeded',
  })
})

test('the image id is the config’s digest, of several platforms that of what was delivered', () => {
  const job = compared({})
  const [first] = job.platforms
  const several = { ...job, platforms: [...job.platforms, ...job.platforms] }
  const delivery = { kind: 'delivered' as const, digest: 'sha256:1', metadata: {}, outputs: [] }
  expect(readOutputs(job, paths)['imageid']).toBe(first?.image.configDigest)
  expect(readOutputs(several, paths)['imageid']).toBe('')
  expect(readOutputs({ ...several, delivery }, paths)['imageid']).toBe('sha256:1')
})

test('leaves both reports in a folder, which is made', async () => {
  await using temp = await makeTempFolder()
  const folder = join(temp.path, 'a', 'b')
  const paths = await writeReports(folder, toReportJson(report()), '### ✅\n')
  expect(paths).toEqual({ json: join(folder, 'report.json'), markdown: join(folder, 'report.md') })
  expect(await readFile(paths.markdown, 'utf8')).toBe('### ✅\n')
  expect(await readFile(paths.json, 'utf8')).toBe(renderJson(toReportJson(report())))
})

test('overwrites what an earlier run left', async () => {
  await using temp = await makeTempFolder({ 'report.md': 'old and longer' })
  const { markdown } = await writeReports(temp.path, toReportJson(report()), 'new')
  expect(await readFile(markdown, 'utf8')).toBe('new')
})

test('a folder that can not be made is an error', async () => {
  await using temp = await makeTempFolder({ file: '' })
  await expect(writeReports(join(temp.path, 'file', 'x'), toReportJson(report()), '')).rejects.toThrow(
    /ENOTDIR/,
  )
})
