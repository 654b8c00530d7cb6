import { noBaseline, requireComparable, toBaseline, type Baseline } from './compare/baseline.ts'
import type { ActionsCacheState } from './plan/choose-cache.ts'
import type { Host } from './host.ts'
import type { Settings } from './inputs/settings.ts'
import { parseImageRecord, type ImageRecord } from './measure/image-record.ts'
import type { ImageIdentity } from './plan/image-identity.ts'

/** Looks for the record to compare with. Never throws: trouble with the store is a reason why there is none. */
export async function findBaseline(
  host: Host,
  settings: Settings,
  identity: ImageIdentity,
  actionsCache: ActionsCacheState,
): Promise<Baseline> {
  if (settings.baseline === 'off') return noBaseline('Not compared: baseline is off.')
  // A service that did not answer a moment ago would only be waited for again.
  if (actionsCache.kind === 'unusable')
    return toBaseline({ kind: 'unavailable', reason: actionsCache.reason }, '')
  const { lookups } = host.context
  const found = await host.store.find(storeName(identity), lookups, (json) =>
    requireComparable(parseImageRecord(json), identity),
  )
  return toBaseline(found, lookups.at(-1)?.branch ?? '')
}

/** Keeps the record for the next time, from branches alone; gives a warning when it was lost. */
export async function saveBaseline(
  host: Host,
  settings: Settings,
  record: ImageRecord,
  found: Baseline,
): Promise<string[]> {
  const { writes, run } = host.context
  if (settings.baseline === 'off' || writes === undefined) return []
  if (found.kind === 'none' && found.isStoreDown) return []
  const saved = await host.store.save(
    { image: storeName(record), run, branch: writes.branch, commit: writes.commit ?? 'uncommitted' },
    record,
  )
  return saved.kind === 'not-saved'
    ? [`The next run will miss this one as its baseline: ${saved.reason}.`]
    : []
}

/** Two targets of one image are two series of records. */
function storeName({ imageKey, target }: Pick<ImageIdentity, 'imageKey' | 'target'>): string {
  return `${imageKey}#${target}`
}
