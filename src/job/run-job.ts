import { CacheWrite } from '../build/write-cache.ts'
import { makePlan, type Plan } from '../plan/plan.ts'
import { runSmokeTest } from '../smoke/smoke-test.ts'
import { compareImage, type ComparedImage } from './compare-image.ts'
import { makeReport, onceMore, takeAll, type Steps } from './findings.ts'
import type { Job } from './job.ts'
import { keepForFix, keepForNextTime, settleCache } from './keep-for-next-time.ts'
import { measureImage } from './measure-image.ts'
import { ParallelImage } from './parallel-image.ts'
import { prepareImage, prepareJob, readInputs, type PreparedImage, type PreparedJob } from './prepare-job.ts'
import { testImage } from './test-image.ts'

/** Runs the whole job and reports what it found out, also when it was asked to stop. Gives the exit code. */
export async function runJob(job: Job): Promise<number> {
  const { found, problem } = await takeAll(job.run.signal, takeSteps(job))
  const report = makeReport(found, problem)
  await job.reporter.publish(report, found.settings)
  return report.problems.length > 0 ? 1 : 0
}

/** The way of a job: each step gives what it found out. It ends where something is wrong. */
async function* takeSteps(job: Job): Steps {
  const { tools, run, reporter } = job
  const settings = await readInputs(tools, run, reporter.mask)
  yield { settings }
  const plan = await makePlan(settings)
  yield { plan }
  const prepared = await prepareJob(tools, run, settings, plan)
  yield { prepared }
  yield { filled: await prepared.mounts?.fill() }
  const next = yield* testAndShip(job, plan, prepared)
  if (next === undefined) return
  yield { plan: next }
  yield* testAndShip(job, next, { ...prepared, ...(await prepared.prepareAgain(next)) })
}

/** From the tests on. Gives another plan, and nothing else, where what nobody knew was tried and turned out not to test. */
async function* testAndShip(job: Job, plan: Plan, prepared: PreparedJob): Steps<Plan | undefined> {
  const { tools, run, reporter } = job
  await using writing = new CacheWrite(tools, prepared)
  await using parallel = new ParallelImage(tools, prepared, plan, writing)
  const caches = { ...prepared, writing }
  const tested = await testImage(tools, reporter, prepared, plan, parallel)
  if (plan.tried !== undefined && tested.tests.result === 'no-tests')
    return await makePlan(prepared.settings, plan)
  yield { tested }
  const hasFailed = tested.judgement.kind === 'fail'
  if (hasFailed && tested.tests.reachedTests) yield* keepForFix(caches, plan, tested.tests)
  if (hasFailed || plan.testsOnly) return undefined
  const image = await prepareImage(prepared, plan, tested.tests)
  const shipped = yield* onceMore(tools.log, () => shipImage(job, image, parallel, caches))
  if (shipped !== undefined) yield* keepForNextTime(tools, run.context, caches, image, shipped)
  return undefined
}

/** From the build to the release; gives what went out. */
async function* shipImage(
  { tools, run, reporter }: Job,
  image: PreparedImage,
  parallel: Pick<ParallelImage, 'take'>,
  caches: Parameters<typeof settleCache>[0],
): Steps<ComparedImage | undefined> {
  await using built = await parallel.take(image)
  const { steps, checks } = built
  const settle = settleCache(caches, image, steps)
  yield { built: { steps, checks, warnings: built.warnings } }
  const measured = await measureImage(tools, reporter.redactor, image, built, steps, run.context.writes)
  yield { measured }
  settle(measured.images)
  const compared = await compareImage(tools, run.context, image, measured.images)
  yield { compared }
  if (compared.problems.length > 0) return undefined
  const smoke = await runSmokeTest(tools, image.settings, measured.toStart)
  yield { smoke }
  if (smoke.report?.problem !== undefined) return undefined
  yield { delivery: await measured.deliver() }
  return compared
}
