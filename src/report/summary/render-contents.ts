import { formatSize } from '../../shared/format-size.ts'
import { historyChart, pieChart } from '../text/charts.ts'
import { plural } from '../text/format.ts'
import { describeLayer, placeOf } from '../text/layer-labels.ts'
import { code, details, table } from '../text/markdown.ts'
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
    ...renderHidden(image),
    ...renderHistory(report, image),
    renderLayers(image),
  ]
}

/** What the image is made of: a chart, with its table folded beside it. */
function renderMakeup(image: Image): string[] {
  const { parts } = image
  const rows = parts
    .slice(0, maxParts)
    .map((part) => [
      namePart(part, code),
      code(part.version ?? ''),
      String(part.fileCount),
      `${part.isEstimate ? '≈ ' : ''}${formatSize(part.compressedBytes)}`,
      formatSize(part.uncompressedBytes),
    ])
  const rest = sumUp(parts.slice(rows.length))
  const own = parts.filter((part) => part.kind !== 'base')
  return [
    pieChart(
      'What you put on top of the base image, uncompressed',
      own.map((part) => ({ label: namePart(part, plain), value: part.uncompressedBytes })),
    ),
    details(
      'What the image is made of',
      `${table(['part', 'version', 'files:', 'compressed:', 'uncompressed:'], [...rows, ...rest])}\n\n≈ is what the files took of their layer’s compressed bytes, exact to some kilobytes.${renderSdk(image)}`,
    ),
  ].filter((part) => part !== '')
}

/** The parts that found no row of their own, as one. */
function sumUp(parts: readonly Part[]): string[][] {
  if (parts.length === 0) return []
  const sum = (size: (part: Part) => number): number => parts.reduce((all, part) => all + size(part), 0)
  return [
    [
      plural(parts.length, 'smaller part'),
      '',
      String(sum((part) => part.fileCount)),
      `≈ ${formatSize(sum((part) => part.compressedBytes))}`,
      formatSize(sum((part) => part.uncompressedBytes)),
    ],
  ]
}

/** What stays out of the image since it is built in several stages. */
function renderSdk({ sdk, compressedBytes }: Image): string {
  if (sdk === undefined) return ''
  const saved = formatSize(sdk.compressedBytes - compressedBytes)
  return `\n\nIt was built in ${code(sdk.name)}, which has ${formatSize(sdk.compressedBytes)} compressed: shipping in a stage of its own saves ${saved} and more.`
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
      `${formatSize(bytes)} uncompressed are hidden by later layers`,
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
      formatSize(layer.compressedBytes),
      formatSize(layer.uncompressedBytes),
    ])
  const read =
    layersRead < image.layers.length
      ? `\n\n${plural(layersRead, 'layer')} were read; the others are known from the baseline.`
      : ''
  return details(
    `All ${plural(image.layers.length, 'layer')}`,
    `${table(['made by', 'where', 'compressed:', 'uncompressed:'], rows)}${read}`,
  )
}

/** How the size came to be what it is: a chart, with its table folded beside it. */
function renderHistory({ history }: ReportJson, image: Image): string[] {
  const points: HistoryPoint[] = [...history, image]
  const label = ({ commit, createdAt }: HistoryPoint): string => commit?.slice(0, 7) ?? createdAt.slice(0, 10)
  const chart = historyChart(
    'Compressed size',
    points.map((point) => point.compressedBytes),
  )
  if (chart === '') return []
  const rows = [...points]
    .reverse()
    .map((point) => [
      code(label(point)),
      point.createdAt.slice(0, 16).replace('T', ' '),
      formatSize(point.compressedBytes),
      formatSize(point.uncompressedBytes),
    ])
  return [
    chart,
    details(
      `The last ${points.length} sizes`,
      table(['commit', 'measured (UTC)', 'compressed:', 'uncompressed:'], rows),
    ),
  ]
}
