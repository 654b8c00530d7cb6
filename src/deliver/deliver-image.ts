import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { milliseconds, said } from '../shared/schema-values.ts'
import { repeatBuild, type RepeatedBuild } from '../build/build-final.ts'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import type { Docker, DockerTools } from '../docker/docker.ts'
import { makeOwnName } from '../docker/engine-image.ts'
import { shownPath } from '../inputs/paths.ts'
import type { Settings } from '../inputs/settings.ts'
import type { Measurement } from '../measure/measurement.ts'
import { choosePacking, layoutOutput } from '../plan/packing.ts'
import { CancelledError, UserError, messageOf } from '../shared/errors.ts'
import { proveDelivery, type Comparison, type Proof, hasNewImage, listBlobs } from './check-delivery.ts'
import { type LoadedImage, isLayout, waitingOutput, type PlannedDelivery } from './plan-deliveries.ts'
import { explain, notMeasured, wordsOf, wordsOfUnknown } from './explain-delivery.ts'
import { giveNames } from './give-names.ts'

/** One place that the image went to. */
export const outputSchema = v.object({
  how: v.picklist(['pushed', 'loaded', 'written']),
  where: said(v.string(), 'Image names, or a path; empty for an engine that was given no name.'),
  checkedBy: said(
    v.picklist(['manifest', 'config', 'build']),
    'What proves that it is the measured image: its manifest, its config, or that it comes from the same build.',
  ),
  durationMs: said(v.optional(milliseconds), 'Missing where the build itself did it.'),
})

/** The same as a type. */
export type DeliveredOutput = v.InferOutput<typeof outputSchema>

/** What was delivered: the digest by which the registry or the engine knows it, and buildx's metadata. */
export type Delivery =
  { kind: 'nothing' } | { kind: 'delivered'; digest: string; metadata: unknown; outputs: DeliveredOutput[] }

/** An image that went out, whose solve took so long where it was one of its own. */
type Sent = Pick<RepeatedBuild, 'digest' | 'metadata'> &
  Partial<Pick<RepeatedBuild, 'configDigest' | 'durationMs'>>

/** The measured images, one for each platform, and the folder that they were measured in; an engine with its legacy store has none. */
interface MeasuredImages {
  measurements: readonly [Measurement, ...Measurement[]]
  layoutFolder?: string | undefined
}

/** What is delivered, beside the measured image. */
export interface DeliveryJob {
  settings: Pick<Settings, 'push' | 'outputs' | 'builder' | 'workspace'>
  request: PreparedBuilds['image']
}

/** A delivery whose image the build itself has loaded. */
export interface DoneDelivery {
  delivery: PlannedDelivery
  image: LoadedImage
  /** The name that it has in the engine until it was compared; undefined where it gets none. */
  place: string | undefined
}

/** An image that is there, and has no name yet that anybody asked for. */
interface Waiting {
  sent: Sent
  proof: Proof
  /** Its name in the engine, or its path. */
  place: string | undefined
}

/**
 * Loads, pushes or writes the image by repeating the cached build for each output but the one that is `done`; names are set when all was compared. Throws a
 * UserError, or an OtherImageError for another image than the measured one: then no name has moved.
 */
