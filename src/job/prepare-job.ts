import type { Baseline } from '../compare/baseline.ts'
import type { ReleaseBaseline } from '../compare/release/release.ts'
import { writesLayouts, type Builder } from '../docker/builder.ts'
import { openBuilder } from '../docker/job-builder.ts'
import { probeActionsCache } from '../github/actions-cache-state.ts'
import type { Host } from './job-context.ts'
import { warnOfSecretBuildArgs } from '../inputs/secrets/secret-values.ts'
import type { Settings } from '../inputs/settings.ts'
import { wordsOfPlace } from './log-messages.ts'
import { chooseAttestations } from '../plan/choose-attestations.ts'
import { chooseCache, type CacheChoice } from '../plan/choose-cache.ts'
import { choosePlatforms, expectedPlatforms } from '../plan/choose-platforms.ts'
import { describePlan, type Plan } from '../plan/plan.ts'
import { prepareBuilds, type PreparedBuilds } from '../plan/prepare-builds.ts'
import { requireOutputs } from '../plan/require-outputs.ts'
import { listImages } from '../plan/dockerfile/stage-graph.ts'
import { findStoredOfAll } from './platform-records.ts'
import { findReleases } from '../baselines/last-release.ts'

/** What is decided before the first build begins. */
export interface PreparedJob {
  /** As they were given, with the builder that was made for the job, if there is one. */
  settings: Settings
  builder: Builder
  cache: CacheChoice
  builds: PreparedBuilds
  /** Those that the image is expected to be of, that which headlines speak of first. */
  platforms: readonly string[]
  /** The records to compare with, one for a platform, which are looked for while the tests run. */
  searched: Promise<[Baseline, ...Baseline[]]>
  /** What the image weighed when the last release was made, one for a platform; empty where nobody asked. */
  released: Promise<ReleaseBaseline[]>
  warnings: string[]
}

/** Finds or makes what builds, chooses the caches, and writes the builds down. Throws a UserError. */
export async function prepareJob(host: Host, asked: Settings, plan: Plan): Promise<PreparedJob> {
  const { docker, log, context, env, tempFolder } = host
  log.info(`Plan: ${describePlan(plan)}.`)
  const wish = { name: asked.builder, current: host.builder, images: listImages(plan.dockerfile) }
  const opening = openBuilder(docker, log, wish, host.jobBuilder)
  const [{ builder, isMadeForJob, warnings }, actionsCache] = await Promise.all([
    opening,
    probeActionsCache(env),
  ])
  const settings = isMadeForJob ? withMadeBuilder(asked, builder.name) : asked
  requireOutputs(settings, builder)
  log.debug(wordsOfPlace(builder, context))
  const platforms = choosePlatforms(settings.platforms, builder)
  const expected = expectedPlatforms(platforms, builder, env)
  const searched = findStoredOfAll(host, settings, plan.identity, actionsCache, expected)
  const released = searched.then((stored) => findReleases(host, settings, plan.identity, stored, expected))
  const cache = chooseCache(settings, plan.identity, {
    actionsCache,
    builderWrites: writesLayouts(builder),
    readOnly: context.readOnly,
    testStages: plan.instrumented.untested.targets.length,
  })
  log.info(`Build ${cache.reason}.`)
  const attests = chooseAttestations(settings, { ...context, builderAttests: writesLayouts(builder), env })
  const builds = await prepareBuilds(
    plan,
    settings,
    { cacheFrom: cache.from, testsFrom: cache.testsFrom, attests, platforms },
    tempFolder,
  )
  return {
    ...{ settings, builder, cache, builds, searched, released, platforms: expected },
    warnings: [
      ...[...asked.warnings, ...warnOfSecretBuildArgs(asked), ...warnings, ...cache.warnings],
      ...(asked.baseline.length === 0 ? [] : context.warnings),
    ],
  }
}

/** Who asks for nothing expects the image in the engine, for which the builder stands in. */
function withMadeBuilder(asked: Settings, name: string): Settings {
  const isAskedFor = asked.push || asked.load || asked.outputs.length > 0
  return { ...asked, builder: name, load: asked.load || !isAskedFor }
}
