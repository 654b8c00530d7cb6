import { cutText } from '../../shared/text.ts'
import { joinParts } from '../../shared/format.ts'
import { helpLink } from '../../shared/help-link.ts'
import { readHeadline } from '../text/headline.ts'
import { notesOf } from '../text/sentences.ts'
import { code, codeBlock, text, linkPlace } from '../text/markdown.ts'
import type { ReportJson } from '../model/report-schema.ts'

const maxMessageLength = 6_000

/** What is wrong, as prose. Of failed tests only where they ran: the tests themselves follow. What the first line says is not said again. */
export function renderProblems(report: ReportJson): string[] {
  const { problems, tests, source } = report
  const said = readHeadline(report).text
  return problems.flatMap(({ title, message, place, snippet }) => {
    const where = place === undefined ? '' : linkPlace(place, source)
    if (tests?.result === 'failed' && tests.failures.length > 0) {
      const command = code(tests.place?.command ?? '')
      return [
        joinParts(' ', [`Failed in stage ${code(tests.stages.join(', '))}`, where, command]),
        ...renderMessage(notesOf(message).join('\n')),
      ]
    }
    const heading = said.includes(title) ? '' : `**${text(title)}**`
    const { command, words } = splitPlace(message, place)
    const head = joinParts(' — ', [heading, joinParts(' ', [where, command === '' ? '' : code(command)])])
    const help = `[What this error means](${helpLink(title)})`
    const parts = [head, ...renderMessage(words, snippet)].filter(isText)
    const last = parts.at(-1) ?? ''
    return isText(last) && !last.endsWith('```')
      ? [...parts.slice(0, -1), `${last} ${help}`]
      : [...parts, help]
  })
}

/** A message without a first line that is its place, which stands above it as a link, and the command that follows it there. */
function splitPlace(
  message: string,
  place: ReportJson['problems'][number]['place'],
): { command: string; words: string } {
  const [first = '', ...rest] = message.split('\n')
  const begin = `${place?.file ?? ''}:${place?.line ?? 0} `
  const isPlace = place !== undefined && `${first} `.startsWith(begin)
  return isPlace
    ? { command: first.slice(begin.length), words: rest.join('\n') }
    : { command: '', words: message }
}

/** A message as prose, with what a program printed (indented lines) and lines to paste as code blocks of their own. */
export function renderMessage(message: string, snippet?: string): string[] {
  if (snippet === undefined || !message.includes(snippet)) return renderProse(message)
  const [before = '', after = ''] = message.split(snippet)
  return [...renderProse(before), codeBlock(snippet.trim(), 'dockerfile'), ...renderProse(after)]
}

function renderProse(message: string): string[] {
  const blocks: { isCode: boolean; lines: string[] }[] = []
  for (const line of cutText(message, maxMessageLength).split(/\r\n|\r|\n/)) {
    const last = blocks.at(-1)
    const isCode = /^[ \t]/.test(line) || (line === '' && last?.isCode === true)
    if (last?.isCode === isCode && (isCode || line !== '')) last.lines.push(line)
    else blocks.push({ isCode, lines: [line] })
  }
  return blocks
    .map(({ isCode, lines }) =>
      isCode ? codeBlock(withoutIndent(lines)) : joinParts('<br>', lines.map(text)),
    )
    .filter(isText)
}

/** Lines without the indentation that all of them share, and without empty ones at the end. */
function withoutIndent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/[^ \t]/))
  const shared = Math.min(...indents)
  return lines
    .map((line) => line.slice(shared))
    .join('\n')
    .trimEnd()
}

function isText(part: string): boolean {
  return part !== ''
}
