import { folderOf } from '../measure/dotnet/apps.ts'
import {
  archivePart,
  configPart,
  type OwnFile,
  readOwnFiles,
  readVersions,
} from '../measure/analyze/attribution.ts'
import {
  type PublishSetting,
  publishSettings,
  readPublishSettings,
} from '../measure/dotnet/publish-settings.ts'
import { shareOut } from '../measure/oci/compressed-shares.ts'
import type { ImageRecord, LayerRecord } from '../measure/record/image-record.ts'
import {
  type ChangedPair,
  changeOfPair,
  describeFiles,
  type FileChange,
  type FilePair,
  isRenamed,
  keyOf,
  pairFiles,
  type PartChange,
  PartLedger,
} from './compare-files.ts'
import { type Sizes, sizeOf } from './size-change.ts'
import type { SizeMetric } from '../inputs/settings.ts'

/** How the contents of an image differ from its baseline. */
export interface ContentComparison {
  /** The largest change first. */
  parts: PartChange[]
  /** The largest change first. */
  files: FileChange[]
  publishChanges: PublishChange[]
}

/** A setting of `dotnet publish` that changed. */
export interface PublishChange {
  setting: PublishSetting
  isOn: boolean
}

/** Tells which parts of an image its change comes from; equal layers and files have no share. Of the same content (diffId) a layer is recompressed. */
export function compareContents(before: ImageRecord, after: ImageRecord): ContentComparison {
  const ledger = new PartLedger()
  const names = new Set([before, after].flatMap((one) => one.base?.name ?? []))
  const base = { kind: 'base', name: [...names].join(' → ') } as const
  ledger.add(base, nothing, false)
  ledger.add(configPart, { ...nothing, compressedBytes: after.configBytes - before.configBytes }, false)
  const [old, now] = [sideOf(before), sideOf(after)]
  /** What changed and belongs to files: the bytes of the layers, and all files in them. */
  const own = { ...nothing }
  const files: { before: OwnFile[]; after: OwnFile[] } = { before: [], after: [] }
  for (const change of compareLayers(before.layers, after.layers)) {
    if (change.kind === 'same') continue
    const was = 'before' in change ? change.before : undefined
    const is = 'after' in change ? change.after : undefined
    if (was !== undefined && was.diffId === is?.diffId) {
      ledger.add({ kind: 'recompressed', name: '' }, added(is, negated(was)), false)
      continue
    }
    if (was !== undefined && old.base.has(was)) ledger.add(base, negated(was), false)
    if (is !== undefined && now.base.has(is)) ledger.add(base, is, false)
    const left = was === undefined || old.base.has(was) ? undefined : was
    const came = is === undefined || now.base.has(is) ? undefined : is
    const sum = added(came ?? nothing, negated(left ?? nothing))
    const unlisted = [left, came].find((layer) => layer !== undefined && layer.content === undefined)
    if (unlisted !== undefined) {
      ledger.add({ kind: 'unlisted', name: unlisted.createdBy }, sum, false)
      continue
    }
    Object.assign(own, added(own, sum))
    if (left !== undefined) files.before.push(...(old.files.get(left) ?? []))
    if (came !== undefined) files.after.push(...(now.files.get(came) ?? []))
  }
  const bundles = findBundles(before, after)
  const inBundles = (all: readonly OwnFile[]): OwnFile[] => all.map((file) => inBundle(file, bundles))
  const { pairs, equal } = pairFiles(inBundles(files.before), inBundles(files.after))
  if (before.compression !== after.compression || before.method !== after.method) {
    const otherwise = { ...nothing, compressedBytes: sumOf(equal.map(changeOfPair)).compressedBytes }
    ledger.add({ kind: 'recompressed', name: '' }, otherwise, true)
    Object.assign(own, added(own, negated(otherwise)))
  }
  const changed = accountFor(ledger, own, pairs)
  const published = { before: readPublishSettings(before), after: readPublishSettings(after) }
  return {
    parts: withVersions(ledger.parts(), before, after),
    files: describeFiles(changed),
    publishChanges: publishSettings.flatMap((setting) => {
      const [was, is] = [published.before.get(setting), published.after.get(setting)]
      return was === undefined || is === undefined || was === is ? [] : [{ setting, isOn: is }]
    }),
  }
}

/** Puts the change of layers on the account of the files that changed, and gives these with it; archives change by no more than their headers did. */
function accountFor(ledger: PartLedger, own: Sizes, pairs: readonly FilePair[]): ChangedPair[] {
  const changes = pairs.map(changeOfPair)
  const rest = added(own, negated(sumOf(changes)))
  const weights = pairs.map((pair) =>
    isRenamed(pair) ? 0 : (pair.before?.compressedBytes ?? 0) + (pair.after?.compressedBytes ?? 0),
  )
  const canTake = weights.reduce((sum, weight) => sum + weight, 0)
  const { compressedBytes, uncompressedBytes } = rest
  // Padding to the next block of 512 bytes compresses to nothing; headers are whole blocks.
  const headerBytes = Math.trunc(uncompressedBytes / 512) * 512
  const ofHeaders = clamp(compressedBytes, Math.min(0, headerBytes), Math.max(0, headerBytes))
  // Files that moved to another layer may compress otherwise there: no estimate of others is wrong by more than all that they take.
  const missedBytes = clamp(compressedBytes - ofHeaders, -canTake, canTake)
  const ofArchive = compressedBytes - missedBytes
  const missed = canTake > 0 ? shareOut(missedBytes, weights) : []
  const changed = pairs.map((pair, index): ChangedPair => {
    const compressedBytes = missed[index] ?? 0
    return { ...pair, change: added(changes[index] ?? nothing, { ...nothing, compressedBytes }) }
  })
  for (const { before, after, change } of changed) {
    const part = (after ?? before)?.part
    if (part !== undefined) ledger.add(part, change, true)
  }
  ledger.add(archivePart, { compressedBytes: ofArchive, uncompressedBytes }, canTake > 0)
  return changed
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}

