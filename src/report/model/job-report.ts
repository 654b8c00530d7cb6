import type { SizeFindings } from '../../compare/compare-with-baseline.ts'
import type { Delivery } from '../../deliver/deliver-image.ts'
import type { DockerfileFinding, Step } from '../../docker/build/build-result.ts'
import type { MountUse } from '../../build/fill-cache-mounts.ts'
import type { Notice } from '../../plan/generate/answer-missing.ts'
import type { StageSummary } from '../../plan/stages/describe-stages.ts'
import type { SmokeReport } from '../../smoke/smoke-test.ts'
import { UserError } from '../../shared/errors.ts'
import type { TestReport } from '../../testing/test-report.ts'
import type { ReportJson } from './report-schema.ts'

/** What went wrong, in words for the user. */
export type Problem = ReportJson['problems'][number]

/** Everything that a job found out, as far as it came; every writer of reports takes this. */
export interface JobReport extends Pick<
  ReportJson,
  'imageKey' | 'sizeMetric' | 'warnings' | 'advice' | 'cache'
> {
  /** The stage that ships, as people know it. */
  finalStage: string
  fileShown: string
  /** Of the Dockerfile, as far as it was read. */
  stages: StageSummary[]
  tests: TestReport | undefined
  checks: DockerfileFinding[]
  /** How long it took to write the cache; undefined when it was not written. */
  cacheWriteMs: number | undefined
  /** What it cost to keep the cache mounts, and what it brought; undefined where they are not kept. */
  mountUse: MountUse | undefined
  /** How many layers of the image were read; the others are known from the baseline. */
  layersRead: number
  /** What was found of the image, one for each platform that it is for, that which headlines speak of first; empty: there is none. */
  platforms: SizeFindings[]
  /** Steps of the final build. */
  steps: Step[]
  /** Undefined where none was asked for, or the job ended before it. */
  smoke: SmokeReport | undefined
  delivery: Delivery | undefined
  /** Why the job fails; the first one is what the reader has to know. */
  problems: Problem[]
  /** What is good to know, and neither wrong nor a warning. */
  notices: Notice[]
  /** The Dockerfile has nothing but tests, so there is no image. */
  testsOnly: boolean
}

/** Why a job that was asked to stop has no more to report. */
export const cancelledProblem: Problem = {
  title: 'The job was cancelled',
  message:
    'It was asked to stop before it was done: by a person, by a newer run, or because its time was up. What it had found out is here.',
  place: undefined,
}

/** A thrown thing as a problem: what the user can mend in its own words, a bug of ours with its stack. */
export function toProblem(error: unknown): Problem {
  if (error instanceof UserError) {
    const { title, message, place, snippet } = error
    return { title, message, place, snippet }
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { title: 'An error in this action', message: `Please report this.\n${message}`, place: undefined }
}
