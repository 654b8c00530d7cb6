import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { helpLink, repository } from '../../src/shared/help-link.ts'
import { collectMessages } from './messages-of-source.ts'

const page = readFileSync(new URL('../../docs/troubleshooting.md', import.meta.url), 'utf8')
const address = `https://github.com/${repository}/blob/main/docs/troubleshooting.md`
const { titles, warnings } = collectMessages()
/** The headings with their anchors: one that is written, or else the one that GitHub makes. */
const errorAnchors = [...page.matchAll(/^### (?:<a id="([\w-]+)"><\/a>)?(.*)$/gm)].map(
  ([, id, title = '']) => {
    const made = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
    return [title, id ?? made] as const
  },
)

test('each error that the sources have is a heading of docs/troubleshooting.md, and no heading is of an error that is gone', () => {
  const headings = [...page.matchAll(/^### (?:<a id="[^"]*"><\/a>)?(.*)$/gm)].map(([, heading]) => heading)
  expect(headings.sort()).toEqual([...titles].sort())
})

test.each([...titles])('the error “%s” has its link, and the page has its anchor', (title) => {
  // What differs from case to case can be anything.
  const anchor = errorAnchors.find(([heading]) => heading === title)?.[1]
  expect(helpLink(title.replaceAll('…', 'some/thing: 1.5 MB'))).toBe(`${address}#${anchor}`)
})

test('each anchor leads to one place', () => {
  const anchors = [
    ...errorAnchors.map(([, anchor]) => anchor),
    ...[...page.matchAll(/^- <a id="([^"]*)">/gm)].map(([, anchor]) => anchor),
  ]
  expect(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index)).toEqual([])
  expect(anchors.filter((anchor) => !/^[a-z\d]+(?:-[a-z\d]+)*$/.test(anchor ?? ''))).toEqual([])
})

test('a title that the page does not have leads to the page', () => {
  // GitHub shows the beginning of a page that has no such anchor.
  expect(helpLink('No such error').split('#')[0]).toBe(address)
})

test('a title has at most 60 characters', () => {
  expect([...titles].filter((title) => title.length > 60)).toEqual([])
})

test('each warning has its anchor, and can be found by its first words', () => {
  const items = page.split(/^(?=- |#)/m).filter((item) => item.startsWith('- '))
  expect(items.filter((item) => !/^- <a id="warning-[^"]+"><\/a>\*\*/.test(item))).toEqual([])
  const words = items.join(' ').replace(/\s+/g, ' ')
  const firstWords = [...warnings].map((warning) => warning.replace(/[\s.:]+$/, ''))
  expect(firstWords.filter((first) => !words.includes(first))).toEqual([])
})

test('they were looked for where they are', () => {
  expect(titles.size).toBeGreaterThan(25)
  expect(warnings.size).toBeGreaterThan(20)
})
