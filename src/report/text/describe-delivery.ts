import { formatDuration, formatSize } from '../../shared/format.ts'
import type { ReportJson } from '../model/report-schema.ts'

/**
 * One sentence on a smoke test that passed: what was looked at, when it was content, and what the container needed. Undefined where there
 * was none, and where it failed: that is told as the problem. `quote` makes what was looked at safe for the place.
 */
export function describeSmoke(
  { smokeTest }: ReportJson,
  quote: (text: string) => string,
): string | undefined {
  if (smokeTest?.outcome !== 'passed') return undefined
  const { check, httpStatus, exitCode, durationMs, memoryBytes } = smokeTest
  const how =
    httpStatus !== undefined
      ? `answered ${httpStatus}`
      : exitCode !== undefined
        ? `exited with ${exitCode}`
        : 'was content'
  const memory = memoryBytes === undefined ? '' : `, with ${formatSize(memoryBytes)} of memory in use`
  return `Smoke test: ${quote(check)} ${how} ${formatDuration(durationMs)} after the start${memory}.`
}

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
