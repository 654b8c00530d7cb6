import type { Shortage } from '../docker/build/buildkit-words.ts'
import type { DockerfileFinding, Step } from '../docker/build/build-result.ts'
import type { StageChoice } from '../plan/stages/choose-stages.ts'
import type { Place } from '../shared/errors.ts'
import type { LocatedMessage } from './compiler-messages.ts'
import type { Coverage } from './coverage/merge-coverage.ts'
import type { ExplainedFailure } from './failures/explain-failure.ts'
import {
  noCounts,
  type Counts,
  type FlakyTest,
  type TestResult,
  type TestRun,
} from './results/test-results.ts'
import type { Decision } from './verdict/test-result.ts'

/** A failed test. */
export interface Failure extends TestResult {
  project: string
  framework: string | undefined
  /** In the checkout, relative to the workspace. */
  place: Place | undefined
}

/** Why no tests were asked to run: another job has them, there is no test stage, or none for what is built. */
export type WhyNotRun = Exclude<StageChoice['tests']['kind'], 'stages'>

/** What the tests of a container came to. */
export interface TestReport extends Decision {
  /** Only where the result is `skipped`. */
  whyNotRun?: WhyNotRun | undefined
  stages: string[]
  /** The RUN to look at when something is wrong. */
  place: (Place & { command: string }) | undefined
  /** Where the results come from: files, or what the log says. */
  source: 'files' | 'log' | 'none'
  runs: TestRun[]
  counts: Counts
  /** What made the build of the tests fail, or would have, had nothing hidden it; undefined where nothing did, or it was stopped. */
  failure: ExplainedFailure | undefined
  /** Every failed test, those whose place in the checkout is known with it. */
  failures: Failure[]
  /** Tests that failed in one attempt and passed in a later one. */
  flaky: FlakyTest[]
  coverage: Coverage | undefined
  compilerMessages: LocatedMessage[]
  steps: Step[]
  /** What BuildKit's checks found in the stages of the tests. */
  checks: DockerfileFinding[]
  durationMs: number
  warnings: string[]
  /** A build cache could not be read, which was more than a miss. */
  hasCacheTrouble: boolean
  /** Whether all that comes before the tests was built: the cache can keep it, whatever the tests came to. */
  reachedTests: boolean
  /** What gave out, where that stopped the tests or kept their results in the builder. */
  shortage: Shortage | undefined
}

/** The names of all tests that were not skipped, each with its assembly, sorted; empty when the results are from a log. */
export function testNames(tests: TestReport): string[] {
  return namesOf(tests, (result) => result.outcome !== 'skipped')
}

/** The names of the skipped tests, as `testNames` writes them. */
export function skippedNames(tests: TestReport): string[] {
  return namesOf(tests, (result) => result.outcome === 'skipped')
}

function namesOf({ runs, source }: TestReport, isWanted: (result: TestResult) => boolean): string[] {
  if (source !== 'files') return []
  const names = runs.flatMap(({ project, framework, results }) => {
    const assembly = `${project}${framework === undefined ? '' : ` (${framework})`}`
    return results.filter(isWanted).map(({ name }) => `${assembly}: ${name}`.slice(0, 600))
  })
  return [...new Set(names)].sort()
}

/** A report for tests that were not asked to run. */
export function notRun(whyNotRun: WhyNotRun, reason: string): TestReport {
  return {
    result: 'skipped',
    whyNotRun,
    reason,
    stages: [],
    place: undefined,
    source: 'none',
    runs: [],
    counts: noCounts,
    failure: undefined,
    failures: [],
    flaky: [],
    coverage: undefined,
    compilerMessages: [],
    steps: [],
    checks: [],
    durationMs: 0,
    warnings: [],
    hasCacheTrouble: false,
    reachedTests: false,
    shortage: undefined,
  }
}
