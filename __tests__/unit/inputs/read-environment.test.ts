import { describe, expect, it, test } from '@jest/globals'
import { writtenBuilder } from '../../../src/inputs/builder-name.ts'
import { readEnvironment } from '../../../src/inputs/read-environment.ts'
import { defaultInputs as defaults } from '../some-settings.ts'

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
