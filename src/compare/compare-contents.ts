import {
  archivePart,
  configPart,
  describeOwner,
  readOwnFiles,
  type OwnFile,
} from '../measure/analyze/attribution.ts'
import type { ImageRecord, LayerRecord } from '../measure/record/image-record.ts'
import { shareOut } from '../measure/analyze/allocate.ts'
import { describeFiles, pairFiles, type FileChange, type FilePair } from './compare-files.ts'
import { compareLayers, layerChangeBytes, type LayerChange } from './compare-layers.ts'
import { keyOf, PartLedger, type PartSum } from './part-ledger.ts'

/** By how much a part of the image changed; all of them add up to the image's change exactly. */
export interface PartChange extends PartSum {
  /** Undefined where the part has no version, or was not there. */
  versionBefore: string | undefined
  versionAfter: string | undefined
}

/** How the contents of an image differ from its baseline. */
export interface ContentComparison {
  /** The largest change first. */
  parts: PartChange[]
  /** The largest change first. */
  files: FileChange[]
}

/** A layer's compressed bytes can't grow by much more than its content: what does is compression, not growth. */
const maxCompressedShare = 1.05

/** Tells which parts of an image its change comes from. Equal layers and equal files have no share in it. */
export function compareContents(before: ImageRecord, after: ImageRecord): ContentComparison {
  const ledger = new PartLedger()
  const [baseBefore, baseAfter] = [baseOf(before), baseOf(after)]
  ledger.add(
    { kind: 'base', name: after.base?.name ?? before.base?.name ?? '' },
    {
      compressedBytes: baseAfter.compressedBytes - baseBefore.compressedBytes,
      uncompressedBytes: baseAfter.uncompressedBytes - baseBefore.uncompressedBytes,
    },
    false,
  )
  ledger.add(
    configPart,
    { compressedBytes: after.configBytes - before.configBytes, uncompressedBytes: 0 },
    false,
  )
  const filesBefore = readOwnFiles(before)
  const filesAfter = readOwnFiles(after)
  const pairs = compareLayers(ownLayers(before), ownLayers(after)).flatMap((change) => {
    if (change.kind === 'same') return []
    const sides = [
      ...('before' in change ? [change.before] : []),
      ...('after' in change ? [change.after] : []),
    ]
    const unlisted = sides.find(({ content }) => content === undefined)
    if (unlisted !== undefined) {
      ledger.add({ kind: 'unlisted', name: unlisted.createdBy }, changesOf(change), false)
      return []
    }
    const old = 'before' in change ? filesOf(before, change.before, filesBefore) : []
    const now = 'after' in change ? filesOf(after, change.after, filesAfter) : []
    const changed = pairFiles(old, now)
    accountFor(ledger, change, [...old, ...now], changed)
    return changed
  })
  const [versionsBefore, versionsAfter] = [versionsOf(before, filesBefore), versionsOf(after, filesAfter)]
  const parts = ledger
    .parts()
    .map((part) => ({
      ...part,
      versionBefore: versionsBefore.get(keyOf(part)),
      versionAfter: versionsAfter.get(keyOf(part)),
    }))
    .filter((part) => weightOf(part) > 0 || part.versionBefore !== part.versionAfter)
    .sort((a, b) => weightOf(b) - weightOf(a))
  return { parts, files: describeFiles(pairs) }
}

function weightOf({ compressedChangeBytes, uncompressedChangeBytes }: PartSum): number {
  return Math.max(Math.abs(compressedChangeBytes), Math.abs(uncompressedChangeBytes))
}

/** The version of each part that has one. */
function versionsOf({ base }: ImageRecord, files: readonly OwnFile[]): Map<string, string> {
  const heads = files.map((file) => describeOwner(file.owner.owner))
  const known = [...heads, { kind: 'base', name: '', version: base?.dotnetVersion } as const]
  return new Map(
    known.flatMap((part) => (part.version === undefined ? [] : [[keyOf(part), part.version] as const])),
  )
}

/** The size of the base image. */
function baseOf({ base, layers }: ImageRecord): { compressedBytes: number; uncompressedBytes: number } {
  const own = layers.slice(0, base?.layerCount ?? 0)
  return {
    compressedBytes: own.reduce((sum, layer) => sum + layer.compressedBytes, 0),
    uncompressedBytes: own.reduce((sum, layer) => sum + layer.uncompressedBytes, 0),
  }
}

function ownLayers({ layers, base }: ImageRecord): LayerRecord[] {
  return layers.slice(base?.layerCount ?? 0)
}

function filesOf({ layers }: ImageRecord, layer: LayerRecord, files: readonly OwnFile[]): OwnFile[] {
  const number = layers.indexOf(layer)
  return files.filter((file) => file.layer === number)
}

/** Puts the change of a layer on the account of the files that changed in it. */
function accountFor(
  ledger: PartLedger,
  change: Exclude<LayerChange, { kind: 'same' }>,
  files: readonly OwnFile[],
  changed: readonly FilePair[],
): void {
  const { compressedBytes, uncompressedBytes } = changesOf(change)
  const layer = 'after' in change ? change.after : change.before
  const deltas = changed.map(({ before, after }) => (after?.sizeBytes ?? 0) - (before?.sizeBytes ?? 0))
  const shares = shareCompressed(compressedBytes, deltas, layer)
  for (const [index, { before, after }] of changed.entries()) {
    const owner = (after ?? before)?.owner.owner
    if (owner === undefined) continue
    const delta = { compressedBytes: shares[index] ?? 0, uncompressedBytes: deltas[index] ?? 0 }
    ledger.add(describeOwner(owner), delta, true)
  }
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
  const rest = compressedBytes - sum(shares)
  const hasContent = files.some((file) => file.sizeBytes > 0)
  const uncompressedRest = uncompressedBytes - sum(deltas)
  ledger.add(
    archivePart,
    { compressedBytes: hasContent ? 0 : rest, uncompressedBytes: uncompressedRest },
    false,
  )
  if (hasContent)
    ledger.add({ kind: 'recompressed', name: '' }, { compressedBytes: rest, uncompressedBytes: 0 }, false)
}

/**
 * Shares the compressed change of a layer out to the files that changed in it, in proportion to their own change. Where that
 * makes no sense, since the compression changed more than the content, each has what its layer makes of such bytes.
 */
function shareCompressed(compressedBytes: number, deltas: readonly number[], layer: LayerRecord): number[] {
  const sum = deltas.reduce((all, delta) => all + delta, 0)
  const ratio = sum === 0 ? 0 : compressedBytes / sum
  const isAllOneWay = deltas.every((delta) => delta * sum >= 0)
  if (ratio > 0 && ratio <= maxCompressedShare && isAllOneWay)
    return shareOut(compressedBytes, deltas.map(Math.abs))
  const usual = layer.uncompressedBytes === 0 ? 0 : layer.compressedBytes / layer.uncompressedBytes
  const chosen = ratio > 0 && ratio <= maxCompressedShare ? ratio : usual
  return deltas.map((delta) => Math.round(delta * chosen))
}

function changesOf(change: LayerChange): { compressedBytes: number; uncompressedBytes: number } {
  return {
    compressedBytes: layerChangeBytes(change, 'compressed'),
    uncompressedBytes: layerChangeBytes(change, 'uncompressed'),
  }
}
