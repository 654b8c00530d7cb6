import { expect, test } from '@jest/globals'
import { parseDuration } from '../../../../src/inputs/parsers/duration.ts'

test.each([
  { name: 'seconds', text: '30 s', durationMs: 30_000 },
  { name: 'no space before the unit', text: '30s', durationMs: 30_000 },
  { name: 'minutes with a fraction', text: '1.5 min', durationMs: 90_000 },
  { name: 'milliseconds', text: ' 500 ms ', durationMs: 500 },
  { name: 'a day', text: '1440 min', durationMs: 86_400_000 },
])('reads $name', ({ text, durationMs }) => {
  expect(parseDuration(text)).toBe(durationMs)
})

test.each([
  { name: 'nothing', text: '' },
  { name: 'a number without a unit', text: '30' },
  { name: 'no time at all', text: '0 s' },
  { name: 'less than a millisecond', text: '0.1 ms' },
  { name: 'more than a day', text: '1441 min' },
  { name: 'a negative time', text: '-1 s' },
  { name: 'a unit that means two things', text: '2 m' },
  { name: 'two times', text: '1 min 30 s' },
])('refuses $name', ({ text }) => {
  expect(parseDuration(text)).toBeUndefined()
})