const nothing: Sizes = { compressedBytes: 0, uncompressedBytes: 0 }

function added(one: Sizes, other: Sizes): Sizes {
  return {
    compressedBytes: one.compressedBytes + other.compressedBytes,
    uncompressedBytes: one.uncompressedBytes + other.uncompressedBytes,
  }
}

function sumOf(sizes: readonly Sizes[]): Sizes {
  return sizes.reduce(added, nothing)
}

function negated({ compressedBytes, uncompressedBytes }: Sizes): Sizes {
  return { compressedBytes: -compressedBytes, uncompressedBytes: -uncompressedBytes }
}

/** The layers of an image's base, and the files of its other layers. */
function sideOf(record: ImageRecord): { base: Set<LayerRecord>; files: Map<LayerRecord, OwnFile[]> } {
  const files = new Map<LayerRecord, OwnFile[]>(record.layers.map((layer) => [layer, []]))
  for (const file of readOwnFiles(record)) {
    const layer = record.layers[file.layer]
    if (layer !== undefined) files.get(layer)?.push(file)
  }
  return { base: new Set(record.layers.slice(0, record.base?.layerCount ?? 0)), files }
}

/** The parts that changed, the largest change first, with the versions that they had and have. */
function withVersions(parts: readonly PartChange[], before: ImageRecord, after: ImageRecord): PartChange[] {
  const [versionsBefore, versionsAfter] = [readVersions(before), readVersions(after)]
  return parts
    .map((part) => ({
      ...part,
      versionBefore: versionsBefore.get(keyOf(part)),
      versionAfter: versionsAfter.get(keyOf(part)),
    }))
    .filter((part) => weightOf(part) > 0 || part.versionBefore !== part.versionAfter)
    .sort((a, b) => weightOf(b) - weightOf(a))
}

function weightOf({ compressedChangeBytes, uncompressedChangeBytes }: PartChange): number {
  return Math.max(Math.abs(compressedChangeBytes), Math.abs(uncompressedChangeBytes))
}

/** The folders in which an application is one file in one of two images and many in the other, with its name. */
function findBundles(before: ImageRecord, after: ImageRecord): Map<string, string> {
  const [was, is] = [bundlesOf(before), bundlesOf(after)]
  return new Map([...was, ...is].filter(([folder]) => was.has(folder) !== is.has(folder)))
}

function bundlesOf(record: ImageRecord): Map<string, string> {
  return new Map(
    readOwnFiles(record).flatMap(({ path, part }) =>
      part.kind === 'single-file' ? [[folderOf(path), part.name]] : [],
    ),
  )
}

/** A file as a part of the one that has it inside, or had: packages in one file did not go away. */
function inBundle(file: OwnFile, bundles: ReadonlyMap<string, string>): OwnFile {
  const { path, part } = file
  const inside =
    part.kind === 'package' ||
    part.kind === 'project' ||
    (part.kind === 'runtime' && bundles.has(folderOf(path)))
  const [, name] = (inside && [...bundles].find(([folder]) => path.startsWith(folder))) || []
  return name === undefined ? file : { ...file, part: { kind: 'single-file', name, version: undefined } }
}

/** What became of one layer. */
export type LayerChange =
  | { kind: 'same'; after: LayerRecord }
  | { kind: 'changed'; before: LayerRecord; after: LayerRecord }
  | { kind: 'added'; after: LayerRecord }
  | { kind: 'removed'; before: LayerRecord }

/** Compares two lists of layers: equal ones by digest, then those of the same content, the others by what made them, in order. */
export function compareLayers(before: readonly LayerRecord[], after: readonly LayerRecord[]): LayerChange[] {
  const left = [...before]
  const changes = new Map<number, LayerChange>()
  const keys = ['digest', 'diffId', 'createdBy'] as const
  // The surest sign first, over all layers: only what is left may be a change of one another.
  for (const key of keys) {
    for (const [index, layer] of after.entries()) {
      const at = changes.has(index) ? -1 : left.findIndex((one) => one[key] === layer[key])
      const [old] = at < 0 ? [] : left.splice(at, 1)
      if (old === undefined) continue
      changes.set(
        index,
        key === 'digest' ? { kind: 'same', after: layer } : { kind: 'changed', before: old, after: layer },
      )
    }
  }
  return [
    ...after.map((layer, index): LayerChange => changes.get(index) ?? { kind: 'added', after: layer }),
    ...left.map((layer): LayerChange => ({ kind: 'removed', before: layer })),
  ]
}

/** How many bytes a layer's change adds in the metric; negative when it shrank. */
export function layerChangeBytes(
  change: { kind: LayerChange['kind']; before?: Sizes | undefined; after?: Sizes | undefined },
  metric: SizeMetric,
): number {
  const size = (layer: Sizes | undefined): number => (layer === undefined ? 0 : sizeOf(layer, metric))
  return change.kind === 'same' ? 0 : size(change.after) - size(change.before)
}
