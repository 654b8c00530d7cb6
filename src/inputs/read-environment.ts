import { inputNames, inputTable, type RawInputs } from './input-table.ts'

/** The inputs as the runner hands them over: INPUT_<NAME> in upper case, defaults filled in from action.yml. */
export function readEnvironment(env: NodeJS.ProcessEnv): RawInputs {
  const pairs = inputNames.map((name) => {
    const value = env[`INPUT_${name.toUpperCase()}`]
    return [name, value === undefined || value === '' ? inputTable[name].fallback : value]
  })
  return Object.fromEntries(pairs) as RawInputs
}