export async function deliverImage(
  tools: DockerTools,
  job: DeliveryJob,
  { measurements, layoutFolder }: MeasuredImages,
  deliveries: readonly PlannedDelivery[],
  done?: DoneDelivery,
): Promise<Delivery> {
  const { builder, workspace } = job.settings
  const names = deliveries.map((delivery) =>
    delivery.waits === 'engine' && delivery !== done?.delivery
      ? makeOwnName(tools.docker, tools.log, 'waiting')
      : undefined,
  )
  await using _removed = {
    [Symbol.asyncDispose]: async () => {
      for (const own of names) await own?.[Symbol.asyncDispose]()
    },
  }
  const waiting: { delivery: PlannedDelivery; image: Waiting }[] = []
  // One solve for each: in one of several, buildx can't say which digest is whose, and gives a layout folder the index of another output.
  for (const [index, delivery] of deliveries.entries()) {
    const path = delivery.waits === 'folder' ? join(tools.tempFolder, `output-${index}`) : undefined
    const isDone = delivery === done?.delivery
    const place = isDone ? done.place : (names[index]?.reference ?? path)
    const sent = isDone ? done.image : await send(tools, job, delivery, { place, layoutFolder, measurements })
    if (isDone) tools.log.info(`${wordsOf(delivery).waiting}: done with the build.`)
    const proof = await compare(tools.docker, builder, delivery, { sent, place }, measurements)
    waiting.push({ delivery, image: { sent, proof, place } })
  }
  const outputs: DeliveredOutput[] = []
  let first: { rank: number; sent: Sent } | undefined
  for (const { delivery, image } of waiting) {
    const startedAt = performance.now()
    const sent = await name(tools, builder, delivery, image)
    const { how, names, asked } = delivery
    const where = asked.dest === undefined ? names.join(', ') : shownPath(asked.dest, workspace)
    const isNoted = sent.durationMs !== undefined || how === 'pushed'
    const durationMs = (sent.durationMs ?? 0) + performance.now() - startedAt
    outputs.push({ how, where, checkedBy: image.proof, ...(isNoted ? { durationMs } : {}) })
    const rank = ['pushed', 'loaded', 'written'].indexOf(how)
    if (first === undefined || rank < first.rank) first = { rank, sent }
  }
  if (first === undefined) return { kind: 'nothing' }
  const { digest = measurements[0].manifestDigest, metadata } = first.sent
  return { kind: 'delivered', digest, metadata, outputs }
}

async function compare(
  docker: Docker,
  builder: string | undefined,
  delivery: PlannedDelivery,
  { sent: { digest, configDigest }, place }: Omit<Waiting, 'proof'>,
  measurements: MeasuredImages['measurements'],
): Promise<Proof> {
  const found = { digest, configDigest, place }
  const compared = await proveDelivery({ docker, builder }, delivery, found, measurements).catch(
    (error: unknown): Comparison => ({ kind: 'unknown', reason: messageOf(error) }),
  )
  if (compared.kind === 'same') return compared.by
  if (compared.kind === 'other') throw notMeasured(delivery, measurements)
  throw new UserError(
    'The pushed or loaded image could not be checked',
    wordsOfUnknown(delivery, compared.reason),
  )
}

async function name(
  { docker, log }: Omit<DockerTools, 'tempFolder'>,
  builder: string | undefined,
  delivery: PlannedDelivery,
  image: Waiting,
): Promise<Sent> {
  const { title, failure } = wordsOf(delivery)
  const named = await giveNames({ docker, log, builder }, delivery, image, title).catch((error: unknown) => {
    if (error instanceof CancelledError) throw error
    throw new UserError(failure, explain(delivery, messageOf(error)))
  })
  return { ...image.sent, ...named }
}

/**
 * Sends the image to one place by the cached build, which writes into the layout folder again: at little cost, and what it adds tells whether this was the
 * measured image. Of two layout folders buildx writes one; that one tells by itself.
 */
async function send(
  { docker, log, tempFolder }: DockerTools,
  { request, settings }: DeliveryJob,
  delivery: PlannedDelivery,
  { place, layoutFolder, measurements }: MeasuredImages & Pick<Waiting, 'place'>,
): Promise<RepeatedBuild> {
  const { waits } = delivery
  // Of a try before nothing is left.
  if (waits === 'folder' && place !== undefined) await rm(place, { recursive: true, force: true })
  const before = layoutFolder && (await listBlobs(layoutFolder))
  const hasBeside = layoutFolder !== undefined && !isLayout(delivery.asked)
  const beside = hasBeside ? [layoutOutput(layoutFolder, choosePacking(settings))] : []
  const { waiting: title, failure } = wordsOf(delivery)
  const own = place === undefined ? [] : [place]
  const tags = { nowhere: request.tags, folder: request.tags, registry: [], engine: own }
  const outputs = [...beside, waitingOutput(delivery, place)]
  const repeated = { ...request, tags: tags[waits], outputs }
  const sent = await repeatBuild(docker, log, { title, failure }, repeated, tempFolder).catch(
    (error: unknown) => {
      throw error instanceof UserError ? new UserError(failure, explain(delivery, error.message)) : error
    },
  )
  if (before && (await hasNewImage(layoutFolder, before))) throw notMeasured(delivery, measurements)
  return sent
}
