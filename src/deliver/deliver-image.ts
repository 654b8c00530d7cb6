import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
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
import { OtherImageError } from '../shared/other-image-error.ts'
import { UserError } from '../shared/errors.ts'
import { proveDelivery, type Comparison, type Proof } from './check-delivery.ts'
import { hasNewImage, listBlobs } from './new-images.ts'
import type { LoadedImage } from './load-with-build.ts'
import type { PlannedDelivery } from './plan-deliveries.ts'
import { messageOf } from '../shared/message-of.ts'

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

/** What a delivery needs beside the measured image. */
export interface DeliveryTools {
  docker: Docker
  log: Log
  settings: Pick<Settings, 'push' | 'outputs' | 'builder' | 'workspace'>
  request: PreparedBuilds['image']
  tempFolder: string
}

/** A delivery that the build itself did. */
export interface DoneDelivery {
  delivery: PlannedDelivery
  image: LoadedImage
}

/**
 * Loads, pushes or writes the image by repeating the cached build with each of the outputs, but for the one that is `done`, as the
 * last act of the job. Throws a UserError when that fails, and an OtherImageError when what was delivered is not the image that
 * was measured.
 */
export async function deliverImage(
  tools: DeliveryTools,
  measured: LayoutMeasurement,
  deliveries: readonly PlannedDelivery[],
  done: DoneDelivery | undefined,
): Promise<Delivery> {
  const again = layoutOutput(measured.layoutFolder, choosePacking(tools.settings))
  const { measurements } = measured
  return deliverAll(tools, measurements, deliveries, async (delivery) => {
    if (delivery === done?.delivery) {
      tools.log.info(`${wordsOf(delivery).title}: done with the build.`)
      return { sent: done.image, proof: 'build' }
    }
    // The same build also writes into the layout folder again, which costs little, since its blobs are there: what it adds
    // tells whether this solve gave the image that was measured.
    const before = await listBlobs(measured.layoutFolder)
    const sent = await send(tools, delivery, [again, delivery.output])
    if (await hasNewImage(measured.layoutFolder, before)) throw notMeasured(delivery, measurements)
    const { docker, settings } = tools
    const asked = { docker, builder: settings.builder }
    const compared = await proveDelivery(asked, delivery, sent.digest, measurements).catch(
      (error: unknown): Comparison => ({
        kind: 'unknown',
        reason: messageOf(error),
      }),
    )
    if (compared.kind === 'same') return { sent, proof: compared.by }
    if (compared.kind === 'other') throw notMeasured(delivery, measurements)
    throw new UserError('What was delivered could not be checked', wordsOfUnknown(delivery, compared.reason))
  })
}

/**
 * The same for an engine with its legacy store, which compresses while it pushes: only by its config can the image be
 * told to be the measured one.
 */
export async function deliverFromEngine(
  tools: DeliveryTools,
  measured: Measurement,
  deliveries: readonly PlannedDelivery[],
): Promise<Delivery> {
  return deliverAll(tools, [measured], deliveries, async (delivery) => {
    const sent = await send(tools, delivery, [delivery.output])
    const hasConfig = delivery.how !== 'written'
    // Before Docker 23 an engine names what it loads by its config alone.
    const configDigest = sent.configDigest ?? sent.digest
    if (hasConfig && configDigest !== measured.configDigest) throw notMeasured(delivery, [measured])
    return { sent, proof: hasConfig ? 'config' : 'build' }
  })
}

/**
 * One solve for each output: in one of several, buildx can't say which digest is whose, and gives a layout folder the index of
 * another output.
 */
async function deliverAll(
  { settings }: DeliveryTools,
  [{ manifestDigest }]: Measured,
  deliveries: readonly PlannedDelivery[],
  deliver: (delivery: PlannedDelivery) => Promise<{ sent: Sent; proof: Proof }>,
): Promise<Delivery> {
  const outputs: DeliveredOutput[] = []
  let first: { rank: number; sent: Sent } | undefined
  for (const delivery of deliveries) {
    const { sent, proof } = await deliver(delivery)
    const { how, names, asked } = delivery
    const where = asked.dest === undefined ? names.join(', ') : shownPath(asked.dest, settings.workspace)
    const took = sent.durationMs === undefined ? {} : { durationMs: sent.durationMs }
    outputs.push({ how, where, checkedBy: proof, ...took })
    const rank = ['pushed', 'loaded', 'written'].indexOf(how)
    if (first === undefined || rank < first.rank) first = { rank, sent }
  }
  if (first === undefined) return { kind: 'nothing' }
  const { digest = manifestDigest, metadata } = first.sent
  return { kind: 'delivered', digest, metadata, outputs }
}

/** What a delivery is called while it runs, and when it fails. */
function wordsOf({ how, names, asked }: PlannedDelivery): { title: string; failure: string } {
  switch (how) {
    case 'pushed':
      return { title: `Push ${names.join(', ')}`, failure: 'The push failed' }
    case 'loaded':
      return { title: `Load ${names.join(', ') || 'the image'}`, failure: loadFailure }
    case 'written':
      return { title: `Write ${asked.dest ?? ''}`, failure: `${asked.dest ?? ''} could not be written` }
  }
}

/** Sends the image to one place, by the cached build. */
async function send(
  { docker, log, request, tempFolder }: DeliveryTools,
  delivery: PlannedDelivery,
  outputs: string[],
): Promise<RepeatedBuild> {
  // buildx makes no folders for an archive.
  if (delivery.asked.dest !== undefined) await mkdir(dirname(delivery.asked.dest), { recursive: true })
  return repeatBuild(docker, log, wordsOf(delivery), { ...request, outputs }, tempFolder)
}

function wordsOfPlace({ names, asked }: PlannedDelivery): string {
  return asked.dest ?? (names.join(', ') || 'the engine')
}

function notMeasured(delivery: PlannedDelivery, measured: Measured): OtherImageError {
  const digests = measured.map(({ manifestDigest }) => manifestDigest).join(', ')
  return new OtherImageError(
    'Another image was delivered than the one that was measured',
    `Measured was ${digests}; ${wordsOfPlace(delivery)} got another one. The builder gave it when the build was repeated from its cache: ` +
      'something else uses the builder, or changes files of the build, at the same time. Run the job again.',
  )
}

function wordsOfUnknown(delivery: PlannedDelivery, reason: string): string {
  return (
    `${wordsOfPlace(delivery)} was looked at, to see that it is the measured image: ${reason}. ` +
    'Look at what is there, and run the job again.'
  )
}
