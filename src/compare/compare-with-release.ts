import type { Settings } from '../inputs/settings.ts'
import type { HistoryPoint, ImageRecord, ReleasePoint } from '../measure/record/image-record.ts'
import { differsInKind } from './comparable.ts'
import type { SizeFindings } from './compare-with-baseline.ts'
import { changeBetween, countsAsNone, sizeOf } from './size-change.ts'
import type { TagPattern } from '../inputs/parsers/values.ts'

/** What the image weighed when the last release was made, or why nobody knows. */
export type ReleaseBaseline =
  | {
      kind: 'found'
      point: ReleasePoint
      /** The record that tells it: what is not of the same kind as the image says nothing about it. */
      record: ImageRecord
    }
  | { kind: 'none'; reason: string; warnings: string[] }

/** No size to compare with, with the sentence for the reader and, where something was lost, a warning. */
export function noRelease(reason: string, ...warnings: string[]): Extract<ReleaseBaseline, { kind: 'none' }> {
  return { kind: 'none', reason, warnings }
}

/** What a record knows of a release; `commits` are that of the tag and those before it, of which the nearest counts. */
export function findInRecord(
  record: ImageRecord,
  tag: string,
  commits: readonly string[],
): ReleasePoint | undefined {
  const { release, history, createdAt, commit, compressedBytes, uncompressedBytes } = record
  if (release !== undefined && release.taggedCommit === commits[0]) return { ...release, tag }
  const points: Omit<HistoryPoint, 'isRestoreCached'>[] = [
    ...history,
    { createdAt, commit, compressedBytes, uncompressedBytes },
  ]
  const commitsBefore = commits.findIndex((one) => points.some((point) => point.commit === one))
  const measured = commits[commitsBefore]
  // A commit that was measured again is told by the last time.
  const point = measured && points.findLast((one) => one.commit === measured)
  const [taggedCommit] = commits
  if (!point || taggedCommit === undefined) return undefined
  const size = { compressedBytes: point.compressedBytes, uncompressedBytes: point.uncompressedBytes }
  return { tag, taggedCommit, commitsBefore, createdAt: point.createdAt, ...size }
}

/** Adds how the image stands against the last release, and has its record carry that on: the release's own record does not last. */
export function withRelease(
  findings: SizeFindings,
  release: ReleaseBaseline | undefined,
  { sizeMetric, minChangeBytes }: Pick<Settings, 'sizeMetric' | 'minChangeBytes'>,
): SizeFindings {
  if (release === undefined) return findings
  const { image, baseline } = findings
  if (release.kind === 'none') {
    // What could not be found out this time may be asked for again.
    const carried = baseline.kind === 'found' ? baseline.record.release : undefined
    return {
      ...findings,
      image: carried === undefined ? image : { ...image, release: carried },
      release: { kind: 'none', reason: release.reason },
    }
  }
  const { point, record } = release
  const differs = differsInKind(record, image, sizeMetric)
  if (differs !== undefined) {
    const reason = `The size of ${point.tag} can not be compared: ${differs}.`
    return { ...findings, release: { kind: 'none', reason } }
  }
  return {
    ...findings,
    image: { ...image, release: point },
    release: {
      kind: 'found',
      ...point,
      ...changeBetween(point, image),
      isBelowMinChange: countsAsNone(sizeOf(image, sizeMetric) - sizeOf(point, sizeMetric), {
        minChangeBytes,
      }),
    },
  }
}

/** What was lost; told once, since all platforms miss it alike. */
export function releaseWarnings([release]: readonly ReleaseBaseline[]): string[] {
  return release?.kind === 'none' ? release.warnings : []
}

/** Numbers with dots, and what SemVer calls build metadata; a pre-release is no release. */
const versionPattern = /^(\d{1,15}(?:\.\d{1,15}){0,3})(?:\+[\w.-]+)?$/

const byNumber = new Intl.Collator('en', { numeric: true })

/** The tags that name a release, by version: a patch of an old one may be younger. Of `v2` and `v2.0.0` first the longer, which is not moved on. */
export function highestFirst<T extends { name: string }>(
  tags: readonly T[],
  { prefix, suffix }: Pick<TagPattern, 'prefix' | 'suffix'>,
): T[] {
  const versionOf = (name: string): string | undefined =>
    name.startsWith(prefix) && name.endsWith(suffix)
      ? versionPattern.exec(name.slice(prefix.length, name.length - suffix.length))?.[1]
      : undefined
  return tags
    .map((tag) => ({ tag, version: versionOf(tag.name) ?? '' }))
    .filter(({ version }) => version !== '')
    .sort((a, b) => byNumber.compare(b.version, a.version))
    .map(({ tag }) => tag)
}
