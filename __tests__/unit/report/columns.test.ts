import { expect, test } from '@jest/globals'
import { columnsOf, cutColumns, wrapColumns } from '../../../src/report/render-terminal.ts'

test.each([
  { name: 'plain letters', text: 'abc', columns: 3 },
  { name: 'letters with marks', text: 'äe\u0301', columns: 2 },
  { name: 'Chinese', text: '漢字', columns: 4 },
  { name: 'Japanese with its signs', text: '「テスト」', columns: 10 },
  { name: 'Korean', text: '시험', columns: 4 },
  { name: 'emoji', text: '🐳x', columns: 3 },
  { name: 'our own marks', text: '✔ ✘ … −', columns: 7 },
  { name: 'nothing that is seen', text: '\u200b\u200d', columns: 0 },
])('counts the columns of $name', ({ text, columns }) => {
  expect(columnsOf(text)).toBe(columns)
})

test.each([
  { name: 'what fits', text: 'abc', max: 3, shown: 'abc' },
  { name: 'what does not', text: 'abcd', max: 3, shown: 'ab…' },
  { name: 'before a wide character', text: '漢字漢字', max: 6, shown: '漢字…' },
  { name: 'never through a character', text: '🐳🐳🐳', max: 4, shown: '🐳…' },
])('cuts $name', ({ text, max, shown }) => {
  expect(cutColumns(text, max)).toBe(shown)
})

test.each([
  { name: 'what fits', line: 'a b', lines: ['a b'] },
  { name: 'words', line: 'aaaa bbbb cccc', lines: ['aaaa bbbb', 'cccc'] },
  { name: 'an indented line', line: '  aaaa bbbb cccc', lines: ['  aaaa', '  bbbb', '  cccc'] },
  { name: 'a word that is too long', line: 'a bbbbbbbbbbbbbbb c', lines: ['a', 'bbbbbbbbbb', 'bbbbb c'] },
  { name: 'wide characters', line: '漢字漢字漢字', lines: ['漢字漢字漢', '字'] },
  { name: 'an empty line', line: '', lines: [''] },
])('wraps $name', ({ line, lines }) => {
  expect(wrapColumns(line, 10)).toEqual(lines)
})

test('loses no word, and no line is too wide', () => {
  const text = 'Der Stage-Name 漢字漢字 ist in «Dockerfile» nicht zu finden, 🐳 sagt BuildKit immer wieder'
  for (let max = 4; max < 100; max++) {
    const lines = wrapColumns(`  ${text}`, max)
    expect(lines.filter((line) => columnsOf(line) > max)).toEqual([])
    expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  }
})
