import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  buildFinal,
  type FinalBuild,
  type LayoutBuild,
  type LayoutPlace,
  buildIntoEngine,
} from '../build/build-final.ts'
import { deliverImage, type Delivery } from '../deliver/deliver-image.ts'
import { askLoaded, findLoadWithBuild, waitingOutput } from '../deliver/plan-deliveries.ts'
import type { DockerTools } from '../docker/docker.ts'
import { makeOwnName } from '../docker/engine-image.ts'
import { writesLayouts } from '../docker/builder.ts'
import { measureImages } from '../measure/measure-layout.ts'
import { measureSaved } from '../measure/measure-saved.ts'
import type { Measurement } from '../measure/measurement.ts'
import { choosePacking, layoutOutput } from '../plan/packing.ts'
import type { ImageToStart } from '../smoke/smoke-test.ts'
import type { ImageJob } from './job.ts'

/** An image that was built and went nowhere yet; its disposal takes away what nobody asked for. */
export interface BuiltImage extends FinalBuild, AsyncDisposable {
  measure: () => Promise<Measured>
}

/** An image whose size is known. */
export interface Measured {
  /** One for each platform, that which headlines speak of first. */
  measurements: [Measurement, ...Measurement[]]
  /** For a smoke test of the first of them. */
  toStart: ImageToStart
  /** Loads or pushes that very image. */
  deliver: () => Promise<Delivery>
}

/** What builds it; where that runs in parallel with the tests, `inParallel` stops it. */
type ImageTools = DockerTools & { inParallel?: AbortSignal }

/**
 * Builds the image that ships in the way that the builder can: into an OCI layout folder, which tells its size exactly;
 * or, with an engine that still has its legacy store, into that engine, where compressed sizes are estimates.
 */
export async function buildImage(tools: ImageTools, job: ImageJob): Promise<BuiltImage> {
  return writesLayouts(job.builder) ? buildLayout(tools, job) : buildLegacy(tools, job)
}

async function buildLayout(tools: ImageTools, job: ImageJob): Promise<BuiltImage> {
  const { docker, log, tempFolder, inParallel } = tools
  const { settings, builder, plan, request, before, deliveries } = job
  const packing = choosePacking(settings)
  const withBuild = findLoadWithBuild(deliveries, settings, builder)
  const build = async (name: string, place: Omit<LayoutPlace, 'folder'>): Promise<LayoutBuild> => {
    const folder = join(tempFolder, name)
    // BuildKit adds to a layout that is there, such as that of a try before.
    await rm(folder, { recursive: true, force: true })
    return buildFinal({ docker, log, plan, packing, inParallel }, request, { folder, ...place })
  }
  const own = withBuild?.waits === 'engine' ? makeOwnName(docker, log, 'waiting') : undefined
  const built = await build('layout', {
    known: before.flatMap(({ layers }) => layers),
    load: withBuild && {
      output: waitingOutput(withBuild),
      tags: own === undefined ? request.tags : [own.reference],
      metadataFile: join(tempFolder, 'build-metadata.json'),
    },
  }).catch(async (error: unknown) => {
    await own?.[Symbol.asyncDispose]()
    throw error
  })
  // While the image is measured. What was cancelled is told by those that run on.
  const loaded = withBuild && askLoaded(docker, built.metadata).catch(() => undefined)
  const measure = async (): Promise<Measured> => {
    const measured = await measureImages(built, {
      docker,
      plan,
      builderName: settings.builder,
      packing,
      platforms: request.platforms,
      before,
      tempFolder,
      buildAgain: () => build('whole-layout', { known: [], load: undefined }),
    })
    const { measurements, layoutFolder } = measured
    const [first] = measurements
    const toStart = {
      // An engine runs one platform, and a builder beside it loads no index, which an attestation would make of it.
      request: {
        ...request,
        attests: [],
        platforms: request.platforms.length > 1 ? [first.platform] : request.platforms,
      },
      outputs: [layoutOutput(layoutFolder, packing)],
      measured: first,
    }
    const deliver = async (): Promise<Delivery> => {
      const image = await loaded
      const done = withBuild && image && { delivery: withBuild, image, place: own?.reference }
      return deliverImage(tools, job, measured, deliveries, done)
    }
    return { measurements, toStart, deliver }
  }
  return { ...built, measure, [Symbol.asyncDispose]: async () => own?.[Symbol.asyncDispose]() }
}

async function buildLegacy(tools: ImageTools, job: ImageJob): Promise<BuiltImage> {
  const { docker, log, tempFolder, inParallel } = tools
  const { plan, request, before, deliveries } = job
  const built = await buildIntoEngine({ docker, log, plan, inParallel }, request, tempFolder)
  const measure = async (): Promise<Measured> => {
    const measurement = await measureSaved(docker, built, plan, before[0])
    const deliver = (): Promise<Delivery> =>
      deliverImage(tools, job, { measurements: [measurement] }, deliveries)
    const toStart = { request, outputs: [], measured: measurement }
    return { measurements: [measurement], toStart, deliver }
  }
  return { ...built, measure }
}
