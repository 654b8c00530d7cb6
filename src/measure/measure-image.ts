import { lstat } from 'node:fs/promises'
import type { LayoutBuild } from '../build/build-final.ts'
import type { Docker } from '../docker/docker.ts'
import { sizePacking, type Packing } from '../plan/packing.ts'
import type { Plan } from '../plan/plan.ts'
import { countExported, findBase } from './base-image.ts'
import type { ImageRecord, LayerContent, LayerRecord } from './image-record.ts'
import { readLayerOrigins } from './layer-origins.ts'
import { compressionOfType, listLayer, UnreadableLayerError, type ListedLayer } from './list-layer.ts'
import { describeContent, type Measurement, type ReadLayer } from './measurement.ts'
import { blobPath, readLayout, type Descriptor, type LayoutImage } from './oci-layout.ts'

/** An image that was measured in a layout folder. */
export interface LayoutMeasurement extends Measurement {
  layoutFolder: string
}

/** What is needed to measure, beside the build itself. */
export interface MeasureOptions {
  docker: Docker
  plan: Pick<Plan, 'dockerfile' | 'final'>
  builderName: string | undefined
  /** How the image was packed. */
  packing: Packing
  /** The baseline: layers that it describes are not read again. */
  before: ImageRecord | undefined
  tempFolder: string
  /** Exports the image once more, with all its blobs. */
  buildAgain: () => Promise<LayoutBuild>
}

/** A layout that rests on what a baseline says, and does not fit to it. */
class OddLayoutError extends Error {}

/**
 * Measures the image that was built into an OCI layout folder. Where something is odd with what the baseline says of its
 * layers, the image is exported once more, whole. Throws an Error for a layout that is damaged or hostile.
 */
export async function measureImage(built: LayoutBuild, options: MeasureOptions): Promise<LayoutMeasurement> {
  try {
    return await measureLayout(built, options)
  } catch (error) {
    if (options.before === undefined || !(error instanceof OddLayoutError)) throw error
    return measureLayout(await options.buildAgain(), { ...options, before: undefined })
  }
}

async function measureLayout(
  { layoutFolder, steps }: LayoutBuild,
  { docker, plan, builderName, packing, before, tempFolder }: MeasureOptions,
): Promise<LayoutMeasurement> {
  const image = await readLayout(layoutFolder)
  const sources = await findSources(layoutFolder, image, before?.layers ?? [])
  const origins = readLayerOrigins(image.config, plan.dockerfile, plan.final)
  const base = await findBase({ plan, steps, image, origins, before }, (reference) =>
    countExported({ docker, builder: builderName, packing, tempFolder }, reference, image),
  )
  const ownFrom = base?.layerCount ?? 0
  const warnings: string[] = []
  const layers: ReadLayer[] = []
  for (const [index, { layer, diffId, known }] of sources.entries()) {
    const { unpackedBytes, content } =
      known ?? (await readLayer(layoutFolder, layer, diffId, index >= ownFrom, warnings))
    layers.push({ digest: layer.digest, diffId, packedBytes: layer.size, unpackedBytes, content })
  }
  const sized = sizePacking(packing)
  return {
    method: 'oci-layout',
    compression: compressionOf(image.layers),
    ...(sized === '' ? {} : { packing: sized }),
    manifestDigest: image.manifestDigest,
    configDigest: image.configDigest,
    ...describeContent(image, layers, origins, base),
    layoutFolder,
    layersRead: sources.filter(({ known }) => known === undefined).length,
    warnings,
  }
}

/** A layer of the image, and what the baseline knows of that very layer. */
interface LayerSource {
  layer: Descriptor
  diffId: string
  known: LayerRecord | undefined
}

/** Tells of each layer where its content is known from. Throws an OddLayoutError for an empty file that nobody can fill. */
async function findSources(
  folder: string,
  image: LayoutImage,
  described: readonly LayerRecord[],
): Promise<LayerSource[]> {
  const byDigest = new Map(described.map((layer) => [layer.digest, layer]))
  return Promise.all(
    image.layers.map(async (layer, index) => {
      const diffId = image.config.rootfs.diff_ids[index] ?? ''
      const record = byDigest.get(layer.digest)
      const fits = record !== undefined && record.diffId === diffId && record.packedBytes === layer.size
      const stat = await lstat(blobPath(folder, layer.digest)).catch(() => undefined)
      const isMissing = stat?.size !== layer.size
      if (isMissing && record !== undefined && !fits) {
        throw new OddLayoutError(`the baseline describes the layer ${layer.digest} otherwise`)
      }
      return { layer, diffId, known: fits ? record : undefined }
    }),
  )
}

async function readLayer(
  folder: string,
  layer: Descriptor,
  diffId: string,
  isOwn: boolean,
  warnings: string[],
): Promise<Pick<ListedLayer, 'unpackedBytes'> & { content?: LayerContent }> {
  try {
    return await listLayer(folder, layer, diffId, isOwn)
  } catch (error) {
    if (!(error instanceof UnreadableLayerError)) throw error
    warnings.push(`The unpacked size is without one layer: ${error.message}.`)
    return { unpackedBytes: 0 }
  }
}

/** How most bytes of the image are compressed. */
function compressionOf(layers: readonly Descriptor[]): Measurement['compression'] {
  const bytes = new Map<Measurement['compression'], number>()
  for (const { mediaType, size } of layers) {
    const kind = compressionOfType(mediaType)
    bytes.set(kind, (bytes.get(kind) ?? 0) + size)
  }
  return [...bytes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'none'
}
