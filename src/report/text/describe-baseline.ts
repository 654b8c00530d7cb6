import { cutText } from '../../shared/text.ts'
import { formatAge, plural, formatChange, formatPercent } from './format.ts'
import type { Quote } from './part-labels.ts'
import type { ReportJson } from '../model/report-schema.ts'
import { changeOf, sizeOf } from '../../compare/metric.ts'
import type { SizeMetric } from '../../inputs/settings.ts'

/** What a report says of a baseline that was found. */
type FoundBaseline = Extract<NonNullable<ReportJson['baseline']>, { kind: 'found' }>

/** What the image was compared with: which image, of which commit, how old, how many commits behind. */
export function describeBaseline(
  { source, reference, commit, branch, createdAt, commitsBetween, changedBuildArgs = [] }: FoundBaseline,
  now: Date,
  quote: Quote,
): string {
  const on = branch === undefined ? '' : ` on ${quote(branch)}`
  const short = commit === undefined ? undefined : quote(commit.slice(0, 7))
  const age = formatAge(createdAt, now)
  const behind =
    commitsBetween === undefined || commitsBetween === 0
      ? ''
      : `, ${plural(commitsBetween, 'commit')} before the base commit`
  const names = changedBuildArgs.map(quote).join(', ')
  const differing =
    names === ''
      ? ''
      : `; ${changedBuildArgs.length === 1 ? 'build argument' : 'build arguments'} changed: ${names}`
  switch (source) {
    case 'cache':
    case 'folder':
      return `${short === undefined ? 'the last measurement' : short}${on}, ${age}${behind}${differing}`
    case 'registry': {
      const from = short === undefined ? '' : ` (${short})`
      // When it was pushed is not known.
      return `${quote(reference ?? '')}${from} in its registry${behind}`
    }
    case 'rebuild':
      return `${short ?? 'a commit'}${on}, built again in this job, committed ${age}`
  }
}

type Release = NonNullable<ReportJson['release']>

/**
 * How the image changed since the last release, as a sentence; empty where nobody asked. `quote` is for names, `say` for whole
 * sentences that may not be ours.
 */
export function describeRelease(
  { release, sizeMetric }: Pick<ReportJson, 'release' | 'sizeMetric'>,
  now: Date,
  { quote, say }: { quote: Quote; say: Quote },
): string {
  if (release === undefined) return ''
  if (release.kind === 'none') return say(release.reason)
  const { tag, commitsBefore, createdAt } = release
  const measured = commitsBefore === 0 ? '' : ` (measured ${plural(commitsBefore, 'commit')} before it)`
  const change = release.isBelowMinChange ? 'no change' : sinceRelease(release, sizeMetric)
  return `Since release ${quote(tag)}${measured}, ${formatAge(createdAt, now)}: ${change}.`
}

/** The change since the last release as words of a headline: `+9.80 MB since v2.4.0`; undefined where it says nothing. */
export function shortRelease({
  release,
  sizeMetric,
}: Pick<ReportJson, 'release' | 'sizeMetric'>): string | undefined {
  if (release?.kind !== 'found' || release.isBelowMinChange) return undefined
  return `${formatChange(changeOf(release, sizeMetric))} since ${cutText(release.tag, 60)}`
}

function sinceRelease(release: Extract<Release, { kind: 'found' }>, metric: SizeMetric): string {
  const [delta, before] = [changeOf(release, metric), sizeOf(release, metric)]
  return `${formatChange(delta)}${before === 0 ? '' : ` (${formatPercent(delta / before)})`}`
}
