import { describe, expect, it, test } from '@jest/globals'
import { writtenBuilder } from '../../../src/docker/builder.ts'
import { readEnvironment, readFlags } from '../../../src/inputs/raw-inputs.ts'
import { defaultInputs as defaults } from '../some-settings.ts'
import type { RawInputs } from '../../../src/inputs/input-table.generated.ts'
import { UserError } from '../../../src/shared/errors.ts'

test('an environment without inputs gives the defaults', () => {
  expect(readEnvironment({ PATH: '/bin' })).toEqual(defaults)
})

test('names are in upper case and keep their hyphens, as the runner sets them', () => {
  const env = { INPUT_CONTEXT: 'src', 'INPUT_MISSING-TEST-STAGE': 'skip', INPUT_BUILD_ARGS: 'A=1' }
  expect(readEnvironment(env)).toEqual({ ...defaults, context: 'src', 'missing-test-stage': 'skip' })
})

test('an input that a workflow leaves empty means its default', () => {
  expect(readEnvironment({ INPUT_CACHE: '', INPUT_PUSH: '' })).toEqual(defaults)
})

test('lines and spaces of a value come as they were written', () => {
  expect(readEnvironment({ INPUT_TAGS: ' a:1\nb:2\n' })).toEqual({ ...defaults, tags: ' a:1\nb:2\n' })
})

describe('inputs as JSON', () => {
  const read = (inputs: string, env: NodeJS.ProcessEnv = {}) =>
    readEnvironment({ ...env, INPUT_INPUTS: inputs })

  it('replace those beside them; what is empty or null is not given', () => {
    const json = JSON.stringify({ context: 'src', coverage: true, 'test-timeout': 5, target: '', file: null })
    expect(read(json, { INPUT_CONTEXT: 'other', INPUT_TARGET: 'final' })).toEqual({
      ...{ ...defaults, inputs: json },
      ...{ context: 'src', coverage: 'true', 'test-timeout': '5', target: 'final' },
    })
  })

  it.each([
    ['{"contxt": "src"}', 'inputs: there is no input "contxt". Did you mean context?'],
    ['{"inputs": "{}"}', 'inputs: there is no input "inputs".'],
    ['shop', 'inputs: write a JSON object with texts, such as ${{ toJSON(matrix.image) }}: '],
    ['["src"]', 'inputs: write a JSON object with texts'],
    ['{"tags": ["a"]}', 'inputs: write a JSON object with texts'],
  ])('%s is an error', (json, message) => {
    expect(() => read(json)).toThrow(message)
  })

  it('name the builder that is asked for before anything is read', () => {
    const env = { INPUT_BUILDER: 'auto' }
    expect(writtenBuilder({ ...env, INPUT_INPUTS: '{"builder":"mine"}' })).toBe('mine')
    expect(writtenBuilder({ ...env, INPUT_INPUTS: '{"target":"x"}' })).toBe('auto')
    expect(writtenBuilder({ ...env, INPUT_INPUTS: 'no JSON' })).toBe('auto')
    expect(writtenBuilder({})).toBe('')
  })
})

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
    message: '--test-tagret is not an option. Did you mean --test-target? See --help.',
  },
  {
    name: 'an unknown option with a value, which may be secret,',
    words: ['--secret=id=hunter2'],
    message: '--secret is not an option. Did you mean --secrets? See --help.',
  },
  {
    name: 'a single dash',
    words: ['-push'],
    message: '-push is not an option. Did you mean --push? See --help.',
  },
  {
    name: 'an option that is like no other',
    words: ['--version'],
    message: '--version is not an option. See --help.',
  },
  { name: 'a single letter', words: ['-t'], message: '-t is not an option. See --help.' },
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
