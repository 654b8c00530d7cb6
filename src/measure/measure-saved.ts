import * as v from 'valibot'
import type { EngineBuild } from '../build/build-final.ts'
import { isDone, whyNot, type Docker } from '../docker/docker.ts'
import { digest } from '../shared/schema-values.ts'
import type { Plan } from '../plan/plan.ts'
import { findBase } from './oci/base-image.ts'
import type { ImageRecord } from './record/image-record.ts'
import { readKnownLayers, describeContent, type Measurement, type ReadLayer } from './measurement.ts'
import { readLayerOrigins } from './analyze/layer-origins.ts'
import { asBaseContent } from './oci/list-layer.ts'
import { readSavedImage, type SavedImage } from './oci/saved-image.ts'

const inspectDeadlineMs = 30_000
const saveDeadlineMs = 15 * 60_000

const estimateWarning =
  'Compressed sizes are estimates, within about 1 %: this Docker engine keeps images in its legacy store, which has no compressed ' +
  'layers. For exact ones add the step docker/setup-buildx-action above this one, or turn on the containerd image store.'

/**
 * Measures an image of an engine with its legacy store, which compresses layers only while it pushes: compressed sizes are estimates. Layers that the
 * baseline has are not read again. Throws an Error when docker gives no image, or another one.
 */
export async function measureSaved(
  docker: Docker,
  { reference, configDigest, steps }: EngineBuild,
  plan: Pick<Plan, 'dockerfile' | 'final'>,
  before: ImageRecord | undefined,
): Promise<Measurement> {
  const diffIds = await readDiffIds(docker, reference)
  if (diffIds === undefined)
    throw new Error(`docker does not know the image ${reference}, which it has just built`)
  // Of a layer that was measured in another way, another compressed size is known.
  const known = readKnownLayers(before?.method === 'docker-save' ? [before] : [], ({ diffId }) => diffId)
  const saveWith = (knownDiffIds: ReadonlySet<string>): Promise<SavedImage> =>
    save(docker, reference, { configDigest, diffIds, knownDiffIds })
  let saved = await saveWith(new Set(known.keys()))
  const origins = readLayerOrigins(saved.config, plan.final)
  // A legacy store has no blob of a layer but its content, so the digest of that is all that it has.
  const image = {
    config: saved.config,
    layers: diffIds.map((digest) => ({
      digest,
      size: 0,
      mediaType: 'application/vnd.oci.image.layer.v1.tar',
    })),
  }
  const base = await findBase({ plan, steps, image, origins, before }, async ({ name }) => {
    const lowest = await readDiffIds(docker, name)
    return lowest?.every((diffId, index) => diffId === diffIds[index]) ? lowest.length : undefined
  })
  const ownFrom = base?.layerCount ?? 0
  const wasBase = diffIds.slice(ownFrom).filter((diffId) => known.get(diffId)?.isBase)
  if (wasBase.length > 0) {
    for (const diffId of wasBase) known.delete(diffId)
    saved = await saveWith(new Set(known.keys()))
  }
  const layers = diffIds.map((diffId, index): ReadLayer => {
    const layer = saved.layers.get(diffId)
    if (layer === undefined) {
      const { compressedBytes = 0, uncompressedBytes = 0, content } = known.get(diffId)?.layer ?? {}
      return { digest: diffId, diffId, compressedBytes, uncompressedBytes, content }
    }
    const content = index >= ownFrom ? layer.content : asBaseContent(layer.content)
    return { digest: diffId, diffId, ...layer, content }
  })
  return {
    method: 'docker-save',
    compression: 'gzip',
    manifestDigest: configDigest,
    configDigest,
    ...describeContent(saved, layers, origins, base),
    layersRead: saved.layers.size,
    warnings: [estimateWarning],
  }
}

/** The digests of an image's uncompressed layers as the engine has them; undefined when it does not have the image. */
export async function readDiffIds(docker: Docker, reference: string): Promise<string[] | undefined> {
  const args = ['image', 'inspect', '--format', '{{json .RootFS.Layers}}', reference]
  const asked = await docker.ask(args, inspectDeadlineMs)
  // An image without layers has null there.
  return asked === undefined ? undefined : v.parse(v.array(digest), JSON.parse(asked) ?? [])
}

async function save(
  docker: Docker,
  reference: string,
  wanted: Parameters<typeof readSavedImage>[0],
): Promise<SavedImage> {
  const { stream, image } = readSavedImage(wanted)
  const ended = await docker.run({
    args: ['image', 'save', reference],
    deadlineMs: saveDeadlineMs,
    output: stream,
  })
  if (!isDone(ended)) throw new Error(`docker image save gave no image: ${whyNot(ended)}`)
  return image()
}
