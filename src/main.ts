import { join } from 'node:path'
import { findBaseline, saveBaseline } from './baseline.ts'
import { buildFinal } from './build/build-final.ts'
import { CancelledError } from './cancelled-error.ts'
import { knownLayers, requirePlatform } from './compare/baseline.ts'
import { checkBudget } from './compare/budget.ts'
import { compareImages } from './compare/compare-images.ts'
import { writeCache } from './deliver/write-cache.ts'
import { deliverImage } from './deliver/deliver-image.ts'
import { inspectBuilder } from './docker/builder.ts'
import { probeActionsCache } from './github/actions-cache-state.ts'
import type { Host } from './host.ts'
import { readSettings, type Settings } from './inputs/settings.ts'
import { measureImage, recordOf } from './measure/measure-image.ts'
import { chooseCache } from './plan/choose-cache.ts'
import { makePlan } from './plan/plan.ts'
import { planRequest } from './plan/plan-request.ts'
import { writeDockerfiles } from './plan/write-dockerfiles.ts'
import { describeBreach } from './report/describe-breach.ts'
import { describeJob, emptyReport, toProblem, type JobReport } from './report/job-report.ts'
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
  const searched = findBaseline(host, settings, plan.identity)
  report.cache = chooseCache(settings, plan.identity.imageKey, {
    actionsCache,
    isPullRequest: context.isPullRequest,
  })
  report.warnings.push(...report.cache.warnings)
  log.info(`Build ${report.cache.reason}.`)
  const sources = await writeDockerfiles(plan, settings, tempFolder)
  const common = planRequest(settings, report.cache.from)

  const resultsFolder = join(host.reportFolder(settings), 'test-results')
  report.tests = await runTests(
    docker,
    log,
    settings,
    plan,
    { ...common, ...sources.tests },
    tempFolder,
    resultsFolder,
  )
  const judgement = judgeTests(report.tests, settings)
  report.warnings.push(...judgement.warnings)
  if (judgement.kind === 'fail') return void report.problems.push(judgement)

  const layout = join(tempFolder, 'layout')
  const request = { ...common, ...sources.image, tags: settings.tags }
  const built = await buildFinal(docker, log, plan, layout, request)
  report.steps = built.steps

  report.baseline = await searched
  const measured = await measureImage(layout, plan, knownLayers(report.baseline))
  report.image = recordOf(measured, plan.identity, builder.driver, context.writes, report.tests)
  report.baseline = requirePlatform(report.baseline, measured.platform)
  report.warnings.push(...report.baseline.warnings)
  if (report.baseline.kind === 'found')
    report.comparison = compareImages(report.baseline.record, report.image)
  report.budget = checkBudget(report.image, settings.sizeMetric, settings.maxSizeBytes)
  const breach = describeBreach(report.image, report.budget, settings)
  if (breach) return void report.problems.push(breach)

  report.delivery = await deliverImage(docker, log, settings, builder, request, tempFolder, measured)
  report.warnings.push(...(await writeCache(docker, log, request, report.cache)))
  report.warnings.push(...(await saveBaseline(host, settings, report.image)))
}
