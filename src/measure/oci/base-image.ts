import { join } from 'node:path'
import type { Docker } from '../../docker/docker.ts'
import { canonicalName } from '../../docker/registry.ts'
import type { Step } from '../../docker/build/build-result.ts'
import { nameForStage } from '../../plan/dockerfile/stage-graph.ts'
import type { Dockerfile, Stage } from '../../plan/dockerfile/parse-dockerfile.ts'
import { rootOf } from '../../plan/dockerfile/stage-graph.ts'
import type { Packing } from '../../plan/packing.ts'
import type { Plan } from '../../plan/plan.ts'
import { exportImage } from './export-image.ts'
import type { BaseRecord, ImageRecord } from '../record/image-record.ts'
import type { LayerOrigin } from '../analyze/layer-origins.ts'
import { environmentOf, platformOf, readLayout, type ImageConfig, type LayoutImage } from './oci-layout.ts'

const exportDeadlineMs = 60_000

/** What is known of a build when its base image is looked for. */
export interface BaseClues {
  plan: Pick<Plan, 'dockerfile' | 'final'>
  steps: readonly Step[]
  image: Pick<LayoutImage, 'config' | 'layers'>
  origins: readonly LayerOrigin[]
  /** The baseline, which may begin from the very same image. */
  before: ImageRecord | undefined
}

/**
 * Finds which of an image's layers come from the base image: from the baseline where the base is the same, else by
 * `countLayers`, and where that fails the image's history tells. Undefined for an image that begins from nothing.
 */
export async function findBase(
  clues: BaseClues,
  countLayers: (base: Pick<BaseRecord, 'name' | 'digest'>) => Promise<number | undefined>,
): Promise<BaseRecord | undefined> {
  const { image, origins, before } = clues
  const reference = findReference(clues)
  if (reference === undefined) return undefined
  const ofBaseline = before?.base
  const isSame = reference.digest !== undefined && ofBaseline?.digest === reference.digest
  const layerCount =
    (isSame && isBaseOf(before?.layers.slice(0, ofBaseline.layerCount), image)
      ? ofBaseline.layerCount
      : await countLayers(reference)) ?? Math.max(0, countInHistory(origins) - countOnbuild(clues))
  return { ...reference, layerCount, dotnetVersion: dotnetVersion(image.config) }
}

/** The base image by name, and by the digest that its FROM has or that BuildKit resolved it to, as the name of its step shows. */
function findReference({ plan, steps }: BaseClues): Pick<BaseRecord, 'name' | 'digest'> | undefined {
  const root = rootOf(plan.final)
  if (root.base.toLowerCase() === 'scratch') return undefined
  const [, name = root.base, pinned] = /^(.*?)(?:@(sha256:[0-9a-f]{64}))?$/.exec(root.base) ?? []
  return { name, digest: pinned ?? resolvedDigest(steps, plan.dockerfile, root, name) }
}

/**
 * The digest in the step of the stage's own FROM. Stages that begin alike share a step, which bears the name of one of them; then the
 * name of the image tells, unless another stage pins that name to a digest of its own.
 */
function resolvedDigest(
  steps: readonly Step[],
  dockerfile: Dockerfile,
  root: Stage,
  name: string,
): string | undefined {
  const pinned = dockerfile.stages.map(({ base }) => base.split('@')[1])
  const resolved = steps.flatMap(({ stage, position, name: words }) => {
    const [, shown = '', digest = ''] = /^FROM (\S+?)@(sha256:[0-9a-f]{64})$/.exec(words) ?? []
    if (canonicalName(name) !== canonicalName(shown)) return []
    return [{ digest, isOwn: position?.startsWith('1/') === true && isStageOf(root, stage) }]
  })
  const own = resolved.find(({ isOwn }) => isOwn)
  return (own ?? resolved.find(({ digest }) => !pinned.includes(digest)))?.digest
}

/** Whether BuildKit's name in a step is that of the stage; one without a name may have got one of ours. */
function isStageOf({ name, index }: Stage, shown: string | undefined): boolean {
  const names = name === undefined ? [`stage-${index}`, nameForStage(index)] : [name]
  return names.some((one) => one.toLowerCase() === shown?.toLowerCase())
}

/** What an image is exported by. */
export interface ExportTools {
  docker: Docker
  builder: string | undefined
  packing: Packing
  tempFolder: string
}

/** Counts by exporting the base alone, which sends nothing, since all its layers are known. */
export async function countExported(
  { docker, builder, packing, tempFolder }: ExportTools,
  { name, digest }: Pick<BaseRecord, 'name' | 'digest'>,
  image: BaseClues['image'],
): Promise<number | undefined> {
  const platform = platformOf(image.config)
  const sent = await exportImage(docker, {
    reference: `${name}${digest === undefined ? '' : `@${digest}`}`,
    folder: join(tempFolder, `base-${platform.replaceAll('/', '-')}`),
    ...{ platform, builder, packing, known: image.layers, deadlineMs: exportDeadlineMs },
  })
  if (sent.kind === 'failed') return undefined
  const base = await readLayout(sent.layoutFolder).catch(() => undefined)
  return base !== undefined && isBaseOf(base.layers, image) ? base.layers.length : undefined
}

function isBaseOf(layers: readonly { digest: string }[] = [], image: BaseClues['image']): boolean {
  return layers.every(({ digest }, index) => image.layers[index]?.digest === digest)
}

/** The layers that ONBUILD of the base image made: in the history they look like its own, and are yours. */
function countOnbuild({ plan, steps }: BaseClues): number {
  const root = rootOf(plan.final)
  return steps.filter(
    ({ stage, name }) =>
      /^ONBUILD (?:ADD|COPY|RUN|WORKDIR) /.test(name) && (stage === undefined || isStageOf(root, stage)),
  ).length
}

function countInHistory(origins: readonly LayerOrigin[]): number {
  const first = origins.findIndex((origin) => origin.line !== undefined)
  return first < 0 ? origins.length : first
}

/** The runtime's version, which the .NET images have in their environment (dotnet-docker, Dockerfiles of runtime and aspnet). */
function dotnetVersion(config: ImageConfig): string | undefined {
  return environmentOf(config, 'ASPNET_VERSION') ?? environmentOf(config, 'DOTNET_VERSION')
}
