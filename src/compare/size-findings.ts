import type { ImageRecord, ReleasePoint } from '../measure/record/image-record.ts'
import type { Baseline } from './baseline.ts'
import type { BudgetOutcome } from './budget.ts'
import type { Comparison } from './compare-images.ts'

/** How an image stands against the last release, in bytes. */
export type ReleaseFinding =
  | (ReleasePoint & {
      kind: 'found'
      compressedChangeBytes: number
      uncompressedChangeBytes: number
      isBelowMinChange: boolean
    })
  | { kind: 'none'; reason: string }

/** How an image stands against its baseline and its budget. */
export interface SizeFindings {
  /** The image with the history of its baseline. */
  image: ImageRecord
  baseline: Baseline
  comparison: Comparison | undefined
  budget: BudgetOutcome
  /** Absent where nobody asked for it. */
  release?: ReleaseFinding
}
