import type { Records } from './baseline-tools.ts'
import { searcherOf } from './find-baseline.ts'
import { recordOfBaseline, type Baseline } from '../compare/comparable.ts'
import {
  findInRecord,
  noRelease,
  type ReleaseBaseline,
  highestFirst,
} from '../compare/compare-with-release.ts'
import { listAncestors, listTagsBefore, type LocalTag } from '../git/checkout.ts'
import type { Settings } from '../inputs/settings.ts'
import type { TagPattern } from '../inputs/parsers/values.ts'
import type { ImageIdentity } from '../plan/image-identity.ts'
import { whyUnknown, type Answer } from '../shared/errors.ts'
import { planLookups, type Lookup } from '../store/record-store.ts'

/** The newest release that this tree grew from. */
type ReleaseTag = (LocalTag & { kind: 'tag' }) | Extract<ReleaseBaseline, { kind: 'none' }>

/** So many higher versions may be of other branches before nobody looks any further. */
const maxAsked = 10
/** A release whose own commit was not measured is told by one of those before it; two requests to the cache have so many. */
const maxBefore = 18

/** What the image weighed when the last release was made, or why nobody knows, one for a platform; empty where nobody asked. Never throws. */
export async function findReleases(
  records: Records,
  { baselineRelease: pattern }: Pick<Settings, 'baselineRelease'>,
  identity: ImageIdentity,
  stored: readonly Baseline[],
  platforms: readonly string[],
): Promise<ReleaseBaseline[]> {
  if (pattern === undefined) return []
  const tag = await findTag(records, pattern)
  const found: ReleaseBaseline[] = []
  // One after the other: records pass through one folder.
  for (const [index, baseline] of stored.entries()) {
    const platform = platforms[index] ?? ''
    found.push(tag.kind === 'none' ? tag : await findSize(records, tag, { baseline, identity, platform }))
  }
  return found
}

/** Goes by the clone where it has the whole history, else by what GitHub tells. */
async function findTag({ history, remote }: Records, pattern: TagPattern): Promise<ReleaseTag> {
  const { grewFrom, isShallow } = history
  if (grewFrom === undefined) return noRelease('No release to compare with: the base commit is not known.')
  const [local] = highestFirst((await listTagsBefore(history.gitFolder, grewFrom)) ?? [], pattern)
  if (local !== undefined && !isShallow) return { kind: 'tag', ...local }
  const none = noRelease(
    `No release yet: no commit before this one has a tag like ${pattern.written} that names a version.`,
  )
  if (remote === undefined && !isShallow) return none
  const asked = await askForTag(remote, pattern, grewFrom)
  if (asked.kind === 'known') return asked.value === undefined ? none : { kind: 'tag', ...asked.value }
  if (local !== undefined) return { kind: 'tag', ...local }
  const warning = `baseline-release: the tags are not known: ${asked.reason}. Set fetch-depth: 0 for actions/checkout.`
  return noRelease('No release to compare with: the tags are not known.', warning)
}

async function askForTag(
  remote: Records['remote'],
  pattern: TagPattern,
  grewFrom: string,
): Promise<Answer<LocalTag | undefined>> {
  if (remote === undefined)
    return { kind: 'unknown', reason: `the clone is cut off, and ${whyUnknown(undefined)}` }
  const listed = await remote.tagsFrom(pattern.prefix)
  if (listed.kind === 'unknown') return listed
  for (const tag of highestFirst(listed.value, pattern).slice(0, maxAsked)) {
    const commit = await remote.commitOf(tag)
    if (commit.kind === 'unknown') return commit
    const relation = await remote.relate(commit.value, grewFrom)
    if (relation.kind === 'unknown') return relation
    if (relation.value.isAncestor) return { kind: 'known', value: { name: tag.name, commit: commit.value } }
  }
  return { kind: 'known', value: undefined }
}

/** In the baseline's record, which carries it on; else in the record of the release's commit, or of one before it. */
async function findSize(
  records: Records,
  { name, commit }: LocalTag,
  { baseline, identity, platform }: { baseline: Baseline; identity: ImageIdentity; platform: string },
): Promise<ReleaseBaseline> {
  const record = recordOfBaseline(baseline)
  const carried = record && findInRecord(record, name, [commit])
  if (record && carried) return { kind: 'found', point: carried, record }
  if (baseline.kind === 'none' && baseline.isStoreDown)
    return noRelease(`The size of ${name} is not known: the stored measurements could not be read.`)
  const commits = (await listCommitsBefore(records, commit)).slice(0, maxBefore)
  const near = record && findInRecord(record, name, commits)
  const lookups = planRelease(records, commits.slice(0, near?.commitsBefore))
  const found = await searcherOf(records, identity, platform)(lookups)
  // Without what it knew of earlier ones.
  const point = found.kind === 'found' && findInRecord({ ...found.record, history: [] }, name, commits)
  if (found.kind === 'found' && point) return { kind: 'found', point, record: found.record }
  if (record && near) return { kind: 'found', point: near, record }
  return noRelease(
    `The size of ${name} is not known: it was not measured, or its measurement is no longer stored.`,
  )
}

async function listCommitsBefore({ history, remote }: Records, commit: string): Promise<string[]> {
  const local = await listAncestors(history.gitFolder, commit)
  const asked = history.isShallow ? await remote?.ancestorsOf(commit) : undefined
  return asked?.kind === 'known' ? asked.value : local
}

/** The commits' records alone: the newest of a branch says nothing of a release. */
function planRelease({ history }: Records, commits: readonly string[]): Lookup[] {
  const branches = history.lookups.map(({ branch }) => branch)
  return planLookups(branches, commits).filter((lookup) => lookup.commit !== undefined)
}
