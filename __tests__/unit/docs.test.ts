import { describe, expect, it } from '@jest/globals'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../../', import.meta.url))
const folders = ['', 'docs', 'docs/adr']
const pages = folders.flatMap((folder) =>
  readdirSync(join(repository, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
)

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
