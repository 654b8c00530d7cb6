import * as v from 'valibot'
import { maxHistory, type HistoryPoint, type ImageRecord } from '../measure/record/image-record.ts'
import { changes, count, said, sizes, time } from '../shared/schema-values.ts'
import { type Baseline, hasUnknownSize } from './comparable.ts'
import { checkBudget, type BudgetSettings, type BudgetOutcome } from './budget.ts'
import type { Settings } from '../inputs/settings.ts'
import {
  compareContents,
  type ContentComparison,
  compareLayers,
  type LayerChange,
} from './compare-contents.ts'
import { type Change, changeBetween, changeOfContent, countsAsNone } from './size-change.ts'

/** Compares an image with its baseline, which is one of the same kind (`requireSameKind`), and with its budget. */
export function compareWithBaseline(
  image: ImageRecord,
  baseline: Baseline,
  settings: BudgetSettings,
  labels: readonly string[],
): SizeFindings {
  const before = baseline.kind === 'found' ? baseline.record : undefined
  const comparison = before && compareImages(before, image, settings)
  const since = before && comparison && { before, comparison }
  const { sizeMetric, maxSizeBytes, maxIncrease } = settings
  const isPart = sizeMetric === 'uncompressed' && maxSizeBytes !== undefined && hasUnknownSize(image.layers)
  // A gate that could not be held against anything is told of: it is not one that was passed.
  const unchecked = [
    isPart ? 'max-size was not checked in full, since the uncompressed size of a layer is not known.' : '',
    baseline.kind === 'none' && maxIncrease.length > 0
      ? 'max-increase was not checked, since there is no baseline.'
      : '',
  ].filter((warning) => warning !== '')
  return {
    image: before === undefined ? image : { ...image, history: historyAfter(before) },
    baseline: { ...baseline, warnings: [...baseline.warnings, ...unchecked] },
    comparison,
    budget: checkBudget({ image, since, labels }, settings),
  }
}

function historyAfter(before: ImageRecord): HistoryPoint[] {
  const { history, createdAt, commit, compressedBytes, uncompressedBytes, isRestoreCached } = before
  const point = { createdAt, commit, compressedBytes, uncompressedBytes, isRestoreCached }
  return [...history, point].slice(-maxHistory)
}

/** How an image stands against the last release, in bytes. */
export const releaseSchema = v.variant('kind', [
  v.object({
    kind: v.literal('found'),
    tag: v.string(),
    taggedCommit: v.string(),
    commitsBefore: said(count, 'How many commits before that one the image was measured.'),
    createdAt: time,
    ...sizes,
    ...changes,
    isBelowMinChange: said(v.boolean(), 'The change is no larger than the input min-change.'),
  }),
  v.object({ kind: v.literal('none'), reason: v.string() }),
])

/** How an image stands against its baseline and its budget. */
export interface SizeFindings {
  /** The image with the history of its baseline. */
  image: ImageRecord
  baseline: Baseline
  comparison: Comparison | undefined
  budget: BudgetOutcome
  /** Absent where nobody asked for it. */
  release?: v.InferOutput<typeof releaseSchema>
}

/** How an image differs from its baseline; the parts of each total add up to it exactly. */
export interface Comparison extends Change, ContentComparison {
  layers: LayerChange[]
  /** The change is no larger than what two builds of the same sources differ by. */
  isBelowMinChange: boolean
  minChangeBytes: number
}

/** Compares two records: their totals, their layers, and what those hold. */
export function compareImages(
  before: ImageRecord,
  after: ImageRecord,
  { sizeMetric, minChangeBytes }: Pick<Settings, 'sizeMetric' | 'minChangeBytes'>,
): Comparison {
  const comparison = {
    ...changeBetween(before, after),
    layers: compareLayers(before.layers, after.layers),
    ...compareContents(before, after),
  }
  return {
    ...comparison,
    minChangeBytes,
    isBelowMinChange: countsAsNone(changeOfContent(comparison, sizeMetric), { minChangeBytes }),
  }
}
