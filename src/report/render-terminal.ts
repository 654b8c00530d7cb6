import { cutText, oneLine, plainText, splitLines } from '../shared/text.ts'
import { helpLink } from '../shared/help-link.ts'
import { formatSize, joinParts, plural } from '../shared/format.ts'
import { formatPlace } from '../shared/errors.ts'
import { describeBaseline, describeRelease, describeSmoke, notesOf } from './text/sentences.ts'
import { formatChange, formatShare } from './text/format.ts'
import { readHeadline } from './text/headline.ts'
import { isNoChange } from '../compare/size-change.ts'
import { describeReason } from './text/part-labels.ts'
import { partRows, platformHeadings, platformRows } from './text/size-rows.ts'
import type { ReportJson } from './model/report-schema.ts'

/** No line is wider, so that the report fits a terminal beside an editor. */
const width = 100
/** Most failed tests that are shown; report.json has all. */
const maxFailures = 20
/** Most parts of a change that are shown; report.json has all. */
const maxParts = 12
/** Most suggestions; report.md has all, each with what to write. */
const maxAdvice = 5
const marks = { good: '✔', bad: '✘', warning: '!' } as const

/** Most characters of one line of a message; a program can print one without end. */
const maxLineLength = 4_000

const helpLine = '  Help: '

/** The report as plain text for a terminal: no line has more than 100 columns, but what is to be pasted, and the address of an error's help. */
export function renderTerminal(report: ReportJson, now: Date): string {
  const headline = readHeadline(report)
  const blocks = [
    [
      `${marks[headline.state]} ${headline.text}`,
      ...(report.imageKey === '' ? [] : [`  ${report.imageKey}, stage ${report.target}`]),
    ],
    problemLines(report, headline.text),
    failureLines(report),
    platformLines(report),
    sizeLines(report, now),
    changeLines(report),
    [describeSmoke(report, oneLine) ?? []].flat(),
    report.advice
      .slice(0, maxAdvice)
      .map(
        ({ title, place }) => `* ${oneLine(title)}${place === undefined ? '' : ` (${formatPlace(place)})`}`,
      ),
    report.warnings.map((warning) => `! ${oneLine(warning)}`),
    ...(report.notices ?? []).map(({ message }) => splitLines(message)),
  ]
  const lines = blocks.filter((block) => block.length > 0).flatMap((block) => ['', ...block])
  const pasted = new Set(
    [...report.problems, ...(report.notices ?? [])].flatMap(({ snippet = '' }) => splitLines(snippet)),
  )
  const fitting = lines.flatMap((line) => {
    const clean = cutText(plainText(line.replaceAll('\t', '    ')), maxLineLength).trimEnd()
    // A line of a Dockerfile means something else in two, and an address can't be followed.
    const isWhole = line.startsWith(helpLine) || pasted.has(line.trim()) || /^ *line \d+: /.test(line)
    return isWhole ? [clean] : wrapColumns(clean, width)
  })
  return `${fitting.join('\n')}\n`
}

/** What is wrong; of failed tests where they ran, since the tests themselves follow. */
function problemLines({ problems, tests }: ReportJson, headline: string): string[] {
  const isOfTests = tests?.result === 'failed' && tests.failures.length > 0
  return problems.flatMap(({ title, message, place }) => {
    if (!isOfTests)
      return [
        // Once is enough where it is the answer itself.
        ...(headline.includes(title) ? [] : [title]),
        // That of tests stands in the message, with the command.
        ...(place === undefined || message.startsWith(formatPlace(place)) ? [] : [`  ${formatPlace(place)}`]),
        ...splitLines(message).map((line) => `  ${line}`),
        `${helpLine}${helpLink(title)}`,
      ]
    const where = place === undefined ? '' : `${formatPlace(place)} `
    const notes = notesOf(message).map((line) => `  ${line}`)
    return [`Stage ${tests.stages.join(', ')}: ${where}${tests.place?.command ?? ''}`, ...notes]
  })
}

function failureLines({ tests }: ReportJson): string[] {
  const failures = tests?.failures ?? []
  const shown = failures.slice(0, maxFailures).flatMap(({ name, message, place }) => [
    `✘ ${cutText(oneLine(name), 300)}${place === undefined ? '' : ` (${formatPlace(place)})`}`,
    ...splitLines(message ?? '')
      .slice(0, 6)
      .map((line) => `    ${cutText(line.replaceAll('\t', '    '), 300)}`),
  ])
  const left = failures.length - maxFailures
  return left > 0 ? [...shown, `… and ${plural(left, 'more failed test')}; report.json has them`] : shown
}

