import { expect, test } from '@jest/globals'
import { parseSize } from '../../../../src/inputs/parsers/size.ts'

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
  { name: 'spaces around', text: '  120 MB ', sizeBytes: 120_000_000 },
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
  expect(parseSize(text)).toBeUndefined()
})
