import { layerDeltaBytes, type LayerChange } from '../compare/compare-layers.ts'
import type { FileChange } from '../compare/compare-files.ts'
import { readParts, type Part } from '../measure/attribution.ts'
import { findHiddenFiles } from '../measure/hidden-files.ts'
import type { HistoryPoint, ImageRecord, LayerRecord } from '../measure/image-record.ts'
import { historyChart, pieChart } from './charts.ts'
import { formatSize } from '../format-size.ts'
import { formatDelta, formatPercent, plural } from './format.ts'
import type { JobReport } from './job-report.ts'
import { code, cut, details, table } from './markdown.ts'
import { describeVersions, namePart, partDeltaBytes } from './part-words.ts'

const maxRows = 60
const maxParts = 25
const maxFiles = 10
/** Less than this hidden by later layers is not worth a line. */
const minHiddenBytes = 100_000

/** What the image weighs, what changed and why, what it is made of: for the summary, as Markdown parts. */
export function renderSize(report: JobReport): string[] {
  const { image } = report
  if (image === undefined) return []
  return [
    renderTotals(report, image),
    ...renderChange(report),
    ...renderMakeup(image),
    ...renderHidden(image),
    ...renderHistory(image),
    renderLayers(image, report.layersRead),
  ]
}

function recordBefore({ baseline, comparison }: JobReport): ImageRecord | undefined {
  return baseline?.kind === 'found' && comparison !== undefined ? baseline.record : undefined
}

function renderTotals(report: JobReport, image: ImageRecord): string {
  const before = recordBefore(report)
  const row = (title: string, now: number, then: number | undefined): string[] => [
    title,
    formatSize(now),
    ...(before === undefined ? [] : [then === undefined ? '' : formatSize(then), describeDelta(now, then)]),
  ]
  const headings = before === undefined ? ['', 'size:'] : ['', 'now:', 'before:', 'change:']
  const estimate = image.method === 'docker-save' ? ' (an estimate: this engine keeps no packed layers)' : ''
  const base = splitBase(image)
  const baseBefore = before && splitBase(before)
  return table(headings, [
    row(
      `**Packed**, as a registry stores and a node pulls it${estimate}`,
      image.packedBytes,
      before?.packedBytes,
    ),
    ...(image.base === undefined
      ? []
      : [
          row(`– base image ${nameBase(image)}`, base.baseBytes, baseBefore?.baseBytes),
          row('– yours', base.ownBytes, baseBefore?.ownBytes),
        ]),
    row('**Unpacked**, on a node’s disk', image.unpackedBytes, before?.unpackedBytes),
  ])
}

function describeDelta(now: number, then: number | undefined): string {
  if (then === undefined) return ''
  const delta = formatDelta(now - then)
  return then === 0 || now === then ? delta : `${delta} (${formatPercent((now - then) / then)})`
}

function splitBase({ base, layers, packedBytes }: ImageRecord): { baseBytes: number; ownBytes: number } {
  const baseBytes = layers.slice(0, base?.layerCount ?? 0).reduce((sum, layer) => sum + layer.packedBytes, 0)
  return { baseBytes, ownBytes: packedBytes - baseBytes }
}

function nameBase({ base }: ImageRecord): string {
  const version = base?.dotnetVersion === undefined ? '' : `, .NET ${code(base.dotnetVersion)}`
  return `${code(base?.name ?? '')}${version}`
}

/** Why the size changed: parts, files and layers. */
function renderChange(report: JobReport): string[] {
  const { comparison, sizeMetric } = report
  if (comparison === undefined) return []
  const { parts, files } = comparison.contents
  const isChanged = comparison.layers.some((change) => change.kind !== 'same')
  if (!isChanged) return ['No layer changed.']
  const rows = [...parts]
    .sort((a, b) => Math.abs(partDeltaBytes(b, sizeMetric)) - Math.abs(partDeltaBytes(a, sizeMetric)))
    .slice(0, maxParts)
    .map((part) => [
      namePart(part, code),
      text(describeVersions(part)),
      `${part.isEstimate && part.packedDeltaBytes !== 0 ? '≈ ' : ''}${formatDelta(part.packedDeltaBytes)}`,
      formatDelta(part.unpackedDeltaBytes),
    ])
  const left = parts.length - rows.length
  const more = left > 0 ? [`… and ${plural(left, 'smaller change')}; report.json has them.`] : []
  return [
    table(['What changed', 'version', 'packed:', 'unpacked:'], rows),
    ...more,
    ...renderFiles(files),
    renderLayerChanges(report, comparison.layers),
  ]
}

function text(words: string): string {
  return words === '' ? '' : code(words)
}

function renderFiles(files: readonly FileChange[]): string[] {
  if (files.length === 0) return []
  const rows = files
    .slice(0, maxFiles)
    .map(({ kind, path, pathBefore, beforeBytes, afterBytes }) => [
      `${code(path)}${pathBefore === undefined ? '' : `<br>was ${code(pathBefore)}`}`,
      kind === 'removed' ? 'removed' : formatSize(afterBytes),
      kind === 'added' ? 'new' : formatSize(beforeBytes),
      formatDelta(afterBytes - beforeBytes),
    ])
  const left = files.length - rows.length
  const more = left > 0 ? `\n\n… and ${plural(left, 'more file')}; report.json has them.` : ''
  return [
    details(
      `Files: ${plural(files.length, 'change')}`,
      `${table(['file', 'now:', 'before:', 'change:'], rows)}${more}`,
    ),
  ]
}

