import type { GrowthLimit } from '../inputs/parsers/growth-limit.ts'
import type { Settings, SizeMetric } from '../inputs/settings.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'
import type { Comparison } from './compare-images.ts'
import { deltaOf, sizeOf } from './metric.ts'

/** One limit, and what was held against it, in bytes of the metric. */
export type CheckedLimit =
  | { kind: 'size'; isBreached: boolean; limitBytes: number; sizeBytes: number }
  | {
      kind: 'growth'
      isBreached: boolean
      /** As the user wrote it: `2 MB`, `1.5 %`. */
      written: string
      limitBytes: number
      /** What counts: without the growth of the base image, where that is ignored. */
      growthBytes: number
      /** How much the base image grew; 0 where it counts as everything else does. */
      ignoredBytes: number
    }

/** Whether the image keeps within its budget; `overridden`: it grew too much, and a label of the pull request allows that. */
export type BudgetOutcome =
  | { kind: 'none' }
  | { kind: 'ok' | 'breached'; limits: CheckedLimit[] }
  | { kind: 'overridden'; limits: CheckedLimit[]; label: string }

/** The inputs that make a budget. */
export type BudgetSettings = Pick<
  Settings,
  'sizeMetric' | 'maxSizeBytes' | 'maxIncrease' | 'ignoreBaseImage' | 'noiseBytes' | 'sizeOverrideLabel'
>

/** What a budget is held against; without a baseline nothing has grown. */
export interface SizeChange {
  image: ImageRecord
  since: { before: ImageRecord; comparison: Comparison } | undefined
  /** Of the pull request. */
  labels: readonly string[]
}

/** Holds the image's size against `max-size`, and its growth against each line of `max-increase`. */
export function checkBudget({ image, since, labels }: SizeChange, settings: BudgetSettings): BudgetOutcome {
  const size = checkSize(image, settings)
  const growth =
    since === undefined
      ? []
      : settings.maxIncrease.map((limit) => checkGrowth(limit, since.before, since.comparison, settings))
  const limits = [...size, ...growth]
  if (limits.length === 0) return { kind: 'none' }
  if (limits.every(({ isBreached }) => !isBreached)) return { kind: 'ok', limits }
  const label = findOverride(labels, settings.sizeOverrideLabel)
  const isTooLarge = size.some(({ isBreached }) => isBreached)
  return label === undefined || isTooLarge
    ? { kind: 'breached', limits }
    : { kind: 'overridden', limits, label }
}

/** Whether nothing but a label of the pull request decides: the image grew too much, and is not too large. */
export function isUpToLabel(
  budget: BudgetOutcome,
  { sizeOverrideLabel }: Pick<Settings, 'sizeOverrideLabel'>,
): boolean {
  if (budget.kind === 'overridden') return true
  return (
    sizeOverrideLabel !== undefined && budget.kind === 'breached' && worstBreach(budget)?.kind === 'growth'
  )
}

/** The limit that a breached budget is told by: the size first, else the growth that is furthest over its limit. */
export function worstBreach(budget: BudgetOutcome): CheckedLimit | undefined {
  if (budget.kind !== 'breached' && budget.kind !== 'overridden') return undefined
  const breached = budget.limits.filter(({ isBreached }) => isBreached)
  return (
    breached.find(({ kind }) => kind === 'size') ?? breached.sort((a, b) => a.limitBytes - b.limitBytes)[0]
  )
}

function checkSize(
  image: ImageRecord,
  { sizeMetric, maxSizeBytes }: Pick<Settings, 'sizeMetric' | 'maxSizeBytes'>,
): CheckedLimit[] {
  if (maxSizeBytes === undefined) return []
  const sizeBytes = sizeOf(image, sizeMetric)
  return [{ kind: 'size', isBreached: sizeBytes > maxSizeBytes, limitBytes: maxSizeBytes, sizeBytes }]
}

function checkGrowth(
  limit: GrowthLimit,
  before: ImageRecord,
  comparison: Comparison,
  { sizeMetric, ignoreBaseImage, noiseBytes }: BudgetSettings,
): CheckedLimit {
  const ignoredBytes = ignoreBaseImage ? baseGrowth(comparison, sizeMetric) : 0
  const growthBytes = deltaOf(comparison, sizeMetric) - ignoredBytes
  const limitBytes =
    limit.kind === 'bytes' ? limit.limitBytes : Math.round((sizeOf(before, sizeMetric) * limit.percent) / 100)
  const isBreached = growthBytes > limitBytes && growthBytes > noiseBytes
  return { kind: 'growth', isBreached, written: limit.written, limitBytes, growthBytes, ignoredBytes }
}

/** A base image that shrank does not make room smaller: then the image as a whole grew by less. */
function baseGrowth({ contents }: Comparison, metric: SizeMetric): number {
  const base = contents.parts.find(({ kind }) => kind === 'base')
  return base === undefined ? 0 : Math.max(0, deltaOf(base, metric))
}

/** GitHub's labels differ by more than their case. */
function findOverride(labels: readonly string[], wanted: string | undefined): string | undefined {
  return labels.find((label) => label.toLowerCase() === wanted?.toLowerCase())
}
