import { plainText } from '../../shared/clean-text.ts'
import { cut } from './markdown.ts'

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

/** A size over time as a mermaid block, in megabytes, the oldest first. Empty when there are fewer than three. */
export function historyChart(title: string, sizesBytes: readonly number[]): string {
  if (sizesBytes.length < 3) return ''
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
    // Numbers and not commits: for thirty of those there is no room, and equal labels would fall into one.
    `    x-axis "the oldest first" [${sizesBytes.map((_, index) => `"${index + 1}"`).join(', ')}]`,
    '    y-axis "MB"',
    `    line [${sizesBytes.map((bytes) => (bytes / 1e6).toFixed(3)).join(', ')}]`,
  ])
}

function mermaid(themeVariables: object, lines: readonly string[]): string {
  const init = `%%{init: ${JSON.stringify({ theme: 'base', themeVariables })}}%%`
  return ['```mermaid', init, ...lines, '```'].join('\n')
}

/** A foreign name in a mermaid label: what could end the label, the line or the block, or start markup, is dropped. */
function chartLabel(name: string): string {
  const line = plainText(name)
    .replace(/["`#;%<>{}[\]\\|&\r\n]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return cut(line, maxLabelLength)
}
