import type { SizeMetric } from '../inputs/settings.ts'

/** The size of an image, a layer or a part in the metric that was asked for, in bytes. */
export function sizeOf(sizes: { packedBytes: number; unpackedBytes: number }, metric: SizeMetric): number {
  return metric === 'packed' ? sizes.packedBytes : sizes.unpackedBytes
}

/** How many bytes an image or a part changed by in the metric. */
export function deltaOf(
  deltas: { packedDeltaBytes: number; unpackedDeltaBytes: number },
  metric: SizeMetric,
): number {
  return metric === 'packed' ? deltas.packedDeltaBytes : deltas.unpackedDeltaBytes
}
