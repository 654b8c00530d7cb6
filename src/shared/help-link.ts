import { escapeForPattern } from './text.ts'

/** This repository on GitHub; `npm run docs` writes it from package.json. */
export const repository = 'OWNER/dotnet-container'

/** The page of our documentation at `path` in `docs/`, such as `guides/forks.md`, as people can open it. */
export function docsLink(path: string): string {
  return `https://github.com/${repository}/blob/main/docs/${path}`
}

/** Headings of docs/troubleshooting.md with an anchor of their own, written by `npm run docs`; `…` stands for what differs. */
const ownAnchors: readonly (readonly [title: string, anchor: string])[] = [
  ['… of … failed in stage …', 'tests-failed'],
  ['No test ran in stage …', 'no-test-ran'],
  ['The tests of … did not come to their end', 'tests-did-not-end'],
  ['… failed, although none of its tests did', 'run-failed-without-a-test'],
  ['The tests of … never started', 'never-started'],
  ['Results of the tests of … are missing', 'results-are-missing'],
  ['The test command of stage … failed', 'test-command-failed'],
  ['The tests of stage … could not run', 'tests-could-not-run'],
  ['Does stage … test?', 'does-stage-test'],
  ['The code did not compile: …', 'code-did-not-compile'],
  ['Code analysis found …', 'code-analysis-found'],
  ['Stage … could not be built', 'stage-could-not-be-built'],
  ['Image size: …', 'image-size'],
  ['Image size on …: over the limit of …', 'image-size-of-a-platform'],
  ['… could not be written', 'output-could-not-be-written'],
  ['Smoke test: …', 'smoke-test-failed'],
  ['… wrong inputs', 'wrong-inputs'],
]

/** Where an error is explained: its heading of docs/troubleshooting.md. */
export function helpLink(title: string): string {
  const anchor = readAnchor(title)
  return docsLink(anchor === '' ? 'troubleshooting.md' : `troubleshooting.md#${anchor}`)
}

/** That of the heading that says most, else what GitHub makes of a heading; none for a title that can't be ours: those are words alone. */
function readAnchor(title: string): string {
  const fitting = ownAnchors.filter(([heading]) => isTitleOf(heading, title))
  const [own] = fitting.sort(([a], [b]) => b.length - a.length)
  if (own !== undefined) return own[1]
  if (!/^[\w .,?’-]{1,60}$/.test(title)) return ''
  const kept = title.toLowerCase().replace(/[^\w -]/g, '')
  return kept.replaceAll(' ', '-')
}

function isTitleOf(heading: string, title: string): boolean {
  const parts = heading.split('…').map(escapeForPattern)
  return new RegExp(`^${parts.join('.+?')}$`, 's').test(title)
}

/** The last line of an error in a log: where it is explained. */
export function withHelp(message: string, title: string): string {
  return `${message}\nHelp: ${helpLink(title)}`
}
