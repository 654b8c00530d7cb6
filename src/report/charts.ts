import { plainText } from '../clean-text.ts'
import { cut } from './markdown.ts'

/** One slice of a chart. */
interface Slice {
  label: string
  value: number
}

const maxSlices = 8
const maxLabelLength = 60

/** A pie as a mermaid block: the largest slices, the others as one. Empty when there is nothing to divide. */
export function pieChart(title: string, slices: readonly Slice[]): string {
  const sorted = slices.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value)
  if (sorted.length < 2) return ''
  const rest = sorted.slice(maxSlices).reduce((sum, { value }) => sum + value, 0)
  const shown = [
    ...sorted.slice(0, maxSlices),
    ...(rest > 0 ? [{ label: 'everything else', value: rest }] : []),
  ]
  const lines = shown.map(({ label, value }) => `    "${chartLabel(label)}" : ${value}`)
  return ['```mermaid', `pie title ${chartLabel(title)}`, ...lines, '```'].join('\n')
}

/** One point of a line. */
export interface Point {
  label: string
  value: number
}

/** A line over time as a mermaid block, values in megabytes. Empty when there are fewer than three points. */
export function historyChart(title: string, points: readonly Point[]): string {
  if (points.length < 3) return ''
  const megabytes = points.map(({ value }) => (value / 1e6).toFixed(2))
  return [
    '```mermaid',
    'xychart-beta',
    `    title "${chartLabel(title)}"`,
    `    x-axis [${points.map(({ label }) => `"${chartLabel(label)}"`).join(', ')}]`,
    '    y-axis "MB"',
    `    line [${megabytes.join(', ')}]`,
    '```',
  ].join('\n')
}

/** A foreign name in a mermaid label: what could end the label, the line or the block, or start markup, is dropped. */
function chartLabel(name: string): string {
  const line = plainText(name)
    .replace(/["`#;%<>{}[\]\\|&\r\n]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return cut(line, maxLabelLength)
}
