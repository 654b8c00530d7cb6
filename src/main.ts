import { chooseBaseline, findStored, saveBaseline } from './baseline.ts'
import { CancelledError } from './cancelled-error.ts'
import { adviseOn } from './measure/advice/advise-on.ts'
import { askNeighbours, nameNeighbours } from './measure/neighbours.ts'
import { recordOfBaseline, type Baseline } from './compare/baseline.ts'
import { compareWithBaseline } from './compare/compare-with-baseline.ts'
import { buildAhead } from './build/build-ahead.ts'
import { writeCache } from './deliver/write-cache.ts'
import { writesLayouts } from './docker/builder.ts'
import { openBuilder } from './docker/job-builder.ts'
import { probeActionsCache } from './github/actions-cache-state.ts'
import { fetchTree } from './docker/fetch-tree.ts'
import { readContextBytes } from './docker/steps.ts'
import { askPackedBytes } from './docker/registry-size.ts'
import type { Host } from './host.ts'
import { buildImage } from './image-way.ts'
import { secretValuesOf, warnOfSecretBuildArgs } from './inputs/secret-values.ts'
import { readSettings, type Settings } from './inputs/settings.ts'
import { wordsOfBaseline, wordsOfMeasurement, wordsOfPlace } from './log-words.ts'
import { recordOf } from './measure/make-record.ts'
import { runPhase } from './phase.ts'
import { chooseCache } from './plan/choose-cache.ts'
import { chooseAttestations } from './plan/choose-attestations.ts'
import { describePlan, makePlan } from './plan/plan.ts'
import { requireOutputs } from './plan/require-outputs.ts'
import { prepareBuilds } from './plan/prepare-builds.ts'
import { listImages } from './plan/stage-graph.ts'
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
async function runRooms(host: Host, asked: Settings, report: JobReport): Promise<void> {
  const { docker, log, context, env, tempFolder } = host
  for (const secret of secretValuesOf(asked)) host.mask(secret)
  report.warnings.push(...asked.warnings, ...warnOfSecretBuildArgs(asked))

  const plan = await makePlan(asked)
  log.info(`Plan: ${describePlan(plan)}.`)
  Object.assign(report, describeJob(asked, plan.identity))
  const wish = { name: asked.builder, images: listImages(plan.dockerfile) }
  const opening = openBuilder(docker, log, wish, host.jobBuilder)
  const [opened, actionsCache] = await Promise.all([opening, probeActionsCache(env)])
  const { builder } = opened
  report.warnings.push(...opened.warnings)
  const settings = builder.isMadeForJob ? { ...asked, builder: builder.name } : asked
  requireOutputs(settings, builder)
  const searched = findStored(host, settings, plan.identity, actionsCache)
  const place = {
    actionsCache,
    builderWrites: writesLayouts(builder),
    isPullRequest: context.isPullRequest,
    isBranch: context.writes !== undefined,
    testStages: plan.instrumented.untested.targets.length,
  }
  report.cache = chooseCache(settings, plan.identity, place)
  report.warnings.push(...report.cache.warnings)
  log.info(`Build ${report.cache.reason}.`)
  log.debug(wordsOfPlace(builder, context))
  const attests = chooseAttestations(settings, { ...context, builderAttests: writesLayouts(builder), env })
  const builds = await prepareBuilds(plan, settings, { cacheFrom: report.cache.from, attests }, tempFolder)

  await using ahead = buildAhead(docker, settings, plan, builds.image)
  report.tests = await runTests(host, settings, plan, builds.tests)
  log.info(`Verdict: ${report.tests.verdict}, ${report.tests.reason}.`)
  const judgement = judgeTests(report.tests, settings)
  report.warnings.push(...judgement.warnings)
  if (judgement.kind === 'fail') return void report.problems.push(judgement)

  // A cache that failed the tests' build is not asked again.
  const image = report.tests.hasCacheTrouble ? { ...builds.image, cacheFrom: [] } : builds.image
  const stored = await searched
  const before = recordOfBaseline(stored)
  const job = { settings, builder, plan, request: image }
  const built = await buildImage(host, { ...job, before })
  report.steps = await ahead.addTo(built.steps)
  report.warnings.push(...built.warnings)

  const names = nameNeighbours(plan.dockerfile, plan.final)
  const asking = askNeighbours(
    (name, of) => askPackedBytes(docker, name, of, settings.builder),
    names,
    before,
  )
  const [{ measurement, toStart, deliver }, neighbours] = await runPhase(
    log,
    'Measure',
    () => Promise.all([built.measure(), asking]),
    ([found]) => wordsOfMeasurement(found.measurement),
  )
  const known = { identity: plan.identity, builder, source: context.writes }
  const { tests, steps } = report
  // It is kept where the pull requests of strangers can read it.
  report.image = host.redactor.hideKnownIn(recordOf(measurement, { ...known, tests, steps, neighbours }))
  report.layersRead = measurement.layersRead
  const contextBytes = readContextBytes([...report.tests.steps, ...report.steps])
  report.advice = adviseOn({ record: report.image, ...plan, contextBytes, today: new Date() })
  report.warnings.push(...measurement.warnings)
  const { image: measured } = report
  const choose = (): Promise<Baseline> => chooseBaseline(host, job, measured, stored)
  const baseline = await runPhase(log, 'Baseline', choose, wordsOfBaseline)
  Object.assign(report, compareWithBaseline(report.image, baseline, settings, context.labels))
  report.warnings.push(...(report.baseline?.warnings ?? []))
  const breach = describeBreach(report, settings)
  if (breach) return void report.problems.push(breach)

  report.smoke = await runSmokeTest(host, settings, toStart)
  report.warnings.push(...(report.smoke?.warnings ?? []))
  if (report.smoke?.problem) return void report.problems.push(report.smoke.problem)

  report.delivery = await deliver()
  const lost = await saveBaseline(host, settings, report.image, stored)
  const written = await writeCache(docker, log, { ...builds, image }, report.cache, lost.length > 0)
  report.cacheWriteMs = written.writeMs
  report.warnings.push(...lost, ...written.warnings)
}
