import { cutText, oneLine } from '../../shared/text.ts'

/** One slice of a chart. */
interface Slice {
  label: string
  value: number
}

const maxSlices = 8
/** The percentages of thinner slices would lie upon each other. */
const minShare = 0.03
const maxLabelLength = 60

/** Readable on GitHub's light and dark page: its own muted text, and colours of middle lightness (Tableau 10). */
const muted = '#848d97'
const colours = '#4e79a7 #f28e2b #59a14f #e15759 #b07aa1 #76b7b2 #c9a227 #9c755f #7f7f7f'.split(' ')

/** A pie as a mermaid block: the largest slices, the others as one. Empty when there is nothing to divide. */
export function pieChart(title: string, slices: readonly Slice[]): string {
  const sorted = slices.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value)
  if (sorted.length < 2) return ''
  const sum = (values: readonly Slice[]): number => values.reduce((all, { value }) => all + value, 0)
  const thick = sorted.slice(0, maxSlices).filter(({ value }) => value >= sum(sorted) * minShare)
  const rest = sum(sorted) - sum(thick)
  const shown = [...thick, ...(rest > 0 ? [{ label: 'everything else', value: rest }] : [])]
  const theme = {
    ...Object.fromEntries(colours.map((colour, index) => [`pie${index + 1}`, colour])),
    pieTitleTextColor: muted,
    pieLegendTextColor: muted,
    pieSectionTextColor: '#ffffff',
    pieStrokeColor: muted,
    pieOuterStrokeColor: muted,
    pieOpacity: '1',
  }
  const lines = shown.map(({ label, value }) => `    "${chartLabel(label)}" : ${value}`)
  return mermaid(theme, [`pie title ${chartLabel(title)}`, ...lines])
}

/** There is room for so many commits on the axis of a chart. */
const maxPoints = 10
/** What the axis shows at least, as a share of the largest size: a change of 1 % is a small step then. */
const minSpan = 0.2

/** The last sizes as a mermaid block, in megabytes, the oldest first. */
export function historyChart(title: string, points: readonly { label: string; sizeBytes: number }[]): string {
  const shown = points.slice(-maxPoints)
  const sizes = shown.map(({ sizeBytes }) => sizeBytes / 1e6)
  const [low, high] = axisOf(sizes)
  const axis = ['Title', 'Label', 'Tick', 'Line']
  const theme = {
    xyChart: {
      backgroundColor: 'transparent',
      titleColor: muted,
      plotColorPalette: colours[0],
      ...Object.fromEntries(
        ['x', 'y'].flatMap((name) => axis.map((part) => [`${name}Axis${part}Color`, muted] as const)),
      ),
    },
  }
  return mermaid(theme, [
    'xychart-beta',
    `    title "${chartLabel(title)}"`,
    `    x-axis [${uniqueLabels(shown.map(({ label }) => chartLabel(label)))
      .map((label) => `"${label}"`)
      .join(', ')}]`,
    `    y-axis "MB" ${low.toFixed(3)} --> ${high.toFixed(3)}`,
    `    line [${sizes.map((size) => size.toFixed(3)).join(', ')}]`,
  ])
}

/** The ends of an axis that has room around all sizes, and does not show a small change as a cliff. */
function axisOf(sizes: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)]
  const span = Math.max((high - low) * 1.5, high * minSpan, 0.001)
  const middle = (low + high) / 2
  const bottom = Math.max(0, middle - span / 2)
  return [bottom, bottom + span]
}

/** Equal labels would fall into one point. */
function uniqueLabels(labels: readonly string[]): string[] {
  return labels.map((label, index) => {
    const count = labels.slice(0, index).filter((one) => one === label).length
    return count === 0 ? label : `${label} (${count + 1})`
  })
}

function mermaid(themeVariables: object, lines: readonly string[]): string {
  const init = `%%{init: ${JSON.stringify({ theme: 'base', themeVariables })}}%%`
  return ['```mermaid', init, ...lines, '```'].join('\n')
}

/** A foreign name in a mermaid label: what could end the label, the line or the block, or start markup, is dropped. */
function chartLabel(name: string): string {
  return cutText(oneLine(name.replace(/["`#;%<>{}[\]\\|&\r\n]/g, ' ')), maxLabelLength)
}

/** A stage of a build as a node of a chart; `from` and `copiesFrom` are places of other nodes. */
export interface StageNode {
  lines: string[]
  /** What it begins from, where that is no stage. */
  image: string | undefined
  from: number | undefined
  copiesFrom: readonly number[]
  kind: 'built' | 'final' | 'tests' | 'unbuilt'
}

/** GitHub draws no flowchart with more. */
const maxEdges = 450

/** Readable on light and dark: each has its own colour of text. */
const stageStyles = {
  built: 'fill:#ddf4ff,stroke:#4e79a7,color:#1f2328',
  final: 'fill:#59a14f,stroke:#2f6b28,color:#ffffff,stroke-width:3px',
  tests: 'fill:#c9a227,stroke:#8a6d0b,color:#1f2328',
  unbuilt: 'fill:#d0d7de,stroke:#848d97,color:#57606a,stroke-dasharray:4',
} as const

/** The stages of a build as a mermaid flowchart: solid arrows for FROM, dotted ones for COPY --from. */
export function stageChart(nodes: readonly StageNode[]): string {
  const images = [...new Set(nodes.flatMap(({ image }) => image ?? []))]
  const isThere = (index: number): boolean => index < nodes.length
  const shapes = [
    ...images.map((image, index) => `  i${index}(["${chartLabel(image)}"])`),
    ...nodes.map(({ lines, kind }, index) => {
      const label = lines.map(chartLabel).filter((line) => line !== '')
      return `  s${index}["${label.join('<br/>')}"]:::${kind}`
    }),
  ]
  const edges = nodes.flatMap(({ image, from, copiesFrom }, index) => [
    ...(image === undefined ? [] : [`  i${images.indexOf(image)} --> s${index}`]),
    ...(from !== undefined && isThere(from) ? [`  s${from} --> s${index}`] : []),
    ...copiesFrom.filter(isThere).map((source) => `  s${source} -. COPY .-> s${index}`),
  ])
  const styles = Object.entries(stageStyles).map(([kind, style]) => `  classDef ${kind} ${style}`)
  return ['```mermaid', 'flowchart LR', ...shapes, ...edges.slice(0, maxEdges), ...styles, '```'].join('\n')
}
