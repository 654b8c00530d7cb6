import { describe, expect, it, test } from '@jest/globals'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../../', import.meta.url))
const pagesIn = (folder: string, names: readonly string[]): string[] =>
  names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name))
const pages = [
  ...pagesIn('', readdirSync(repository)),
  ...pagesIn('docs', readdirSync(join(repository, 'docs'), { recursive: true, encoding: 'utf8' })),
  ...pagesIn('bench', readdirSync(join(repository, 'bench'))),
]

test('the docs have their parts', () => {
  expect(readdirSync(join(repository, 'docs')).sort()).toEqual([
    'adr',
    'guides',
    'how-it-works.md',
    'images',
    'performance.md',
    'questions.md',
    'reference',
    'reliability.md',
    'security.md',
    'troubleshooting.md',
    'versions.md',
    'when-green.md',
  ])
})

test('each page can be reached from README.md', () => {
  const reached = new Set(['README.md'])
  for (const page of reached) {
    const text = readFileSync(join(repository, page), 'utf8')
    for (const [, link = ''] of text.matchAll(/\]\((?!https?:)([^)#\s]+\.md)/g))
      reached.add(join(dirname(page), link))
  }
  const guides = pages.filter((page) => page.startsWith('docs') && !page.startsWith(join('docs', 'adr')))
  expect(guides.filter((page) => !reached.has(page))).toEqual([])
})

test('CONTRIBUTING.md says of files that are there where what is decided', () => {
  const text = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8')
  const table = /^\| where is what decided[\s\S]*?\n\n/m.exec(text)?.[0] ?? ''
  const rows = table.split('\n').slice(2, -2)
  expect(rows.length).toBeGreaterThan(15)
  const missing = rows.flatMap((row) => {
    // A folder stands before the names of the files in it.
    const [, folder = ''] = /`([\w/]+\/)`:/.exec(row) ?? []
    const named = [...row.matchAll(/`([\w{},./-]+\.ts)`/g)].flatMap(([, path = '']) => {
      const [, before = '', names = path, after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(path) ?? []
      return names.split(',').map((name) => join('src', folder, `${before}${name}${after}`))
    })
    return named.length === 0 ? [row] : named.filter((path) => !existsSync(join(repository, path)))
  })
  expect(missing).toEqual([])
})

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(repository, page), 'utf8')

  it('links to pages and headings that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)\s]*)\)/g)].map(([, link = '']) => link)
    const broken = links.filter((link) => {
      const [path = '', heading] = link.split('#')
      const target = path === '' ? page : join(dirname(page), path)
      if (!existsSync(join(repository, target))) return true
      return heading !== undefined && !headingsOf(target).has(heading)
    })
    expect(broken).toEqual([])
  })

  it('names files of ours that are there', () => {
    const named = [...text.matchAll(/`((?:src|__tests__|scripts|docs)\/[\w./-]+\.(?:ts|mjs|md|json))`/g)]
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(join(repository, path)))).toEqual(
      [],
    )
  })
})

/** The anchors that GitHub gives to a page's headings. */
function headingsOf(page: string): Set<string> {
  const text = readFileSync(join(repository, page), 'utf8').replace(/^```[\s\S]*?^```/gm, '')
  const headings = [...text.matchAll(/^#+ (?:<a id="[^"]*"><\/a>)?(.*)$/gm)].map(
    ([, heading = '']) => heading,
  )
  return new Set([
    ...[...text.matchAll(/<a id="([^"]*)">/g)].map(([, id = '']) => id),
    ...headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  ])
}
