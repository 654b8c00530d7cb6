import type { SizeMetric } from '../inputs/settings.ts'
import { historyChart, pieChart } from './charts.ts'
import { formatSize } from '../format-size.ts'
import { formatDelta, formatPercent, plural } from './format.ts'
import { code, cut, details, table } from './markdown.ts'
import { describeVersions, namePart, partDeltaBytes } from './part-words.ts'
import type { ReportJson } from './report-schema.ts'

type Image = NonNullable<ReportJson['image']>
type Layer = Image['layers'][number]
type Part = Image['parts'][number]
type Comparison = NonNullable<ReportJson['comparison']>
type FileChange = Comparison['files'][number]
type LayerChange = Comparison['layers'][number]
type HistoryPoint = ReportJson['history'][number]

const maxRows = 60
const maxParts = 25
const maxFiles = 10
/** Less than this hidden by later layers is not worth a line. */
const minHiddenBytes = 100_000

/** What the image weighs, what changed and why, as Markdown parts. */
export function renderSize(report: ReportJson): string[] {
  const { image } = report
  return image === undefined ? [] : [renderTotals(report, image), ...renderChange(report)]
}

/** What the image is made of, and how it came to its size, as Markdown parts. */
export function renderContents(report: ReportJson): string[] {
  const { image } = report
  if (image === undefined) return []
  return [
    ...renderMakeup(image),
    ...renderHidden(image),
    ...renderHistory(report, image),
    renderLayers(image),
  ]
}

/** The same for a comment: the totals, and what changed. */
export function renderSizeInShort(report: ReportJson): string[] {
  return report.image === undefined ? [] : [renderTotals(report, report.image), ...renderChange(report)]
}

function baselineOf({
  baseline,
  comparison,
}: ReportJson): Extract<ReportJson['baseline'], { kind: 'found' }> | undefined {
  return baseline?.kind === 'found' && comparison !== undefined ? baseline : undefined
}

function renderTotals(report: ReportJson, image: Image): string {
  const before = baselineOf(report)
  const row = (title: string, now: number, then: number | undefined): string[] => [
    title,
    formatSize(now),
    ...(before === undefined ? [] : [then === undefined ? '' : formatSize(then), describeDelta(now, then)]),
  ]
  const headings = before === undefined ? ['', 'size:'] : ['', 'now:', 'before:', 'change:']
  const estimate = image.method === 'docker-save' ? ' (an estimate: this engine keeps no packed layers)' : ''
  const ofBase = image.layers
    .filter(({ isBase }) => isBase)
    .reduce((sum, { packedBytes }) => sum + packedBytes, 0)
  return table(headings, [
    row(
      `**Packed**, as a registry stores and a node pulls it${estimate}`,
      image.packedBytes,
      before?.packedBytes,
    ),
    ...(image.base === undefined
      ? []
      : [
          row(`– base image ${nameBase(image)}`, ofBase, before?.basePackedBytes),
          row('– yours', image.packedBytes - ofBase, before && before.packedBytes - before.basePackedBytes),
        ]),
    row('**Unpacked**, on a node’s disk', image.unpackedBytes, before?.unpackedBytes),
  ])
}

function describeDelta(now: number, then: number | undefined): string {
  if (then === undefined) return ''
  const delta = formatDelta(now - then)
  return then === 0 || now === then ? delta : `${delta} (${formatPercent((now - then) / then)})`
}

function nameBase({ base }: Image): string {
  const version = base?.dotnetVersion === undefined ? '' : `, .NET ${code(base.dotnetVersion)}`
  return `${code(base?.name ?? '')}${version}`
}

/** Why the size changed: parts, files and layers. */
function renderChange(report: ReportJson): string[] {
  const { comparison, sizeMetric } = report
  if (comparison === undefined) return []
  const { parts, files } = comparison
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

function renderLayerChanges(report: ReportJson, layers: readonly LayerChange[]): string {
  const changed = layers.filter((change) => change.kind !== 'same')
  const rows = [...changed]
    .sort(
      (a, b) =>
        Math.abs(layerDeltaBytes(b, report.sizeMetric)) - Math.abs(layerDeltaBytes(a, report.sizeMetric)),
    )
    .slice(0, maxRows)
    .map((change) => {
      const { before, after } = change
      const layer = after ?? before
      return [
        layer === undefined ? '' : describeLayer(layer),
        placeOf(layer),
        after === undefined ? 'removed' : formatSize(after.packedBytes),
        before === undefined ? 'new' : formatSize(before.packedBytes),
        formatDelta(layerDeltaBytes(change, 'packed')),
      ]
    })
  return details(
    `Layers: ${plural(changed.length, 'change')}`,
    table(['made by', 'where', 'now:', 'before:', 'change:'], rows),
  )
}

function layerDeltaBytes({ before, after }: LayerChange, metric: SizeMetric): number {
  const size = (layer: Layer | undefined): number =>
    (metric === 'packed' ? layer?.packedBytes : layer?.unpackedBytes) ?? 0
  return size(after) - size(before)
}

/** What the image is made of: a chart, with its table folded beside it. */
function renderMakeup(image: Image): string[] {
  const { parts } = image
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
function renderSdk({ sdk, packedBytes }: Image): string {
  if (sdk === undefined) return ''
  const saved = formatSize(sdk.packedBytes - packedBytes)
  return `\n\nIt was built in ${code(sdk.name)}, which has ${formatSize(sdk.packedBytes)} packed: shipping in a stage of its own saves ${saved} and more.`
}

function plain(name: string): string {
  return name
}

function renderHidden(image: Image): string[] {
  const { bytes, files } = image.hidden
  if (bytes < minHiddenBytes) return []
  const rows = files
    .slice(0, maxFiles)
    .map(({ path, sizeBytes, layer, hiddenBy }) => [
      code(path),
      formatSize(sizeBytes),
      placeOf(image.layers[layer]),
      placeOf(image.layers[hiddenBy]),
    ])
  return [
    details(
      `${formatSize(bytes)} unpacked are hidden by later layers`,
      table(['file', 'size:', 'comes from', 'replaced or removed by'], rows),
    ),
  ]
}

function renderLayers(image: Image): string {
  const { layersRead } = image
  const rows = image.layers
    .slice(0, maxRows)
    .map((layer) => [
      describeLayer(layer),
      placeOf(layer),
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
function renderHistory({ history }: ReportJson, image: Image): string[] {
  const points: HistoryPoint[] = [...history, image]
  const label = ({ commit, createdAt }: HistoryPoint): string => commit?.slice(0, 7) ?? createdAt.slice(0, 10)
  const chart = historyChart(
    'Packed size',
    points.map((point) => point.packedBytes),
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

function describeLayer(layer: Layer): string {
  return code(cut(layer.createdBy === '' ? layer.digest.slice(0, 19) : layer.createdBy, 100))
}

/** The line of the Dockerfile that made a layer, and the stage that its files come from. */
function placeOf(layer: Layer | undefined): string {
  if (layer === undefined) return ''
  if (layer.isBase) return 'base image'
  const from = layer.copiedFrom === undefined ? '' : ` from ${code(layer.copiedFrom)}`
  return layer.line === undefined ? '' : `line ${layer.line}${from}`
}
