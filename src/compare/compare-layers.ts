import type { SizeMetric } from '../inputs/settings.ts'
import type { LayerRecord } from '../measure/record/image-record.ts'
import { sizeOf, type Sizes } from './size-change.ts'

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

/** Whether a layer has the same content as before, in other compressed bytes. */
export function isRecompressed(change: LayerChange): boolean {
  return change.kind === 'changed' && change.before.diffId === change.after.diffId
}

/** How many bytes a layer's change adds in the metric; negative when it shrank. */
export function layerChangeBytes(
  change: { kind: LayerChange['kind']; before?: Sizes | undefined; after?: Sizes | undefined },
  metric: SizeMetric,
): number {
  const size = (layer: Sizes | undefined): number => (layer === undefined ? 0 : sizeOf(layer, metric))
  return change.kind === 'same' ? 0 : size(change.after) - size(change.before)
}
