import type { BaselineTools, ComparedImage, StoreTools } from './baseline-tools.ts'
import { readRegistryBaseline } from './registry-baseline.ts'
import { rebuildBaseline } from './rebuild-baseline.ts'
import { CancelledError, messageOf } from '../shared/errors.ts'
import {
  noBaseline,
  requireComparable,
  requireSameKind,
  toBaseline,
  type Baseline,
} from '../compare/baseline.ts'
import { countCommitsBetween } from '../git/checkout.ts'
import { planLookups } from '../github/plan-lookups.ts'
import { whyUnknown } from '../github/repository.ts'
import type { ActionsCacheState } from '../github/actions-cache-state.ts'
import type { Settings } from '../inputs/settings.ts'
import { parseImageRecord, type ImageRecord } from '../measure/record/image-record.ts'
import { plainPlatform } from '../plan/choose-platforms.ts'
import type { ImageIdentity } from '../plan/image-identity.ts'
import type { FindOutcome, Lookup } from '../store/record-store.ts'

/** Looks for a stored record to compare with. Never throws: trouble with the store is a reason why there is none. */
export async function findStored(
  host: StoreTools,
  settings: Settings,
  identity: ImageIdentity,
  actionsCache: ActionsCacheState,
  platform: string,
): Promise<Baseline> {
  if (settings.baseline.length === 0) return noBaseline('Not compared: baseline is off.')
  if (!settings.baseline.includes('cache')) return noBaseline('No baseline.')
  // A service that did not answer a moment ago would only be waited for again.
  if (actionsCache.kind === 'unusable')
    return toBaseline({ kind: 'unavailable', reason: actionsCache.reason }, '')
  const { lookups, isShallow } = host.context
  const find = searcherOf(host, identity, platform)
  const where = lookups.at(-1)?.branch ?? ''
  try {
    return isShallow ? await findInShallow(host, find, where) : toBaseline(await find(lookups), where)
  } catch (error) {
    return toBaseline({ kind: 'unavailable', reason: reasonOf(error) }, '')
  }
}

/** Looks in the store for records of one image and platform, in the order of the lookups. */
export type Find = (lookups: Lookup[]) => Promise<FindOutcome<ImageRecord>>

/** What looks for records that can be compared with this image. */
export function searcherOf(host: StoreTools, identity: ImageIdentity, platform: string): Find {
  return (lookups) =>
    host.store.find(nameSeries(identity, platform), lookups, (json) =>
      requireComparable(parseImageRecord(json), identity),
    )
}

/**
 * In a clone that was cut off, the ancestors that it does not have are asked of GitHub, though only when the commit itself has no
 * record: mostly it has one.
 */
async function findInShallow({ context, github }: StoreTools, find: Find, where: string): Promise<Baseline> {
  const { lookups, lookFrom } = context
  const known = lookups.filter(({ commit }) => commit !== undefined)
  const first = await find(known)
  if (first.kind !== 'none' || lookFrom === undefined) return toBaseline(first, where)
  const asked = await github?.ancestorsOf(lookFrom)
  const newest = lookups.filter(({ commit }) => commit === undefined)
  const branches = newest.map(({ branch }) => branch)
  const isNew = ({ commit }: Lookup): boolean => known.every((lookup) => lookup.commit !== commit)
  const older = asked?.kind === 'told' ? planLookups(branches, asked.value).filter(isNew) : newest
  const second = await find(older)
  if (second.kind === 'none')
    return toBaseline({ ...second, rejected: [...first.rejected, ...second.rejected] }, where)
  const baseline = toBaseline(second, where)
  if (second.kind === 'unavailable' || asked?.kind === 'told') return baseline
  const reason = whyUnknown(asked)
  const warning =
    `The base commit has no measurement, and its ancestors are not known, so the image is compared with the newest one on ` +
    `${second.lookup.branch}: the clone is cut off, and ${reason}. Set fetch-depth: 0 for actions/checkout.`
  return { ...baseline, warnings: [...baseline.warnings, warning] }
}

