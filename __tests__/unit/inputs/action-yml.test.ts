import { describe, expect, it, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { inputNames, inputTable } from '../../../src/inputs/input-table.generated.ts'

interface ActionFile {
  name: string
  description: string
  author: string
  branding: { icon: string; color: string }
  inputs: Record<string, { description?: string; default?: unknown; required?: unknown }>
  outputs: Record<string, { description?: string }>
  runs: { using: string; main: string }
}

const action = parse(readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8')) as ActionFile

test('action.yml and the program have the same inputs, in the same order, with the same defaults', () => {
  const declared = Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? ''])
  expect(declared).toEqual(inputNames.map((name) => [name, inputTable[name].fallback]))
})

test('the merged result of the tests has the words of a single one', () => {
  const merge = parse(
    readFileSync(new URL('../../../merge/action.yml', import.meta.url), 'utf8'),
  ) as ActionFile
  const wordsOf = ({ outputs }: ActionFile): string[] =>
    [...(outputs['test-result']?.description ?? '').matchAll(/`([a-z-]+)`/g)].map(([, word = '']) => word)
  expect(wordsOf(merge).sort()).toEqual(wordsOf(action).sort())
})

test('every default is a text, as the runner hands it over', () => {
  const others = Object.entries(action.inputs).filter(
    ([, input]) => input.default !== undefined && typeof input.default !== 'string',
  )
  expect(others).toEqual([])
})

test('every input and output has a description that is a sentence', () => {
  const all = Object.entries({ ...action.inputs, ...action.outputs })
  const wrong = all.filter(([, { description }]) => !/^\S.{10,}[.)]$/s.test(description ?? ''))
  expect(wrong).toEqual([])
})

test('a flag has a default that is true or false', () => {
  const flags = inputNames.filter((name) => inputTable[name].kind === 'flag')
  expect(flags.filter((name) => !['true', 'false'].includes(inputTable[name].fallback))).toEqual([])
})

test('the runner starts the committed bundle with node 24, and again when the job ends', () => {
  const runs = { using: 'node24', main: 'dist/action/index.js', post: 'dist/post/index.js' }
  expect(action.runs).toEqual(runs)
})

describe('what the Marketplace refuses at the tag of a release', () => {
  it('a description of 125 characters or more', () => {
    expect(action.description.trim().length).toBeLessThan(125)
  })

  it('a listing without a name, an author, and an icon and a color of its lists', () => {
    expect(action.name).toBe('dotnet-container: test, build and size-check .NET images')
    expect(action.author).not.toBe('')
    const colors = ['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']
    expect(colors).toContain(action.branding.color)
    // A name of Feather 4.28; that set is what GitHub draws.
    expect(action.branding.icon).toBe('package')
  })

  it('an action that is not in the root folder, or has a twin there', () => {
    const root = fileURLToPath(new URL('../../../', import.meta.url))
    expect(readdirSync(root).filter((name) => /^(?:action\.ya?ml|dockerfile)$/i.test(name))).toEqual([
      'action.yml',
    ])
  })
})