function renderLayerChanges(report: JobReport, layers: readonly LayerChange[]): string {
  const changed = layers.filter((change) => change.kind !== 'same')
  const rows = [...changed]
    .sort(
      (a, b) =>
        Math.abs(layerDeltaBytes(b, report.sizeMetric)) - Math.abs(layerDeltaBytes(a, report.sizeMetric)),
    )
    .slice(0, maxRows)
    .map((change) => {
      const [layer, record] =
        'after' in change ? [change.after, report.image] : [change.before, recordBefore(report)]
      return [
        describeLayer(layer),
        placeOf(layer, record),
        'after' in change ? formatSize(change.after.packedBytes) : 'removed',
        'before' in change ? formatSize(change.before.packedBytes) : 'new',
        formatDelta(layerDeltaBytes(change, 'packed')),
      ]
    })
  return details(
    `Layers: ${plural(changed.length, 'change')}`,
    table(['made by', 'where', 'now:', 'before:', 'change:'], rows),
  )
}

/** What the image is made of: a chart, with its table folded beside it. */
function renderMakeup(image: ImageRecord): string[] {
  const parts = readParts(image)
  const rows = parts
    .slice(0, maxParts)
    .map((part) => [
      namePart(part, code),
      text(part.version ?? ''),
      String(part.fileCount),
      `${part.isEstimate ? '≈ ' : ''}${formatSize(part.packedBytes)}`,
      formatSize(part.unpackedBytes),
    ])
  const left = parts.slice(rows.length)
  const rest = ((sum: (size: (part: Part) => number) => number) =>
    left.length === 0
      ? []
      : [
          [
            plural(left.length, 'smaller part'),
            '',
            String(sum((part) => part.fileCount)),
            `≈ ${formatSize(sum((part) => part.packedBytes))}`,
            formatSize(sum((part) => part.unpackedBytes)),
          ],
        ])((size) => left.reduce((all, part) => all + size(part), 0))
  const own = parts.filter((part) => part.kind !== 'base')
  return [
    pieChart(
      'What you put on top of the base image, unpacked',
      own.map((part) => ({ label: namePart(part, plain), value: part.unpackedBytes })),
    ),
    details(
      'What the image is made of',
      `${table(['part', 'version', 'files:', 'packed:', 'unpacked:'], [...rows, ...rest])}\n\n≈ is a file’s share of its layer, in proportion to its size.${renderSdk(image)}`,
    ),
  ].filter((part) => part !== '')
}

/** What stays out of the image since it is built in several stages. */
function renderSdk({ neighbours, packedBytes }: ImageRecord): string {
  const sdk = neighbours?.sdk
  if (sdk === undefined) return ''
  const saved = formatSize(sdk.packedBytes - packedBytes)
  return `\n\nIt was built in ${code(sdk.name)}, which has ${formatSize(sdk.packedBytes)} packed: shipping in a stage of its own saves ${saved} and more.`
}

function plain(name: string): string {
  return name
}

function renderHidden(image: ImageRecord): string[] {
  const hidden = findHiddenFiles(image)
  const bytes = hidden.reduce((sum, file) => sum + file.sizeBytes, 0)
  if (bytes < minHiddenBytes) return []
  const rows = hidden
    .slice(0, maxFiles)
    .map(({ path, sizeBytes, layer, hiddenBy }) => [
      code(path),
      formatSize(sizeBytes),
      placeOf(image.layers[layer], image),
      placeOf(image.layers[hiddenBy], image),
    ])
  return [
    details(
      `${formatSize(bytes)} unpacked are hidden by later layers`,
      table(['file', 'size:', 'comes from', 'replaced or removed by'], rows),
    ),
  ]
}

function renderLayers(image: ImageRecord, layersRead: number): string {
  const rows = image.layers
    .slice(0, maxRows)
    .map((layer) => [
      describeLayer(layer),
      placeOf(layer, image),
      formatSize(layer.packedBytes),
      formatSize(layer.unpackedBytes),
    ])
  const read =
    layersRead < image.layers.length
      ? `\n\n${plural(layersRead, 'layer')} were read; the others are known from the baseline.`
      : ''
  return details(
    `All ${plural(image.layers.length, 'layer')}`,
    `${table(['made by', 'where', 'packed:', 'unpacked:'], rows)}${read}`,
  )
}

/** How the size came to be what it is: a chart, with its table folded beside it. */
function renderHistory(image: ImageRecord): string[] {
  const points = [...image.history, image]
  const label = ({ commit, createdAt }: HistoryPoint): string => commit?.slice(0, 7) ?? createdAt.slice(0, 10)
  const chart = historyChart(
    'Packed size',
    points.map((point) => ({ label: label(point), value: point.packedBytes })),
  )
  if (chart === '') return []
  const rows = [...points]
    .reverse()
    .map((point) => [
      code(label(point)),
      point.createdAt.slice(0, 16).replace('T', ' '),
      formatSize(point.packedBytes),
      formatSize(point.unpackedBytes),
    ])
  return [
    chart,
    details(
      `The last ${points.length} sizes`,
      table(['commit', 'measured (UTC)', 'packed:', 'unpacked:'], rows),
    ),
  ]
}

function describeLayer(layer: LayerRecord): string {
  return code(cut(layer.createdBy === '' ? layer.digest.slice(0, 19) : layer.createdBy, 100))
}

/** The line of the Dockerfile that made a layer, and the stage that its files come from. */
function placeOf(layer: LayerRecord | undefined, record: ImageRecord | undefined): string {
  if (layer === undefined || record === undefined) return ''
  if (record.layers.indexOf(layer) < (record.base?.layerCount ?? 0)) return 'base image'
  const from = layer.copiedFrom === undefined ? '' : ` from ${code(layer.copiedFrom)}`
  return layer.line === undefined ? '' : `line ${layer.line}${from}`
}
