import type { Settings } from '../inputs/settings.ts'
import type { ImageRecord } from '../measure/image-record.ts'
import { requireSameKind, type Baseline } from './baseline.ts'
import { checkBudget, type BudgetOutcome } from './budget.ts'
import { compareImages, type Comparison } from './compare-images.ts'

/** How an image stands against its baseline and its budget. */
export interface SizeFindings {
  baseline: Baseline
  comparison: Comparison | undefined
  budget: BudgetOutcome
}

/** Compares an image with its baseline, as far as that is one of the same kind, and with `max-size`. */
export function compareWithBaseline(
  image: ImageRecord,
  found: Baseline,
  { sizeMetric, maxSizeBytes }: Settings,
): SizeFindings {
  const baseline = requireSameKind(found, image)
  return {
    baseline,
    comparison: baseline.kind === 'found' ? compareImages(baseline.record, image) : undefined,
    budget: checkBudget(image, sizeMetric, maxSizeBytes),
  }
}
