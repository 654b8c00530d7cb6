import { formatDuration } from '../../../shared/format-duration.ts'
import type { ReportJson } from '../../model/report-schema.ts'

type Output = NonNullable<ReportJson['exported']>['outputs'][number]

/** Where the image went, as one sentence; empty when it went nowhere. */
export function describeDelivery(delivery: ReportJson['exported']): string {
  const parts = (delivery?.outputs ?? []).map(describe)
  if (parts.length === 0) return ''
  const all = parts.join(', ')
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`
}

function describe({ how, where, checkedBy, durationMs }: Output): string {
  if (durationMs === undefined) return `${how} with the build`
  const time = formatDuration(durationMs)
  if (how !== 'written') return `${how} in ${time}`
  // A folder or a plain archive has no digest that could be compared.
  return `wrote ${where} in ${time}${checkedBy === 'build' ? ' (it has no digest; it comes from the measured build)' : ''}`
}
