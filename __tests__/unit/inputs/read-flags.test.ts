import { expect, test } from '@jest/globals'
import type { RawInputs } from '../../../src/inputs/input-table.ts'
import { readFlags } from '../../../src/inputs/read-flags.ts'
import { UserError } from '../../../src/shared/errors.ts'
import { defaultInputs as defaults } from '../some-settings.ts'

test.each<{ name: string; words: string[]; inputs: Partial<RawInputs> }>([
  { name: 'no words', words: [], inputs: {} },
  { name: 'a context', words: ['examples/shop'], inputs: { context: 'examples/shop' } },
  { name: 'the context as an option', words: ['--context', 'shop'], inputs: { context: 'shop' } },
  { name: 'a value behind its name', words: ['--target', 'base'], inputs: { target: 'base' } },
  { name: 'a value behind =', words: ['--target=base'], inputs: { target: 'base' } },
  { name: 'a value with = in it', words: ['--build-args=A=b=c'], inputs: { 'build-args': 'A=b=c' } },
  { name: 'an empty value', words: ['--cache-ref='], inputs: { 'cache-ref': '' } },
  {
    name: 'a value of several lines',
    words: ['--build-args=A=1\nB=2'],
    inputs: { 'build-args': 'A=1\nB=2' },
  },
  { name: 'a flag by itself', words: ['--push', 'shop'], inputs: { push: 'true', context: 'shop' } },
  {
    name: 'a flag with its value',
    words: ['--push', 'false', 'shop'],
    inputs: { push: 'false', context: 'shop' },
  },
  { name: 'a flag with its value behind =', words: ['--summary=false'], inputs: { summary: 'false' } },
  { name: 'a flag at the end', words: ['shop', '--load'], inputs: { context: 'shop', load: 'true' } },
  { name: 'a list given twice', words: ['--tags', 'a:1', '--tags=b:2'], inputs: { tags: 'a:1\nb:2' } },
  { name: 'a text given twice', words: ['--target', 'a', '--target', 'b'], inputs: { target: 'b' } },
  {
    name: 'a value that looks like an option',
    words: ['--image-key', '--push'],
    inputs: { 'image-key': '--push' },
  },
])('reads $name', ({ words, inputs }) => {
  expect(readFlags(words)).toEqual({ kind: 'run', inputs: { ...defaults, ...inputs } })
})

test.each([
  { name: '--help', words: ['--help'] },
  { name: '-h', words: ['-h'] },
  { name: '--help behind other options', words: ['shop', '--push', '--help'] },
])('$name asks for help', ({ words }) => {
  expect(readFlags(words)).toEqual({ kind: 'help' })
})

test.each([
  {
    name: 'an unknown option',
    words: ['--test-tagret', 'unit'],
    message: '--test-tagret is not an option; did you mean --test-target? See --help.',
  },
  {
    name: 'an unknown option with a value, which may be secret,',
    words: ['--secret=id=hunter2'],
    message: '--secret is not an option; did you mean --secrets? See --help.',
  },
  {
    name: 'a single dash',
    words: ['-push'],
    message: '-push is not an option; did you mean --push? See --help.',
  },
  { name: 'a missing value', words: ['shop', '--target'], message: '--target needs a value.' },
  { name: 'a second context', words: ['a', 'b'], message: '"b": only one CONTEXT can be given.' },
])('refuses $name', ({ words, message }) => {
  expect(() => readFlags(words)).toThrow(new UserError('Wrong command line', message))
})

test('what is given for a list replaces its default, and more of it is added', () => {
  const baselineOf = (...words: string[]): unknown => {
    const line = readFlags(words)
    return line.kind === 'run' ? line.inputs.baseline : line
  }
  expect(baselineOf()).toBe('cache')
  expect(baselineOf('--baseline', 'off')).toBe('off')
  expect(baselineOf('--baseline', 'registry', '--baseline', 'rebuild')).toBe('registry\nrebuild')
})
