import type { Settings, SizeMetric } from '../inputs/settings.ts'
import type { ImageRecord } from '../measure/image-record.ts'
import { compareContents, type ContentComparison } from './compare-contents.ts'
import { compareLayers, type LayerChange } from './compare-layers.ts'

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

/** The size of an image in the metric that was asked for, in bytes. */
export function sizeOf(
  record: Pick<ImageRecord, 'packedBytes' | 'unpackedBytes'>,
  metric: SizeMetric,
): number {
  return metric === 'packed' ? record.packedBytes : record.unpackedBytes
}

/** How many bytes an image changed by in the metric. */
export function deltaOf(
  comparison: Pick<Comparison, 'packedDeltaBytes' | 'unpackedDeltaBytes'>,
  metric: SizeMetric,
): number {
  return metric === 'packed' ? comparison.packedDeltaBytes : comparison.unpackedDeltaBytes
}
