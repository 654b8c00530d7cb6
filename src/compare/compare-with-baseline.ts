import type { Settings } from '../inputs/settings.ts'
import { maxHistory, type HistoryPoint, type ImageRecord } from '../measure/image-record.ts'
import { requireSameKind, type Baseline } from './baseline.ts'
import { checkBudget, type BudgetOutcome } from './budget.ts'
import { compareImages, type Comparison } from './compare-images.ts'

/** How an image stands against its baseline and its budget. */
export interface SizeFindings {
  /** The image with the history of its baseline. */
  image: ImageRecord
  baseline: Baseline
  comparison: Comparison | undefined
  budget: BudgetOutcome
}

/** Compares an image with its baseline, as far as that is one of the same kind, and with `max-size`. */
export function compareWithBaseline(
  image: ImageRecord,
  found: Baseline,
  settings: Pick<Settings, 'sizeMetric' | 'maxSizeBytes' | 'noiseBytes'>,
): SizeFindings {
  const baseline = requireSameKind(found, image)
  const before = baseline.kind === 'found' ? baseline.record : undefined
  return {
    image: before === undefined ? image : { ...image, history: historyAfter(before) },
    baseline,
    comparison: before && compareImages(before, image, settings),
    budget: checkBudget(image, settings.sizeMetric, settings.maxSizeBytes),
  }
}

function historyAfter(before: ImageRecord): HistoryPoint[] {
  const { history, createdAt, commit, packedBytes, unpackedBytes, isRestoreCached } = before
  const point = {
    createdAt,
    ...(commit === undefined ? {} : { commit }),
    packedBytes,
    unpackedBytes,
    ...(isRestoreCached === undefined ? {} : { isRestoreCached }),
  }
  return [...history, point].slice(-maxHistory)
}
