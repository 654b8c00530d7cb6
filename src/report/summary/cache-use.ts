import type { Step } from '../../docker/build/build-result.ts'
import type { JobReport } from '../model/job-report.ts'
import type { ReportJson } from '../model/report-schema.ts'

/** What the build cache brought, and what it cost; undefined where there is none. Layers of base images come from a registry and do not count. */
export function readCacheUse({
  cache,
  tests,
  steps,
  cacheWriteMs,
}: Pick<JobReport, 'cache' | 'tests' | 'steps' | 'cacheWriteMs'>): ReportJson['cacheUse'] {
  if (cache === undefined || cache.kind === 'off') return undefined
  const all = [...(tests?.steps ?? []), ...steps]
  const reads = all.filter(({ name }) => name.startsWith('importing cache manifest from'))
  const brought = all.filter(({ outcome, name }) => outcome === 'cached' && !name.startsWith('FROM '))
  return {
    readMs: Math.round(sum(reads, ({ durationMs }) => durationMs)),
    receivedBytes: sum(brought, ({ receivedBytes = 0 }) => receivedBytes),
    ...(cacheWriteMs === undefined ? {} : { writeMs: Math.round(cacheWriteMs) }),
  }
}

function sum(steps: readonly Step[], valueOf: (step: Step) => number): number {
  return steps.reduce((total, step) => total + valueOf(step), 0)
}
