import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { collectMessages } from './messages-of-source.ts'

const page = readFileSync(new URL('../../docs/troubleshooting.md', import.meta.url), 'utf8')
const { titles, warnings } = collectMessages()

test('each error that the sources have is a heading of docs/troubleshooting.md, and no heading is of an error that is gone', () => {
  const headings = [...page.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading)
  expect(headings.sort()).toEqual([...titles].sort())
})

test('each warning can be found there by its first words', () => {
  const words = page.replace(/\s+/g, ' ')
  const firstWords = [...warnings].map((warning) => warning.replace(/[\s.:]+$/, ''))
  expect(firstWords.filter((first) => !words.includes(first))).toEqual([])
})

test('they were looked for where they are', () => {
  expect(titles.size).toBeGreaterThan(25)
  expect(warnings.size).toBeGreaterThan(20)
})
