import { CancelledError } from './cancelled-error.ts'
import { adviseOn } from './measure/advice/advise-on.ts'
import { askNeighbours, nameNeighbours } from './measure/neighbours.ts'
import { recordOfBaseline } from './compare/baseline.ts'
import { writeCache } from './deliver/write-cache.ts'
import { inspectBuilder, writesLayouts } from './docker/builder.ts'
import { probeActionsCache } from './github/actions-cache-state.ts'
import { fetchTree } from './docker/fetch-tree.ts'
import { readContextBytes } from './docker/steps.ts'
import { askPackedBytes } from './docker/registry-size.ts'
import type { Host } from './host.ts'
import { buildImage } from './image-way.ts'
import { secretValuesOf } from './inputs/read-secrets.ts'
import { readSettings, type Settings } from './inputs/settings.ts'
import { chooseCache } from './plan/choose-cache.ts'
import { chooseAttestations } from './plan/choose-attestations.ts'
import { choosePlatforms } from './plan/choose-platforms.ts'
import { makePlan } from './plan/plan.ts'
import { requireOutputs } from './plan/require-outputs.ts'
import { prepareBuilds } from './plan/prepare-builds.ts'
import { baselineWarnings, compareAll, findStoredOfAll, recordAll, saveAll } from './platform-sizes.ts'
import { describeBreaches } from './report/describe-breach.ts'
import { describeJob, emptyReport, toProblem, type JobReport } from './report/job-report.ts'
import { judgeTests } from './verdict/judge-tests.ts'
import { runTests } from './verdict/run-tests.ts'

/** Runs the whole job and tells about it. Gives the exit code; throws CancelledError when it was asked to stop. */
export async function runJob(host: Host): Promise<number> {
  const report = emptyReport()
  let settings: Settings | undefined
  try {
    settings = await readSettings(host.inputs, host.workspace, {
      ...host,
      fetchTree: (source) => fetchTree(host.docker, host.log, host.tempFolder, source),
    })
    await runRooms(host, settings, report)
  } catch (error) {
    if (error instanceof CancelledError) throw error
    report.problems.push(toProblem(error))
  }
  await host.publish(report, settings)
  return report.problems.length > 0 ? 1 : 0
}

/** The way through the rooms. It ends where something is wrong; `report` has all that was found out until there. */
async function runRooms(host: Host, settings: Settings, report: JobReport): Promise<void> {
  const { docker, log, context, env, tempFolder } = host
  for (const secret of secretValuesOf(settings)) host.mask(secret)
  report.warnings.push(...settings.warnings)

  const plan = await makePlan(settings)
  Object.assign(report, describeJob(settings, plan.identity))
  const asked = [inspectBuilder(docker, settings.builder), probeActionsCache(env)] as const
  const [builder, actionsCache] = await Promise.all(asked)
  requireOutputs(settings, builder)
  const platforms = choosePlatforms(settings.platforms, builder)
  const searched = findStoredOfAll(host, settings, plan.identity, actionsCache, platforms.image)
  const place = { actionsCache, builderWrites: writesLayouts(builder), ...context }
  report.cache = chooseCache(settings, plan.identity, place)
  report.warnings.push(...report.cache.warnings)
  log.info(`Build ${report.cache.reason}.`)
  const attests = chooseAttestations(settings, { ...context, builderAttests: writesLayouts(builder), env })
  const choices = { cacheFrom: report.cache.from, attests, platforms }
  const builds = await prepareBuilds(plan, settings, choices, tempFolder)

  report.tests = await runTests(host, settings, plan, builds.tests)
  const judgement = judgeTests(report.tests, settings)
  report.warnings.push(...judgement.warnings)
  if (judgement.kind === 'fail') return void report.problems.push(judgement)

  // A cache that failed the tests' build is not asked again.
  const image = report.tests.hasCacheTrouble ? { ...builds.image, cacheFrom: [] } : builds.image
  const stored = await searched
  const before = stored.flatMap((baseline) => recordOfBaseline(baseline) ?? [])
  const job = { settings, builder, plan, request: image }
  const built = await buildImage(host, { ...job, before })
  report.steps = built.steps
  report.warnings.push(...built.warnings)

  const names = nameNeighbours(plan.dockerfile, plan.final)
  const asking = askNeighbours(
    (name, of) => askPackedBytes(docker, name, of, settings.builder),
    names,
    recordOfBaseline(stored[0]),
  )
  const [{ measurements, deliver }, neighbours] = await Promise.all([built.measure(), asking])
  const images = recordAll(measurements, {
    ...{ identity: plan.identity, builder, source: context.writes },
    ...{ tests: report.tests, steps: report.steps, neighbours },
  })
  report.image = images[0]
  report.layersRead = measurements.reduce((sum, { layersRead }) => sum + layersRead, 0)
  const contextBytes = readContextBytes([...report.tests.steps, ...built.steps])
  report.advice = adviseOn({ record: report.image, ...plan, contextBytes, today: new Date() })
  report.warnings.push(...measurements.flatMap(({ warnings }) => warnings))
  report.platforms = await compareAll(host, job, images, stored)
  Object.assign(report, report.platforms[0])
  report.warnings.push(...baselineWarnings(report.platforms))
  report.problems.push(...describeBreaches(report.platforms, settings))
  if (report.problems.length > 0) return

  report.delivery = await deliver()
  const lost = await saveAll(host, settings, report.platforms, stored, platforms.image)
  report.warnings.push(...lost, ...(await writeCache(docker, log, image, report.cache, lost.length > 0)))
}
