import { expect, test } from '@jest/globals'
import { parseGrowthLimit } from '../../../../src/inputs/parsers/growth-limit.ts'

test.each([
  { text: '2 MB', limit: { kind: 'bytes', written: '2 MB', limitBytes: 2_000_000 } },
  { text: ' 1.5 % ', limit: { kind: 'percent', written: '1.5 %', percent: 1.5 } },
  { text: '5%', limit: { kind: 'percent', written: '5%', percent: 5 } },
  { text: '0 B', limit: { kind: 'bytes', written: '0 B', limitBytes: 0 } },
])('reads $text', ({ text, limit }) => {
  expect(parseGrowthLimit(text)).toEqual(limit)
})

test.each(['', '2', '1,5 %', '-1 %', '+2 MB', '% 5', '5 percent', '2 MB 3 %'])('takes no "%s"', (text) => {
  expect(parseGrowthLimit(text)).toBeUndefined()
})
