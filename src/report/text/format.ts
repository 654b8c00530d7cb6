import { sizeOf } from '../../compare/size-change.ts'
import type { SizeMetric } from '../../inputs/settings.ts'
import type { ImageRecord } from '../../measure/record/image-record.ts'
import { formatCount, formatSize, plural } from '../../shared/format.ts'

/** A change with its sign: `+1.02 MB`, `−340 B`, or `no change`. */
export function formatChange(changeBytes: number): string {
  if (changeBytes === 0) return 'no change'
  return `${changeBytes > 0 ? '+' : '−'}${formatSize(Math.abs(changeBytes))}`
}

/** A change in percent with its sign: `+0.8 %`; what trebled or more is easier to grasp as `5.3 times as large`. */
export function formatPercent(fraction: number): string {
  const percent = Math.abs(fraction * 100)
  const times = fraction + 1
  if (times >= 3)
    return `${times.toLocaleString('en', { maximumFractionDigits: times < 10 ? 1 : 0 })} times as large`
  const digits = percent < 1 ? 2 : percent < 100 ? 1 : 0
  return `${fraction < 0 ? '−' : '+'}${percent.toFixed(digits)} %`
}

/** What share a change is of what was before: `+0.8 %`; empty where it would be shown as 0, or where nothing was before. */
export function formatShare(changeBytes: number, beforeBytes: number): string {
  const isShown = beforeBytes > 0 && Math.abs(changeBytes / beforeBytes) >= 0.000_05
  return isShown ? formatPercent(changeBytes / beforeBytes) : ''
}

/** A change beside what it is of: `+1.02 MB (+0.8 %)`. */
export function formatChangeOf(changeBytes: number, beforeBytes: number): string {
  const share = formatShare(changeBytes, beforeBytes)
  return `${formatChange(changeBytes)}${share === '' ? '' : ` (${share})`}`
}

/** How long ago something was, for people: `3 hours ago`. */
export function formatAge(fromIso: string, now: Date): string {
  const minutes = Math.max(0, Math.round((now.getTime() - Date.parse(fromIso)) / 60_000))
  if (minutes === 0) return 'just now'
  if (minutes < 90) return `${plural(minutes, 'minute')} ago`
  const hours = minutes / 60
  return `${hours < 48 ? plural(Math.round(hours), 'hour') : plural(Math.round(hours / 24), 'day')} ago`
}

/** The change of a count with its sign: `+2`, `−1`, `±0`. */
export function formatCountChange(change: number): string {
  return change === 0 ? '±0' : `${change > 0 ? '+' : '−'}${formatCount(Math.abs(change))}`
}

/** How large an image is in the metric, and whether that is an estimate: `122.41 MB compressed`, `122.41 MB compressed (estimated)`. */
export function formatImageSize(
  image: Pick<ImageRecord, 'compressedBytes' | 'uncompressedBytes' | 'method'>,
  metric: SizeMetric,
): string {
  const isEstimate = metric === 'compressed' && image.method === 'docker-save'
  return `${formatSize(sizeOf(image, metric))} ${metric}${isEstimate ? ' (estimated)' : ''}`
}
