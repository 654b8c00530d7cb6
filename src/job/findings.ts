import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { WrittenCache } from '../build/write-cache.ts'
import type { Delivery } from '../deliver/deliver-image.ts'
import type { DockerfileFinding } from '../docker/build/build-result.ts'
import type { Settings } from '../inputs/settings.ts'
import { stageLabel } from '../plan/dockerfile/parse-dockerfile.ts'
import type { Plan } from '../plan/plan.ts'
import { describeStages } from '../plan/stages/describe-stages.ts'
import { cancelledProblem, toProblem, type JobReport, type Problem } from '../report/model/job-report.ts'
import { CancelledError, OtherImageError } from '../shared/errors.ts'
import type { Log } from '../shared/log.ts'
import type { SmokeTest } from '../smoke/smoke-test.ts'
import type { BuiltImage } from './build-image.ts'
import type { ComparedImage } from './compare-image.ts'
import type { MountOutcome } from './keep-cache-mounts.ts'
import type { MeasuredImage } from './measure-image.ts'
import type { PreparedJob } from './prepare-job.ts'
import type { Tested } from './test-image.ts'

/** What each step of a job found out, as far as it came; what a step finds anew stands for what it found before. */
export interface Findings {
  settings?: Settings
  plan?: Plan
  prepared?: PreparedJob
  tested?: Tested
  built?: Pick<BuiltImage, 'steps' | 'checks' | 'warnings'> | undefined
  measured?: MeasuredImage | undefined
  compared?: ComparedImage | undefined
  smoke?: SmokeTest | undefined
  delivery?: Delivery
  /** A warning for each record that could not be kept. */
  lost?: string[]
  written?: WrittenCache
  /** What was done for the cache mounts, before the builds and after them. */
  filled?: MountOutcome | undefined
  saved?: MountOutcome | undefined
}

/** Steps of a job, each of which gives what it found out. */
export type Steps<T = void> = AsyncGenerator<Findings, T>

/** Takes the steps, until the job is asked to stop; gives what they found out, and what ended them early. */
export async function takeAll(
  signal: AbortSignal,
  steps: Steps,
): Promise<{ found: Findings; problem: Problem | undefined }> {
  let found: Findings = {}
  const take = async (): Promise<undefined> => {
    for await (const findings of steps) found = { ...found, ...findings }
  }
  const problem = await untilCancelled(signal, take()).catch((error: unknown) =>
    signal.aborted ? cancelledProblem : toProblem(error),
  )
  return { found, problem }
}

/**
 * Who else uses the builder at the same time can make it give another image when the cached build is repeated, such as one from
 * their build cache. Then all steps of the image are taken once more, from nothing, so that what goes out is what was measured.
 */
export async function* onceMore<T>(log: Pick<Log, 'info'>, takeSteps: () => Steps<T>): Steps<T> {
  try {
    return yield* takeSteps()
  } catch (error) {
    if (!(error instanceof OtherImageError)) throw error
    log.info(`${error.title}: ${error.message}\nIt is built and measured once more.`)
    yield { built: undefined, measured: undefined, compared: undefined, smoke: undefined }
    return yield* takeSteps()
  }
}

/** All that was found out, put together; `problem` is what ended the job early. */
export function makeReport(found: Findings, problem: Problem | undefined): JobReport {
  const { settings, plan, prepared, tested, built, measured, compared, smoke, written } = found
  const judgement = tested?.judgement
  return {
    imageKey: plan?.identity.imageKey ?? '',
    finalStage: plan ? stageLabel(plan.final) : '',
    fileShown: settings?.fileShown ?? 'Dockerfile',
    sizeMetric: settings?.sizeMetric ?? 'compressed',
    stages: plan ? describeStages(plan) : [],
    testsOnly: plan?.testsOnly ?? false,
    notices: plan?.notices ?? [],
    checks: gatherChecks(found),
    cache: prepared?.cache,
    cacheWriteMs: written?.writeMs,
    mountUse: mountUseOf(found),
    tests: tested?.tests,
    steps: built?.steps ?? [],
    layersRead: measured?.layersRead ?? 0,
    advice: measured?.advice ?? [],
    platforms: compared?.platforms ?? [],
    smoke: smoke?.report,
    delivery: found.delivery,
    warnings: [
      ...[prepared, found.filled, judgement, built, measured, compared, smoke].flatMap(warningsOf),
      ...(found.lost ?? []),
      ...[written, found.saved].flatMap(warningsOf),
    ],
    problems: [
      ...(judgement?.kind === 'fail' ? [judgement] : []),
      ...(compared?.problems ?? []),
      ...(smoke?.report?.problem === undefined ? [] : [smoke.report.problem]),
      ...(problem === undefined ? [] : [problem]),
    ],
  }
}

/** A Dockerfile may have thousands of lines. */
const maxChecks = 100

/** What the builds of tests and image found in the team's own lines, each once; ours stand below them. */
function gatherChecks({ plan, tested, built }: Findings): DockerfileFinding[] {
  const ownLines = plan?.dockerfile.text.split('\n').length ?? 0
  const all = [...(tested?.tests.checks ?? []), ...(built?.checks ?? [])].filter(
    ({ line }) => line <= ownLines,
  )
  const once = new Map(all.map((finding) => [JSON.stringify(finding), finding]))
  return [...once.values()].sort((a, b) => a.line - b.line).slice(0, maxChecks)
}

function warningsOf(step: { warnings: readonly string[] } | undefined): readonly string[] {
  return step?.warnings ?? []
}

function mountUseOf({ filled, saved }: Findings): JobReport['mountUse'] {
  const use = { ...filled?.use, ...saved?.use }
  return Object.keys(use).length === 0 ? undefined : { restoreMs: 0, restoredBytes: 0, ...use }
}

/** A little longer than docker's commands may take to end: the log of what was cancelled is closed then. */
const graceMs = 3_000

/**
 * Waits for work that ends when the job is cancelled, and not much longer for work that doesn't, so that what was found out
 * until then can still be reported. Throws what the work throws, and CancelledError when it is left behind.
 */
function untilCancelled<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const leave = async (): Promise<never> => {
    if (!signal.aborted) await once(signal, 'abort')
    // It begins at the end of every process, which it does not hold.
    await sleep(graceMs, undefined, { ref: false })
    throw new CancelledError()
  }
  return Promise.race([work, leave()])
}
