import { cutText } from '../../shared/text.ts'
import type { BudgetOutcome, CheckedLimit } from '../../compare/budget.ts'
import { changeOf, sizeOf } from '../../compare/size-change.ts'
import type { SizeFindings, Comparison } from '../../compare/compare-with-baseline.ts'
import type { Settings, SizeMetric } from '../../inputs/settings.ts'
import { readParts } from '../../measure/analyze/attribution.ts'
import type { ImageRecord } from '../../measure/record/image-record.ts'
import { formatCount, formatSize, joinParts, listWords } from '../../shared/format.ts'
import { formatChange, formatImageSize } from './format.ts'
import { describePart, describePublish, namePart } from './part-labels.ts'
import type { Problem } from '../model/job-report.ts'

/** Most parts that are named as the cause. */
const maxCauses = 3
/** What grew by less is no cause to name with the largest one. */
const minShareOfLargest = 0.05

/** The limits that an image exceeds: the size first, then the growth that is furthest over its limit. */
export function exceededLimits(budget: BudgetOutcome): CheckedLimit[] {
  if (budget.kind !== 'exceeded' && budget.kind !== 'overridden') return []
  const exceeded = budget.limits.filter(({ isExceeded }) => isExceeded)
  return exceeded.sort(
    (a, b) => Number(b.kind === 'size') - Number(a.kind === 'size') || a.limitBytes - b.limitBytes,
  )
}

/** What a limit was held against, and the limit: `122.41 MB compressed, over the limit of 120.00 MB`, `+963.00 kB, over the limit of 0.3 %`. */
export function describeLimit(limit: CheckedLimit, metric: SizeMetric): string {
  const over = `over the limit of ${formatLimit(limit)}`
  if (limit.kind === 'size') return `${formatOver(limit.sizeBytes, limit.limitBytes)} ${metric}, ${over}`
  const whose = limit.ignoredBytes > 0 ? 'your layers ' : ''
  const grew = isClose(limit.growthBytes, limit.limitBytes)
    ? `+${formatOver(limit.growthBytes, limit.limitBytes)}`
    : formatChange(limit.growthBytes)
  return `${whose}${grew}, ${over}`
}

function formatLimit(limit: CheckedLimit): string {
  return limit.kind === 'size' ? formatOver(limit.limitBytes, limit.sizeBytes) : limit.written
}

/** Whether two numbers of bytes look the same when they are rounded. */
function isClose(bytes: number, otherBytes: number): boolean {
  return formatSize(bytes) === formatSize(otherBytes)
}

/** A size beside a limit: to the byte where rounding would make both the same. */
function formatOver(bytes: number, otherBytes: number): string {
  return isClose(bytes, otherBytes) ? `${formatCount(bytes)} B` : formatSize(bytes)
}

/** The exceeded limits of all platforms, each as a problem of its own; with several platforms it names its own. */
export function describeExcesses(
  platforms: readonly SizeFindings[],
  settings: Pick<Settings, 'sizeMetric' | 'sizeOverrideLabel'>,
): Problem[] {
  return platforms.flatMap((findings) => {
    if (findings.budget.kind !== 'exceeded') return []
    const { platform } = findings.image
    return exceededLimits(findings.budget).map((limit) => ({
      title:
        platforms.length === 1
          ? `Image size: ${describeLimit(limit, settings.sizeMetric)}`
          : `Image size on ${platform}: over the limit of ${formatLimit(limit)}`,
      message:
        limit.kind === 'size'
          ? describeSize(limit, findings.image, settings.sizeMetric)
          : describeGrowth(limit, findings, settings),
    }))
  })
}

function describeSize(
  { limitBytes, sizeBytes }: Extract<CheckedLimit, { kind: 'size' }>,
  image: ImageRecord,
  metric: SizeMetric,
): string {
  const largest = readParts(image)
    .sort((a, b) => sizeOf(b, metric) - sizeOf(a, metric))
    .slice(0, maxCauses)
    .map(
      (part) => `${joinParts(' ', [namePart(part, asIs), part.version])} ${formatSize(sizeOf(part, metric))}`,
    )
  const has = isClose(sizeBytes, limitBytes)
    ? `${formatOver(sizeBytes, limitBytes)} ${metric}`
    : formatImageSize(image, metric)
  return (
    `The image has ${has}, max-size is ${formatOver(limitBytes, sizeBytes)}. ` +
    `Its largest parts: ${listWords(largest)}. Nothing was loaded or pushed.`
  )
}

function describeGrowth(
  { written, limitBytes, growthBytes, ignoredBytes }: Extract<CheckedLimit, { kind: 'growth' }>,
  { comparison }: Pick<SizeFindings, 'comparison'>,
  { sizeMetric: metric, sizeOverrideLabel }: Pick<Settings, 'sizeMetric' | 'sizeOverrideLabel'>,
): string {
  const apart = ignoredBytes > 0 ? ` (not counting ${formatChange(ignoredBytes)} of its base image)` : ''
  const limit = written.endsWith('%') ? `${written} (${formatSize(limitBytes)})` : written
  const causes = causesOf(comparison, metric, ignoredBytes > 0)
  const because =
    causes.length === 0 ? '' : ` Largest ${causes.length === 1 ? 'cause' : 'causes'}: ${listWords(causes)}.`
  const wayOut =
    sizeOverrideLabel === undefined
      ? ''
      : ` To accept the growth, give the pull request the label ${sizeOverrideLabel} and run the job again.`
  const published = describePublish(comparison?.publishChanges, asIs)
  return (
    `The image grew by ${formatOver(growthBytes, limitBytes)} ${metric}${apart}, max-increase is ${limit}.` +
    `${published === '' ? '' : ` ${published}`}${because} Nothing was loaded or pushed.${wayOut}`
  )
}

/** The parts that grew most, the base image only where it counts. */
function causesOf(comparison: Comparison | undefined, metric: SizeMetric, isBaseApart: boolean): string[] {
  if (comparison === undefined) return []
  return comparison.parts
    .filter((part) => changeOf(part, metric) > 0 && !(isBaseApart && part.kind === 'base'))
    .sort((a, b) => changeOf(b, metric) - changeOf(a, metric))
    .slice(0, maxCauses)
    .filter(
      (part, _, [largest = part]) => changeOf(part, metric) >= changeOf(largest, metric) * minShareOfLargest,
    )
    .map((part) => describePart(part, comparison, metric, asIs))
}

function asIs(name: string): string {
  return cutText(name, 80)
}
