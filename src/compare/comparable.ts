import type { SizeMetric } from '../inputs/settings.ts'
import type { ImageRecord, LayerRecord } from '../measure/record/image-record.ts'
import { isSamePlatform } from '../plan/choose-platforms.ts'
import type { ImageIdentity } from '../plan/image-identity.ts'
import type { FindOutcome } from '../store/record-store.ts'

/** The record that the image is compared with, or why there is none. */
export type Baseline =
  | {
      kind: 'found'
      record: ImageRecord
      source: 'cache' | 'folder' | 'registry' | 'rebuild'
      /** The image's name in its registry. */
      reference?: string
      /** How many commits its own one is behind what the tree grew from; absent where git does not know. */
      commitsBetween?: number
      warnings: string[]
    }
  | { kind: 'none'; reason: string; warnings: string[]; isStoreDown: boolean }

/** Gives the record back when it is one of the same image; throws an Error that says what differs. */
export function requireComparable(record: ImageRecord, identity: ImageIdentity): ImageRecord {
  const differs = (['imageKey', 'file', 'target'] as const).filter((key) => record[key] !== identity[key])
  if (differs.length === 0) return record
  const names = { imageKey: 'image-key', file: 'Dockerfile', target: 'target' }
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
        ? noBaseline(
            `No baseline yet: no image of this name, stage and platform was measured before${where === '' ? '' : ` on ${where}`}.`,
          )
        : noBaseline('No baseline that can be compared.', `A stored baseline was not used: ${rejected}.`)
    }
  }
}

/** No baseline, with the sentence for the reader and, where something was lost, a warning. */
export function noBaseline(reason: string, ...warnings: string[]): Extract<Baseline, { kind: 'none' }> {
  return { kind: 'none', reason, warnings, isStoreDown: false }
}

/** A baseline of another platform says nothing about this image, nor of compressed sizes one that was measured or compressed in another way. */
export function requireSameKind(baseline: Baseline, image: ImageRecord, metric: SizeMetric): Baseline {
  if (baseline.kind === 'none') return baseline
  const differs = differsInKind(baseline.record, image, metric)
  if (differs === undefined) return baseline
  const what =
    baseline.source === 'registry' || baseline.source === 'rebuild'
      ? `The baseline of ${baseline.source}`
      : 'A stored baseline'
  return noBaseline('No baseline that can be compared.', `${what} was not used: ${differs}.`)
}

/** Why an earlier image can't be compared with this one, as half a sentence; undefined when it can. */
export function differsInKind(
  { platform, method, compression, layers }: Kind,
  image: Kind,
  metric: SizeMetric,
): string | undefined {
  if (!isSamePlatform(platform, image.platform))
    return `it is of ${platform}, this image is of ${image.platform}`
  // What is on disk has nothing of how it was compressed.
  if (metric === 'uncompressed')
    return [layers, image.layers].some(hasUnknownSize)
      ? 'the uncompressed size of a layer is not known'
      : undefined
  if (method !== image.method) return `it was measured by ${method}, this image by ${image.method}`
  // Nothing is compressed in an image without layers.
  const hasLayers = [layers, image.layers].every((some) => some === undefined || some.length > 0)
  if (hasLayers && compression !== image.compression)
    return `its layers are ${wordsOf(compression)}, those of this image ${wordsOf(image.compression)}`
  return undefined
}

/** Whether a layer could not be uncompressed, so that its size on disk is not known: an empty one has 1,024 bytes. */
export function hasUnknownSize(layers: readonly Pick<LayerRecord, 'uncompressedBytes'>[] = []): boolean {
  return layers.some(({ uncompressedBytes }) => uncompressedBytes === 0)
}

function wordsOf(compression: Kind['compression']): string {
  if (compression === 'other') return 'compressed in a way that is not known here'
  return compression === 'none' ? 'not compressed' : `compressed with ${compression}`
}

type Kind = Pick<ImageRecord, 'platform' | 'method' | 'compression'> & { layers?: ImageRecord['layers'] }

/** The record that the image is compared with, when there is one. */
export function recordOfBaseline(baseline: Baseline): ImageRecord | undefined {
  return baseline.kind === 'found' ? baseline.record : undefined
}
