import { cutText, splitLines } from '../../shared/text.ts'
import { formatAge, formatChange, formatChangeOf } from './format.ts'
import type { Quote } from './part-labels.ts'
import type { ReportJson } from '../model/report-schema.ts'
import { changeOf, sizeOf } from '../../compare/size-change.ts'
import { capitalize, formatDuration, formatSize, plural } from '../../shared/format.ts'

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

/** How the image changed since the last release; empty where nobody asked. `quote` is for names, `say` for sentences that may not be ours. */
export function describeRelease(
  { release, sizeMetric }: Pick<ReportJson, 'release' | 'sizeMetric'>,
  now: Date,
  { quote, say }: { quote: Quote; say: Quote },
): string {
  if (release === undefined) return ''
  if (release.kind === 'none') return say(release.reason)
  const { tag, commitsBefore, createdAt } = release
  const measured = commitsBefore === 0 ? '' : ` (measured ${plural(commitsBefore, 'commit')} before it)`
  const change = formatChangeOf(changeOf(release, sizeMetric), sizeOf(release, sizeMetric))
  return `Since release ${quote(tag)}${measured}, ${formatAge(createdAt, now)}: ${release.isBelowMinChange ? 'no change' : change}.`
}

/** The change since the last release as words of a headline: `+9.80 MB since v2.4.0`; undefined where it says nothing. */
export function shortRelease({
  release,
  sizeMetric,
}: Pick<ReportJson, 'release' | 'sizeMetric'>): string | undefined {
  if (release?.kind !== 'found' || release.isBelowMinChange) return undefined
  return `${formatChange(changeOf(release, sizeMetric))} since ${cutText(release.tag, 60)}`
}

/** One sentence on a smoke test that passed; undefined where there was none, and where it failed: that is told as the problem. */
export function describeSmoke(
  { smokeTest }: ReportJson,
  quote: (text: string) => string,
): string | undefined {
  if (smokeTest?.outcome !== 'passed') return undefined
  const { check, httpStatus, exitCode, durationMs, memoryBytes } = smokeTest
  const how =
    httpStatus !== undefined
      ? `answered ${httpStatus}`
      : exitCode !== undefined
        ? `exited with ${exitCode}`
        : 'was healthy'
  const memory = memoryBytes === undefined ? '' : `, with ${formatSize(memoryBytes)} of memory in use`
  return `Smoke test: ${quote(check)} ${how} ${formatDuration(durationMs)} after the start${memory}.`
}

type Output = NonNullable<ReportJson['exported']>['outputs'][number]

/** Where the image went, as one sentence; empty when it went nowhere. */
export function describeDelivery(delivery: ReportJson['exported']): string {
  const parts = (delivery?.outputs ?? []).map(describe)
  if (parts.length === 0) return ''
  return `${capitalize(parts.join(', '))}.`
}

function describe({ how, where, checkedBy, durationMs }: Output): string {
  if (durationMs === undefined) return `${how} with the build`
  const time = formatDuration(durationMs)
  if (how !== 'written') return `${how} in ${time}`
  // A folder or a plain archive has no digest that could be compared.
  return `wrote ${where} in ${time}${checkedBy === 'build' ? ' (it has no digest; it comes from the measured build)' : ''}`
}

/** What the message of failed tests says below its place and their names, which stand elsewhere. */
export function notesOf(message: string): string[] {
  const lines = splitLines(message)
  const lastName = lines.findLastIndex((line) => /^(?:✘ |… and \d)/.test(line))
  return lastName < 0 ? [] : lines.slice(lastName + 1)
}
