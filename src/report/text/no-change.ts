import type { ReportJson } from '../model/report-schema.ts'

type Comparison = Pick<NonNullable<ReportJson['comparison']>, 'minChangeBytes' | 'isBelowMinChange' | 'parts'>

/** Whether so many bytes count as no change: they are no more than min-change, or all of it was only recompressed. */
export function isNoChange(
  { minChangeBytes, isBelowMinChange, parts }: Comparison,
  changeBytes: number,
): boolean {
  const recompressed = parts.find(({ kind }) => kind === 'recompressed')?.compressedChangeBytes ?? 0
  const tolerance = minChangeBytes + (isBelowMinChange ? Math.abs(recompressed) : 0)
  return Math.abs(changeBytes) <= tolerance
}
