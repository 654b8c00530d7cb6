import { expect, test } from '@jest/globals'
import { hideFromMatchers } from '../../../src/github/actions-log.ts'
import { plainText } from '../../../src/shared/text.ts'
import { linesOfMatchers } from '../../stand-ins/known-matchers.ts'
import { ProblemMatchers, type MatcherFile } from '../../stand-ins/problem-matchers.ts'

/** How many annotations a job's matchers make of these lines. */
function count(file: MatcherFile, lines: readonly string[]): number {
  const matchers = new ProblemMatchers([file], () => true)
  return lines.filter((line) => matchers.match(line) !== undefined).length
}

test.each(linesOfMatchers)('what the matcher $owner is for is no match any more', ({ file, lines }) => {
  expect(count(file, lines)).toBeGreaterThan(0)
  const indented = lines.map((line) => `  ${line}`)
  const atTheEnd = lines.map((line) => `12.34 ${line}`)
  for (const shown of [lines, indented, atTheEnd]) expect(count(file, shown.map(hideFromMatchers))).toBe(0)
})

test('a person sees the same line, and copies it', () => {
  const lines = linesOfMatchers.flatMap((one) => one.lines)
  expect(lines.map(hideFromMatchers).map(plainText)).toEqual(lines)
})

test.each([
  'Passed!  - Failed:     0, Passed:     4, Skipped:     1, Total:     5, Duration: 12 ms - Shop.Tests.dll (net10.0)',
  'Restored /src/Shop/Shop.csproj (in 1.2 sec).',
  '[build 3/5] RUN dotnet restore Shop.sln',
  'Get http://archive.example/debian/main: done',
  '',
])('a line that tells no problem stays as it is: %s', (line) => {
  expect(hideFromMatchers(line)).toBe(line)
})

test('colours of the line itself stay', () => {
  expect(hideFromMatchers('\x1b[31merror CS1002: ; expected\x1b[0m')).toBe(
    '\x1b[31merror CS1002:\x1b[24m ; expected\x1b[0m',
  )
})
