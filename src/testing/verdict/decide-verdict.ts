import { describeMessage, type LocatedMessage } from '../compiler-messages.ts'
import type { ExplainedFailure } from '../failures/explain-failure.ts'
import type { Counts } from '../results/test-results.ts'

/** What is said of the tests; docs/test-results.md, "How the verdict is decided", has it in words. */
export type Verdict = 'passed' | 'failed' | 'cached' | 'no-tests' | 'skipped' | 'error'

/** Everything that speaks for or against the tests. */
export interface Evidence {
  build:
    | { kind: 'built' }
    | { kind: 'failed'; inTests: boolean; exitCode: number | undefined }
    | { kind: 'timed-out' }
  /** Whether anything but the exit code was looked at. */
  readsResults: boolean
  /** RUN instructions that test, and how many of them the cache answered. */
  testRuns: number
  cachedRuns: number
  counts: Counts
  failedNames: readonly string[]
  /** Words of a crash, a hang or an abort. */
  abort: string | undefined
  /** The platform that ran the tests says that there was none to run, in an assembly at least. */
  foundNone?: boolean
  /** The builder kept only the beginning of what the tests printed. */
  isClipped?: boolean
  /** Why the result files could not be brought out of the builder. */
  obstacle?: string | undefined
  /** What made the build fail, where it did. */
  failure: ExplainedFailure | undefined
  /** Errors that stopped what the test command built, whatever the exit code says. */
  hiddenErrors: readonly LocatedMessage[]
  /** What stands behind the command that tests and decides the exit code in its place, such as `|| true`. */
  swallowedBy: string | undefined
  /** The ENTRYPOINT or CMD of the stage that tests, which a build never runs. */
  testsAtStart: string | undefined
}

/** A verdict with the sentence that explains it. */
export interface Decision {
  verdict: Verdict
  reason: string
  /** What keeps the build green all the same, as a sentence; only where it is. */
  hiddenBy?: string
}

/** Decides from the evidence: a failed result outranks any exit code, and green needs a test that ran. */
export function decideVerdict(evidence: Evidence): Decision {
  const { build, counts } = evidence
  if (counts.failed > 0) return { verdict: 'failed', reason: describeFailures(evidence), ...hiding(evidence) }
  if (build.kind === 'timed-out') {
    const words = evidence.abort === undefined ? '' : `: ${evidence.abort}`
    return { verdict: 'error', reason: `the tests did not end in time${words}` }
  }
  if (build.kind === 'failed') return decideFailedBuild(evidence, build)
  if (evidence.abort !== undefined) return { verdict: 'error', reason: evidence.abort }
  const mistake = describeCompilerErrors(evidence.hiddenErrors)
  if (mistake !== undefined) return { verdict: 'error', reason: mistake, ...hiding(evidence) }
  if (evidence.testRuns === 0 && counts.total === 0)
    return { verdict: 'no-tests', reason: describeNoRun(evidence) }
  if (evidence.testRuns > 0 && evidence.cachedRuns === evidence.testRuns) {
    return {
      verdict: 'cached',
      reason: 'nothing that the tests depend on has changed since they last passed',
    }
  }
  if (counts.total === 0 && evidence.isClipped === true) return { verdict: 'error', reason: clipped }
  if (counts.total === 0 && evidence.obstacle !== undefined) {
    const reason = `the test command ended well, but its results could not be brought out of the builder: ${evidence.obstacle}`
    return { verdict: 'error', reason }
  }
  if (counts.total === 0)
    return { verdict: 'no-tests', reason: 'the test command ended well, but no test ran' }
  if (counts.passed === 0) return { verdict: 'no-tests', reason: describeSkipped(counts) }
  return { verdict: 'passed', reason: 'the tests ran and passed' }
}

const clipped =
  'the test command ended well, but the builder cut off what it printed (BuildKit keeps 2 MiB of a step, and 200 KiB of a second), and ' +
  'no result file left the build: nobody knows which tests ran. Let the tests print less, or write TRX files'

function decideFailedBuild(
  evidence: Evidence,
  build: { inTests: boolean; exitCode: number | undefined },
): Decision {
  const { abort, foundNone = false, counts, failure } = evidence
  const [what = ''] = failure?.message.split('\n') ?? []
  if (failure?.isKnown === true)
    return { verdict: 'error', reason: `${failure.title ?? ''}: ${what.replace(/\.$/, '')}` }
  const isKilled = build.inTests && build.exitCode === 137
  if (abort !== undefined)
    return {
      verdict: 'error',
      reason: isKilled ? `${abort} (exit code 137, most likely because memory ran out)` : abort,
    }
  if (build.inTests) {
    // Microsoft.Testing.Platform fails where VSTest is content.
    if (foundNone && counts.total === 0)
      return { verdict: 'no-tests', reason: 'the test command found no test to run' }
    if (foundNone && counts.passed === 0) return { verdict: 'no-tests', reason: describeSkipped(counts) }
    const code = build.exitCode === undefined ? '' : ` with exit code ${build.exitCode}`
    const hint = foundNone
      ? '; one of the projects had no test to run'
      : isKilled
        ? '; it was killed, most likely because memory ran out'
        : ''
    return { verdict: 'error', reason: `the test command failed${code} and named no failed test${hint}` }
  }
  return { verdict: 'error', reason: what }
}

function describeCompilerErrors(errors: readonly LocatedMessage[]): string | undefined {
  const [first] = errors
  if (first === undefined) return undefined
  return `${describeMessage(first)}${errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''}`
}

function describeFailures({ counts, failedNames }: Evidence): string {
  const shown = failedNames.slice(0, 3).join(', ')
  const more = counts.failed > 3 || failedNames.length < Math.min(counts.failed, 3) ? ', …' : ''
  return `${counts.failed} of ${counts.total} tests failed${shown === '' ? '' : `: ${shown}${more}`}`
}

function hiding({ build, swallowedBy }: Evidence): Pick<Decision, 'hiddenBy'> {
  if (build.kind !== 'built') return {}
  const culprit = swallowedBy === undefined ? 'the command that tests' : `"${swallowedBy}" in the command`
  return { hiddenBy: `${culprit} hides it from the build` }
}

function describeSkipped({ skipped }: Counts): string {
  return `${skipped === 1 ? 'the only test was' : `all ${skipped} tests were`} skipped`
}

function describeNoRun({ testsAtStart }: Evidence): string {
  return testsAtStart === undefined
    ? 'the stage has no RUN that tests'
    : `the tests are in ${testsAtStart}, which a build never runs; put them in a RUN`
}
