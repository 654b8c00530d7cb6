import type { Settings } from '../inputs/settings.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'
import { compareContents, type ContentComparison } from './compare-contents.ts'
import { compareLayers, type LayerChange } from './compare-layers.ts'
import { changeOfContent, countsAsNone } from './min-change.ts'

/** How an image differs from its baseline; the parts of each total add up to it exactly. */
export interface Comparison {
  compressedChangeBytes: number
  uncompressedChangeBytes: number
  configChangeBytes: number
  layers: LayerChange[]
  contents: ContentComparison
  /** The change is no larger than what two builds of the same sources differ by. */
  isBelowMinChange: boolean
  /** The input min-change: smaller changes count as none. */
  minChangeBytes: number
}

/** Compares two records: their totals, their layers, and what those hold. */
export function compareImages(
  before: ImageRecord,
  after: ImageRecord,
  { sizeMetric, minChangeBytes }: Pick<Settings, 'sizeMetric' | 'minChangeBytes'>,
): Comparison {
  const contents = compareContents(before, after)
  const comparison = {
    compressedChangeBytes: after.compressedBytes - before.compressedBytes,
    uncompressedChangeBytes: after.uncompressedBytes - before.uncompressedBytes,
    configChangeBytes: after.configBytes - before.configBytes,
    layers: compareLayers(before.layers, after.layers),
    contents,
  }
  return {
    ...comparison,
    minChangeBytes,
    isBelowMinChange: countsAsNone(changeOfContent(comparison, sizeMetric), { minChangeBytes }),
  }
}
