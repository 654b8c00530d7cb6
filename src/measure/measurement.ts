import { fitContents } from './record/fit-contents.ts'
import type { BaseRecord, ImageRecord, LayerContent, LayerRecord } from './record/image-record.ts'
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
  const rollForward = environmentOf(config, 'DOTNET_ROLL_FORWARD')
  const layers = read.map(({ content, ...layer }, index): LayerRecord => {
    const { createdBy = '', line, copiedFrom } = origins[index] ?? {}
    const isOwn = index >= ownFrom
    return {
      ...layer,
      createdBy,
      ...(line === undefined || !isOwn ? {} : { line }),
      ...(copiedFrom === undefined || !isOwn ? {} : { copiedFrom }),
      ...(content === undefined ? {} : { content }),
    }
  })
  return {
    platform: platformOf(config),
    configBytes,
    compressedBytes: layers.reduce((sum, layer) => sum + layer.compressedBytes, configBytes),
    uncompressedBytes: layers.reduce((sum, layer) => sum + layer.uncompressedBytes, 0),
    layers: fitContents(layers, ownFrom),
    ...(base === undefined ? {} : { base }),
    user: config.config?.User ?? '',
    ...(rollForward === undefined ? {} : { rollForward }),
  }
}
