import { formatAge, plural } from '../format.ts'
import type { Quote } from '../part-labels.ts'
import type { ReportJson } from '../../model/report-schema.ts'

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
