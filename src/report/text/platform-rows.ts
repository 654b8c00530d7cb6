import { formatSize } from '../../shared/format.ts'
import { exceededLimits } from './describe-excess.ts'
import { formatChange, listWords } from './format.ts'
import type { ReportJson } from '../model/report-schema.ts'

type Platform = NonNullable<ReportJson['platforms']>[number]

/** The headings of a table by platform; a colon marks a column of numbers. */
export const platformHeadings = ['platform', 'compressed:', 'change:', 'uncompressed:', 'change:', 'limit']

/** One row for each platform of an image for several, as plain words; none for an image for one. */
export function platformRows({ platforms = [] }: ReportJson): string[][] {
  return platforms.map((platform) => {
    const { compressedBytes, uncompressedBytes, baseline } = platform
    return [
      platform.platform,
      formatSize(compressedBytes),
      describeChange(platform, compressedBytes, baseline?.compressedBytes),
      formatSize(uncompressedBytes),
      describeChange(platform, uncompressedBytes, baseline?.uncompressedBytes),
      describeBudget(platform),
    ]
  })
}

function describeChange({ isBelowMinChange }: Platform, now: number, before: number | undefined): string {
  if (before === undefined) return 'no baseline'
  return isBelowMinChange ? 'no change' : formatChange(now - before)
}

function describeBudget({ budget }: Platform): string {
  const limits = exceededLimits(budget).map((limit) =>
    limit.kind === 'size' ? formatSize(limit.limitBytes) : limit.written,
  )
  if (limits.length === 0) return budget.kind === 'passed' ? 'passed' : ''
  return `over ${listWords(limits)}${budget.kind === 'overridden' ? ' (allowed)' : ''}`
}
