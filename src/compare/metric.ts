import type { SizeMetric } from '../inputs/settings.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'

/** The size of an image, a layer or a part in the metric that was asked for, in bytes. */
export function sizeOf(
  sizes: { compressedBytes: number; uncompressedBytes: number },
  metric: SizeMetric,
): number {
  return metric === 'compressed' ? sizes.compressedBytes : sizes.uncompressedBytes
}

/** How many bytes an image or a part changed by in the metric. */
export function changeOf(
  deltas: { compressedChangeBytes: number; uncompressedChangeBytes: number },
  metric: SizeMetric,
): number {
  return metric === 'compressed' ? deltas.compressedChangeBytes : deltas.uncompressedChangeBytes
}

/**
 * The compressed bytes of the layers that a machine has to download which holds the baseline image; of all layers where there is none.
 * A layer that an image has twice is downloaded once.
 */
export function downloadBytes(
  image: Pick<ImageRecord, 'layers'>,
  before: Pick<ImageRecord, 'layers'> | undefined,
): number {
  const held = new Set(before?.layers.map(({ digest }) => digest))
  const missing = new Map(image.layers.map(({ digest, compressedBytes }) => [digest, compressedBytes]))
  return [...missing].reduce((sum, [digest, bytes]) => sum + (held.has(digest) ? 0 : bytes), 0)
}
