import type { InputReader } from '../input-reader.ts'

/** Build secrets by value, with what was left out. */
export interface ReadSecrets {
  secrets: [id: string, value: string][]
  warnings: string[]
}

/**
 * Reads secrets that are given by value, and those that are environment variables. One that is empty, as in the workflow of a
 * pull request from a fork, is left out, so that a RUN sees none instead of an empty one.
 */
export function readSecrets(read: InputReader, env: NodeJS.ProcessEnv): ReadSecrets {
  const warnings: string[] = []
  const fromEnvironment = read.keyValues('secret-envs', 'id=VARIABLE', { splitAtCommas: true })
  const named = fromEnvironment.flatMap(([id, variable]): [string, string][] => {
    const value = env[variable]
    if (value) return [[id, value]]
    warnings.push(`The build secret ${id} is left out: the environment variable ${variable} is not set.`)
    return []
  })
  const given = read.keyValues('secrets', 'id=value', { keepsSpaces: true })
  const full = given.filter(([id, value]) => {
    if (value === '') warnings.push(`The build secret ${id} is left out: it has no value.`)
    return value !== ''
  })
  return { secrets: [...named, ...full], warnings }
}
