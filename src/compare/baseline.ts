import type { ImageRecord, LayerRecord } from '../measure/image-record.ts'
import type { ImageIdentity } from '../plan/image-identity.ts'
import type { FindOutcome } from '../store/record-store.ts'

/** The record that the image is compared with, or why there is none. */
export type Baseline =
  | { kind: 'found'; record: ImageRecord; source: 'cache' | 'folder'; warnings: string[] }
  | { kind: 'none'; reason: string; warnings: string[] }

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
    case 'unavailable':
      return {
        kind: 'none',
        reason: 'No baseline: its store could not be asked.',
        warnings: [`The baseline is missing: ${found.reason}.`],
      }
    case 'none': {
      const [rejected] = found.rejected
      return rejected === undefined
        ? {
            kind: 'none',
            reason: `No baseline yet: nothing was measured before${where === '' ? '' : ` on ${where}`}.`,
            warnings: [],
          }
        : {
            kind: 'none',
            reason: 'No baseline that can be compared.',
            warnings: [`A stored baseline was not used: ${rejected}.`],
          }
    }
  }
}

/** A baseline of another platform says nothing about this image. */
export function requirePlatform(baseline: Baseline, platform: string): Baseline {
  if (baseline.kind === 'none' || baseline.record.platform === platform) return baseline
  const warnings = [
    `A stored baseline was not used: it is of ${baseline.record.platform}, this image is of ${platform}.`,
  ]
  return { kind: 'none', reason: 'No baseline that can be compared.', warnings }
}

/** The layers that the baseline describes, so that they need not be read again. */
export function knownLayers(baseline: Baseline): readonly LayerRecord[] {
  return baseline.kind === 'found' ? baseline.record.layers : []
}
