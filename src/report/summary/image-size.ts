import { sizeOf } from '../../compare/metric.ts'
import type { SizeMetric } from '../../inputs/settings.ts'
import type { ImageRecord } from '../../measure/record/image-record.ts'
import { formatSize } from '../../shared/format-size.ts'

/** What an image weighs, and whether that is an estimate: `122.41 MB`, `122.41 MB (estimated)`. */
export function formatImageSize(
  image: Pick<ImageRecord, 'compressedBytes' | 'uncompressedBytes' | 'method'>,
  metric: SizeMetric,
): string {
  const isEstimate = metric === 'compressed' && image.method === 'docker-save'
  return `${formatSize(sizeOf(image, metric))}${isEstimate ? ' (estimated)' : ''}`
}
