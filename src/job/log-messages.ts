import type { Baseline } from '../compare/baseline.ts'
import type { Builder } from '../docker/builder.ts'
import { formatSize } from '../shared/format-size.ts'
import type { RunContext } from '../github/run-context.ts'
import type { Measurement } from '../measure/measurement.ts'

/** What was measured, for the log. */
export function wordsOfMeasurement(measured: Measurement): string {
  const { compressedBytes, uncompressedBytes, layers, layersRead } = measured
  return `${formatSize(compressedBytes)} compressed, ${formatSize(uncompressedBytes)} uncompressed, ${layersRead} of ${layers.length} layers read`
}

/** Which baseline was chosen, or why there is none. */
export function wordsOfBaseline(baseline: Baseline): string {
  if (baseline.kind === 'none') return baseline.reason.replace(/\.$/, '')
  const { commit, branch } = baseline.record
  return [
    `found by ${baseline.source}`,
    commit && `of commit ${commit.slice(0, 7)}`,
    branch && `on ${branch}`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
}

/** What builds, and which records may be compared with, in the order in which they are looked for. */
export function wordsOfPlace(builder: Builder, { grewFrom, lookups, writes, readOnly }: RunContext): string {
  const { name, driver, engine, buildxVersion } = builder
  const searched = lookups.map(({ branch, commit }) => `${branch}${commit === undefined ? '' : `@${commit}`}`)
  return [
    `builder ${name} (${driver}, ${engine}, buildx ${buildxVersion})`,
    `base commit ${grewFrom ?? 'unknown'}`,
    `measurements looked for: ${searched.join(', ') || 'none'}`,
    writes === undefined
      ? `saves no measurement: ${readOnly ?? ''}`
      : `saves its measurement on ${writes.branch}`,
  ].join('; ')
}
