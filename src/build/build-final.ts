import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  readBuildMetadata,
  type BuildMetadata,
  type BuildResult,
  type Step,
} from '../docker/build/build-result.ts'
import { parseBuildError, cacheWarnings } from '../docker/build/buildkit-words.ts'
import type { BuildRequest } from '../docker/build/build-request.ts'
import type { Docker } from '../docker/docker.ts'
import { runBuild } from '../docker/build/run-build.ts'
import type { Log } from '../shared/log.ts'
import { stageLabel } from '../plan/dockerfile/parse-dockerfile.ts'
import { layoutOutput, type Packing } from '../plan/packing.ts'
import { withoutMarks } from '../plan/instrument/run-mounts.ts'
import type { Plan } from '../plan/plan.ts'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import { UserError, type Place } from '../shared/errors.ts'
import { explainFailure } from '../testing/failures/explain-failure.ts'
import { makeOwnName, type OwnName } from '../docker/engine-image.ts'

/** What BuildKit calls the step that loads an image into the engine. */
const loadStep = 'exporting to image'

/** The title of an error that means the load of the image into an engine. */
export const loadFailure = 'The load failed'

/** The final stage could not be built; `build` tells how that ended. */
export class FinalBuildError extends UserError {
  readonly build: BuildResult

  constructor(title: string, message: string, build: BuildResult, place?: Place) {
    super(title, message, place)
    this.build = build
  }
}

/** How the build of the final stage went. */
export interface FinalBuild extends Pick<BuildResult, 'checks'> {
  steps: Step[]
  warnings: string[]
}

/** What the final stage was built to. */
export interface LayoutBuild extends FinalBuild {
  layoutFolder: string
  /** What buildx says of what the build gave beside the layout; undefined where that is nothing. */
  metadata: BuildMetadata | undefined
}

/** Where the final stage is built to. */
export interface LayoutPlace {
  folder: string
  /** Layers that stay empty files there. */
  known: readonly { digest: string }[]
  /** An output that loads the image into the engine, too, if that is wanted, under which names, and where buildx writes of it. */
  load: { output: string; tags: readonly string[]; metadataFile: string } | undefined
}

/** What a build of the final stage works with; where it runs in parallel with the tests, `inParallel` stops it. */
export interface BuildTools {
  docker: Docker
  log: Log
  plan: Plan
  inParallel: AbortSignal | undefined
}

/** Builds the final stage into an OCI layout folder, and loads it if asked. Throws a FinalBuildError with BuildKit's words and the line. */
export async function buildFinal(
  { packing, ...tools }: BuildTools & { packing: Packing },
  request: PreparedBuilds['image'],
  { folder, known, load }: LayoutPlace,
): Promise<LayoutBuild> {
  await writePlaceholders(folder, known)
  // The layout last: buildx writes into it the index of the output that is.
  const outputs = [...(load === undefined ? [] : [load.output]), layoutOutput(folder, packing)]
  const metadataFile = load?.metadataFile
  const built = await runFinalBuild(tools, {
    ...request,
    ...{ tags: load?.tags ?? request.tags, outputs, metadataFile },
  })
  const metadata = metadataFile === undefined ? undefined : await readBuildMetadata(metadataFile)
  return { ...built, layoutFolder: folder, metadata }
}

/** Builds the final stage to what the request says; it writes no cache. Throws a FinalBuildError as `buildFinal` does. */
async function runFinalBuild(
  { docker, log, plan, inParallel }: BuildTools,
  request: BuildRequest,
): Promise<FinalBuild> {
  const label = stageLabel(plan.final)
  const build = await runBuild(docker, log, `Image: docker buildx build, stage ${label}`, request, {
    ...{ reword: withoutMarks, isQuiet: false, isHeld: inParallel !== undefined },
    ...(inParallel && { signal: inParallel }),
  })
  if (build.outcome !== 'built') {
    const isLoad = build.steps.some(({ name, outcome }) => outcome === 'failed' && name === loadStep)
    if (isLoad) throw new FinalBuildError(loadFailure, parseBuildError(build.text).message, build)
    const { title, message, line } = explainFailure(build, plan)
    throw new FinalBuildError(title ?? `Stage ${label} could not be built`, message, build, {
      file: plan.dockerfile.shown,
      ...(line === undefined ? {} : { line }),
    })
  }
  const steps = build.steps.map((step) => ({ ...step, name: withoutMarks(step.name) }))
  return { steps, checks: build.checks, warnings: cacheWarnings([build]) }
}

/**
 * Puts an empty file where each layer would be in an OCI layout folder. BuildKit does not send a blob whose file is there
 * already, so that an export costs what changed; whoever reads the folder has to check every blob that did come.
 */
export async function writePlaceholders(
  layoutFolder: string,
  layers: readonly { digest: string }[],
): Promise<void> {
  const folder = join(layoutFolder, 'blobs', 'sha256')
  await mkdir(folder, { recursive: true })
  const names = new Set(layers.map(({ digest }) => digest.slice('sha256:'.length)))
  await Promise.all([...names].map((name) => writeFile(join(folder, name), '')))
}

/** What an engine has of the final stage, under a name of its own: without one the builder's cache keeps what makes the same image again. */
export interface EngineBuild extends FinalBuild, OwnName {
  configDigest: string
}

/** Builds the final stage into the engine itself, for a builder that writes no OCI layout. Throws a FinalBuildError as `buildFinal` does. */
export async function buildIntoEngine(
  tools: BuildTools,
  request: PreparedBuilds['image'],
  tempFolder: string,
): Promise<EngineBuild> {
  // A name, because removing an image by its digest takes the only name away that somebody else may have given it.
  const own = makeOwnName(tools.docker, tools.log, 'measured')
  const metadataFile = join(tempFolder, 'build-metadata.json')
  const asked = { ...request, tags: [own.reference], outputs: ['type=docker'], metadataFile }
  try {
    const built = await runFinalBuild(tools, asked)
    const metadata = await readBuildMetadata(metadataFile)
    // Before Docker 23 an engine names what it loads by its config alone.
    const configDigest = metadata.configDigest ?? metadata.digest
    if (configDigest === undefined) throw new Error('buildx does not say which image it built.')
    return { ...built, ...own, configDigest }
  } catch (error) {
    await own[Symbol.asyncDispose]()
    throw error
  }
}

/** What buildx says of an image that went out. */
export interface RepeatedBuild extends Pick<BuildMetadata, 'digest' | 'configDigest'> {
  metadata: BuildMetadata['all']
  durationMs: number
}

/** A build that was made in this job, made again from the builder's cache: no step of it runs a second time. */
export function fromCache(request: BuildRequest): BuildRequest {
  return { ...request, noCache: false, noCacheStages: [], pull: false }
}

/** Repeats the cached build of the final stage with other outputs, so that what was measured is used. Throws a UserError titled `failure`. */
export async function repeatBuild(
  docker: Docker,
  log: Log,
  { title, failure }: { title: string; failure: string },
  request: BuildRequest,
  tempFolder: string,
): Promise<RepeatedBuild> {
  const metadataFile = join(tempFolder, 'metadata.json')
  const build = await runBuild(
    docker,
    log,
    title,
    { ...fromCache(request), metadataFile },
    { reword: withoutMarks, isQuiet: true },
  )
  if (build.outcome !== 'built') throw new UserError(failure, parseBuildError(build.text).message)
  const { digest, configDigest, all } = await readBuildMetadata(metadataFile)
  return { digest, configDigest, metadata: all, durationMs: build.durationMs }
}
