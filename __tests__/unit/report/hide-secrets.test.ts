import { expect, test } from '@jest/globals'
import * as v from 'valibot'
import { hideSecrets } from '../../../src/report/hide-secrets.ts'
import { toReportJson } from '../../../src/report/render-json.ts'
import { reportSchema } from '../../../src/report/report-schema.ts'
import { failure, report, testReport } from './a-report.ts'

const json = toReportJson(
  report({
    tests: testReport({
      verdict: 'failed',
      failures: [failure('Logs in', { message: 'token hunter2, key:\nBEGIN\nsecond line of it\n}' })],
    }),
    warnings: ['hunter2-and-more was refused'],
  }),
)

test('values of secrets stand nowhere, line by line, the longer one first', () => {
  const hidden = hideSecrets(json, [
    ['feed', 'hunter2'],
    ['other', 'hunter2-and-more'],
    ['key', 'BEGIN\r\n  second line of it\n}'],
  ])
  expect(hidden.tests?.failures[0]?.message).toBe('token ***, key:\n***\n***\n}')
  expect(hidden.warnings).toEqual(['*** was refused'])
})

test('a secret that is a word of the report itself leaves it valid', () => {
  const hidden = hideSecrets(json, [['odd', 'failed']])
  expect(v.parse(reportSchema, JSON.parse(JSON.stringify(hidden)))).toMatchObject({
    tests: { verdict: 'failed' },
  })
})

test('without secrets nothing changes', () => {
  expect(hideSecrets(json, [['empty', '']])).toBe(json)
})
