import { changeOf } from '../../compare/metric.ts'
import type { SizeMetric } from '../../inputs/settings.ts'
import type { PartKind } from '../../measure/analyze/attribution.ts'
import { formatChange } from './format.ts'
import type { ReportJson } from '../model/report-schema.ts'

type Comparison = NonNullable<ReportJson['comparison']>
type PartChange = Comparison['parts'][number]

/** Makes a foreign name fit for the report: inline code in Markdown, a cleaned line in a terminal. */
export type Quote = (name: string) => string

/** What people call a part of an image: `package Newtonsoft.Json`, `base image mcr…/aspnet:10.0`. */
export function namePart(
  { kind, name }: { kind: PartKind | 'recompressed'; name: string },
  quote: Quote,
): string {
  switch (kind) {
    case 'base':
      return `base image ${quote(name)}`
    case 'package':
      return `package ${quote(name)}`
    case 'project':
      return `project ${quote(name)}`
    case 'runtime':
      return `.NET runtime ${quote(name)}`
    case 'single-file':
      return `single-file app ${quote(name)}`
    case 'static-web-assets':
      return `static web assets ${quote(name)}`.trimEnd()
    case 'other':
      return 'other files'
    case 'unlisted':
      return `layer ${quote(name)}, not listed`
    case 'archive':
      return 'folders and tar headers'
    case 'config':
      return 'the image’s config'
    case 'recompressed':
      return 'recompressed, same content'
  }
}

/** How a part's version changed: `13.0.1 → 13.0.3`, `13.0.3, new`, `removed`; empty when there is nothing to say. */
export function describeVersions({ kind, versionBefore, versionAfter }: PartChange, quote: Quote): string {
  const prefix = kind === 'base' ? '.NET ' : ''
  if (versionBefore === undefined && versionAfter === undefined) return ''
  if (versionAfter === undefined) return kind === 'base' ? '' : `${quote(versionBefore ?? '')}, removed`
  if (versionBefore === undefined && kind !== 'base') return `${quote(versionAfter)}, new`
  if (versionBefore === undefined || versionBefore === versionAfter) return `${prefix}${quote(versionAfter)}`
  return `${prefix}${quote(`${versionBefore} → ${versionAfter}`)}`
}

/**
 * Why the size changed, in one sentence: the base image and the own part apart where both changed, else what weighs most.
 * Empty when nothing did.
 */
export function describeReason(
  { parts, isBelowMinChange }: Comparison,
  metric: SizeMetric,
  quote: Quote,
): string {
  if (isBelowMinChange) return ''
  const delta = (part: PartChange): number => changeOf(part, metric)
  // What was only compressed otherwise is nobody's change: it is never the reason, and is named where it is as large as that.
  const recompressed = parts.find(({ kind }) => kind === 'recompressed')
  const changed = parts.filter((part) => part !== recompressed && delta(part) !== 0)
  const [largest] = [...changed].sort((a, b) => Math.abs(delta(b)) - Math.abs(delta(a)))
  if (largest === undefined) return ''
  const isLarge = recompressed !== undefined && Math.abs(delta(recompressed)) > Math.abs(delta(largest))
  const rest = isLarge ? `; ${namePart(recompressed, quote)}: ${formatChange(delta(recompressed))}.` : '.'
  const base = changed.find((part) => part.kind === 'base')
  if (base !== undefined) {
    const own = changed.filter((part) => part !== base).reduce((sum, part) => sum + delta(part), 0)
    return `${withVersions(base, quote)}: ${formatChange(delta(base))}; yours: ${formatChange(own)}${rest}`
  }
  return `Most of it comes from ${withVersions(largest, quote)}: ${formatChange(delta(largest))}${rest}`
}

function withVersions(part: PartChange, quote: Quote): string {
  return `${namePart(part, quote)} ${describeVersions(part, quote)}`.trimEnd()
}