/**
 * Goes through the sources in the order of `baseline` until one gives an image of the same kind. Never throws for trouble
 * with a source: that is a warning, and the next one is asked.
 */
export async function chooseBaseline(
  host: BaselineTools,
  job: ComparedImage,
  image: ImageRecord,
  stored: Baseline,
): Promise<Baseline> {
  const tried: Extract<Baseline, { kind: 'none' }>[] = []
  const comparable = requireSameKind(stored, image)
  for (const source of job.settings.baseline) {
    const baseline =
      source === 'cache'
        ? comparable
        : requireSameKind(await attempt(source, () => ask(source, host, job, image)), image)
    if (baseline.kind === 'none') {
      tried.push(baseline)
      continue
    }
    const commitsBetween = await countCommits(host, baseline.record.commit)
    const history = comparable.kind === 'found' ? comparable.record.history : baseline.record.history
    return {
      ...baseline,
      // Whatever it is compared with, the series of sizes goes on.
      record: { ...baseline.record, history },
      ...(commitsBetween === undefined ? {} : { commitsBetween }),
      warnings: [...tried.flatMap(({ warnings }) => warnings), ...baseline.warnings],
    }
  }
  if (tried.length === 0) return stored
  const reasons = [...new Set(tried.map(({ reason }) => reason))]
  return noBaseline(reasons.join(' '), ...tried.flatMap(({ warnings }) => warnings))
}

function ask(
  source: 'registry' | 'rebuild',
  host: BaselineTools,
  job: ComparedImage,
  image: ImageRecord,
): Promise<Baseline> {
  return source === 'registry'
    ? readRegistryBaseline(host, job.settings.baselineImage ?? '', job, image)
    : rebuildBaseline(host, job, image)
}

async function attempt(source: string, work: () => Promise<Baseline>): Promise<Baseline> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CancelledError) throw error
    return noBaseline(
      `No baseline: ${source} gave none.`,
      `baseline: ${source} gave none: ${reasonOf(error)}`,
    )
  }
}

async function countCommits(
  { context, github }: StoreTools,
  commit: string | undefined,
): Promise<number | undefined> {
  const { grewFrom, isShallow } = context
  if (commit === undefined || grewFrom === undefined) return undefined
  if (commit === grewFrom) return 0
  const counted = await countCommitsBetween(context.gitFolder, commit, grewFrom)
  // The very commit that is built has none between.
  if (counted !== undefined || !isShallow || commit === context.lookFrom) return counted
  const asked = await github?.ancestorsOf(grewFrom)
  const behind = asked?.kind === 'told' ? asked.value.indexOf(commit) : -1
  return behind === -1 ? undefined : behind
}

/** Keeps the record for the next time, from branches alone; gives a warning when it was lost. */
export async function saveBaseline(
  host: StoreTools,
  settings: Settings,
  record: ImageRecord,
  stored: Baseline,
  platform: string,
): Promise<string[]> {
  const { writes, run } = host.context
  if (!settings.baseline.includes('cache') || writes === undefined) return []
  if (stored.kind === 'none' && stored.isStoreDown) return []
  const name = { image: nameSeries(record, platform), run, branch: writes.branch }
  const saved = await host.store
    .save({ ...name, commit: writes.commit ?? 'uncommitted' }, record)
    .catch((error: unknown) => ({ kind: 'not-saved' as const, reason: reasonOf(error) }))
  return saved.kind === 'not-saved'
    ? [`The next run will miss this one as its baseline: ${saved.reason}.`]
    : []
}

/** The first line of what a store threw: trouble that it does not know, and no reason to fail a job. */
function reasonOf(error: unknown): string {
  const why = messageOf(error)
  return why.trim().split('\n')[0] ?? ''
}

/** What the measurements of an image are stored under: two Dockerfiles, targets or platforms of one `image-key` never meet. */
export function nameSeries(
  { imageKey, file, target }: Pick<ImageIdentity, 'imageKey' | 'file' | 'target'>,
  platform: string,
): string {
  return `${imageKey}#${target} ${file} ${plainPlatform(platform)}`
}
