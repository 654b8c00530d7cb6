import type { SizeMetric } from '../inputs/settings.ts'
import type { LayerRecord } from '../measure/record/image-record.ts'
import { sizeOf } from './metric.ts'

/** What became of one layer. */
export type LayerChange =
  | { kind: 'same'; after: LayerRecord }
  | { kind: 'changed'; before: LayerRecord; after: LayerRecord }
  | { kind: 'added'; after: LayerRecord }
  | { kind: 'removed'; before: LayerRecord }

/** Compares two lists of layers: equal ones by digest, the others by what made them, in order. */
export function compareLayers(before: readonly LayerRecord[], after: readonly LayerRecord[]): LayerChange[] {
  const left = [...before]
  const take = (matches: (layer: LayerRecord) => boolean): LayerRecord | undefined => {
    const at = left.findIndex(matches)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  // Equal layers first, over all: only what is left may be a change of one another.
  const same = new Set(after.filter((layer) => take((one) => one.digest === layer.digest) !== undefined))
  const changes = after.map((layer): LayerChange => {
    if (same.has(layer)) return { kind: 'same', after: layer }
    const old = take((one) => one.createdBy === layer.createdBy)
    return old ? { kind: 'changed', before: old, after: layer } : { kind: 'added', after: layer }
  })
  return [...changes, ...left.map((layer): LayerChange => ({ kind: 'removed', before: layer }))]
}

/** How many bytes a layer's change adds in the metric; negative when it shrank. */
export function layerChangeBytes(
  {
    kind,
    before,
    after,
  }: { kind: LayerChange['kind']; before?: Sizes | undefined; after?: Sizes | undefined },
  metric: SizeMetric,
): number {
  const size = (layer: Sizes | undefined): number => (layer === undefined ? 0 : sizeOf(layer, metric))
  return kind === 'same' ? 0 : size(after) - size(before)
}

type Sizes = Pick<LayerRecord, 'compressedBytes' | 'uncompressedBytes'>
