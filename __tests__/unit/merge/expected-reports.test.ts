import { describe, expect, it, test } from '@jest/globals'
import { parseExpected, withMissing } from '../../../src/merge/expected-reports.ts'
import type { MergedImage } from '../../../src/report/model/merged-report.ts'

const found = (name: string): MergedImage => ({ name, kind: 'lost', reason: 'found' })
const outcome = (images: readonly MergedImage[], text: string): string[] =>
  withMissing(images, parseExpected(text)).map((image) =>
    image.kind === 'lost' ? `${image.name}: ${image.reason.split(':')[0] ?? ''}` : image.name,
  )
const missing = 'There is no report of it'

describe('names', () => {
  it('give the order, and each has a row', () => {
    expect(outcome([found('a'), found('b')], 'b\n\n c \na\na')).toEqual([
      'b: found',
      `c: ${missing}`,
      'a: found',
    ])
  })

  it('leave out what another call of the workflow left', () => {
    expect(outcome([found('a'), found('x')], 'a')).toEqual(['a: found'])
  })
})

describe('a number', () => {
  it('adds what is missing', () => {
    expect(outcome([found('a')], '3')).toEqual(['a: found', `missing-1: ${missing}`, `missing-2: ${missing}`])
  })

  it('leaves more than that as they are', () => {
    expect(outcome([found('a'), found('b')], '1')).toEqual(['a: found', 'b: found'])
  })
})

test.each([
  ['nothing', ' \n', /^expected is empty/],
  ['none', '0', /not a number of reports/],
])('refuses %s, since then silence would be green', (_, text, expected) => {
  expect(() => parseExpected(text)).toThrow(expected)
})
