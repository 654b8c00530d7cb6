import type { BaselineTools, ImageBuild, Records } from './baseline-tools.ts'
import { readRegistryBaseline, rebuildBaseline } from './make-baseline.ts'
import { whyUnknown, CancelledError, messageOf } from '../shared/errors.ts'
import {
  noBaseline,
  requireComparable,
  requireSameKind,
  toBaseline,
  type Baseline,
} from '../compare/comparable.ts'
import { countCommitsBetween } from '../git/checkout.ts'
import type { Settings } from '../inputs/settings.ts'
import { parseImageRecord, type ImageRecord } from '../measure/record/image-record.ts'
import { plainPlatform } from '../plan/choose-platforms.ts'
import type { ImageIdentity } from '../plan/image-identity.ts'
import { planLookups, type FindOutcome, type Lookup } from '../store/record-store.ts'

/** Looks for the stored records to compare with, one for a platform, in their order; trouble with the store is a reason why there is none. */
export async function findStored(
  records: Records,
  { baseline }: Pick<Settings, 'baseline'>,
  identity: ImageIdentity,
  [first, ...others]: readonly [string, ...string[]],
  storeTrouble?: string,
): Promise<[Baseline, ...Baseline[]]> {
  const { lookups, isShallow, whoSaves } = records.history
  const where = lookups.at(-1)?.branch ?? ''
  const findOf = async (platform: string): Promise<Baseline> => {
    if (baseline.length === 0) return noBaseline('Not compared: baseline is off.')
    if (!baseline.includes('cache')) return noBaseline('No baseline.')
    // A store that does not answer would only be waited for again.
    if (storeTrouble !== undefined) return toBaseline({ kind: 'unavailable', reason: storeTrouble }, '')
    const find = searcherOf(records, identity, platform)
    const found = isShallow
      ? await findInShallow(records, find, where)
      : toBaseline(await find(lookups), where)
    if (found.kind === 'found' || found.isStoreDown || whoSaves === undefined) return found
    return { ...found, reason: `${found.reason} ${whoSaves}` }
  }
  const found: [Baseline, ...Baseline[]] = [await findOf(first)]
  // One after the other: records pass through one folder.
  for (const platform of others) found.push(await findOf(platform))
  return found
}

/** Looks in the store for records of one image and platform, in the order of the lookups. */
export type Find = (lookups: Lookup[]) => Promise<FindOutcome<ImageRecord>>

/** What looks for records that can be compared with this image. */
export function searcherOf(
  { store }: Pick<Records, 'store'>,
  identity: ImageIdentity,
  platform: string,
): Find {
  return (lookups) =>
    store.find(nameSeries(identity, platform), lookups, (json) =>
      requireComparable(parseImageRecord(json), identity),
    )
}

/** Asks elsewhere for ancestors that a clone which was cut off does not have, though only where the commit itself has no record: mostly it has. */
async function findInShallow(
  { history, remote }: Pick<Records, 'history' | 'remote'>,
  find: Find,
  where: string,
): Promise<Baseline> {
  const { lookups, lookFrom } = history
  const known = lookups.filter(({ commit }) => commit !== undefined)
  const first = await find(known)
  if (first.kind !== 'none' || lookFrom === undefined) return toBaseline(first, where)
  const asked = await remote?.ancestorsOf(lookFrom)
  const newest = lookups.filter(({ commit }) => commit === undefined)
  const branches = newest.map(({ branch }) => branch)
  const isNew = ({ commit }: Lookup): boolean => known.every((lookup) => lookup.commit !== commit)
  const older = asked?.kind === 'known' ? planLookups(branches, asked.value).filter(isNew) : newest
  const second = await find(older)
  if (second.kind === 'none')
    return toBaseline({ ...second, rejected: [...first.rejected, ...second.rejected] }, where)
  const baseline = toBaseline(second, where)
  if (second.kind === 'unavailable' || asked?.kind === 'known') return baseline
  const reason = whyUnknown(asked)
  const warning =
    `The base commit has no measurement, and its ancestors are not known, so the image is compared with the newest one on ` +
    `${second.lookup.branch}: the clone is cut off, and ${reason}. Set fetch-depth: 0 for actions/checkout.`
  return { ...baseline, warnings: [...baseline.warnings, warning] }
}

/** The first source of `baseline` that gives an image of the same kind; trouble with one is a warning, and the next one is asked. */
export async function chooseBaseline(
  tools: BaselineTools,
  records: Pick<Records, 'history' | 'remote'>,
  job: ImageBuild,
  image: ImageRecord,
  stored: Baseline,
): Promise<Baseline> {
  const tried: Extract<Baseline, { kind: 'none' }>[] = []
  const { sizeMetric } = job.settings
  const comparable = requireSameKind(stored, image, sizeMetric)
  const ask = {
    registry: () => readRegistryBaseline(tools, job.settings.baselineImage ?? '', job, image),
    rebuild: () => rebuildBaseline(tools, records.history, job, image),
  }
  for (const source of job.settings.baseline) {
    const baseline =
      source === 'cache'
        ? comparable
        : requireSameKind(await attempt(source, () => ask[source]()), image, sizeMetric)
    if (baseline.kind === 'none') {
      tried.push(baseline)
      continue
    }
    const commitsBetween = await countCommits(records, baseline.record.commit)
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

async function attempt(source: string, work: () => Promise<Baseline>): Promise<Baseline> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CancelledError) throw error
    const [why = ''] = messageOf(error).trim().split('\n')
    return noBaseline(`No baseline: ${source} gave none.`, `baseline: ${source} gave none: ${why}`)
  }
}

async function countCommits(
  { history, remote }: Pick<Records, 'history' | 'remote'>,
  commit: string | undefined,
): Promise<number | undefined> {
  const { grewFrom, isShallow } = history
  if (commit === undefined || grewFrom === undefined) return undefined
  if (commit === grewFrom) return 0
  const counted = await countCommitsBetween(history.gitFolder, commit, grewFrom)
  // The very commit that is built has none between.
  if (counted !== undefined || !isShallow || commit === history.lookFrom) return counted
  const asked = await remote?.ancestorsOf(grewFrom)
  const behind = asked?.kind === 'known' ? asked.value.indexOf(commit) : -1
  return behind === -1 ? undefined : behind
}

/** What the measurements of an image are stored under: two Dockerfiles, targets or platforms of one `image-key` never meet. */
export function nameSeries(
  { imageKey, file, target }: Pick<ImageIdentity, 'imageKey' | 'file' | 'target'>,
  platform: string,
): string {
  return `${imageKey}#${target} ${file} ${plainPlatform(platform)}`
}
