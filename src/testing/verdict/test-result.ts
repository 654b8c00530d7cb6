import { formatCount, plural } from '../../shared/format.ts'
import { describeMessage, type LocatedMessage } from '../compiler-messages.ts'
import type { ExplainedFailure } from '../failures/explain-failure.ts'
import { formatPassed, type Counts } from '../results/test-results.ts'
import type { BuildEnd } from './gather-evidence.ts'
import { isBad, noRunner, type LedgerEntry, type Settlement } from './settle-commands.ts'

/** What is said of the tests; docs/when-green.md has it in words. */
type Verdict = 'passed' | 'failed' | 'error' | 'no-tests' | 'skipped' | 'unknown'

/** Everything that speaks for or against the tests. */
export interface Evidence {
  build: BuildEnd
  /** Whether anything but the exit code was looked at. */
  readsResults: boolean
  /** RUN instructions that test, and how many of them the cache answered. */
  testRuns: number
  cachedRuns: number
  counts: Counts
  failedNames: readonly string[]
  /** Every run of tests, settled. */
  ledger: readonly LedgerEntry[]
  /** The platform that ran the tests says that there was none to run, in an assembly at least. */
  foundNone: boolean
  /** Why the result files could not be copied from the builder. */
  obstacle: string | undefined
  /** What made the build fail, where it did. */
  failure: ExplainedFailure | undefined
  /** Errors that stopped the build of what is tested, whatever the exit code says. */
  hiddenErrors: readonly LocatedMessage[]
  /** It is a step before the tests that hides them. */
  areErrorsEarlier: boolean
  /** What stands behind the command that tests and decides the exit code in its place, such as `|| true`. */
  swallowedBy: string | undefined
  /** The ENTRYPOINT or CMD of the stage that tests, which a build never runs. */
  testsAtStart: string | undefined
}

/** A verdict with the sentence that explains it. */
export interface Decision {
  result: Verdict
  reason: string
  /** What became of the run that decided, or that only the exit code of its command is known. */
  trouble?: { kind: Settlement | 'exit-code'; project?: string | undefined } | undefined
  /** What keeps the build green all the same, as a sentence; only where it is. */
  hiddenBy?: string
  /** No test ran: those of the cache are as good. */
  isCached?: boolean
}

/** Decides from the evidence: a failed result outranks any exit code, and green needs that every run is settled as finished. */
export function decideVerdict(evidence: Evidence): Decision {
  const { build, counts, readsResults, hiddenErrors, ledger, swallowedBy } = evidence
  const bad = ledger.find(isBad)
  const hide = (decision: Decision, culprit = describeCulprit(swallowedBy)): Decision =>
    build.kind === 'built' ? { ...decision, hiddenBy: `${culprit} hides it from the build` } : decision
  if (counts.failed > 0) return hide({ result: 'failed', reason: describeFailures(evidence) })
  if (build.kind === 'timed-out')
    return ofRun({
      kind: 'stopped',
      what: `the tests did not end in time${bad === undefined ? '' : `: ${bad.what}`}`,
    })
  if (build.kind === 'failed') return decideFailedBuild(evidence, build, bad)
  if (!readsResults)
    return { result: 'unknown', reason: 'the test command ended with 0, and its results were not read' }
  if (hiddenErrors.length > 0) {
    const culprit = evidence.areErrorsEarlier ? 'an earlier step' : undefined
    return hide(error(describeCompilerErrors(hiddenErrors)), culprit)
  }
  // A log that BuildKit cut off says nothing of what hides it.
  if (bad?.kind === 'lost' && bad.hiddenBy === undefined) return ofRun(bad)
  return bad === undefined
    ? decideGreenBuild(evidence)
    : hide(ofRun(bad), describeCulprit(bad.hiddenBy ?? swallowedBy))
}

function describeCulprit(hiddenBy: string | undefined): string {
  return hiddenBy === undefined ? 'the command that tests' : `"${hiddenBy}" in the command`
}

