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
import { compareLayers, layerDeltaBytes, type LayerChange } from './compare-layers.ts'
import { keyOf, PartLedger, type PartDelta } from './part-ledger.ts'

/** By how much a part of the image changed; all of them add up to the image's change exactly. */
export interface PartChange extends PartDelta {
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

/** A layer's packed bytes can't grow by much more than its content: what does is compression, not growth. */
const maxPackedShare = 1.05

/** Tells which parts of an image its change comes from. Equal layers and equal files have no share in it. */
export function compareContents(before: ImageRecord, after: ImageRecord): ContentComparison {
  const ledger = new PartLedger()
  const [baseBefore, baseAfter] = [baseOf(before), baseOf(after)]
  ledger.add(
    { kind: 'base', name: after.base?.name ?? before.base?.name ?? '' },
    {
      packedBytes: baseAfter.packedBytes - baseBefore.packedBytes,
      unpackedBytes: baseAfter.unpackedBytes - baseBefore.unpackedBytes,
    },
    false,
  )
  ledger.add(configPart, { packedBytes: after.configBytes - before.configBytes, unpackedBytes: 0 }, false)
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
      ledger.add({ kind: 'unlisted', name: unlisted.createdBy }, deltasOf(change), false)
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

function weightOf({ packedDeltaBytes, unpackedDeltaBytes }: PartDelta): number {
  return Math.max(Math.abs(packedDeltaBytes), Math.abs(unpackedDeltaBytes))
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
function baseOf({ base, layers }: ImageRecord): { packedBytes: number; unpackedBytes: number } {
  const own = layers.slice(0, base?.layerCount ?? 0)
  return {
    packedBytes: own.reduce((sum, layer) => sum + layer.packedBytes, 0),
    unpackedBytes: own.reduce((sum, layer) => sum + layer.unpackedBytes, 0),
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
  const { packedBytes, unpackedBytes } = deltasOf(change)
  const layer = 'after' in change ? change.after : change.before
  const deltas = changed.map(({ before, after }) => (after?.sizeBytes ?? 0) - (before?.sizeBytes ?? 0))
  const shares = sharePacked(packedBytes, deltas, layer)
  for (const [index, { before, after }] of changed.entries()) {
    const owner = (after ?? before)?.owner.owner
    if (owner === undefined) continue
    const delta = { packedBytes: shares[index] ?? 0, unpackedBytes: deltas[index] ?? 0 }
    ledger.add(describeOwner(owner), delta, true)
  }
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
  const rest = packedBytes - sum(shares)
  const hasContent = files.some((file) => file.sizeBytes > 0)
  const unpackedRest = unpackedBytes - sum(deltas)
  ledger.add(archivePart, { packedBytes: hasContent ? 0 : rest, unpackedBytes: unpackedRest }, false)
  if (hasContent) ledger.add({ kind: 'repacked', name: '' }, { packedBytes: rest, unpackedBytes: 0 }, false)
}

/**
 * Shares the packed change of a layer out to the files that changed in it, in proportion to their own change. Where that
 * makes no sense, since the compression changed more than the content, each has what its layer makes of such bytes.
 */
function sharePacked(packedBytes: number, deltas: readonly number[], layer: LayerRecord): number[] {
  const sum = deltas.reduce((all, delta) => all + delta, 0)
  const ratio = sum === 0 ? 0 : packedBytes / sum
  const isAllOneWay = deltas.every((delta) => delta * sum >= 0)
  if (ratio > 0 && ratio <= maxPackedShare && isAllOneWay) return shareOut(packedBytes, deltas.map(Math.abs))
  const usual = layer.unpackedBytes === 0 ? 0 : layer.packedBytes / layer.unpackedBytes
  const chosen = ratio > 0 && ratio <= maxPackedShare ? ratio : usual
  return deltas.map((delta) => Math.round(delta * chosen))
}

function deltasOf(change: LayerChange): { packedBytes: number; unpackedBytes: number } {
  return {
    packedBytes: layerDeltaBytes(change, 'packed'),
    unpackedBytes: layerDeltaBytes(change, 'unpacked'),
  }
}
