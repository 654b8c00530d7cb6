import { expect, test } from '@jest/globals'
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
