import type { InputReader } from './input-reader.ts'

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

/** Names of build arguments whose values nobody should read. */
const secretName =
  /pass(?:word|wd|phrase)?$|secret|token|credential|(?:api|access|private|signing|account)_?key/i

/** What must not be read in a log: secrets, and the values of build arguments that are named like one. */
export function secretValuesOf({
  secrets,
  buildArgs,
}: {
  secrets: readonly [string, string][]
  buildArgs: readonly [string, string][]
}): string[] {
  const named = buildArgs.filter(([key, value]) => value !== '' && secretName.test(key))
  return [...secrets, ...named].map(([, value]) => value)
}
