import type { SizeMetric } from '../inputs/settings.ts'

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
