import { closest, distance } from 'fastest-levenshtein'
import * as v from 'valibot'
import { messageOf } from '../shared/errors.ts'
import { inputNames, type InputName } from './input-table.ts'
import { Problems } from './problems.ts'
import { newNameOf } from './renamed-inputs.ts'

const valuesSchema = v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()])))

/**
 * The inputs that a JSON object holds, as texts; one that is empty or null is not given. Throws a UserError that names every key
 * which is no input.
 */
export function parseJsonInputs(text: string): Partial<Record<InputName, string>> {
  if (text.trim() === '') return {}
  const problems = new Problems()
  const given: Partial<Record<InputName, string>> = {}
  for (const [key, value] of Object.entries(parseValues(text, problems))) {
    const name = inputNames.find((candidate) => candidate === key && candidate !== 'inputs')
    if (name === undefined) problems.add('inputs', `there is no input "${key}".${hint(key)}`)
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

function hint(key: string): string {
  const renamed = newNameOf(key)
  if (renamed !== undefined) return ` It is now ${renamed}.`
  const near = closest(key, inputNames)
  return distance(key, near) <= 3 ? ` Did you mean ${near}?` : ''
}
