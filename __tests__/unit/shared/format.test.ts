import { expect, test } from '@jest/globals'
import { formatDuration } from '../../../src/shared/format.ts'

test.each([
  { durationMs: 0, shown: '0.0 s' },
  { durationMs: 49, shown: '0.0 s' },
  { durationMs: 50, shown: '0.1 s' },
  { durationMs: 12_345, shown: '12.3 s' },
  { durationMs: 59_949, shown: '59.9 s' },
  { durationMs: 60_000, shown: '1 min 00 s' },
  { durationMs: 125_400, shown: '2 min 05 s' },
  { durationMs: 3_599_600, shown: '60 min 00 s' },
])('$durationMs ms is $shown', ({ durationMs, shown }) => {
  expect(formatDuration(durationMs)).toBe(shown)
})
