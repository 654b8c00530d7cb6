import { formatDuration } from '../../../shared/format-duration.ts'
import { formatSize } from '../../../shared/format-size.ts'
import type { ReportJson } from '../../model/report-schema.ts'

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
