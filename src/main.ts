import { buildAhead } from './build/build-ahead.ts'
import { CancelledError } from './cancelled-error.ts'
import { recordOfBaseline } from './compare/baseline.ts'
import { writeCache } from './deliver/write-cache.ts'
import { fetchTree } from './docker/fetch-tree.ts'
import type { Host } from './host.ts'
import { buildImage } from './image-way.ts'
import { readSettings, type Settings } from './inputs/settings.ts'
import { makePlan } from './plan/plan.ts'
import { saveAll } from './platform-sizes.ts'
import { prepareJob } from './prepare-job.ts'
import { describeBreaches } from './report/describe-breach.ts'
import { describeJob, emptyReport, toProblem, type JobReport } from './report/job-report.ts'
import { runSmokeTest } from './smoke/smoke-test.ts'
import { judgeTests } from './verdict/judge-tests.ts'
import { runTests } from './verdict/run-tests.ts'
import { weighImage } from './weigh-image.ts'

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
  const { docker, log } = host
  const plan = await makePlan(asked)
  Object.assign(report, describeJob(asked, plan.identity))
  const { settings, builder, cache, builds, platforms, searched, warnings } = await prepareJob(
    host,
    asked,
    plan,
  )
  report.cache = cache
  report.warnings.push(...warnings)

  await using ahead = buildAhead(docker, settings, plan, builds.image)
  const tests = await runTests(host, settings, plan, builds.tests)
  report.tests = tests
  log.info(`Verdict: ${tests.verdict}, ${tests.reason}.`)
  const judgement = judgeTests(tests, settings)
  report.warnings.push(...judgement.warnings)
  if (judgement.kind === 'fail') return void report.problems.push(judgement)

  // A cache that failed the tests' build is not asked again.
  const request = tests.hasCacheTrouble ? { ...builds.image, cacheFrom: [] } : builds.image
  const stored = await searched
  const before = stored.flatMap((baseline) => recordOfBaseline(baseline) ?? [])
  const job = { settings, builder, plan, request }
  const built = await buildImage(host, { ...job, before })
  report.steps = await ahead.addTo(built.steps)
  report.warnings.push(...built.warnings)

  const weighed = await weighImage(host, job, built, { tests, steps: report.steps, stored })
  Object.assign(report, weighed.findings)
  report.warnings.push(...weighed.warnings)
  report.problems.push(...describeBreaches(report.platforms, settings))
  if (report.problems.length > 0) return

  report.smoke = await runSmokeTest(host, settings, weighed.toStart, (warning) =>
    report.warnings.push(warning),
  )
  if (report.smoke?.problem) return void report.problems.push(report.smoke.problem)

  report.delivery = await weighed.deliver()
  const lost = await saveAll(host, settings, report.platforms, stored, platforms)
  const written = await writeCache(docker, log, { ...builds, image: request }, cache, lost.length > 0)
  report.cacheWriteMs = written.writeMs
  report.warnings.push(...lost, ...written.warnings)
}
