import { layerDeltaBytes } from '../compare/compare-images.ts'
import { plainText } from '../clean-text.ts'
import { formatDelta, formatPercent, formatSize } from './format.ts'
import { readHeadline } from './headline.ts'
import type { JobReport } from './job-report.ts'
import { cut } from './markdown.ts'

/** No line is wider, so that the report fits a terminal beside an editor. */
const width = 100
const marks = { good: '✔', bad: '✘', warning: '!' } as const

/** The report as plain text for a terminal: no line has more than 100 columns. */
export function renderTerminal(report: JobReport): string {
  const { state, tests, size } = readHeadline(report)
  const headline = `${marks[state]} ${[tests, ...(size === undefined ? [] : [size])].join(' · ')}`
  const blocks = [
    [headline, ...(report.imageKey === '' ? [] : [`  ${report.imageKey}, stage ${report.finalStage}`])],
    report.problems.flatMap(({ title, message }) => [
      title,
      ...message.split('\n').map((line) => `  ${line}`),
    ]),
    failureLines(report),
    sizeLines(report),
    layerLines(report),
    report.warnings.map((warning) => `! ${warning}`),
  ]
  const lines = blocks.filter((block) => block.length > 0).flatMap((block) => ['', ...block])
  return `${lines.map((line) => cut(plainText(line), width)).join('\n')}\n`
}

function failureLines({ tests }: JobReport): string[] {
  const failures =
    tests?.runs.flatMap((run) => run.results.filter((result) => result.outcome === 'failed')) ?? []
  return failures.slice(0, 20).flatMap(({ name, message }) => [
    `✘ ${name}`,
    ...(message ?? '')
      .split('\n')
      .slice(0, 6)
      .map((line) => `    ${line}`),
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
    return [cut(layer.createdBy, 40), where, after, before, formatDelta(layerDeltaBytes(change, 'packed'))]
  })
  return columns([['layers that changed', '', 'now', 'before', 'change'], ...rows])
}

/** Lines with aligned columns: the first to the left, the others to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, index) =>
        index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}
