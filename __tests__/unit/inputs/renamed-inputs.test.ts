import { expect, test } from '@jest/globals'
import { readEnvironment, readFlags } from '../../../src/inputs/raw-inputs.ts'
import { settingsWith } from '../some-settings.ts'

test.each([
  { old: 'noise', now: 'min-change' },
  { old: 'overlap', now: 'parallel-build' },
])('an input under its old name is an error that says the new one: $old', ({ old, now }) => {
  expect(() => readEnvironment({ [`INPUT_${old.toUpperCase()}`]: '1' })).toThrow(
    `${old}: this input is now ${now}.`,
  )
  expect(() => readFlags([`--${old}=1`])).toThrow(`--${old} is now --${now}.`)
  expect(() => readEnvironment({ INPUT_INPUTS: JSON.stringify({ [old]: '1' }) })).toThrow(`It is now ${now}.`)
})

test.each([
  { input: 'size-metric', old: 'packed', now: 'compressed' },
  { input: 'size-metric', old: 'unpacked', now: 'uncompressed' },
  { input: 'missing-test-stage', old: 'synthesize', now: 'generate' },
])(
  'a value under its old name is an error that says the new one: $input: $old',
  async ({ input, old, now }) => {
    await expect(settingsWith({ [input]: old })).rejects.toThrow(`It is now ${now}.`)
  },
)
