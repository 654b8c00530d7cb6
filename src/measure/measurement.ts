import {
  type BaseRecord,
  type ImageRecord,
  type LayerContent,
  type LayerRecord,
  maxDocumentBytes,
  maxListedFiles,
  totalsOf,
} from './record/image-record.ts'
import type { LayerOrigin } from './analyze/layer-origins.ts'
import { environmentOf, platformOf, type ImageConfig } from './oci/oci-layout.ts'

/** What is told by the content of an image, however that was got at. */
type ContentFindings = Pick<
  ImageRecord,
  | 'platform'
  | 'configBytes'
  | 'compressedBytes'
  | 'uncompressedBytes'
  | 'layers'
  | 'base'
  | 'user'
  | 'rollForward'
>

/** What a build alone tells of an image. */
export interface Measurement
  extends ContentFindings, Pick<ImageRecord, 'method' | 'compression' | 'manifestDigest' | 'configDigest'> {
  /** How many layers were read; what the others hold is known from the baseline. */
  layersRead: number
  warnings: string[]
}

/** A layer as it was read. */
export type ReadLayer = Pick<LayerRecord, 'digest' | 'diffId' | 'compressedBytes' | 'uncompressedBytes'> & {
  content?: LayerContent | undefined
}

/** Puts together what the layers tell with what made them, and adds up their sizes. */
export function describeContent(
  { config, configBytes }: { config: ImageConfig; configBytes: number },
  read: readonly ReadLayer[],
  origins: readonly LayerOrigin[],
  base: BaseRecord | undefined,
): ContentFindings {
  const ownFrom = base?.layerCount ?? 0
  const layers = read.map((layer, index): LayerRecord => {
    const { createdBy = '', line, copiedFrom } = origins[index] ?? {}
    return { ...layer, createdBy, ...(index < ownFrom ? {} : { line, copiedFrom }) }
  })
  return {
    platform: platformOf(config),
    configBytes,
    ...totalsOf({ layers, configBytes }),
    layers: fitContents(layers, ownFrom),
    base,
    user: config.config?.User ?? '',
    rollForward: environmentOf(config, 'DOTNET_ROLL_FORWARD'),
  }
}

/**
 * Layers with as many of their file lists as a record has room for: those of the image's own layers first, from the top
 * down, since what changes is there. `ownFrom` is the number of layers that the base image has.
 */
export function fitContents(layers: readonly LayerRecord[], ownFrom: number): LayerRecord[] {
  let files = maxListedFiles
  let documentBytes = maxDocumentBytes
  const order = [...layers.keys()].sort((a, b) => Number(a < ownFrom) - Number(b < ownFrom) || b - a)
  const kept = new Set(
    order.filter((index) => {
      const content = layers[index]?.content
      if (content === undefined) return false
      const [listed, bytes] = [content.files.length + content.removed.length, sizeOfDocuments(content)]
      if (listed > files || bytes > documentBytes) return false
      files -= listed
      documentBytes -= bytes
      return true
    }),
  )
  return layers.map((layer, index) => (kept.has(index) ? layer : { ...layer, content: undefined }))
}

function sizeOfDocuments({ documents }: LayerContent): number {
  return documents.reduce((sum, document) => sum + Buffer.byteLength(document.text), 0)
}

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
