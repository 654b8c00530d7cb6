import type { ImageRecord, LayerRecord } from '../measure/image-record.ts'
import type { ImageIdentity } from '../plan/image-identity.ts'
import type { FindOutcome } from '../store/record-store.ts'

/** The record that the image is compared with, or why there is none. */
export type Baseline =
  | { kind: 'found'; record: ImageRecord; source: 'cache' | 'folder'; warnings: string[] }
  | { kind: 'none'; reason: string; warnings: string[]; isStoreDown: boolean }

/** Gives the record back when it is one of the same image; throws an Error that says what differs. */
export function requireComparable(record: ImageRecord, identity: ImageIdentity): ImageRecord {
  const differs = (['imageKey', 'file', 'target', 'buildArgsDigest'] as const).filter(
    (key) => record[key] !== identity[key],
  )
  if (differs.length === 0) return record
  const names = {
    imageKey: 'image-key',
    file: 'Dockerfile',
    target: 'target',
    buildArgsDigest: 'build arguments',
  }
  throw new Error(`it was measured with another ${differs.map((key) => names[key]).join(', ')}`)
}

/** Words what a search in the store gave. `where` is what was searched, such as `main`. */
export function toBaseline(found: FindOutcome<ImageRecord>, where: string): Baseline {
  switch (found.kind) {
    case 'found':
      return { kind: 'found', record: found.record, source: found.source, warnings: [] }
    case 'unavailable': {
      const warning = `The baseline is missing, and this run is not kept as one: ${found.reason}.`
      return { ...noBaseline('No baseline: its store could not be asked.', warning), isStoreDown: true }
    }
    case 'none': {
      const [rejected] = found.rejected
      return rejected === undefined
        ? noBaseline(`No baseline yet: nothing was measured before${where === '' ? '' : ` on ${where}`}.`)
        : noBaseline('No baseline that can be compared.', `A stored baseline was not used: ${rejected}.`)
    }
  }
}

/** No baseline, with the sentence for the reader and, where something was lost, a warning. */
export function noBaseline(reason: string, ...warnings: string[]): Extract<Baseline, { kind: 'none' }> {
  return { kind: 'none', reason, warnings, isStoreDown: false }
}

/** A baseline of another platform says nothing about this image. */
export function requirePlatform(baseline: Baseline, platform: string): Baseline {
  if (baseline.kind === 'none' || baseline.record.platform === platform) return baseline
  const warning = `A stored baseline was not used: it is of ${baseline.record.platform}, this image is of ${platform}.`
  return noBaseline('No baseline that can be compared.', warning)
}

/** The layers that the baseline describes, so that they need not be read again. */
export function knownLayers(baseline: Baseline): readonly LayerRecord[] {
  return baseline.kind === 'found' ? baseline.record.layers : []
}