function platformLines(report: ReportJson): string[] {
  const rows = platformRows(report)
  const headings = platformHeadings.map((heading) => heading.replace(/:$/, ''))
  return rows.length === 0 ? [] : columns([headings, ...rows])
}

function sizeLines(report: ReportJson, now: Date): string[] {
  const { image, baseline, comparison, sizeMetric } = report
  if (image === undefined) return []
  const isEstimate = image.method === 'docker-save'
  const before = baseline?.kind === 'found' ? baseline : undefined
  const change = (bytes: number, then: number): string[] => {
    const isNone = comparison === undefined ? bytes === 0 : isNoChange(comparison, bytes)
    return isNone ? ['no change', ''] : [formatChange(bytes), formatShare(bytes, then)]
  }
  const row = (title: string, size: number, then: number | undefined): string[] => [
    title,
    formatSize(size),
    ...(then === undefined ? [] : [formatSize(then), ...change(size - then, then)]),
  ]
  const rows = [
    before === undefined ? ['', 'size'] : ['', 'now', 'before', 'change', ''],
    row(
      `compressed (${isEstimate ? 'estimated' : 'registry'})`,
      image.compressedBytes,
      before?.compressedBytes,
    ),
    row('uncompressed (disk)', image.uncompressedBytes, before?.uncompressedBytes),
    ...(before === undefined || comparison === undefined || isEstimate
      ? []
      : [['download with baseline', formatSize(image.downloadBytes), '', '', '']]),
  ]
  const reason = comparison && describeReason(comparison, sizeMetric, oneLine)
  const compared =
    baseline?.kind === 'found'
      ? joinParts(' ', [`Compared with ${describeBaseline(baseline, now, oneLine)}.`, reason])
      : baseline?.reason
  const since = describeRelease(report, now, { quote: oneLine, say: oneLine })
  return [...columns(rows), ...[compared ?? '', since].filter((sentence) => sentence !== '')]
}

function changeLines({ comparison, sizeMetric }: ReportJson): string[] {
  if (comparison === undefined) return []
  if (comparison.layers.every((change) => change.kind === 'same')) return ['no layer changed']
  const { rows } = partRows(comparison, sizeMetric, maxParts, oneLine)
  if (rows.length === 0) return []
  const cut = rows.map(([name = '', versions = '', ...changes]) => [
    cutColumns(name, 50),
    cutColumns(versions, 25),
    ...changes,
  ])
  return columns([['what changed', '', 'compressed', 'uncompressed'], ...cut])
}

/** Lines with aligned columns: the first to the left, the others to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.max(...rows.map((row) => columnsOf(row[index] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const space = ' '.repeat((widths[index] ?? 0) - columnsOf(cell))
        return index === 0 ? `${cell}${space}` : `${space}${cell}`
      })
      .join('  ')
      .trimEnd(),
  )
}

/** Characters that take two columns (Unicode East Asian Width W and F, emoji), and those that take none. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
const without = /[\p{M}\p{Cf}]/u

/** How many columns a text takes in a terminal. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += wide.test(character) ? 2 : without.test(character) ? 0 : 1
  return columns
}

/** A text with at most so many columns, and a sign that it was cut. */
export function cutColumns(text: string, maxColumns: number): string {
  return columnsOf(text) <= maxColumns ? text : `${headOf(text, maxColumns - 1)}…`
}

/** A line as several ones that keep its indentation, none with more columns; broken at spaces where there are some. */
export function wrapColumns(line: string, maxColumns: number): string[] {
  if (columnsOf(line) <= maxColumns) return [line]
  const indent = (/^ */.exec(line)?.[0] ?? '').slice(0, maxColumns / 2)
  const lines: string[] = []
  let current = indent
  for (const word of line.trim().split(' ')) {
    const longer = current === indent ? `${indent}${word}` : `${current} ${word}`
    if (columnsOf(longer) <= maxColumns) {
      current = longer
      continue
    }
    if (current !== indent) lines.push(current)
    current = `${indent}${word}`
    while (columnsOf(current) > maxColumns) {
      const head = headOf(current, maxColumns)
      lines.push(head)
      current = `${indent}${current.slice(head.length)}`
    }
  }
  return [...lines, current]
}

function headOf(text: string, maxColumns: number): string {
  let head = ''
  let columns = 0
  for (const character of text) {
    columns += columnsOf(character)
    if (columns > maxColumns) break
    head += character
  }
  return head
}
