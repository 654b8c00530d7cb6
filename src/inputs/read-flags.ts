import { distance } from 'fastest-levenshtein'
import { UserError } from '../shared/errors.ts'
import { inputNames, inputTable, type InputName, type RawInputs } from './input-table.ts'
import { parseJsonInputs } from './json-inputs.ts'
import { newNameOf } from './renamed-inputs.ts'

/** What a command line asks for. */
export type CommandLine = { kind: 'help' } | { kind: 'run'; inputs: RawInputs }

/**
 * Reads `[CONTEXT] [--input value | --input=value | --flag [true | false] …]`; a list input may be given several times.
 * Throws a UserError that names the wrong word.
 */
export function readFlags(words: readonly string[]): CommandLine {
  const inputs: Record<InputName, string> = { ...defaults() }
  const rest = [...words]
  const given = new Set<InputName>()
  let contexts = 0
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--help' || word === '-h') return { kind: 'help' }
    if (!word.startsWith('-')) {
      if (++contexts > 1) throw wrong(`"${word}": only one CONTEXT can be given.`)
      inputs.context = word
      continue
    }
    const [name, inline] = splitOption(word)
    const value = inline ?? (inputTable[name].kind === 'flag' ? takeFlag(rest) : rest.shift())
    if (value === undefined) throw wrong(`--${name} needs a value.`)
    const joined = inputTable[name].kind === 'list' && given.has(name)
    inputs[name] = joined ? `${inputs[name]}\n${value}` : value
    given.add(name)
  }
  return { kind: 'run', inputs: { ...inputs, ...parseJsonInputs(inputs.inputs) } }
}

/** A flag may be followed by its value; by itself it means `true`. */
function takeFlag(rest: string[]): string {
  return /^(?:true|false)$/i.test(rest[0] ?? '') ? (rest.shift() ?? 'true') : 'true'
}

function defaults(): RawInputs {
  return Object.fromEntries(inputNames.map((name) => [name, inputTable[name].fallback])) as RawInputs
}

function splitOption(word: string): [InputName, string | undefined] {
  const [, written, inline] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(word) ?? []
  const name = inputNames.find((candidate) => candidate === written)
  if (name !== undefined) return [name, inline]
  const renamed = newNameOf(written ?? '')
  if (renamed !== undefined) throw wrong(`--${written ?? ''} is now --${renamed}.`)
  const nearest = [...inputNames].sort(
    (a, b) => distance(a, written ?? word) - distance(b, written ?? word),
  )[0]
  throw wrong(
    `${word.replace(/=[\s\S]*/, '')} is not an option; did you mean --${nearest ?? 'help'}? See --help.`,
  )
}

function wrong(message: string): UserError {
  return new UserError('Wrong command line', message)
}
