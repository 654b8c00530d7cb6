import { cutText, oneLine, plainText } from '../../shared/text.ts'
import type { ReportJson } from '../model/report-schema.ts'
import { formatPlace } from '../../shared/errors.ts'
import { plural } from '../../shared/format.ts'

const maxNameLength = 300

/** The sign in front of a first line. */
export const marks = { good: '✅', bad: '❌', warning: '⚠️' } as const

/** What GitHub links to a commit: 7 to 40 hexadecimal digits, here those that are neither a number nor a word. */
const commitName = /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\b/g

/** Characters that mean something to GitHub's renderer, and what makes links of itself, as entities: these are never markup. */
function escapeMarkup(text: string): string {
  return text.replace(
    /[&<>"'`*_~|\\[\]$@#]|:(?=\/\/)|(?<=\bwww)\./gi,
    (character) => `&#${character.codePointAt(0) ?? 0};`,
  )
}

/**
 * A name that came from somebody else's file or log, as inline code: nothing in it is markup, and inside of code GitHub
 * makes no mention, issue or link of it. Control characters and right-to-left marks are dropped, a long one is cut.
 */
export function code(name: string): string {
  const line = cutText(oneLine(name), maxNameLength)
  // GitHub makes links of mail addresses also where the @ is an entity; a comment in between shows nothing and parts them.
  return line === '' ? '' : `<code>${escapeMarkup(line).replaceAll('&#64;', '&#64;<!-- -->')}</code>`
}

/** A sentence with foreign words in it, as plain text: no markup, no mention, no link to an issue or a commit. */
export function text(sentence: string): string {
  const line = oneLine(sentence)
  // GitHub looks for mentions, issues, commits and emoji after rendering, so an entity alone does not hide them.
  return escapeMarkup(cutText(line, 2_000))
    .replace(/(&#64;|&#35;)/g, '$1\u200b')
    .replace(/\bGH(?=-\d)/gi, (written) => `${written.slice(0, 1)}\u200b${written.slice(1)}`)
    .replace(/:(?=[\w+-]+:)/g, ':\u200b')
    .replace(commitName, (name) => name.replace(/.{6}(?=.)/g, '$&\u200b'))
}

/** Several lines as a code block whose fence is longer than any in it. */
export function codeBlock(content: string, language = 'text'): string {
  const lines = content
    .split(/\r\n|\r|\n/)
    .map(plainText)
    .join('\n')
  const longest = Math.max(0, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(Math.max(3, longest + 1))
  return `${fence}${language}\n${lines}\n${fence}`
}

/** A table of cells that are Markdown; columns named with a trailing `:` are figures, aligned to the right and on one line. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const titles = headings.map((heading) => heading.replace(/:$/, ''))
  const rule = headings.map((heading) => (heading.endsWith(':') ? '---:' : '---'))
  const isFigure = headings.map((heading) => heading.endsWith(':'))
  const whole = (cells: readonly string[]): string[] =>
    cells.map((cell, column) => (isFigure[column] === true ? cell.replaceAll(' ', '\u00a0') : cell))
  return [line(titles), line(rule), ...rows.map((cells) => line(whole(cells)))].join('\n')
}

/** Code blocks and inline code, where a text stays as it is for whoever copies it, and the spaces between a number and its unit. */
const codeOrUnit =
  /^(`{3,}).*\n[^]*?^\1$|<code>.*?<\/code>|(?<=≈) (?=[+−]?\d)|(?<=\d) (?=(?:[kMGTP]?B|min|s)\b|%)/gm

/** Markdown in which no line ends between a number and its unit. */
export function withWholeNumbers(markdown: string): string {
  return markdown.replace(codeOrUnit, (found) => (found === ' ' ? '\u00a0' : found))
}

/** A part that can be folded, and is unless `isOpen`; `title` must already be safe HTML. */
export function details(title: string, content: string, isOpen = false): string {
  return `<details${isOpen ? ' open' : ''}><summary>${title}</summary>\n\n${content}\n\n</details>`
}

/** A folded table with a row for each of the first `max` things, and in words how many are left; nothing where there are none. */
export function foldedTable<T>(
  title: string,
  headings: readonly string[],
  [things, max, noun]: readonly [things: readonly T[], max: number, noun?: string],
  rowOf: (thing: T) => string[],
): string[] {
  if (things.length === 0) return []
  const left = noun === undefined ? 0 : things.length - max
  const more = left > 0 ? `\n\n… and ${plural(left, noun ?? '')}; report.json has them.` : ''
  return [details(title, `${table(headings, things.slice(0, max).map(rowOf))}${more}`)]
}

/** As many parts as there is room for, `restWords` on those that found none behind them; a part that is too large does not keep out those after it. */
export function fitParts(
  parts: readonly string[],
  maxBytes: number,
  restWords: (left: number) => string,
): string[] {
  let room = maxBytes
  const kept = parts.filter((part) => {
    const fits = Buffer.byteLength(part) + 2 <= room
    if (fits) room -= Buffer.byteLength(part) + 2
    return fits
  })
  return kept.length === parts.length ? kept : [...kept, restWords(parts.length - kept.length)]
}

type Layer = NonNullable<ReportJson['image']>['layers'][number]

/** What made a layer, as inline code. */
export function describeLayer(layer: Layer): string {
  return code(cutText(layer.createdBy === '' ? layer.digest.slice(0, 19) : layer.createdBy, 100))
}

/** The line of the Dockerfile that made a layer, as a link where its commit is known, and the stage that its files come from. */
export function placeOf(layer: Layer | undefined, { file, source }: Linked): string {
  if (layer === undefined) return ''
  if (layer.isBase) return 'base image'
  const from = layer.copiedFrom === undefined ? '' : ` from ${code(layer.copiedFrom)}`
  const { line } = layer
  return line === undefined ? '' : `${linkPlace({ file, line }, source, `line ${line}`)}${from}`
}

/** What a report knows of where its files are: its Dockerfile, and the commit in its repository. */
type Linked = Pick<ReportJson, 'file' | 'source'>

/** A place of the checkout as inline code, or as `label`; where its commit is known, as a link to that line. */
export function linkPlace(
  place: { file: string; line?: number | undefined },
  source: ReportJson['source'],
  label?: string,
): string {
  const shown = label ?? code(formatPlace(place))
  if (source === undefined) return shown
  const file = pathInClone(place.file, source)
  if (file === undefined || !isInCheckout(file)) return shown
  const path = file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  const line = place.line === undefined ? '' : `#L${place.line}`
  return `<a href="${source.repository}/blob/${source.commit}/${path}${line}">${shown}</a>`
}

/** A path of the workspace as its repository has it; undefined where it is not in the clone. */
export function pathInClone(
  file: string,
  { folder = '' }: NonNullable<ReportJson['source']>,
): string | undefined {
  if (folder === '') return file
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined
}

function isInCheckout(file: string): boolean {
  return (
    file.length < 500 &&
    !file.startsWith('/') &&
    !file.split('/').some((part) => ['', '.', '..'].includes(part))
  )
}
