import type { Settings, SizeMetric } from '../inputs/settings.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'

/** The sizes of an image, a layer or a part. */
export type Sizes = Pick<ImageRecord, 'compressedBytes' | 'uncompressedBytes'>

/** By how many bytes an image or a part changed. */
export interface Change {
  compressedChangeBytes: number
  uncompressedChangeBytes: number
}

/** What came to the sizes of one image to make those of another. */
export function changeBetween(before: Sizes, after: Sizes): Change {
  return {
    compressedChangeBytes: after.compressedBytes - before.compressedBytes,
    uncompressedChangeBytes: after.uncompressedBytes - before.uncompressedBytes,
  }
}

interface Parts {
  parts: readonly (Change & { kind: string })[]
}

/** By how many bytes an image changed, and which part of it did. */
export interface ImageChange extends Change, Parts {}

/** Whether a change of so many bytes counts as none: it is no more than the input min-change. */
export function countsAsNone(
  changeBytes: number,
  { minChangeBytes }: Pick<Settings, 'minChangeBytes'>,
): boolean {
  return Math.abs(changeBytes) <= minChangeBytes
}

/** How many bytes an image changed by without what was only compressed otherwise, which nobody's change has done. */
export function changeOfContent(change: ImageChange, metric: SizeMetric): number {
  const recompressed = change.parts.find(({ kind }) => kind === 'recompressed')
  return changeOf(change, metric) - (recompressed === undefined ? 0 : changeOf(recompressed, metric))
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

/** The size in the metric that was asked for. */
export function sizeOf(sizes: Sizes, metric: SizeMetric): number {
  return metric === 'compressed' ? sizes.compressedBytes : sizes.uncompressedBytes
}

/** How many bytes something changed by in the metric. */
export function changeOf(change: Change, metric: SizeMetric): number {
  return metric === 'compressed' ? change.compressedChangeBytes : change.uncompressedChangeBytes
}

/** Compressed bytes, each layer once, that a machine has to download which holds the baseline image; of all layers where there is none. */
export function downloadBytes(
  image: Pick<ImageRecord, 'layers'>,
  before: Pick<ImageRecord, 'layers'> | undefined,
): number {
  const held = new Set(before?.layers.map(({ digest }) => digest))
  const missing = new Map(image.layers.map(({ digest, compressedBytes }) => [digest, compressedBytes]))
  return [...missing].reduce((sum, [digest, bytes]) => sum + (held.has(digest) ? 0 : bytes), 0)
}
