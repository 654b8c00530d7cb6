import { layerChangeBytes } from '../../compare/compare-contents.ts'
import { formatSize, plural } from '../../shared/format.ts'
import { formatChange, formatChangeOf } from '../text/format.ts'
import { countsAsNone, isNoChange } from '../../compare/size-change.ts'
import { code, foldedTable, table, text, describeLayer, placeOf } from '../text/markdown.ts'
import { changeCell, partRows, platformHeadings, platformRows } from '../text/size-rows.ts'
import type { ReportJson } from '../model/report-schema.ts'

type Image = NonNullable<ReportJson['image']>
type Comparison = NonNullable<ReportJson['comparison']>

const maxRows = 60
const maxParts = 25
const maxFiles = 10

/** How large the image is, what changed and why, as Markdown parts. */
export function renderSize(report: ReportJson): string[] {
  const { image } = report
  return image === undefined
    ? []
    : [...renderPlatforms(report), renderTotals(report, image), ...renderChange(report)]
}

/** Sizes by platform; what follows is of the first one. */
function renderPlatforms(report: ReportJson): string[] {
  const rows = platformRows(report).map(([platform = '', ...cells]) => [code(platform), ...cells.map(text)])
  if (rows.length === 0) return []
  return [table(platformHeadings, rows), `Below: ${rows[0]?.[0] ?? ''}.`]
}

function renderTotals(report: ReportJson, image: Image): string {
  const { baseline, comparison } = report
  const before = baseline?.kind === 'found' && comparison !== undefined ? baseline : undefined
  const row = (title: string, now: number, then: number | undefined): string[] => [
    title,
    formatSize(now),
    ...(before === undefined
      ? []
      : [then === undefined ? '' : formatSize(then), describeChange(now, then, comparison)]),
  ]
  const headings = before === undefined ? ['', 'size:'] : ['', 'now:', 'before:', 'change:']
  const estimate =
    image.method === 'docker-save' ? ' (an estimate: this engine keeps no compressed layers)' : ''
  const ofBase = image.layers
    .filter(({ isBase }) => isBase)
    .reduce((sum, { compressedBytes }) => sum + compressedBytes, 0)
  return table(headings, [
    row(`**Compressed**, in a registry${estimate}`, image.compressedBytes, before?.compressedBytes),
    ...(image.base === undefined
      ? []
      : [
          row(`– base image ${nameBase(image)}`, ofBase, before?.baseCompressedBytes),
          row(
            '– your layers',
            image.compressedBytes - ofBase,
            before && before.compressedBytes - before.baseCompressedBytes,
          ),
        ]),
    row('**Uncompressed**, on disk', image.uncompressedBytes, before?.uncompressedBytes),
    ...renderDownload(report, image),
  ])
}

/** What a machine with the baseline still has to fetch; of estimated sizes there is no such figure. */
function renderDownload({ comparison }: ReportJson, { method, downloadBytes }: Image): string[][] {
  if (comparison === undefined || method === 'docker-save') return []
  return [['**Download size**, for a machine that has the baseline', formatSize(downloadBytes), '', '']]
}

function describeChange(now: number, then: number | undefined, comparison: ReportJson['comparison']): string {
  if (then === undefined) return ''
  const change = now - then
  if (comparison === undefined || countsAsNone(change, comparison)) return 'no change'
  if (isNoChange(comparison, change)) return `${formatChange(change)}, recompressed`
  if (then === 0) return 'new'
  return formatChangeOf(change, then)
}

function nameBase({ base }: Image): string {
  const version = base?.dotnetVersion === undefined ? '' : `, .NET ${code(base.dotnetVersion)}`
  return `${code(base?.name ?? '')}${version}`
}

/** Why the size changed: parts, files and layers. */
function renderChange(report: ReportJson): string[] {
  const { comparison, sizeMetric } = report
  if (comparison === undefined) return []
  const isChanged = comparison.layers.some((change) => change.kind !== 'same')
  // Where the config alone did, the reason says so.
  if (!isChanged) return comparison.isBelowMinChange ? ['No layer changed.'] : []
  const { rows, left } = partRows(comparison, sizeMetric, maxParts, code)
  const more = left > 0 ? [`… and ${plural(left, 'smaller change')}; report.json has them.`] : []
  return [
    ...(rows.length === 0 ? [] : [table(['What changed', 'version', 'compressed:', 'uncompressed:'], rows)]),
    ...more,
    ...renderFiles(comparison),
    ...renderLayerChanges(report, comparison),
  ]
}

function renderFiles(comparison: Comparison): string[] {
  const { files } = comparison
  const title = `Files: ${plural(files.length, 'change')}`
  const headings = ['file', 'now:', 'before:', 'change:', 'compressed:']
  return foldedTable(title, headings, [files, maxFiles, 'more file'], (file) => [
    `${code(file.path)}${file.pathBefore === undefined ? '' : `<br>was ${code(file.pathBefore)}`}`,
    ...sizeCells(file),
    countsAsNone(file.compressedChangeBytes, comparison)
      ? ''
      : `≈ ${formatChange(file.compressedChangeBytes)}`,
  ])
}

/** The size of a file now and before, and its change; a link has none of its own. */
function sizeCells(file: Comparison['files'][number]): string[] {
  const { kind, part, isLink, beforeBytes, afterBytes } = file
  const size = (bytes: number): string => (isLink && bytes === 0 ? 'link' : formatSize(bytes))
  // Of a file that was written twice one is left.
  const instead = part.kind === 'repeated' ? 'in a layer below' : undefined
  return [
    kind === 'removed' ? (instead ?? 'removed') : size(afterBytes),
    kind === 'added' ? (instead ?? 'new') : size(beforeBytes),
    describeFileChange(file),
  ]
}

function describeFileChange({ kind, isLink, beforeBytes, afterBytes }: Comparison['files'][number]): string {
  if (afterBytes !== beforeBytes) return formatChange(afterBytes - beforeBytes)
  if (kind === 'changed') return 'other content'
  return isLink ? '' : formatChange(0)
}

/** A layer that is listed did change, if only in its times or owners. */
function describeLayerChange(change: Comparison['layers'][number], comparison: Comparison): string {
  const { before, after } = change
  const bytes = layerChangeBytes(change, 'compressed')
  if (before === undefined || after === undefined) return formatChange(bytes)
  if (formatSize(before.compressedBytes) === formatSize(after.compressedBytes)) return 'same size'
  return changeCell(comparison, bytes)
}

function renderLayerChanges(report: ReportJson, comparison: Comparison): string[] {
  const size = (change: Comparison['layers'][number]): number =>
    Math.abs(layerChangeBytes(change, report.sizeMetric))
  const changed = comparison.layers
    .filter((change) => change.kind !== 'same')
    .sort((a, b) => size(b) - size(a))
  const title = `Layers: ${plural(changed.length, 'change')}`
  const headings = ['made by', 'where', 'now:', 'before:', 'change:']
  return foldedTable(title, headings, [changed, maxRows], (change) => {
    const { before, after } = change
    const layer = after ?? before
    return [
      layer === undefined ? '' : describeLayer(layer),
      placeOf(layer, report),
      after === undefined ? 'removed' : formatSize(after.compressedBytes),
      before === undefined ? 'new' : formatSize(before.compressedBytes),
      describeLayerChange(change, comparison),
    ]
  })
}
