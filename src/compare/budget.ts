import type { SizeMetric } from '../inputs/settings.ts'
import type { ImageRecord } from '../measure/image-record.ts'
import { sizeOf } from './compare-images.ts'

/** Whether the image keeps within its budget. */
export type BudgetOutcome =
  { kind: 'none' } | { kind: 'ok' | 'breached'; limitBytes: number; sizeBytes: number }

/** Holds the image's size against `max-size`. */
export function checkBudget(
  record: ImageRecord,
  metric: SizeMetric,
  maxSizeBytes: number | undefined,
): BudgetOutcome {
  if (maxSizeBytes === undefined) return { kind: 'none' }
  const sizeBytes = sizeOf(record, metric)
  return { kind: sizeBytes > maxSizeBytes ? 'breached' : 'ok', limitBytes: maxSizeBytes, sizeBytes }
}
