import { expect, test } from '@jest/globals'
import { parseKeyValue, parseList } from '../../../src/shared/csv.ts'

test.each<{ name: string; text: string; splitAtCommas?: boolean; entries: string[] }>([
  { name: 'nothing', text: '', entries: [] },
  { name: 'blank lines alone', text: '\n  \n\n', entries: [] },
  { name: 'one entry per line', text: 'a\nb\nc', entries: ['a', 'b', 'c'] },
  { name: 'Windows line ends', text: 'a\r\nb\r\n', entries: ['a', 'b'] },
  { name: 'spaces around entries', text: '  a  \n\tb', entries: ['a', 'b'] },
  {
    name: 'a comma as part of an entry',
    text: 'type=registry,ref=a/b:c\ntype=local,src=x',
    entries: ['type=registry,ref=a/b:c', 'type=local,src=x'],
  },
  { name: 'a comma between entries', text: 'a,b\nc', splitAtCommas: true, entries: ['a', 'b', 'c'] },
  { name: 'a comma at the end', text: 'a,', splitAtCommas: true, entries: ['a'] },
  { name: 'a comment line', text: '# first\na\n#b', entries: ['a'] },
  { name: 'a # inside of an entry', text: 'a#b\nc #d', entries: ['a#b', 'c #d'] },
  {
    name: 'a quoted entry with a newline',
    text: '"KEY=first\nsecond"\nOTHER=1',
    entries: ['KEY=first\nsecond', 'OTHER=1'],
  },
  { name: 'a quoted entry with a comma', text: '"a,b",c', splitAtCommas: true, entries: ['a,b', 'c'] },
  { name: 'doubled quotes in a quoted entry', text: '"A={""x"":1}"', entries: ['A={"x":1}'] },
  { name: 'quotes inside of an entry', text: 'A=say "hi"', entries: ['A=say "hi"'] },
])('reads $name', ({ text, splitAtCommas = false, entries }) => {
  expect(parseList(text, { splitAtCommas })).toEqual(entries)
})

test('throws for a quote that is never closed', () => {
  expect(() => parseList('a\n"b', { splitAtCommas: false })).toThrow(/quote/i)
})

test.each<{ name: string; entry: string; pair: [string, string] | undefined }>([
  { name: 'a pair', entry: 'KEY=value', pair: ['KEY', 'value'] },
  { name: 'a value with = in it', entry: 'A=b=c=', pair: ['A', 'b=c='] },
  { name: 'an empty value', entry: 'A=', pair: ['A', ''] },
  { name: 'no =', entry: 'A', pair: undefined },
  { name: 'no key', entry: '=value', pair: undefined },
])('splits $name', ({ entry, pair }) => {
  expect(parseKeyValue(entry)).toEqual(pair)
})
