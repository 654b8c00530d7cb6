import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { loadFailure } from '../build/build-final.ts'
import { repeatBuild, type RepeatedBuild } from '../build/repeat-build.ts'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import type { Docker } from '../docker/docker.ts'
import { shownPath } from '../inputs/paths.ts'
import type { Settings } from '../inputs/settings.ts'
import type { Log } from '../shared/log.ts'
import type { LayoutMeasurement } from '../measure/measure-image.ts'
import type { Measurement } from '../measure/measurement.ts'
import { choosePacking, layoutOutput } from '../plan/packing.ts'
import { CancelledError, UserError, OtherImageError, messageOf } from '../shared/errors.ts'
import { proveDelivery, type Comparison, type Proof, hasNewImage, listBlobs } from './check-delivery.ts'
import { type LoadedImage, isLayout, waitingOutput, type PlannedDelivery } from './plan-deliveries.ts'
import { explainPush } from './explain-push.ts'
import { giveNames, WaitingImages } from './give-names.ts'

/** One place that the image went to. */
export interface DeliveredOutput {
  how: PlannedDelivery['how']
  /** Image names, or a path; empty for an engine that was given no name. */
  where: string
  /** By what it was told to be the measured image. */
  checkedBy: Proof
  /** Missing where the build itself did it. */
  durationMs?: number
}

/** What was delivered: the digest by which the registry or the engine knows it, and buildx's metadata. */
export type Delivery =
  { kind: 'nothing' } | { kind: 'delivered'; digest: string; metadata: unknown; outputs: DeliveredOutput[] }

/** An image that went out, whose solve took so long where it was one of its own. */
type Sent = Pick<RepeatedBuild, 'digest' | 'metadata'> & { durationMs?: number }

/** The measured images: one for each platform. */
type Measured = readonly [Measurement, ...Measurement[]]

