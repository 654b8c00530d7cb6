import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test('README has at most 200 lines, and begins with the title and one sentence', () => {
  const lines = read('README.md').trimEnd().split('\n')
  expect(lines.length).toBeLessThanOrEqual(200)
  expect(lines[0]).toBe('# dotnet-container: test, build and size-check .NET images')
})

test('README names its parts in the order in which a stranger asks for them', () => {
  expect([...read('README.md').matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual([
    'Use it',
    'What you get',
    'The most used inputs',
    'Recipes',
    'See it on your machine',
    'How it compares',
    'Documentation',
  ])
})

test('the ten inputs that README names are inputs', () => {
  const { inputs } = parse(read('action.yml')) as { inputs: Record<string, unknown> }
  const rows = /\| input[\s\S]*?\n\n/.exec(read('README.md'))?.[0].split('\n').slice(2) ?? []
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  )
  expect(named.length).toBeGreaterThanOrEqual(10)
  expect(named.filter((name) => name === undefined || !(name in inputs))).toEqual([])
})

test('the Marketplace takes the description, and the title is the product’s', () => {
  const action = parse(read('action.yml')) as { name: string; description: string }
  expect(action.name).toBe('dotnet-container: test, build and size-check .NET images')
  expect(action.description.length).toBeLessThanOrEqual(124)
})
