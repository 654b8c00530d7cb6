import { expect, test } from '@jest/globals'
import { parseSize, parseDuration, parseGrowthLimit } from '../../../../src/inputs/parsers/values.ts'

test.each([
  { name: 'megabytes, as registries count', text: '120 MB', sizeBytes: 120_000_000 },
  { name: 'mebibytes', text: '1.5 MiB', sizeBytes: 1_572_864 },
  { name: 'kilobytes in SI’s spelling', text: '640 kB', sizeBytes: 640_000 },
  { name: 'kilobytes in everybody’s spelling', text: '640 KB', sizeBytes: 640_000 },
  { name: 'kibibytes', text: '1 KiB', sizeBytes: 1024 },
  { name: 'gigabytes with a fraction', text: '2.25 GB', sizeBytes: 2_250_000_000 },
  { name: 'gibibytes', text: '1 GiB', sizeBytes: 1_073_741_824 },
  { name: 'plain bytes', text: '512 B', sizeBytes: 512 },
  { name: 'no space before the unit', text: '120MB', sizeBytes: 120_000_000 },
  { name: 'the largest whole number', text: '9007199254740991 B', sizeBytes: Number.MAX_SAFE_INTEGER },
])('reads $name', ({ text, sizeBytes }) => {
  expect(parseSize(text)).toBe(sizeBytes)
})

test.each([
  { name: 'nothing', text: '' },
  { name: 'a number without a unit', text: '120' },
  { name: 'a unit without a number', text: 'MB' },
  { name: 'a share', text: '5 %' },
  { name: 'a negative size', text: '-1 MB' },
  { name: 'a decimal comma', text: '1,5 MB' },
  { name: 'a number without its whole part', text: '.5 MB' },
  { name: 'an exponent', text: '1e3 MB' },
  { name: 'a unit in lower case', text: '120 mb' },
  { name: 'bits', text: '120 Mb' },
  { name: 'a unit that nobody’s image has', text: '1 PB' },
  { name: 'two sizes', text: '1 MB 2 MB' },
  { name: 'more bytes than a number holds exactly', text: '99999999999 GB' },
  { name: 'not a number', text: 'NaN MB' },
])('refuses $name', ({ text }) => {
  expect(() => parseSize(text)).toThrow(`"${text}" is not a size`)
})

test.each([
  { name: 'seconds', text: '30 s', durationMs: 30_000 },
  { name: 'no space before the unit', text: '30s', durationMs: 30_000 },
  { name: 'minutes with a fraction', text: '1.5 min', durationMs: 90_000 },
  { name: 'milliseconds', text: '500 ms', durationMs: 500 },
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
  expect(() => parseDuration(text)).toThrow(`"${text}" is not a duration`)
})

test.each([
  { text: '2 MB', limit: { kind: 'bytes', written: '2 MB', limitBytes: 2_000_000 } },
  { text: '1.5 %', limit: { kind: 'percent', written: '1.5 %', percent: 1.5 } },
  { text: '5%', limit: { kind: 'percent', written: '5%', percent: 5 } },
  { text: '0 B', limit: { kind: 'bytes', written: '0 B', limitBytes: 0 } },
])('reads $text', ({ text, limit }) => {
  expect(parseGrowthLimit(text)).toEqual(limit)
})

test.each(['', '2', '1,5 %', '-1 %', '+2 MB', '% 5', '5 percent', '2 MB 3 %'])('takes no "%s"', (text) => {
  expect(() => parseGrowthLimit(text)).toThrow(`"${text}" is no limit of growth`)
})
