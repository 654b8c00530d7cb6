import { chooseBaseline, findStored, saveBaseline } from './baseline.ts'
import { CancelledError } from './cancelled-error.ts'
import { adviseOn } from './measure/advice/advise-on.ts'
import { askNeighbours, nameNeighbours } from './measure/neighbours.ts'
import { recordOfBaseline } from './compare/baseline.ts'
import { compareWithBaseline } from './compare/compare-with-baseline.ts'
import { writeCache } from './deliver/write-cache.ts'
import { inspectBuilder, writesLayouts } from './docker/builder.ts'
import { probeActionsCache } from './github/actions-cache-state.ts'
import { readContextBytes } from './docker/steps.ts'
import { askPackedBytes } from './docker/registry-size.ts'
import type { Host } from './host.ts'
import { buildImage } from './image-way.ts'
import { readSettings, type Settings } from './inputs/settings.ts'
import { recordOf } from './measure/make-record.ts'
import { chooseCache } from './plan/choose-cache.ts'
import { makePlan } from './plan/plan.ts'
import { prepareBuilds } from './plan/prepare-builds.ts'
import { describeBreach } from './report/describe-breach.ts'
import { describeJob, emptyReport, toProblem, type JobReport } from './report/job-report.ts'
import { runSmokeTest } from './smoke/smoke-test.ts'
import { judgeTests } from './verdict/judge-tests.ts'
import { runTests } from './verdict/run-tests.ts'

/** Runs the whole job and tells about it. Gives the exit code; throws CancelledError when it was asked to stop. */
export async function runJob(host: Host): Promise<number> {
  const report = emptyReport()
  let settings: Settings | undefined
  try {
    settings = await readSettings(host.inputs, host.workspace)
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
  const { docker, log, context, tempFolder } = host
  for (const [, secret] of settings.secrets) host.mask(secret)

  const plan = await makePlan(settings)
  Object.assign(report, describeJob(settings, plan.identity))
  const asked = [inspectBuilder(docker, settings.builder), probeActionsCache(host.env)] as const
  const [builder, actionsCache] = await Promise.all(asked)
  const searched = findStored(host, settings, plan.identity, actionsCache)
  const place = { actionsCache, builderWrites: writesLayouts(builder), ...context }
  report.cache = chooseCache(settings, plan.identity, place)
  report.warnings.push(...report.cache.warnings)
  log.info(`Build ${report.cache.reason}.`)
  const builds = await prepareBuilds(plan, settings, report.cache.from, tempFolder)

  report.tests = await runTests(host, settings, plan, builds.tests)
  const judgement = judgeTests(report.tests, settings)
  report.warnings.push(...judgement.warnings)
  if (judgement.kind === 'fail') return void report.problems.push(judgement)

  // A cache that failed the tests' build is not asked again.
  const image = report.tests.hasCacheTrouble ? { ...builds.image, cacheFrom: [] } : builds.image
  const stored = await searched
  const before = recordOfBaseline(stored)
  const job = { settings, builder, plan, request: image }
  const built = await buildImage(host, { ...job, before })
  report.steps = built.steps
  report.warnings.push(...built.warnings)

  const names = nameNeighbours(plan.dockerfile, plan.final)
  const asking = askNeighbours(
    (name, of) => askPackedBytes(docker, name, of, settings.builder),
    names,
    before,
  )
  const [{ measurement, toStart, deliver }, neighbours] = await Promise.all([built.measure(), asking])
  report.image = recordOf(measurement, {
    ...{ identity: plan.identity, builder, source: context.writes },
    ...{ tests: report.tests, steps: report.steps, neighbours },
  })
  report.layersRead = measurement.layersRead
  const contextBytes = readContextBytes([...report.tests.steps, ...built.steps])
  report.advice = adviseOn({ record: report.image, ...plan, contextBytes, today: new Date() })
  report.warnings.push(...measurement.warnings)
  const baseline = await chooseBaseline(host, job, report.image, stored)
  Object.assign(report, compareWithBaseline(report.image, baseline, settings, context.labels))
  report.warnings.push(...(report.baseline?.warnings ?? []))
  const breach = describeBreach(report, settings)
  if (breach) return void report.problems.push(breach)

  report.smoke = await runSmokeTest(host, settings, toStart, (warning) => report.warnings.push(warning))
  if (report.smoke?.problem) return void report.problems.push(report.smoke.problem)

  report.delivery = await deliver()
  const lost = await saveBaseline(host, settings, report.image, stored)
  report.warnings.push(...lost, ...(await writeCache(docker, log, image, report.cache, lost.length > 0)))
}
