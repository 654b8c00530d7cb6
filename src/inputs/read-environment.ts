import { inputNames, inputTable, type RawInputs } from './input-table.ts'
import { parseJsonInputs } from './json-inputs.ts'
import { rejectOldInputs } from './renamed-inputs.ts'

/**
 * The inputs as the runner hands them over: INPUT_<NAME> in upper case, defaults filled in from action.yml; those in the JSON of
 * `inputs` come first. Throws a UserError when that is not what it takes, and for an input under its old name.
 */
export function readEnvironment(env: NodeJS.ProcessEnv): RawInputs {
  rejectOldInputs(env)
  const pairs = inputNames.map((name) => {
    const value = env[`INPUT_${name.toUpperCase()}`]
    return [name, value === undefined || value === '' ? inputTable[name].fallback : value]
  })
  const inputs = Object.fromEntries(pairs) as RawInputs
  return { ...inputs, ...parseJsonInputs(inputs.inputs) }
}
