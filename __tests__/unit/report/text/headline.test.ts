import { expect, test } from '@jest/globals'
import type { CheckedLimit } from '../../../../src/compare/budget.ts'
import { readHeadline, type Headline } from '../../../../src/report/text/headline.ts'
import { toReportJson } from '../../../../src/report/model/to-json.ts'
import type { JobReport, Problem } from '../../../../src/report/model/job-report.ts'
import { makeReport } from '../../../../src/job/findings.ts'
import { budgeted, compared, counts, noChange, report, testReport } from '../a-report.ts'

const problem = (title: string): Problem[] => [{ title, message: 'because', place: undefined }]
const error = (line: number) => ({
  severity: 'error' as const,
  code: 'CS1002',
  text: '; expected',
  file: 'a.cs',
  line,
  place: undefined,
})

/** A limit that an image broke by growing. */
const tooMuch: CheckedLimit = {
  kind: 'growth',
  isExceeded: true,
  written: '1 %',
  limitBytes: 100,
  growthBytes: 200,
  ignoredBytes: 0,
}

test.each<{ name: string; report: JobReport; headline: Headline }>([
  {
    name: 'tests that passed, and an image without a baseline',
    report: report(),
    headline: { state: 'good', text: '12 tests passed · 81.25 MB compressed' },
  },
  {
    name: 'one test',
    report: report({ tests: testReport({ counts: counts(1) }) }),
    headline: { state: 'good', text: '1 test passed · 81.25 MB compressed' },
  },
  {
    name: 'skipped tests',
    report: report({ tests: testReport({ counts: counts(12, 0, 3) }) }),
    headline: { state: 'good', text: '12 tests passed, 3 skipped · 81.25 MB compressed' },
  },
  {
    name: 'growth',
    report: compared(),
    headline: { state: 'good', text: '12 tests passed · 81.25 MB compressed, +250.10 kB (+0.31 %)' },
  },
  {
    name: 'growth on a disk',
    report: compared({ sizeMetric: 'uncompressed' }),
    headline: { state: 'good', text: '12 tests passed · 203.50 MB uncompressed, +500.00 kB (+0.25 %)' },
  },
  {
    name: 'the same size',
    report: compared({
      comparison: noChange,
    }),
    headline: { state: 'good', text: '12 tests passed · 81.25 MB compressed, no change' },
  },
  {
    name: 'a budget that is kept',
    report: budgeted(90_000_000),
    headline: { state: 'good', text: '12 tests passed · 81.25 MB compressed' },
  },
  {
    name: 'a budget that is exceeded',
    report: budgeted(80_000_000, { problems: problem('The image is 1.25 MB over its budget') }),
    headline: {
      state: 'bad',
      text: 'Image size: 81.25 MB compressed, over the limit of 80.00 MB · 12 tests passed',
    },
  },
  {
    name: 'growth above its budget',
    report: compared({
      budget: { kind: 'exceeded', limits: [tooMuch] },
      problems: problem('The image grew by 250.10 kB'),
    }),
    headline: {
      state: 'bad',
      text: 'Image size: +200 B, over the limit of 1 % · 12 tests passed · 81.25 MB compressed',
    },
  },
  {
    name: 'two limits that are exceeded',
    report: budgeted(80_000_000, {
      budget: {
        kind: 'exceeded',
        limits: [
          tooMuch,
          { ...tooMuch, isExceeded: false, written: '2 MB' },
          { kind: 'size', isExceeded: true, limitBytes: 80_000_000, sizeBytes: 81_252_100 },
        ],
      },
      problems: problem('The image is too large'),
    }),
    headline: {
      state: 'bad',
      text: 'Image size: 81.25 MB compressed, over the limit of 80.00 MB and +200 B, over the limit of 1 % · 12 tests passed',
    },
  },
  {
    name: 'growth that a label allows',
    report: compared({ budget: { kind: 'overridden', limits: [tooMuch], label: 'fine' } }),
    headline: {
      state: 'good',
      text: '12 tests passed · image size: +200 B, over the limit of 1 %, which the label fine allows · 81.25 MB compressed',
    },
  },
  {
    name: 'cached tests',
    report: report({ tests: testReport({ result: 'passed', isCached: true, counts: counts(0) }) }),
    headline: { state: 'good', text: 'Tests passed before, and nothing changed since · 81.25 MB compressed' },
  },
  {
    name: 'a title that begins with the name of a file',
    report: report({
      tests: testReport({ result: 'error', counts: counts(0) }),
      image: undefined,
      problems: problem('global.json can not be read'),
    }),
    headline: { state: 'bad', text: 'global.json can not be read' },
  },
  {
    name: 'failed tests',
    report: report({
      tests: testReport({ result: 'failed', counts: counts(11, 1) }),
      image: undefined,
      problems: problem('1 of 12 tests failed in stage test'),
    }),
    headline: { state: 'bad', text: '1 of 12 tests failed' },
  },
  {
    name: 'no test that ran',
    report: report({
      tests: testReport({ result: 'no-tests', counts: counts(0) }),
      image: undefined,
      problems: problem('No test ran in stage test'),
    }),
    headline: { state: 'bad', text: 'No test ran' },
  },
  {
    name: 'no test that ran, where that is allowed',
    report: report({ tests: testReport({ result: 'no-tests', counts: counts(0) }) }),
    headline: { state: 'warning', text: 'No test ran · 81.25 MB compressed' },
  },
  {
    name: 'tests that were not run',
    report: report({ tests: testReport({ result: 'skipped', counts: counts(0) }) }),
    headline: { state: 'warning', text: 'Tests not run · 81.25 MB compressed' },
  },
  {
    name: 'tests that another job runs',
    report: report({
      tests: testReport({ result: 'skipped', whyNotRun: 'elsewhere', counts: counts(0) }),
    }),
    headline: { state: 'good', text: 'Tests in another job · 81.25 MB compressed' },
  },
  {
    name: 'tests that could not run',
    report: report({
      tests: testReport({ result: 'error', counts: counts(0) }),
      image: undefined,
      problems: problem('The tests of stage test could not run'),
    }),
    headline: { state: 'bad', text: 'The tests of stage test could not run' },
  },
  {
    name: 'code that does not compile',
    report: report({
      tests: testReport({ result: 'error', counts: counts(0), compilerMessages: [error(1), error(2)] }),
      image: undefined,
      problems: problem('The code did not compile: 2 errors'),
    }),
    headline: { state: 'bad', text: 'The code did not compile: 2 errors' },
  },
  {
    name: 'what failed the command after the tests had passed',
    report: report({
      tests: testReport({ result: 'error', counts: { ...counts(5), passed: 4, skipped: 1 } }),
      image: undefined,
      problems: problem('Coverage is below the threshold'),
    }),
    headline: { state: 'bad', text: 'Coverage is below the threshold · 4 tests passed, 1 skipped' },
  },
  {
    name: 'an image that could not be built although the tests passed',
    report: report({ image: undefined, problems: problem('Stage final could not be built') }),
    headline: { state: 'bad', text: 'Stage final could not be built · 12 tests passed' },
  },
  {
    name: 'a push that failed',
    report: compared({ problems: problem('The push failed') }),
    headline: {
      state: 'bad',
      text: 'The push failed · 12 tests passed · 81.25 MB compressed, +250.10 kB (+0.31 %)',
    },
  },
  {
    name: 'a push that failed where no tests were needed',
    report: report({
      tests: testReport({ result: 'no-tests', counts: counts(0) }),
      problems: problem('The push failed'),
    }),
    headline: { state: 'bad', text: 'The push failed · no test ran · 81.25 MB compressed' },
  },
  {
    name: 'wrong inputs',
    report: { ...makeReport({}, undefined), problems: problem('2 wrong inputs') },
    headline: { state: 'bad', text: '2 wrong inputs' },
  },
  {
    name: 'a job that has not begun',
    report: makeReport({}, undefined),
    headline: { state: 'warning', text: 'Nothing was tested' },
  },
])('words $name', ({ report: job, headline }) => {
  expect(readHeadline(toReportJson(job))).toEqual(headline)
})
