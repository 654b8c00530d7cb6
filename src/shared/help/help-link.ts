import { errorAnchors } from './error-anchors.ts'

/** This repository on GitHub; `npm run docs` writes it from package.json. */
export const repository = 'OWNER/dotnet-container'

/** The page of our documentation at `path` in `docs/`, such as `guides/forks.md`, as people can open it. */
export function docsLink(path: string): string {
  return `https://github.com/${repository}/blob/main/docs/${path}`
}

/** Where an error is explained: its heading of docs/troubleshooting.md, or the whole page for a title that has none. */
export function helpLink(title: string): string {
  const anchor = readAnchor(title)
  return docsLink(anchor === undefined ? 'troubleshooting.md' : `troubleshooting.md#${anchor}`)
}

/** A heading's `…` stands for what differs from case to case; the heading that says most is the one. */
function readAnchor(title: string): string | undefined {
  const fitting = errorAnchors.filter(([heading]) => isTitleOf(heading, title))
  return fitting.sort(([a], [b]) => b.length - a.length)[0]?.[1]
}

function isTitleOf(heading: string, title: string): boolean {
  const [first = '', ...rest] = heading.split('…')
  if (rest.length === 0) return title === heading
  if (!title.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = part === '' ? title.length : title.indexOf(part, at + 1)
    if (found <= at) return false
    at = found + part.length
  }
  return at === title.length
}

/** The last line of an error in a log: where it is explained. */
export function withHelp(message: string, title: string): string {
  return `${message}\nHelp: ${helpLink(title)}`
}