/** What a delivery works with. */
export interface DeliveryTools {
  docker: Docker
  log: Log
  tempFolder: string
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
 * Loads, pushes or writes the image by repeating the cached build with each of the outputs, but for the one that is `done`, as the
 * last act of the job. Names are set only when all of it was compared. Throws a UserError when that fails, and an OtherImageError
 * when the builder gave another image than the measured one; then all names stand for what they stood for before.
 */
export async function deliverImage(
  tools: DeliveryTools,
  job: DeliveryJob,
  measured: LayoutMeasurement,
  deliveries: readonly PlannedDelivery[],
  done: DoneDelivery | undefined,
): Promise<Delivery> {
  const again = layoutOutput(measured.layoutFolder, choosePacking(job.settings))
  const { measurements } = measured
  return deliverAll(tools, job.settings, measurements, deliveries, async (delivery, place) => {
    if (delivery === done?.delivery) {
      tools.log.info(`${wordsOf(delivery).waiting}: done with the build.`)
      return compare(
        tools.docker,
        job.settings.builder,
        delivery,
        { sent: done.image, place: done.place },
        measurements,
      )
    }
    // The same build also writes into the layout folder again, which costs little, since its blobs are there: what it adds
    // tells whether this solve gave the image that was measured. Of two layout folders buildx writes one; that one tells by itself.
    const before = await listBlobs(measured.layoutFolder)
    const beside = isLayout(delivery.asked) ? [] : [again]
    const outputs = [...beside, waitingOutput(delivery, place)]
    const sent = await send(tools, job.request, delivery, outputs, place)
    if (await hasNewImage(measured.layoutFolder, before)) throw notMeasured(delivery, measurements)
    return compare(tools.docker, job.settings.builder, delivery, { sent, place }, measurements)
  })
}

async function compare(
  docker: Docker,
  builder: string | undefined,
  delivery: PlannedDelivery,
  { sent, place }: Omit<Waiting, 'proof'>,
  measurements: Measured,
): Promise<Waiting> {
  const asked = { docker, builder }
  const where = { digest: sent.digest, place }
  const compared = await proveDelivery(asked, delivery, where, measurements).catch(
    (error: unknown): Comparison => ({ kind: 'unknown', reason: messageOf(error) }),
  )
  if (compared.kind === 'same') return { sent, proof: compared.by, place }
  if (compared.kind === 'other') throw notMeasured(delivery, measurements)
  throw new UserError(
    'The pushed or loaded image could not be checked',
    wordsOfUnknown(delivery, compared.reason),
  )
}

/**
 * The same for an engine with its legacy store, which compresses while it pushes: only by its config can the image be
 * told to be the measured one.
 */
export async function deliverFromEngine(
  tools: DeliveryTools,
  job: DeliveryJob,
  measured: Measurement,
  deliveries: readonly PlannedDelivery[],
): Promise<Delivery> {
  return deliverAll(tools, job.settings, [measured], deliveries, async (delivery, place) => {
    const sent = await send(tools, job.request, delivery, [waitingOutput(delivery, place)], place)
    const hasConfig = delivery.how !== 'written'
    // Before Docker 23 an engine names what it loads by its config alone.
    const configDigest = sent.configDigest ?? sent.digest
    if (hasConfig && configDigest !== measured.configDigest) throw notMeasured(delivery, [measured])
    return { sent, proof: hasConfig ? 'config' : 'build', place }
  })
}

/**
 * One solve for each output: in one of several, buildx can't say which digest is whose, and gives a layout folder the index of
 * another output. `prepare` brings the image to where it waits; with a name of its own where that is the engine, a path where it is a folder.
 */
async function deliverAll(
  tools: DeliveryTools,
  { builder, workspace }: Pick<Settings, 'builder' | 'workspace'>,
  [{ manifestDigest }]: Measured,
  deliveries: readonly PlannedDelivery[],
  prepare: (delivery: PlannedDelivery, place: string | undefined) => Promise<Waiting>,
): Promise<Delivery> {
  await using references = new WaitingImages(tools.docker, tools.log)
  const waiting: { delivery: PlannedDelivery; image: Waiting }[] = []
  for (const [index, delivery] of deliveries.entries()) {
    const path = delivery.waits === 'folder' ? join(tools.tempFolder, `output-${index}`) : undefined
    const place = delivery.waits === 'engine' ? references.add() : path
    waiting.push({ delivery, image: await prepare(delivery, place) })
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
  const { digest = manifestDigest, metadata } = first.sent
  return { kind: 'delivered', digest, metadata, outputs }
}

async function name(
  { docker, log }: Omit<DeliveryTools, 'tempFolder'>,
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

/** What a delivery is called while it runs, and when it fails. */
function wordsOf({ how, names, asked, waits }: PlannedDelivery): {
  title: string
  /** Of what comes before its names are set. */
  waiting: string
  failure: string
} {
  switch (how) {
    case 'pushed': {
      const title = `Push ${names.join(', ')}`
      return {
        title,
        waiting: waits === 'engine' ? 'Load the image to push it' : title,
        failure: 'The push failed',
      }
    }
    case 'loaded': {
      const title = `Load ${names.join(', ') || 'the image'}`
      return { title, waiting: title, failure: loadFailure }
    }
    case 'written': {
      const title = `Write ${asked.dest ?? ''}`
      return { title, waiting: title, failure: `${asked.dest ?? ''} could not be written` }
    }
  }
}

/** Sends the image to one place, by the cached build. */
async function send(
  { docker, log, tempFolder }: DeliveryTools,
  request: DeliveryJob['request'],
  delivery: PlannedDelivery,
  outputs: string[],
  place: string | undefined,
): Promise<RepeatedBuild> {
  const { waits } = delivery
  // Of a try before nothing is left.
  if (waits === 'folder' && place !== undefined) await rm(place, { recursive: true, force: true })
  const { waiting: title, failure } = wordsOf(delivery)
  const own = place === undefined ? [] : [place]
  const tags = { nowhere: request.tags, folder: request.tags, registry: [], engine: own }
  const repeated = { ...request, tags: tags[waits], outputs }
  return repeatBuild(docker, log, { title, failure }, repeated, tempFolder).catch((error: unknown) => {
    throw error instanceof UserError ? new UserError(failure, explain(delivery, error.message)) : error
  })
}

/** Only a registry's refusal says of itself too little. */
function explain({ how, names }: PlannedDelivery, words: string): string {
  return how === 'pushed' ? explainPush(words, names) : words
}

function wordsOfPlace({ names, asked }: PlannedDelivery): string {
  return asked.dest ?? (names.join(', ') || 'the engine')
}

function notMeasured(delivery: PlannedDelivery, measured: Measured): OtherImageError {
  const digests = measured.map(({ manifestDigest }) => manifestDigest).join(', ')
  return new OtherImageError(
    'The builder gave another image than the measured one',
    `Measured was ${digests}; for ${wordsOfPlace(delivery)} the builder gave another one when the build was repeated from its cache: ` +
      `something else uses the builder, or changes files of the build, at the same time. ${wordsOfNames(delivery)}Run the job again.`,
  )
}

function wordsOfNames({ waits }: PlannedDelivery): string {
  return waits === 'nowhere' ? '' : 'No tag was changed. '
}

function wordsOfUnknown(delivery: PlannedDelivery, reason: string): string {
  return `Whether ${wordsOfPlace(delivery)} would be the measured image is not known: ${reason}. ${wordsOfNames(delivery)}Run the job again.`
}
