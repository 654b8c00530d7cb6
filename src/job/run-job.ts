import { prepareAhead } from '../build/build-ahead.ts'
import { writeCache, type WrittenCache } from '../deliver/write-cache.ts'
import { checkDockerfile, type DockerfileFinding } from '../docker/check-dockerfile.ts'
import { fetchTree } from '../docker/fetch-tree.ts'
import type { Host } from './job-context.ts'
import { readSettings, type Settings } from '../inputs/settings.ts'
import { chooseParallelBuild } from '../plan/choose-parallel-build.ts'
import { makePlan, type Plan } from '../plan/plan.ts'
import { describeStages } from '../plan/stages/describe-stages.ts'
import { saveAll } from './platform-records.ts'
import { prepareJob, type PreparedJob } from './prepare-job.ts'
import {
  cancelledProblem,
  describeJob,
  emptyReport,
  toProblem,
  type JobReport,
} from '../report/model/job-report.ts'
import { shipImage } from './release-image.ts'
import { testBeside } from './run-tests.ts'
import { untilCancelled } from '../shared/until-cancelled.ts'
import { judgeTests } from '../testing/verdict/judge-tests.ts'

/** Runs the whole job and reports what it found out, also when it was asked to stop. Gives the exit code. */
export async function runJob(host: Host): Promise<number> {
  const report = emptyReport()
  let settings: Settings | undefined
  try {
    settings = await readSettings(host.inputs, host.workspace, {
      ...host,
      fetchTree: (source) => fetchTree(host.docker, host.log, host.tempFolder, source),
    })
    await untilCancelled(host.signal, runRooms(host, settings, report))
  } catch (error) {
    report.problems.push(host.signal.aborted ? cancelledProblem : toProblem(error))
  }
  await host.publish(report, settings)
  return report.problems.length > 0 ? 1 : 0
}

/** The way through the rooms. It ends where something is wrong; `report` has all that was found out until there. */
async function runRooms(host: Host, asked: Settings, report: JobReport): Promise<void> {
  const plan = await makePlan(asked)
  Object.assign(report, describeJob(asked, plan.identity), { stages: describeStages(plan) })
  report.notices.push(...plan.notices)
  report.testsOnly = plan.testsOnly
  const job = await prepareJob(host, asked, plan)
  const checking = checkOwnFile(host, job, plan)
  try {
    await testAndShip(host, plan, job, report)
  } finally {
    report.checks = await checking
  }
}

/** What BuildKit has to say of the team's own Dockerfile; nothing where the job is stopped meanwhile. */
function checkOwnFile(
  { docker }: Host,
  { settings }: PreparedJob,
  { final }: Plan,
): Promise<DockerfileFinding[]> {
  if (!settings.fileAnnotations) return Promise.resolve([])
  const { context, file: dockerfile, builder, buildArgs, buildContexts } = settings
  const request = { context, dockerfile, builder, target: final.name, buildArgs, buildContexts }
  return checkDockerfile(docker, request).catch(() => [])
}

async function testAndShip(host: Host, plan: Plan, prepared: PreparedJob, report: JobReport): Promise<void> {
  const { docker, log } = host
  const { settings, builder, cache, builds, platforms, searched, released, warnings } = prepared
  const keepWritten = ({ writeMs, warnings }: WrittenCache): void => {
    report.cacheWriteMs = writeMs
    report.warnings.push(...warnings)
  }
  report.cache = cache
  report.warnings.push(...warnings)

  const parallelBuild = chooseParallelBuild(plan, settings)
  log.debug(
    `image: ${parallelBuild.kind === 'parallel' ? 'built while the tests run' : `built after the tests: ${parallelBuild.reason}`}`,
  )
  await using ahead = prepareAhead(host, parallelBuild, plan, builds.image)
  const { tests, hadCompany } = await testBeside(host, settings, plan, builds.tests, ahead)
  report.tests = tests
  log.info(`Verdict: ${tests.result}, ${tests.reason}.`)
  const judgement = judgeTests(tests, settings, hadCompany)
  report.warnings.push(...judgement.warnings)
  if (judgement.kind === 'fail') {
    report.problems.push(judgement)
    if (tests.reachedTests)
      keepWritten(await writeCache(docker, log, { ...builds, image: undefined }, cache, false))
    return
  }
  if (plan.testsOnly) return

  await ahead.finish()
  // A cache that failed the tests' build is not asked again.
  const request = tests.hasCacheTrouble ? { ...builds.image, cacheFrom: [] } : builds.image
  const stored = await searched
  const job = { settings, builder, plan, request }
  if (!(await shipImage(host, job, { tests, ahead, stored, released: await released }, report))) return

  const lost = await saveAll(host, settings, report.platforms, stored, platforms)
  report.warnings.push(...lost)
  keepWritten(await writeCache(docker, log, { ...builds, image: request }, cache, lost.length > 0))
}
