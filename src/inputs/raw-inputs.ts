import * as v from 'valibot'
import { inputNames, inputTable, type RawInputs, type InputName } from './input-table.generated.ts'
import { didYouMean } from '../shared/did-you-mean.ts'
import { UserError, messageOf, Problems } from '../shared/errors.ts'

/** The runner's INPUT_<NAME>, those in the JSON of `inputs` first. Throws a UserError for wrong JSON. */
export function readEnvironment(env: NodeJS.ProcessEnv): RawInputs {
  const inputs = withDefaults((name) => env[`INPUT_${name.toUpperCase()}`] || undefined)
  return { ...inputs, ...parseJsonInputs(inputs.inputs) }
}

/** All inputs: what `given` says of each, else its default. */
export function withDefaults(given: (name: InputName) => string | undefined): RawInputs {
  const pairs = inputNames.map((name) => [name, given(name) ?? inputTable[name].fallback])
  return Object.fromEntries(pairs) as RawInputs
}

/** What a command line asks for. */
type CommandLine = { kind: 'help' } | { kind: 'run'; inputs: RawInputs }

/** Reads `[CONTEXT] [--input value | --input=value | --flag [true | false] …]`. Throws a UserError that names the wrong word. */
export function readFlags(words: readonly string[]): CommandLine {
  const inputs: Record<InputName, string> = { ...withDefaults(() => undefined) }
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

function splitOption(word: string): [InputName, string | undefined] {
  const [, written, inline] = /^--([^=]*)(?:=([\s\S]*))?$/.exec(word) ?? []
  const name = inputNames.find((candidate) => candidate === written)
  if (name !== undefined) return [name, inline]
  const hint = didYouMean(written ?? word.replace(/^-/, ''), inputNames, '--')
  throw wrong(`${word.replace(/=[\s\S]*/, '')} is not an option.${hint} See --help.`)
}

function wrong(message: string): UserError {
  return new UserError('Wrong command line', message)
}

const valuesSchema = v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()])))

/** The inputs that a JSON object holds, as texts, without empty ones. Throws a UserError that names every key which is no input. */
function parseJsonInputs(text: string): Partial<Record<InputName, string>> {
  if (text.trim() === '') return {}
  const problems = new Problems()
  const given: Partial<Record<InputName, string>> = {}
  for (const [key, value] of Object.entries(parseValues(text, problems))) {
    const name = inputNames.find((candidate) => candidate === key && candidate !== 'inputs')
    if (name === undefined)
      problems.add('inputs', `there is no input "${key}".${didYouMean(key, inputNames)}`)
    else if (value !== null && value !== '') given[name] = String(value)
  }
  problems.throwIfAny()
  return given
}

function parseValues(text: string, problems: Problems): v.InferOutput<typeof valuesSchema> {
  const example = 'write a JSON object with texts, such as ${{ toJSON(matrix.image) }}'
  try {
    const values: unknown = JSON.parse(text)
    // A record to valibot, whose keys are numbers.
    if (Array.isArray(values)) throw new Error('this is a list')
    return v.parse(valuesSchema, values)
  } catch (error) {
    problems.add('inputs', `${example}: ${messageOf(error)}`)
    return {}
  }
}
