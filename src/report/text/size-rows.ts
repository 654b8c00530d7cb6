import { formatSize, listWords } from '../../shared/format.ts'
import { exceededLimits } from './describe-excess.ts'
import { formatChange } from './format.ts'
import type { BudgetOutcome } from '../../compare/budget.ts'
import { countsAsNone } from '../../compare/size-change.ts'
import type { SizeMetric } from '../../inputs/settings.ts'
import { changedParts, describeVersions, namePart, type Quote } from './part-labels.ts'
import type { ReportJson } from '../model/report-schema.ts'

type Platform = NonNullable<ReportJson['platforms']>[number]

/** The headings of a table by platform; a colon marks a column of numbers. */
export const platformHeadings = ['platform', 'compressed:', 'change:', 'uncompressed:', 'change:', 'limit']

/** The budget of each platform, with the words that name it where the image is for several. */
export function budgetsOf({ budget, platforms = [] }: ReportJson): { budget: BudgetOutcome; of: string }[] {
  if (platforms.length === 0) return [{ budget, of: '' }]
  return platforms.map((one) => ({ budget: one.budget, of: ` for ${one.platform}` }))
}

/** One row for each platform of an image for several, as plain words; none for an image for one. */
export function platformRows({ platforms = [], sizeMetric, comparison }: ReportJson): string[][] {
  const { minChangeBytes = 0 } = comparison ?? {}
  return platforms.map((platform) => {
    const { compressedBytes, uncompressedBytes, baseline, isBelowMinChange = false } = platform
    // What makes the change none is said of the metric alone.
    const describe = (of: SizeMetric, now: number, before: number | undefined): string => {
      if (before === undefined) return 'no baseline'
      const isNone = of === sizeMetric ? isBelowMinChange : countsAsNone(now - before, { minChangeBytes })
      return isNone ? 'no change' : formatChange(now - before)
    }
    return [
      platform.platform,
      formatSize(compressedBytes),
      describe('compressed', compressedBytes, baseline?.compressedBytes),
      formatSize(uncompressedBytes),
      describe('uncompressed', uncompressedBytes, baseline?.uncompressedBytes),
      describeBudget(platform),
    ]
  })
}

function describeBudget({ budget }: Platform): string {
  const limits = exceededLimits(budget).map((limit) =>
    limit.kind === 'size' ? formatSize(limit.limitBytes) : limit.written,
  )
  if (limits.length === 0) return budget.kind === 'passed' ? 'passed' : ''
  return `over ${listWords(limits)}${budget.kind === 'overridden' ? ' (allowed)' : ''}`
}

type Comparison = NonNullable<ReportJson['comparison']>

/** The parts that changed, the largest change first, as name, versions, compressed and uncompressed change; and how many found no room. */
export function partRows(
  comparison: Comparison,
  metric: SizeMetric,
  maxRows: number,
  quote: Quote,
): { rows: string[][]; left: number } {
  const parts = changedParts(comparison, metric)
  const rows = parts.slice(0, maxRows).map((part) => {
    const { compressedChangeBytes: compressed, uncompressedChangeBytes: uncompressed } = part
    const about = part.isEstimate && !countsAsNone(compressed, comparison) ? '≈ ' : ''
    const change = `${about}${changeCell(comparison, compressed)}`
    return [
      namePart(part, quote),
      describeVersions(part, quote),
      change,
      changeCell(comparison, uncompressed),
    ]
  })
  return { rows, left: parts.length - rows.length }
}

/** By how much a part, a file or a layer changed. */
export function changeCell(comparison: Pick<Comparison, 'minChangeBytes'>, changeBytes: number): string {
  return countsAsNone(changeBytes, comparison) ? 'no change' : formatChange(changeBytes)
}
