import { findStored } from '../baselines/find-baseline.ts'
import { findReleases } from '../baselines/last-release.ts'
import { recordOfBaseline, type Baseline } from '../compare/comparable.ts'
import type { ReleaseBaseline } from '../compare/compare-with-release.ts'
import { writesLayouts, type Builder } from '../docker/builder.ts'
import type { DockerTools } from '../docker/docker.ts'
import { planDeliveries } from '../deliver/plan-deliveries.ts'
import { openBuilder } from '../docker/job-builder.ts'
import { fetchTree } from '../docker/fetch-tree.ts'
import { warnOfSecretBuildArgs } from '../inputs/secrets.ts'
import { readSettings, type Settings } from '../inputs/settings.ts'
import { chooseAttestations } from '../plan/choose-attestations.ts'
import { chooseCache, type CacheChoice } from '../plan/choose-cache.ts'
import { chooseParallelBuild, type ParallelBuild } from '../plan/choose-parallel-build.ts'
import { choosePlatforms, expectedPlatforms } from '../plan/choose-platforms.ts'
import { describePlan, type Plan } from '../plan/plan.ts'
import { prepareBuilds, type PreparedBuilds } from '../plan/prepare-builds.ts'
import { requireOutputs } from '../plan/require-outputs.ts'
import { listImages } from '../plan/dockerfile/stage-graph.ts'
import { probeActionsCache } from '../store/actions-cache-state.ts'
import type { TestReport } from '../testing/test-report.ts'
import type { Before, ImageJob, Reporter, Run, Tools } from './job.ts'
import { openCacheMounts, type KeptMounts } from './keep-cache-mounts.ts'

/** What is decided before the first build begins. */
export interface PreparedJob extends Pick<ImageJob, 'deliveries'> {
  /** As they were given, with the builder that was made for the job, if there is one. */
  settings: Settings
  builder: Builder
  /** The runner is one that begins empty, as GitHub's own do. */
  isHosted: boolean
  cache: CacheChoice
  builds: PreparedBuilds
  /** What another plan for the same Dockerfile changes. */
  prepareAgain: (plan: Plan) => Promise<Pick<PreparedJob, 'builds' | 'parallelBuild'>>
  /** Those that the image is expected to be of, that which headlines speak of first. */
  platforms: readonly string[]
  /** The records to compare with, one for a platform, which are looked for while the tests run. */
  searched: Promise<[Baseline, ...Baseline[]]>
  /** What the image weighed when the last release was made, one for a platform; empty where nobody asked. */
  released: Promise<ReleaseBaseline[]>
  parallelBuild: ParallelBuild
  /** Undefined where they are not kept. */
  mounts: KeptMounts | undefined
  warnings: string[]
}

/** An image that may be built: its tests let it. */
export interface PreparedImage extends ImageJob, Before, Pick<PreparedJob, 'platforms'> {
  tests: TestReport
}

/** Reads what was asked for; its secrets are hidden from then on. Throws one UserError that lists every problem. */
export function readInputs(
  { docker, log, tempFolder }: DockerTools,
  { inputs, workspace, folder, env }: Pick<Run, 'inputs' | 'workspace' | 'folder' | 'env'>,
  mask: Reporter['mask'],
): Promise<Settings> {
  return readSettings(inputs, workspace, {
    ...{ folder, env, mask },
    fetchTree: (source) => fetchTree(docker, log, tempFolder, source),
  })
}

