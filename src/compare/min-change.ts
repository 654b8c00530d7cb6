import type { Settings, SizeMetric } from '../inputs/settings.ts'
import { changeOf } from './metric.ts'

/** Whether a change of so many bytes counts as none: it is no more than the input min-change. */
export function countsAsNone(
  changeBytes: number,
  { minChangeBytes }: Pick<Settings, 'minChangeBytes'>,
): boolean {
  return Math.abs(changeBytes) <= minChangeBytes
}

interface Change {
  compressedChangeBytes: number
  uncompressedChangeBytes: number
}

interface Parts {
  parts: readonly (Change & { kind: string })[]
}

/** How many bytes an image changed by without what was only compressed otherwise, which nobody's change has done. */
export function changeOfContent(sizes: Change & { contents: Parts }, metric: SizeMetric): number {
  const recompressed = sizes.contents.parts.find(({ kind }) => kind === 'recompressed')
  return changeOf(sizes, metric) - (recompressed === undefined ? 0 : changeOf(recompressed, metric))
}

/** Whether a change of an image's size is shown as none: it counts as none, or all of it was only compressed otherwise. */
export function isNoChange(
  comparison: Parts & { minChangeBytes: number; isBelowMinChange: boolean },
  changeBytes: number,
): boolean {
  const { isBelowMinChange, minChangeBytes, parts } = comparison
  const recompressed = parts.find(({ kind }) => kind === 'recompressed')?.compressedChangeBytes ?? 0
  const limitBytes = minChangeBytes + (isBelowMinChange ? Math.abs(recompressed) : 0)
  return countsAsNone(changeBytes, { minChangeBytes: limitBytes })
}
