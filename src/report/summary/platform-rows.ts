import { worstBreach } from '../../compare/budget.ts'
import { formatSize } from '../../shared/format-size.ts'
import { formatDelta } from '../text/format.ts'
import type { ReportJson } from '../model/report-schema.ts'

type Platform = NonNullable<ReportJson['platforms']>[number]

/** The headings of a table by platform; a colon marks a column of numbers. */
export const platformHeadings = ['platform', 'packed:', 'change:', 'unpacked:', 'change:', 'budget']

/** One row for each platform of an image for several, as plain words; none for an image for one. */
export function platformRows({ platforms = [] }: ReportJson): string[][] {
  return platforms.map((platform) => {
    const { packedBytes, unpackedBytes, baseline } = platform
    return [
      platform.platform,
      formatSize(packedBytes),
      describeChange(platform, packedBytes, baseline?.packedBytes),
      formatSize(unpackedBytes),
      describeChange(platform, unpackedBytes, baseline?.unpackedBytes),
      describeBudget(platform),
    ]
  })
}

function describeChange({ isNoise }: Platform, now: number, before: number | undefined): string {
  if (before === undefined) return 'no baseline'
  return isNoise ? 'no change' : formatDelta(now - before)
}

function describeBudget({ budget }: Platform): string {
  const breach = worstBreach(budget)
  if (breach === undefined) return budget.kind === 'ok' ? 'kept' : ''
  const limit = breach.kind === 'size' ? formatSize(breach.limitBytes) : `${breach.written} more`
  return budget.kind === 'overridden' ? `over ${limit}, allowed` : `over ${limit}`
}