function error(reason: string): Decision {
  return { result: 'error', reason }
}

/** An error that one run of tests is. */
function ofRun({ kind, what, project }: Omit<LedgerEntry, 'hiddenBy'>): Decision {
  return { ...error(what), trouble: { kind, project } }
}

function none(reason: string): Decision {
  return { result: 'no-tests', reason }
}

function decideGreenBuild({
  testRuns,
  cachedRuns,
  counts,
  obstacle,
  ledger,
  testsAtStart,
}: Evidence): Decision {
  if (testRuns > 0 && cachedRuns === testRuns) {
    const reason = 'nothing that the tests depend on has changed since they last passed'
    return { result: 'passed', reason, isCached: true }
  }
  if (counts.total === 0 && testRuns === 0)
    return none(
      testsAtStart === undefined
        ? 'the stage has no RUN that tests'
        : `the tests are in ${testsAtStart}, which a build never runs; put them in a RUN`,
    )
  const silent = ledger.find(({ kind }) => kind === 'silent')
  if (counts.total === 0 && obstacle !== undefined)
    return error(
      `the test command ended well, but its results could not be copied from the builder: ${obstacle}`,
    )
  if (silent !== undefined)
    return ofRun({ ...silent, what: `${silent.what}: it may have ended before its summary` })
  const why = ledger.some(({ what }) => what.endsWith(noRunner)) ? `: ${noRunner}` : ''
  if (counts.total === 0) return none(`the test command ended well, but no test ran${why}`)
  if (counts.passed === 0) return none(describeSkipped(counts))
  const idle = ledger.filter(({ kind }) => kind === 'no-tests').map(({ what }) => `; ${what}`)
  return { result: 'passed', reason: `${formatPassed(counts)}${[...new Set(idle)].slice(0, 3).join('')}` }
}

function decideFailedBuild(
  { foundNone, counts, failure }: Evidence,
  { inTests, exitCode }: { inTests: boolean; exitCode: number | undefined },
  bad: LedgerEntry | undefined,
): Decision {
  const [what = ''] = failure?.message.split('\n') ?? []
  if (failure?.isKnown === true) return error(`${failure.title ?? ''}: ${what.replace(/\.$/, '')}`)
  const isKilled = inTests && exitCode === 137
  if (bad !== undefined)
    return ofRun(
      isKilled ? { ...bad, what: `${bad.what} (exit code 137, most likely because memory ran out)` } : bad,
    )
  if (!inTests) return error(what)
  // Microsoft.Testing.Platform fails where VSTest is content.
  if (foundNone && counts.total === 0) return none('the test command found no test to run')
  if (foundNone && counts.passed === 0) return none(describeSkipped(counts))
  const code = exitCode === undefined ? '' : ` with exit code ${exitCode}`
  const passed =
    counts.passed > 0
      ? `, although none of its ${plural(counts.total, 'test')} did`
      : ' and named no failed test'
  const killed = isKilled ? '; it was killed, most likely because memory ran out' : ''
  const hint = foundNone ? '; one of the projects had no test to run' : killed
  return {
    ...error(`the test command failed${code}${passed}${hint}`),
    ...(exitCode !== undefined && { trouble: { kind: 'exit-code' } }),
  }
}

function describeCompilerErrors([first, ...more]: readonly LocatedMessage[]): string {
  if (first === undefined) return ''
  return `${describeMessage(first)}${more.length > 0 ? ` (and ${more.length} more)` : ''}`
}

function describeFailures({ counts, failedNames }: Evidence): string {
  const shown = failedNames.slice(0, 3).join(', ')
  const more = counts.failed > 3 || failedNames.length < Math.min(counts.failed, 3) ? ', …' : ''
  return `${formatCount(counts.failed)} of ${plural(counts.total, 'test')} failed${shown === '' ? '' : `: ${shown}${more}`}`
}

function describeSkipped({ skipped }: Counts): string {
  return `${skipped === 1 ? 'the only test was' : `all ${formatCount(skipped)} tests were`} skipped`
}
