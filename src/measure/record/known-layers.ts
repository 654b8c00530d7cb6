import type { ImageRecord, LayerRecord } from './image-record.ts'

/** A layer that a measurement describes. */
export interface KnownLayer {
  layer: LayerRecord
  /** It was the base image's, so that its files have no hashes and its documents were not kept. */
  isBase: boolean
}

/** The layers that measurements describe, by a key of theirs; of two the one that tells more. */
export function readKnownLayers(
  records: readonly Pick<ImageRecord, 'layers' | 'base'>[],
  keyOf: (layer: LayerRecord) => string,
): Map<string, KnownLayer> {
  const known = new Map<string, KnownLayer>()
  for (const { layers, base } of records) {
    for (const [index, layer] of layers.entries()) {
      const isBase = index < (base?.layerCount ?? 0)
      if (known.get(keyOf(layer))?.isBase !== false) known.set(keyOf(layer), { layer, isBase })
    }
  }
  return known
}
