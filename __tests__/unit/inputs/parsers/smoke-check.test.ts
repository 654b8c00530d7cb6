import { expect, test } from '@jest/globals'
import { parseSmokeCheck, type SmokeCheck } from '../../../../src/inputs/parsers/values.ts'

const command = (written: string, words: string[]): SmokeCheck => ({ kind: 'command', written, words })

test.each<{ name: string; text: string; check: SmokeCheck }>([
  { name: 'a path', text: '/healthz', check: { kind: 'path', path: '/healthz' } },
  { name: 'a path with a query', text: '/ready?full=1', check: { kind: 'path', path: '/ready?full=1' } },
  { name: 'the root', text: '/', check: { kind: 'path', path: '/' } },
  { name: 'the image’s own check', text: 'healthcheck', check: { kind: 'healthcheck' } },
  {
    name: 'a command',
    text: 'dotnet  Shop.dll --self-check',
    check: command('dotnet  Shop.dll --self-check', ['dotnet', 'Shop.dll', '--self-check']),
  },
  {
    name: 'a program by its path',
    text: '/app/shop check',
    check: command('/app/shop check', ['/app/shop', 'check']),
  },
  { name: 'arguments', text: '--version', check: command('--version', ['--version']) },
  {
    name: 'quotes as a shell reads them',
    text: `sh -c 'exit "$1"' "a \\"b\\" c" d\\ e ''`,
    check: command(`sh -c 'exit "$1"' "a \\"b\\" c" d\\ e ''`, [
      'sh',
      '-c',
      'exit "$1"',
      'a "b" c',
      'd e',
      '',
    ]),
  },
  {
    name: 'a JSON array, which can be a lone program by its path',
    text: '["/app/check"]',
    check: command('["/app/check"]', ['/app/check']),
  },
])('reads $name', ({ text, check }) => {
  expect(parseSmokeCheck(text)).toEqual(check)
})

test.each([
  { name: 'an open quote', text: "sh -c 'exit 1", told: 'a quote or a backslash has nothing behind it.' },
  { name: 'a lost backslash', text: 'sh \\', told: 'a quote or a backslash has nothing behind it.' },
  { name: 'two lines', text: 'a\nb', told: 'it has to be one line; put several commands into a script.' },
  {
    name: 'an array of something else',
    text: '["a", 1]',
    told: 'this is no JSON array of words, such as ["dotnet", "Shop.dll", "--self-check"].',
  },
  { name: 'an empty array', text: '[]', told: 'the command is empty.' },
  { name: 'an empty program', text: "'' a", told: 'the command is empty.' },
])('refuses $name', ({ text, told }) => {
  expect(() => parseSmokeCheck(text)).toThrow(told)
})
