import type { Settings } from '../inputs/settings.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'
import { compareContents, type ContentComparison } from './compare-contents.ts'
import { compareLayers, type LayerChange } from './compare-layers.ts'
import { sizeOf } from './metric.ts'

/** How an image differs from its baseline; the parts of each total add up to it exactly. */
export interface Comparison {
  packedDeltaBytes: number
  unpackedDeltaBytes: number
  configDeltaBytes: number
  layers: LayerChange[]
  contents: ContentComparison
  /** The change is no larger than what two builds of the same sources differ by. */
  isNoise: boolean
}

/** Compares two records: their totals, their layers, and what those hold. */
export function compareImages(
  before: ImageRecord,
  after: ImageRecord,
  { sizeMetric, noiseBytes }: Pick<Settings, 'sizeMetric' | 'noiseBytes'>,
): Comparison {
  return {
    isNoise: Math.abs(sizeOf(after, sizeMetric) - sizeOf(before, sizeMetric)) <= noiseBytes,
    packedDeltaBytes: after.packedBytes - before.packedBytes,
    unpackedDeltaBytes: after.unpackedBytes - before.unpackedBytes,
    configDeltaBytes: after.configBytes - before.configBytes,
    layers: compareLayers(before.layers, after.layers),
    contents: compareContents(before, after),
  }
}
