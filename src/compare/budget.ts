import * as v from 'valibot'
import { canonicalName, repositoryOf } from '../docker/registry.ts'
import type { GrowthLimit } from '../inputs/parsers/values.ts'
import type { Settings, SizeMetric } from '../inputs/settings.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'
import { type ImageChange, changeOfContent, countsAsNone, changeOf, sizeOf } from './size-change.ts'
import { bytes, changeBytes, said } from '../shared/schema-values.ts'

const limits = v.array(
  v.variant('kind', [
    v.object({ kind: v.literal('size'), isExceeded: v.boolean(), limitBytes: bytes, sizeBytes: bytes }),
    v.object({
      kind: v.literal('growth'),
      isExceeded: v.boolean(),
      /** As the user wrote it: `2 MB`, `1.5 %`. */
      written: v.string(),
      limitBytes: bytes,
      growthBytes: said(changeBytes, 'What counts, without `ignoredBytes`.'),
      ignoredBytes: said(bytes, 'Growth of the base image that does not count.'),
    }),
  ]),
)

/** One limit, and what was held against it, in bytes of the metric. */
export type CheckedLimit = v.InferOutput<typeof limits>[number]

/** The limits, and whether they are kept; `overridden`: the image grew too much, and a label of the pull request allows that. */
export const budgetSchema = v.variant('kind', [
  v.object({ kind: v.literal('none') }),
  v.object({ kind: v.picklist(['passed', 'exceeded']), limits }),
  v.object({
    kind: v.literal('overridden'),
    limits,
    label: said(v.string(), 'The label of the pull request that allows its growth.'),
  }),
])

/** Whether the image keeps within its budget. */
export type BudgetOutcome = v.InferOutput<typeof budgetSchema>

/** The inputs that make a budget. */
export type BudgetSettings = Pick<
  Settings,
  'sizeMetric' | 'maxSizeBytes' | 'maxIncrease' | 'ignoreBaseImage' | 'minChangeBytes' | 'sizeOverrideLabel'
>

/** What a budget is held against; without a baseline nothing has grown. */
export interface SizeChange {
  image: ImageRecord
  since: { before: ImageRecord; comparison: ImageChange } | undefined
  labels: readonly string[]
}

/** Holds the image's size against `max-size`, and its growth against each line of `max-increase`. */
export function checkBudget({ image, since, labels }: SizeChange, settings: BudgetSettings): BudgetOutcome {
  const { sizeMetric, maxSizeBytes: limitBytes } = settings
  const sizeBytes = sizeOf(image, sizeMetric)
  const size: CheckedLimit[] =
    limitBytes === undefined
      ? []
      : [{ kind: 'size', isExceeded: sizeBytes > limitBytes, limitBytes, sizeBytes }]
  const growth =
    since === undefined ? [] : settings.maxIncrease.map((limit) => checkGrowth(limit, image, since, settings))
  const limits = [...size, ...growth]
  if (limits.length === 0) return { kind: 'none' }
  if (limits.every(({ isExceeded }) => !isExceeded)) return { kind: 'passed', limits }
  const label = findOverride(labels, settings.sizeOverrideLabel)
  const isTooLarge = size.some(({ isExceeded }) => isExceeded)
  return label === undefined || isTooLarge
    ? { kind: 'exceeded', limits }
    : { kind: 'overridden', limits, label }
}

/** Whether nothing but a label of the pull request decides: the image grew too much, and is not too large. */
export function isUpToLabel(
  budget: BudgetOutcome,
  { sizeOverrideLabel }: Pick<Settings, 'sizeOverrideLabel'>,
): boolean {
  if (budget.kind === 'overridden') return true
  if (sizeOverrideLabel === undefined || budget.kind !== 'exceeded') return false
  return budget.limits.every(({ kind, isExceeded }) => kind === 'growth' || !isExceeded)
}

function checkGrowth(
  limit: GrowthLimit,
  image: ImageRecord,
  { before, comparison }: NonNullable<SizeChange['since']>,
  { sizeMetric, ignoreBaseImage, minChangeBytes }: BudgetSettings,
): CheckedLimit {
  const [wasBase, isBase] = [before, image].map(({ base }) => repositoryOf(canonicalName(base?.name ?? '')))
  const ignoredBytes = ignoreBaseImage && wasBase === isBase ? baseGrowth(comparison, sizeMetric) : 0
  const growthBytes = changeOfContent(comparison, sizeMetric) - ignoredBytes
  const limitBytes =
    limit.kind === 'bytes' ? limit.limitBytes : Math.round((sizeOf(before, sizeMetric) * limit.percent) / 100)
  const isExceeded = growthBytes > limitBytes && !countsAsNone(growthBytes, { minChangeBytes })
  return { kind: 'growth', isExceeded, written: limit.written, limitBytes, growthBytes, ignoredBytes }
}

/**
 * What another tag of the base image, or the same one anew, added; to begin from another image is a choice of the team's. A base image that
 * shrank does not make room smaller: then the image as a whole grew by less.
 */
function baseGrowth({ parts }: ImageChange, metric: SizeMetric): number {
  const base = parts.find(({ kind }) => kind === 'base')
  return base === undefined ? 0 : Math.max(0, changeOf(base, metric))
}

/** GitHub's labels differ by more than their case. */
function findOverride(labels: readonly string[], wanted: string | undefined): string | undefined {
  return labels.find((label) => label.toLowerCase() === wanted?.toLowerCase())
}
