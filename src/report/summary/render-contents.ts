import { sizeOf } from '../../compare/size-change.ts'
import { formatSize, joinParts, plural } from '../../shared/format.ts'
import { historyChart, pieChart } from '../text/charts.ts'
import { code, details, foldedTable, table, describeLayer, placeOf } from '../text/markdown.ts'
import { namePart } from '../text/part-labels.ts'
import type { ReportJson } from '../model/report-schema.ts'

type Image = NonNullable<ReportJson['image']>
type Part = Image['parts'][number]
type HistoryPoint = ReportJson['history'][number]

const maxRows = 60
const maxParts = 25
const maxFiles = 10
/** Less than this hidden by later layers is not worth a line. */
const minHiddenBytes = 100_000

/** What the image is made of, and how it came to its size, as Markdown parts. */
export function renderContents(report: ReportJson): string[] {
  const { image } = report
  if (image === undefined) return []
  return [
    ...renderMakeup(image),
    ...renderHidden(report, image),
    ...renderHistory(report, image),
    renderLayers(report, image),
  ]
}

/** What the image is made of, as a chart and a table. */
function renderMakeup(image: Image): string[] {
  const { parts } = image
  const [shown, smaller] = [parts.slice(0, maxParts), parts.slice(maxParts)]
  const rows = shown.map((part) => rowOf(namePart(part, code), code(part.version ?? ''), [part]))
  const rest = smaller.length === 0 ? [] : [rowOf(plural(smaller.length, 'smaller part'), '', smaller)]
  const own = parts.filter((part) => part.kind !== 'base')
  const chart = pieChart(
    'Your layers, uncompressed',
    own.map((part) => ({ label: namePart(part, String), value: part.uncompressedBytes })),
  )
  const list = table(['part', 'version', 'files:', 'compressed:', 'uncompressed:'], [...rows, ...rest])
  const note = `≈ is what the files took of their layer’s compressed bytes, exact to some kilobytes.${renderSdk(image)}`
  return [details('What the image is made of', joinParts('\n\n', [chart, list, note]))]
}

/** A row for one part, or for those that found no row of their own. */
function rowOf(name: string, version: string, parts: readonly Part[]): string[] {
  const sum = (size: (part: Part) => number): number => parts.reduce((all, part) => all + size(part), 0)
  const isEstimate = parts.some((part) => part.isEstimate && part.compressedBytes > 0)
  return [
    name,
    version,
    String(sum((part) => part.fileCount)),
    `${isEstimate ? '≈ ' : ''}${formatSize(sum((part) => part.compressedBytes))}`,
    formatSize(sum((part) => part.uncompressedBytes)),
  ]
}

/** What stays out of the image since it is built in several stages. */
function renderSdk({ sdk, compressedBytes }: Image): string {
  if (sdk === undefined) return ''
  const saved = formatSize(sdk.compressedBytes - compressedBytes)
  return `\n\nIt was built in ${code(sdk.name)}, which has ${formatSize(sdk.compressedBytes)} compressed: the final stage of its own saves ${saved} and more.`
}

function renderHidden(report: ReportJson, image: Image): string[] {
  const { bytes, files } = image.hidden
  if (bytes < minHiddenBytes) return []
  const title = `${formatSize(bytes)} uncompressed in files that later layers replace or remove`
  const headings = ['file', 'size:', 'comes from', 'replaced or removed by']
  return foldedTable(title, headings, [files, maxFiles], ({ path, sizeBytes, layer, hiddenBy }) => [
    code(path),
    formatSize(sizeBytes),
    placeOf(image.layers[layer], report),
    placeOf(image.layers[hiddenBy], report),
  ])
}

function renderLayers(report: ReportJson, image: Image): string {
  const { layersRead } = image
  const rows = image.layers
    .slice(0, maxRows)
    .map((layer) => [
      describeLayer(layer),
      placeOf(layer, report),
      formatSize(layer.compressedBytes),
      formatSize(layer.uncompressedBytes),
    ])
  const read =
    layersRead < image.layers.length
      ? `\n\nLayers read: ${layersRead} of ${image.layers.length}; the others are known from the baseline.`
      : ''
  return details(
    `All ${plural(image.layers.length, 'layer')}`,
    `${table(['made by', 'where', 'compressed:', 'uncompressed:'], rows)}${read}`,
  )
}

/** How the size came to be what it is, as a chart and a table. */
function renderHistory({ history, sizeMetric }: ReportJson, image: Image): string[] {
  const points: HistoryPoint[] = [...history, image]
  if (points.length < 3) return []
  const label = ({ commit, createdAt }: HistoryPoint): string =>
    commit?.slice(0, 7) ?? createdAt.slice(5, 16).replace('T', ' ')
  const chart = historyChart(
    `Size (${sizeMetric})`,
    points.map((point) => ({ label: label(point), sizeBytes: sizeOf(point, sizeMetric) })),
  )
  const rows = [...points]
    .reverse()
    .map((point) => [
      code(label(point)),
      point.createdAt.slice(0, 16).replace('T', ' '),
      formatSize(point.compressedBytes),
      formatSize(point.uncompressedBytes),
    ])
  const list = table(['commit', 'measured (UTC)', 'compressed:', 'uncompressed:'], rows)
  return [details(`Trend: the last ${points.length} sizes`, `${chart}\n\n${list}`)]
}
