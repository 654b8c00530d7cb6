import { UserError } from '../shared/errors.ts'

/** Inputs by the name that they had before, with the one that they have. */
const newNames: Readonly<Record<string, string>> = { noise: 'min-change', overlap: 'parallel-build' }

/** Values by the word that they had before, per input. */
const newValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'size-metric': { packed: 'compressed', unpacked: 'uncompressed' },
  'missing-test-stage': { synthesize: 'generate' },
}

/** The name that an input has now, where it was renamed. */
export function newNameOf(input: string): string | undefined {
  return Object.hasOwn(newNames, input) ? newNames[input] : undefined
}

/** The word that stands for a value now, where it was renamed. */
export function newValueOf(input: string, value: string): string | undefined {
  const values = Object.hasOwn(newValues, input) ? newValues[input] : undefined
  return values !== undefined && Object.hasOwn(values, value) ? values[value] : undefined
}

/** The runner hands over unknown inputs, too: one under its old name would be without effect. Throws a UserError. */
export function rejectOldInputs(env: NodeJS.ProcessEnv): void {
  const old = Object.keys(newNames).filter((name) => (env[`INPUT_${name.toUpperCase()}`] ?? '') !== '')
  if (old.length === 0) return
  const lines = old.map((name) => `${name}: this input is now ${newNameOf(name) ?? ''}.`)
  throw new UserError('Renamed inputs', lines.join('\n'))
}
