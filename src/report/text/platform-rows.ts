import { formatSize } from '../../shared/format.ts'
import { exceededLimits } from './describe-excess.ts'
import { formatChange, listWords } from './format.ts'
import { countsAsNone } from '../../compare/min-change.ts'
import type { SizeMetric } from '../../inputs/settings.ts'
import type { ReportJson } from '../model/report-schema.ts'

type Platform = NonNullable<ReportJson['platforms']>[number]

/** The headings of a table by platform; a colon marks a column of numbers. */
export const platformHeadings = ['platform', 'compressed:', 'change:', 'uncompressed:', 'change:', 'limit']

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
