import { lstat } from 'node:fs/promises'
import type { LayoutBuild } from '../build/build-final.ts'
import type { Docker } from '../docker/docker.ts'
import { isSamePlatform, plainPlatform } from '../plan/choose-platforms.ts'
import { readFor } from '../plan/dockerfile/parse-dockerfile.ts'
import type { Packing } from '../plan/packing.ts'
import type { Plan } from '../plan/plan.ts'
import { countExported, findBase } from './oci/base-image.ts'
import type { ImageRecord, LayerRecord } from './record/image-record.ts'
import {
  readKnownLayers,
  type KnownLayer,
  describeContent,
  type Measurement,
  type ReadLayer,
} from './measurement.ts'
import { readLayerOrigins } from './analyze/layer-origins.ts'
import { compressionOfType, listLayer, UnreadableLayerError } from './oci/list-layer.ts'
import { blobPath, platformOf, readImages, type LayoutImage } from './oci/oci-layout.ts'
import type { Descriptor } from '../docker/registry.ts'

/** The images that were measured in a layout folder, in the order of the platforms. */
export interface LayoutMeasurement {
  layoutFolder: string
  measurements: [Measurement, ...Measurement[]]
}

/** A layout folder, and what the build did that gave it. */
export type BuiltLayout = Pick<LayoutBuild, 'layoutFolder' | 'steps'>

/** What is needed to measure, beside the build itself. */
export interface MeasureOptions {
  docker: Docker
  plan: Pick<Plan, 'dockerfile' | 'final'>
  builderName: string | undefined
  /** How the image was compressed. */
  packing: Packing
  /** What was asked for; where that is nothing or one, there has to be one image. */
  platforms: readonly string[]
  /** The baselines of all platforms: layers that they describe are not read again. */
  before: readonly ImageRecord[]
  tempFolder: string
  /** Exports the image once more, with all its blobs. */
  buildAgain: () => Promise<BuiltLayout>
}

/** A layout that rests on what a baseline says, and does not fit to it. */
class OddLayoutError extends Error {}

/** Measures the images of an OCI layout folder; where it does not fit the baselines, of one exported whole. Throws an Error for a damaged layout. */
export async function measureImages(built: BuiltLayout, options: MeasureOptions): Promise<LayoutMeasurement> {
  try {
    return await measureLayout(built, options)
  } catch (error) {
    if (options.before.length === 0 || !(error instanceof OddLayoutError)) throw error
    return measureLayout(await options.buildAgain(), { ...options, before: [] })
  }
}

async function measureLayout(built: BuiltLayout, options: MeasureOptions): Promise<LayoutMeasurement> {
  const { layoutFolder } = built
  const images = await readImages(layoutFolder)
  const wanted = Math.max(1, options.platforms.length)
  if (images.length !== wanted) {
    throw new Error(
      `the build gave ${images.length} images where ${wanted === 1 ? 'one was' : `${wanted} were`} expected`,
    )
  }
  const order = ({ config }: LayoutImage): number =>
    options.platforms.findIndex((platform) => isSamePlatform(platform, platformOf(config)))
  const measurements: Measurement[] = []
  for (const image of images.sort((a, b) => order(a) - order(b))) {
    // A layer that platforms share is read once.
    const known = readKnownLayers([...options.before, ...measurements], ({ digest }) => digest)
    measurements.push(await measureOne(built, image, known, options))
  }
  return { layoutFolder, measurements: measurements as LayoutMeasurement['measurements'] }
}

async function measureOne(
  { layoutFolder, steps }: BuiltLayout,
  image: LayoutImage,
  described: ReadonlyMap<string, KnownLayer>,
  { docker, plan: planned, builderName, packing, before: all, tempFolder }: MeasureOptions,
): Promise<Measurement> {
  const platform = platformOf(image.config)
  const plan = readFor(plainPlatform(platform), planned)
  const before = all.find((one) => isSamePlatform(one.platform, platform))
  const origins = readLayerOrigins(image.config, plan.final)
  const base = await findBase({ plan, steps, image, origins, before }, (reference) =>
    countExported({ docker, builder: builderName, packing, tempFolder }, reference, image),
  )
  const ownFrom = base?.layerCount ?? 0
  const warnings: string[] = []
  const layers: ReadLayer[] = []
  let layersRead = 0
  for (const [index, layer] of image.layers.entries()) {
    const diffId = image.config.rootfs.diff_ids[index] ?? ''
    const isOwn = index >= ownFrom
    const known = await findKnown(layoutFolder, layer, diffId, isOwn, described.get(layer.digest))
    if (known === undefined) layersRead += 1
    const { uncompressedBytes, content } =
      known ??
      (await listLayer(layoutFolder, layer, diffId, isOwn).catch((error: unknown) => {
        if (!(error instanceof UnreadableLayerError)) throw error
        warnings.push(`The uncompressed size is without one layer: ${error.message}.`)
        return { uncompressedBytes: 0, content: undefined }
      }))
    layers.push({ digest: layer.digest, diffId, compressedBytes: layer.size, uncompressedBytes, content })
  }
  return {
    method: 'oci-layout',
    compression: compressionOf(image.layers),
    manifestDigest: image.manifestDigest,
    configDigest: image.configDigest,
    ...describeContent(image, layers, origins, base),
    layersRead,
    warnings,
  }
}

/** What a baseline says of this very layer; undefined: it has to be read. Throws an OddLayoutError where an empty file is in its place then. */
async function findKnown(
  folder: string,
  layer: Descriptor,
  diffId: string,
  isOwn: boolean,
  described: KnownLayer | undefined,
): Promise<LayerRecord | undefined> {
  if (described === undefined) return undefined
  const fits = described.layer.diffId === diffId && described.layer.compressedBytes === layer.size
  const wasBase = described.isBase && isOwn
  if (fits && !wasBase) return described.layer
  const stat = await lstat(blobPath(folder, layer.digest)).catch(() => undefined)
  if (stat?.size === layer.size) return undefined
  throw new OddLayoutError(
    fits
      ? `the layer ${layer.digest} was the base image's, and is one of its own now`
      : `the baseline describes the layer ${layer.digest} otherwise`,
  )
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
