import { expect, test } from '@jest/globals'
import { cleanLogLine, plainText, splitLines } from '../../../src/shared/text.ts'

const red = '\x1b[31mred\x1b[0m'

test.each([
  {
    name: 'plain text',
    line: 'Passed!  - Failed: 0',
    log: 'Passed!  - Failed: 0',
    plain: 'Passed!  - Failed: 0',
  },
  { name: 'letters of all kinds', line: 'äß 漢字 🐳 –', log: 'äß 漢字 🐳 –', plain: 'äß 漢字 🐳 –' },
  { name: 'tabs', line: 'a\tb', log: 'a\tb', plain: 'a\tb' },
  { name: 'colours', line: red, log: red, plain: 'red' },
  {
    name: 'bright colours and bold',
    line: '\x1b[1;38;5;9mx\x1b[m',
    log: '\x1b[1;38;5;9mx\x1b[m',
    plain: 'x',
  },
  { name: 'cursor movements', line: '\x1b[2K\x1b[1Ga\x1b[3;4Hb\x1b[?25l', log: 'ab', plain: 'ab' },
  { name: 'private modes that end like a colour', line: '\x1b[>4;2ma\x1b[?1mb', log: 'ab', plain: 'ab' },
  { name: 'a link', line: '\x1b]8;;https://x\x1b\\text\x1b]8;;\x07', log: 'text', plain: 'text' },
  { name: 'a window title', line: '\x1b]0;evil\x07ok', log: 'ok', plain: 'ok' },
  { name: 'a title that never ends', line: 'ok\x1b]0;evil', log: 'ok', plain: 'ok' },
  { name: 'single escapes', line: '\x1bca\x1b7b\x1b', log: 'ca7b', plain: 'ca7b' },
  { name: 'an escape that an escape hides', line: '\x1b\x1b[2Ja', log: 'a', plain: 'a' },
  { name: 'NUL, bell, backspace and delete', line: 'a\0b\x07c\bd\x7fe', log: 'abcde', plain: 'abcde' },
  { name: 'controls of eight bits', line: 'a\u009b31mb\u0085c', log: 'a31mbc', plain: 'a31mbc' },
  {
    name: 'signs that turn the direction of text',
    line: 'a\u202eb\u2066c\u2069d\u200fe\u200ef\u061cg',
    log: 'abcdefg',
    plain: 'abcdefg',
  },
  { name: 'line ends that only some know', line: 'a\u2028b\u2029c\x0bd\x0ce', log: 'abcde', plain: 'abcde' },
])('cleans $name', ({ line, log, plain }) => {
  expect({ log: cleanLogLine(line), plain: plainText(line) }).toEqual({ log, plain })
})

test.each([
  { name: 'a command', line: '::error::x', shown: ': :error::x' },
  {
    name: 'a command behind spaces',
    line: ' \t ::set-output name=a::b',
    shown: ' \t : :set-output name=a::b',
  },
  { name: 'a command behind a colour', line: '\x1b[31m::error::x', shown: '\x1b[31m: :error::x' },
  { name: 'a command behind a cursor movement', line: '\x1b[1G::error::x', shown: ': :error::x' },
  { name: 'a command with a NUL between', line: ':\0:error::x', shown: ': :error::x' },
  { name: 'a stop token', line: '::stop-commands::abc', shown: ': :stop-commands::abc' },
  { name: 'more colons', line: '::::', shown: ': :::' },
  { name: 'an old command', line: '##[error]x', shown: '## [error]x' },
  {
    name: 'an old command in the middle',
    line: 'x ##[set-output name=y;]z',
    shown: 'x ## [set-output name=y;]z',
  },
  { name: 'an old command with a bell between', line: '#\x07#[add-mask]x', shown: '## [add-mask]x' },
  { name: 'two old commands', line: '##[group]a##[endgroup]', shown: '## [group]a## [endgroup]' },
  { name: 'colons that are none', line: 'std::vector a::b', shown: 'std::vector a::b' },
])('$name can not act', ({ line, shown }) => {
  expect(cleanLogLine(line)).toBe(shown)
})

/** What the runner acts on (actions/runner, ActionCommand.cs). */
const acts = (line: string) => line.trimStart().startsWith('::') || line.includes('##[')

test('no mixture of hostile pieces acts as a command', () => {
  const pieces = [
    '::',
    ':',
    '##[',
    '#',
    '[',
    ' ',
    '\t',
    '\0',
    '\x1b[31m',
    '\x1b[2K',
    '\x1b',
    '\x1b]0;',
    '\x07',
    'error',
    '\u200f',
    '\uFEFF',
  ]
  for (let seed = 0; seed < 20_000; seed++) {
    let state = seed
    const next = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return pieces[state % pieces.length] ?? ''
    }
    const line = Array.from({ length: 6 }, next).join('')
    expect({ line, acts: acts(cleanLogLine(line)) }).toEqual({ line, acts: false })
  }
})

test.each([
  { name: 'line feeds', text: 'a\nb\n', lines: ['a', 'b', ''] },
  { name: 'Windows line ends', text: 'a\r\nb', lines: ['a', 'b'] },
  { name: 'a bare CR, which ends a line for the runner', text: 'a\r::error::b', lines: ['a', '::error::b'] },
  { name: 'CRs in a row', text: 'a\r\r\nb', lines: ['a', '', 'b'] },
  { name: 'nothing', text: '', lines: [''] },
])('splits at $name', ({ text, lines }) => {
  expect(splitLines(text)).toEqual(lines)
})
