import { readRegistryBaseline } from './baseline-registry.ts'
import { rebuildBaseline } from './baseline-rebuild.ts'
import { CancelledError } from './cancelled-error.ts'
import {
  noBaseline,
  requireComparable,
  requireSameKind,
  toBaseline,
  type Baseline,
} from './compare/baseline.ts'
import { countCommitsBetween } from './git/checkout.ts'
import type { ActionsCacheState } from './plan/choose-cache.ts'
import type { Host } from './host.ts'
import type { ImageJob } from './image-way.ts'
import type { Settings } from './inputs/settings.ts'
import { parseImageRecord, type ImageRecord } from './measure/image-record.ts'
import type { ImageIdentity } from './plan/image-identity.ts'

/** Looks for a stored record to compare with. Never throws: trouble with the store is a reason why there is none. */
export async function findStored(
  host: Host,
  settings: Settings,
  identity: ImageIdentity,
  actionsCache: ActionsCacheState,
  platform?: string,
): Promise<Baseline> {
  if (settings.baseline.length === 0) return noBaseline('Not compared: baseline is off.')
  if (!settings.baseline.includes('cache')) return noBaseline('No baseline.')
  // A service that did not answer a moment ago would only be waited for again.
  if (actionsCache.kind === 'unusable')
    return toBaseline({ kind: 'unavailable', reason: actionsCache.reason }, '')
  const { lookups } = host.context
  try {
    const found = await host.store.find(storeName(identity, platform), lookups, (json) =>
      requireComparable(parseImageRecord(json), identity),
    )
    return toBaseline(found, lookups.at(-1)?.branch ?? '')
  } catch (error) {
    return toBaseline({ kind: 'unavailable', reason: reasonOf(error) }, '')
  }
}

/**
 * Goes through the sources in the order of `baseline` until one gives an image of the same kind. Never throws for trouble
 * with a source: that is a warning, and the next one is asked.
 */
export async function chooseBaseline(
  host: Host,
  job: Omit<ImageJob, 'before'>,
  image: ImageRecord,
  stored: Baseline,
): Promise<Baseline> {
  const tried: Extract<Baseline, { kind: 'none' }>[] = []
  for (const source of job.settings.baseline) {
    const given = source === 'cache' ? stored : await attempt(source, () => ask(source, host, job, image))
    const baseline = requireSameKind(given, image)
    if (baseline.kind === 'none') {
      tried.push(baseline)
      continue
    }
    const commitsBetween = await countCommits(host, job.settings, baseline.record.commit)
    const history = stored.kind === 'found' ? stored.record.history : baseline.record.history
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
  host: Host,
  job: Omit<ImageJob, 'before'>,
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
  { context }: Host,
  settings: Settings,
  commit: string | undefined,
): Promise<number | undefined> {
  if (commit === undefined || context.grewFrom === undefined) return undefined
  return countCommitsBetween(settings.context, commit, context.grewFrom)
}

/** Keeps the record for the next time, from branches alone; gives a warning when it was lost. */
export async function saveBaseline(
  host: Host,
  settings: Settings,
  record: ImageRecord,
  stored: Baseline,
  platform?: string,
): Promise<string[]> {
  const { writes, run } = host.context
  if (!settings.baseline.includes('cache') || writes === undefined) return []
  if (stored.kind === 'none' && stored.isStoreDown) return []
  const name = { image: storeName(record, platform), run, branch: writes.branch }
  const saved = await host.store
    .save({ ...name, commit: writes.commit ?? 'uncommitted' }, record)
    .catch((error: unknown) => ({ kind: 'not-saved' as const, reason: reasonOf(error) }))
  return saved.kind === 'not-saved'
    ? [`The next run will miss this one as its baseline: ${saved.reason}.`]
    : []
}

/** The first line of what a store threw: trouble that it does not know, and no reason to fail a job. */
function reasonOf(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error)
  return why.trim().split('\n')[0] ?? ''
}

/** Two targets of one image are two series of records, and so are its further platforms. */
function storeName(
  { imageKey, target }: Pick<ImageIdentity, 'imageKey' | 'target'>,
  platform: string | undefined,
): string {
  return platform === undefined ? `${imageKey}#${target}` : `${imageKey}#${target} ${platform}`
}
