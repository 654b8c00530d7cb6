import { expect, test } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const page = new URL('../../docs/reliability.md', import.meta.url)

/** The links of the page's tables to test files, with the title of a test as their text. */
const links = [
  ...readFileSync(page, 'utf8').matchAll(/\[((?:[^\][\\]|\\.)+)\]\((\.\.\/__tests__\/[^)]+)\)/g),
].map(([, title = '', path = '']) => ({
  title: title.replace(/\\(.)/g, '$1'),
  file: fileURLToPath(new URL(path, page)),
}))

test('every fault on the page about them has a test of that very title in the file that it links to', () => {
  expect(links.length).toBeGreaterThan(60)
  const wrong = links.filter(({ title, file }) => {
    // Prettier puts a long title on a line of its own.
    const text = existsSync(file) ? readFileSync(file, 'utf8').replace(/\(\n\s+'/g, "('") : ''
    return !['test', ')', 'it', 'concurrent'].some((call) => text.includes(`${call}('${title}'`))
  })
  expect(wrong).toEqual([])
})

test('every row of the page has a test or says why there is none', () => {
  const rows = readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:fault or input|-+) /.test(line))
  const bare = rows.filter((row) => !row.includes('](../'))
  expect(bare).toEqual([])
})