/** Finds or makes what builds, chooses the caches, and writes the builds down. Throws a UserError. */
export async function prepareJob(
  tools: Tools,
  { context, env }: Pick<Run, 'context' | 'env'>,
  asked: Settings,
  plan: Plan,
): Promise<PreparedJob> {
  const { docker, log, tempFolder, builder: current, jobBuilder, store, github: remote } = tools
  log.info(`Plan: ${describePlan(plan)}.`)
  const wish = { name: asked.builder, current, images: listImages(plan.dockerfile) }
  const opening = openBuilder(docker, log, wish, jobBuilder)
  const [{ builder, isMadeForJob, warnings }, actionsCache] = await Promise.all([
    opening,
    probeActionsCache(env),
  ])
  const settings = isMadeForJob ? withMadeBuilder(asked, builder.name) : asked
  requireOutputs(settings, builder)
  const mounts = openCacheMounts(tools, context, settings, plan, builder)
  log.debug(describePlace(builder, context))
  const platforms = choosePlatforms(settings.platforms, builder)
  const expected = expectedPlatforms(platforms, builder, env)
  const records = { store, history: context, remote }
  const trouble = actionsCache.kind === 'unusable' ? actionsCache.reason : undefined
  const searched = findStored(records, settings, plan.identity, expected, trouble)
  const released = searched.then((stored) => findReleases(records, settings, plan.identity, stored, expected))
  const cache = chooseCache(settings, plan.identity, {
    actionsCache,
    builderWrites: writesLayouts(builder),
    readOnly: context.readOnly,
    testStages: (settings.testCache ? plan.instrumented.targets : plan.instrumented.untested.targets).length,
  })
  log.info(`Build ${cache.reason}.`)
  const attests = chooseAttestations(settings, { ...context, builderAttests: writesLayouts(builder), env })
  const choices = { cacheFrom: cache.from, testsFrom: cache.testsFrom, attests, platforms }
  const prepareAgain: PreparedJob['prepareAgain'] = async (one) => {
    const parallelBuild = chooseParallelBuild(one, settings)
    log.debug(
      `image: built ${parallelBuild.kind === 'after' ? `after the tests: ${parallelBuild.reason}` : 'while the tests run'}`,
    )
    return { builds: await prepareBuilds(one, settings, choices, tempFolder), parallelBuild }
  }
  return {
    isHosted: env['RUNNER_ENVIRONMENT'] === 'github-hosted',
    ...{ settings, builder, cache, searched, released, platforms: expected, prepareAgain, mounts },
    ...(await prepareAgain(plan)),
    deliveries: planDeliveries(settings, builder.driver),
    warnings: [
      ...[...asked.warnings, ...warnOfSecretBuildArgs(asked), ...warnings, ...cache.warnings],
      ...(asked.baseline.length === 0 ? [] : context.warnings),
    ],
  }
}

/** What is to be built, as soon as the records to compare with were found. */
export async function prepareBuild(
  { settings, builder, builds, searched, deliveries }: PreparedJob,
  plan: Plan,
  hasCacheTrouble: boolean,
): Promise<ImageJob> {
  const before = (await searched).flatMap((baseline) => recordOfBaseline(baseline) ?? [])
  // A cache that failed the tests' build is not asked again.
  const request = hasCacheTrouble ? { ...builds.image, cacheFrom: [] } : builds.image
  return { settings, builder, plan, request, before, deliveries }
}

/** Waits for what was looked for while the tests ran. */
export async function prepareImage(
  prepared: PreparedJob,
  plan: Plan,
  tests: TestReport,
): Promise<PreparedImage> {
  const job = await prepareBuild(prepared, plan, tests.hasCacheTrouble)
  const [stored, released] = [await prepared.searched, await prepared.released]
  return { ...job, platforms: prepared.platforms, tests, stored, released }
}

/** Who asks for nothing expects the image in the engine, for which the builder stands in. */
function withMadeBuilder(asked: Settings, name: string): Settings {
  const isAskedFor = asked.push || asked.load || asked.outputs.length > 0
  return { ...asked, builder: name, load: asked.load || !isAskedFor }
}

/** What builds, and which records may be compared with, in the order in which they are looked for. */
function describePlace(builder: Builder, { grewFrom, lookups, writes, readOnly }: Run['context']): string {
  const { name, driver, engine, buildxVersion } = builder
  const searched = lookups.map(({ branch, commit }) => `${branch}${commit === undefined ? '' : `@${commit}`}`)
  return [
    `builder ${name} (${driver}, ${engine}, buildx ${buildxVersion})`,
    `base commit ${grewFrom ?? 'unknown'}`,
    `measurements looked for: ${searched.join(', ') || 'none'}`,
    writes === undefined
      ? `saves no measurement: ${readOnly ?? ''}`
      : `saves its measurement on ${writes.branch}`,
  ].join('; ')
}
