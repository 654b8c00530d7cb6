import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

interface ActionFile {
  inputs: Record<string, { description: string; default?: string }>
  outputs: Record<string, { description: string }>
  runs: { using: string; main: string }
}

const file = new URL('../../../comment/action.yml', import.meta.url)
const action = parse(readFileSync(file, 'utf8')) as ActionFile
const program = readFileSync(new URL('../../../src/entries/comment.ts', import.meta.url), 'utf8')

test('the action for pull requests from forks starts its entry of dist with node 24', () => {
  expect(action.runs).toEqual({ using: 'node24', main: '../dist/comment/index.js' })
})

test('its program reads the inputs that it declares, and sets its outputs', () => {
  for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)])
    expect(program).toContain(`'${name}'`)
})
