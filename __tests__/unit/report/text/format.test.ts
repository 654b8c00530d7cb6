import { expect, test } from '@jest/globals'
import { formatSize } from '../../../../src/shared/format-size.ts'
import { formatAge, formatChange, formatPercent, plural } from '../../../../src/report/text/format.ts'

test.each([
  { bytes: 0, shown: '0 B' },
  { bytes: 999, shown: '999 B' },
  { bytes: 1_000, shown: '1.00 kB' },
  { bytes: 1_023, shown: '1.02 kB' },
  { bytes: 122_412_345, shown: '122.41 MB' },
  { bytes: 1_000_000, shown: '1.00 MB' },
  { bytes: 2_147_483_648, shown: '2.15 GB' },
  { bytes: 1_999, shown: '2.00 kB' },
  { bytes: 12_345, shown: '12.35 kB' },
  { bytes: 999_994, shown: '999.99 kB' },
  { bytes: 999_995, shown: '1.00 MB' },
  { bytes: 999_999_999, shown: '1.00 GB' },
  { bytes: -1_299_999, shown: '-1.30 MB' },
])('$bytes bytes are $shown', ({ bytes, shown }) => {
  expect(formatSize(bytes)).toBe(shown)
})

test.each([
  { bytes: 0, shown: 'no change' },
  { bytes: 1, shown: '+1 B' },
  { bytes: 1_020_000, shown: '+1.02 MB' },
  { bytes: -340, shown: '−340 B' },
])('a change of $bytes bytes is $shown', ({ bytes, shown }) => {
  expect(formatChange(bytes)).toBe(shown)
})

test.each([
  { fraction: 0.008, shown: '+0.80 %' },
  { fraction: 0.0001, shown: '+0.01 %' },
  { fraction: 0.0831, shown: '+8.3 %' },
  { fraction: -0.5, shown: '−50.0 %' },
  { fraction: 1.5, shown: '+150 %' },
  { fraction: 2, shown: '3 times as large' },
  { fraction: 4.339, shown: '5.3 times as large' },
  { fraction: 1_200, shown: '1,201 times as large' },
])('a fraction of $fraction is $shown', ({ fraction, shown }) => {
  expect(formatPercent(fraction)).toBe(shown)
})

test.each([
  { name: 'this very second', from: '2026-11-21T11:00:00Z', shown: 'just now' },
  { name: 'a clock that goes wrong', from: '2026-11-21T11:30:00Z', shown: 'just now' },
  { name: 'a minute', from: '2026-11-21T10:59:00Z', shown: '1 minute ago' },
  { name: 'minutes', from: '2026-11-21T09:31:00Z', shown: '89 minutes ago' },
  { name: 'hours', from: '2026-11-21T08:00:00Z', shown: '3 hours ago' },
  { name: 'more than a day', from: '2026-11-19T12:00:00Z', shown: '47 hours ago' },
  { name: 'days', from: '2026-11-14T11:00:00Z', shown: '7 days ago' },
])('says the age of $name', ({ from, shown }) => {
  expect(formatAge(from, new Date('2026-11-21T11:00:00Z'))).toBe(shown)
})

test.each([
  { count: 0, shown: '0 tests' },
  { count: 1, shown: '1 test' },
  { count: 12_345, shown: '12,345 tests' },
])('counts $count', ({ count, shown }) => {
  expect(plural(count, 'test')).toBe(shown)
})
