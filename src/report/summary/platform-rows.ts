import { worstExcess } from '../../compare/budget.ts'
import { formatSize } from '../../shared/format-size.ts'
import { formatChange } from '../text/format.ts'
import type { ReportJson } from '../model/report-schema.ts'

type Platform = NonNullable<ReportJson['platforms']>[number]

/** The headings of a table by platform; a colon marks a column of numbers. */
export const platformHeadings = ['platform', 'compressed:', 'change:', 'uncompressed:', 'change:', 'budget']

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
  const excess = worstExcess(budget)
  if (excess === undefined) return budget.kind === 'ok' ? 'kept' : ''
  const limit = excess.kind === 'size' ? formatSize(excess.limitBytes) : `${excess.written} more`
  return budget.kind === 'overridden' ? `over ${limit}, allowed` : `over ${limit}`
}
