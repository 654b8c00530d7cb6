import { expect, test } from '@jest/globals'
import { readAnnotations } from '../../../src/report/annotations.ts'
import { makeReport } from '../../../src/job/findings.ts'
import type { TestReport } from '../../../src/testing/test-report.ts'
import { failure, report, testReport } from './a-report.ts'

const place = { file: 'Shop/Cart.cs', line: 12 }
const message = (severity: 'error' | 'warning', code: string): TestReport['compilerMessages'][number] => ({
  severity,
  code,
  text: `${code} text`,
  place,
})

test('a job without tests has none', () => {
  expect(readAnnotations(makeReport({}, undefined))).toEqual({ shown: [], more: '' })
})

test('failed tests and compiler messages stand on their lines, those without a place nowhere', () => {
  const tests = testReport({
    failures: [
      failure('Adds', { place, message: 'Expected 1' }),
      failure('Nowhere'),
      failure('Silent', { place }),
    ],
    compilerMessages: [
      message('warning', 'CS0168'),
      message('error', 'CS1002'),
      { ...message('error', 'MSB1'), place: undefined },
    ],
  })
  expect(readAnnotations(report({ tests })).shown).toEqual([
    { severity: 'error', message: 'Expected 1', place: { ...place, title: 'Adds' } },
    { severity: 'error', message: 'failed', place: { ...place, title: 'Silent' } },
    { severity: 'error', message: 'CS1002 text', place: { ...place, title: 'CS1002' } },
    { severity: 'warning', message: 'CS0168 text', place: { ...place, title: 'CS0168' } },
  ])
})

const problem = { title: 'The tests could not run', message: 'There are errors.', place: undefined }

test('of twelve compile errors nine leave room for the reason of the job, which says how many more there are', () => {
  const errors = Array.from({ length: 12 }, (_, index) => message('error', `CS${100 + index}`))
  const tests = testReport({ compilerMessages: errors })
  const { shown, more } = readAnnotations(report({ tests, problems: [problem] }))
  expect(shown.map((one) => one.place.title)).toEqual(errors.slice(0, 9).map(({ code }) => code))
  expect(more).toBe(
    '9 of 12 errors are shown on their files, since GitHub shows 10 for a step; the other 3 are in the report.',
  )
})

test('warnings of the job take the room of those of the compiler', () => {
  const tests = testReport({
    compilerMessages: Array.from({ length: 12 }, () => message('warning', 'CS0168')),
  })
  const shownBeside = (count: number): number =>
    readAnnotations(report({ tests, warnings: Array.from({ length: count }, () => 'one') })).shown.length
  expect([0, 3, 12].map(shownBeside)).toEqual([10, 7, 0])
})

test('there are no more than GitHub shows, and none is longer', () => {
  const tests = testReport({
    failures: Array.from({ length: 50 }, () =>
      failure('x'.repeat(100_000), { place, message: 'y'.repeat(100_000) }),
    ),
    compilerMessages: Array.from({ length: 50 }, () => message('warning', 'CS0168')),
  })
  const { shown: all } = readAnnotations(report({ tests, problems: [problem] }))
  expect(all.filter((one) => one.severity === 'error').length).toBe(9)
  expect(all.filter((one) => one.severity === 'warning').length).toBe(10)
  expect(Math.max(...all.map((one) => one.message.length))).toBeLessThan(4_096)
  expect(Math.max(...all.map((one) => one.place.title?.length ?? 0))).toBeLessThan(256)
})

test('what BuildKit says of the Dockerfile stands on its lines, once and last', () => {
  const checks = [
    { rule: 'FromAsCasing', message: 'do not match', url: 'https://docs.docker.com/x', line: 3 },
  ]
  const tests = testReport({ compilerMessages: [message('warning', 'CS0168')] })
  const { shown } = readAnnotations(report({ tests, checks, fileShown: 'src/Dockerfile' }))
  expect(shown.slice(1)).toEqual([
    {
      severity: 'notice',
      message: 'do not match (https://docs.docker.com/x)',
      place: { file: 'src/Dockerfile', line: 3, title: 'FromAsCasing' },
    },
  ])
})

test('what the plan says of the Dockerfile stands on it, without the lines to paste', () => {
  const snippet = 'FROM build AS test\nRUN dotnet test'
  const message = `Dockerfile has no test stage.\nTo keep it: paste this above line 5:\n\n${snippet}\nLine 3, ./build.sh, was tried first.`
  expect(
    readAnnotations(report({ notices: [{ message, snippet }], fileShown: 'src/Dockerfile' })).shown,
  ).toEqual([
    {
      severity: 'notice',
      message:
        'Dockerfile has no test stage.\nTo keep it: paste this above line 5:\n(in the report)\nLine 3, ./build.sh, was tried first.',
      place: { file: 'src/Dockerfile', line: 1 },
    },
  ])
})
