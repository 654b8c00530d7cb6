import { worstExcess, type BudgetOutcome } from '../../compare/budget.ts'
import { changeOf, sizeOf } from '../../compare/metric.ts'
import { formatSize } from '../../shared/format-size.ts'
import { shortRelease } from './describe-release.ts'
import { formatChange, formatPercent, plural } from './format.ts'
import { formatImageSize } from '../summary/image-size.ts'
import type { ReportJson } from '../model/report-schema.ts'

/** The answer in one line: is it good, what is wrong, what about the tests, how large is the image, how did that change. */
export interface Headline {
  state: 'good' | 'bad' | 'warning'
  /** Its parts, in front what the reader has to see first. */
  text: string
}

/** Words the first line of every report. */
export function readHeadline(report: ReportJson): Headline {
  const isUncertain = report.tests === undefined || ['skipped', 'no-tests'].includes(report.tests.verdict)
  const state = report.problems.length > 0 ? 'bad' : isUncertain ? 'warning' : 'good'
  const parts = [describeProblem(report), describeTests(report), describeSize(report)]
  return { state, text: parts.filter((part) => part !== undefined).join(' · ') }
}

/** The answer as the last line of a log. */
export function readVerdictLine(report: ReportJson): string {
  const { state, text } = readHeadline(report)
  const mark = state === 'bad' ? 'Failed' : state === 'good' ? 'Good' : 'Look at this'
  return `${mark}: ${text}.`
}

/** Why the job fails, where neither the tests nor the size tell it. */
function describeProblem({ tests, problems, budget }: ReportJson): string | undefined {
  const [first] = problems
  if (first === undefined || tests === undefined || budget.kind === 'exceeded') return undefined
  const isTold =
    ['failed', 'error'].includes(tests.verdict) ||
    (tests.verdict === 'no-tests' && first.title.startsWith('No test ran'))
  return isTold ? undefined : first.title
}

/** The size with its change: `122.41 MB, +1.02 MB (+0.8 %)`. */
function describeSize({
  image,
  baseline,
  comparison,
  sizeMetric,
  budget,
  release,
}: ReportJson): string | undefined {
  if (image === undefined) return undefined
  const size = formatImageSize(image, sizeMetric)
  const over = describeBudget(budget)
  const since = shortRelease({ release, sizeMetric })
  const later = since === undefined ? over : `, ${since}${over}`
  if (baseline?.kind !== 'found' || comparison === undefined) return `${size}${later}`
  if (comparison.isBelowMinChange) return `${size}, no change${later}`
  const delta = changeOf(comparison, sizeMetric)
  const before = sizeOf(baseline, sizeMetric)
  const percent = before === 0 ? '' : ` (${formatPercent(delta / before)})`
  return `${size}, ${formatChange(delta)}${percent}${later}`
}

function describeBudget(budget: BudgetOutcome): string {
  const excess = worstExcess(budget)
  if (excess === undefined) return ''
  const limit =
    excess.kind === 'size'
      ? `its budget of ${formatSize(excess.limitBytes)}`
      : `its budget of ${excess.written} more`
  return budget.kind === 'overridden'
    ? `, over ${limit}, which the label ${budget.label} allows`
    : `, over ${limit}`
}

function describeTests(report: ReportJson): string {
  const { tests, problems } = report
  if (tests === undefined) return problems[0]?.title ?? 'nothing was tested'
  const { counts } = tests
  switch (tests.verdict) {
    case 'passed':
      if (tests.cached === true) return 'tests unchanged since they last passed'
      return [
        `${plural(counts.passed, 'test')} passed`,
        ...(counts.skipped > 0 ? [`${counts.skipped} skipped`] : []),
        ...(tests.flaky?.length ? [`${tests.flaky.length} flaky`] : []),
      ].join(', ')
    case 'failed':
      return `${counts.failed} of ${plural(counts.total, 'test')} failed`
    case 'unknown':
      return 'test results not read'
    case 'no-tests':
      return 'no test ran'
    case 'skipped':
      return 'tests not run'
    case 'error':
      return describeBroken(report)
  }
}

/** The title of what stopped the tests, which may be no fault of theirs; and how many had passed by then. */
function describeBroken({ tests, problems }: ReportJson): string {
  const [problem] = problems
  const words =
    problem === undefined || problem.title.startsWith('The tests of stage')
      ? 'the tests could not run'
      : problem.title
  const passed = tests?.counts.passed ?? 0
  const skipped = tests?.counts.skipped ?? 0
  if (passed === 0) return words
  return `${words} · ${plural(passed, 'test')} passed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
