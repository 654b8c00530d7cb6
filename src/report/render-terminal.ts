import { layerDeltaBytes } from '../compare/compare-images.ts'
import { plainText, splitLines } from '../clean-text.ts'
import { formatDelta, formatPercent, formatSize } from './format.ts'
import { readHeadline } from './headline.ts'
import type { JobReport } from './job-report.ts'
import { cut } from './markdown.ts'
import { columnsOf, cutColumns, wrapColumns } from './terminal-text.ts'

/** No line is wider, so that the report fits a terminal beside an editor. */
const width = 100
const marks = { good: '✔', bad: '✘', warning: '!' } as const

/** Most characters of one line of a message; a program can print one without end. */
const maxLineLength = 4_000

/** The report as plain text for a terminal: no line has more than 100 columns. */
export function renderTerminal(report: JobReport): string {
  const headline = readHeadline(report)
  const blocks = [
    [
      `${marks[headline.state]} ${headline.text}`,
      ...(report.imageKey === '' ? [] : [`  ${report.imageKey}, stage ${report.finalStage}`]),
    ],
    report.problems.flatMap(({ title, message }) => [
      title,
      ...splitLines(message).map((line) => `  ${line}`),
    ]),
    failureLines(report),
    sizeLines(report),
    layerLines(report),
    report.warnings.map((warning) => `! ${oneLine(warning)}`),
  ]
  const lines = blocks.filter((block) => block.length > 0).flatMap((block) => ['', ...block])
  const fitting = lines.flatMap((line) =>
    wrapColumns(cut(plainText(line.replaceAll('\t', '    ')), maxLineLength).trimEnd(), width),
  )
  return `${fitting.join('\n')}\n`
}

function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim()
}

function failureLines({ tests }: JobReport): string[] {
  const failures =
    tests?.runs.flatMap((run) => run.results.filter((result) => result.outcome === 'failed')) ?? []
  return failures.slice(0, 20).flatMap(({ name, message }) => [
    cutColumns(`✘ ${oneLine(name)}`, width),
    ...splitLines(message ?? '')
      .slice(0, 6)
      .map((line) => cutColumns(`    ${plainText(line).replaceAll('\t', '    ')}`, width)),
  ])
}

function sizeLines({ image, baseline }: JobReport): string[] {
  if (image === undefined) return []
  if (baseline?.kind !== 'found') {
    return [
      ...columns([
        ['', 'size'],
        ['packed (registry)', formatSize(image.packedBytes)],
        ['unpacked (disk)', formatSize(image.unpackedBytes)],
      ]),
      ...(baseline === undefined ? [] : [baseline.reason]),
    ]
  }
  const row = (title: string, now: number, then: number): string[] => [
    title,
    formatSize(now),
    formatSize(then),
    formatDelta(now - then),
    now === then || then === 0 ? '' : formatPercent((now - then) / then),
  ]
  return columns([
    ['', 'now', 'before', 'change', ''],
    row('packed (registry)', image.packedBytes, baseline.record.packedBytes),
    row('unpacked (disk)', image.unpackedBytes, baseline.record.unpackedBytes),
  ])
}

function layerLines({ comparison, image }: JobReport): string[] {
  if (comparison === undefined || image === undefined) return []
  const changed = comparison.layers.filter((change) => change.kind !== 'same')
  if (changed.length === 0) return ['no layer changed']
  const rows = changed.map((change) => {
    const layer = 'after' in change ? change.after : change.before
    const where = layer.line === undefined ? 'base image' : `line ${layer.line}`
    const before = 'before' in change ? formatSize(change.before.packedBytes) : 'new'
    const after = 'after' in change ? formatSize(change.after.packedBytes) : 'removed'
    return [
      cutColumns(oneLine(layer.createdBy), 40),
      where,
      after,
      before,
      formatDelta(layerDeltaBytes(change, 'packed')),
    ]
  })
  const { configDeltaBytes } = comparison
  const config = ['the image’s config', '', '', '', formatDelta(configDeltaBytes)]
  return columns([
    ['layers that changed', '', 'now', 'before', 'change'],
    ...rows,
    ...(configDeltaBytes === 0 ? [] : [config]),
  ])
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
