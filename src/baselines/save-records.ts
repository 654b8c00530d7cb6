import type { Baseline } from '../compare/comparable.ts'
import type { Settings } from '../inputs/settings.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'
import type { Records } from './baseline-tools.ts'
import { nameSeries, searcherOf } from './find-baseline.ts'

/** Where this run keeps its records: on a branch, under its commit unless files are changed. */
export interface RecordPlace {
  /** Undefined where the run must save none. */
  writes: { branch: string; commit?: string } | undefined
  /** `<run id>-<attempt>`. */
  run: string
}

/** What was found before, one for a platform, and the platforms that were expected then. */
interface SearchedSeries {
  settings: Pick<Settings, 'baseline'>
  stored: readonly Baseline[]
  platforms: readonly string[]
}

/** Keeps the records of all platforms for the next time, from branches alone; gives a warning for each that was lost. */
export async function saveRecords(
  { store }: Pick<Records, 'store'>,
  { writes, run }: RecordPlace,
  { settings, stored, platforms }: SearchedSeries,
  findings: readonly { image: ImageRecord }[],
): Promise<{ warnings: string[]; isStoreDown: boolean }> {
  const told = { warnings: [] as string[], isStoreDown: false }
  if (!settings.baseline.includes('cache') || writes === undefined) return told
  const { branch, commit = 'uncommitted' } = writes
  const lose = (reason: string): void =>
    void told.warnings.push(`The next run will miss this one as its baseline: ${reason}.`)
  for (const [index, { image: record }] of findings.entries()) {
    const found = stored[index]
    if (found === undefined || (found.kind === 'none' && found.isStoreDown)) continue
    const platform = platforms[index] ?? record.platform
    const saved = await store.save({ image: nameSeries(record, platform), run, branch, commit }, record)
    if (saved.kind === 'not-saved') {
      told.isStoreDown = true
      lose(saved.reason)
    } else if (saved.kind === 'already-saved') {
      const kept = await searcherOf({ store }, record, platform)([{ branch, commit }])
      if (kept.kind === 'found' && isOfOther(kept.record, record))
        lose(`another image of this run has the name ${record.imageKey}, too; give each an image-key`)
    }
  }
  return told
}

/** Whether two measurements of one commit are of two images: two steps may well build the same one. */
function isOfOther(kept: ImageRecord, { layers }: ImageRecord): boolean {
  const known = new Set(kept.layers.map(({ diffId }) => diffId))
  return layers.some(({ diffId }) => !known.has(diffId))
}
