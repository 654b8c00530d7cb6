import { capitalize, formatCount, listWords, plural } from '../../shared/format.ts'
import { sizeOf } from '../../compare/size-change.ts'
import type { BudgetOutcome } from '../../compare/budget.ts'
import { describeLimit, exceededLimits } from './describe-excess.ts'
import { shortRelease } from './sentences.ts'
import { formatChangeOf, formatImageSize } from './format.ts'
import { marks } from './markdown.ts'
import { budgetsOf } from './size-rows.ts'
import { formatPassed } from '../../testing/results/test-results.ts'
import type { ReportJson } from '../model/report-schema.ts'

/** The answer in one line: what failed first, then what passed, then how large the image is and how that changed. */
export interface Headline {
  state: 'good' | 'bad' | 'warning'
  /** Its parts, in front what the reader has to see first. */
  text: string
}

/** Words the first line of every report. */
export function readHeadline(report: ReportJson): Headline {
  const { tests, problems } = report
  const isUncertain =
    tests === undefined ||
    tests.result === 'no-tests' ||
    (tests.result === 'skipped' && tests.whyNotRun !== 'elsewhere')
  const state = problems.length > 0 ? 'bad' : isUncertain ? 'warning' : 'good'
  const failures = state === 'bad' ? readFailures(report) : []
  const rest = [
    tests === undefined ? [] : describeTests(tests),
    describeOverride(report),
    describeSize(report),
  ]
  const parts = [...new Set([...failures, ...rest.flat()])]
  const text = parts.length === 0 ? 'nothing was tested' : parts.join(' · ')
  // The title of a problem may begin with the name of a file or a program.
  const isTitle = problems.some(({ title }) => title === parts[0])
  return { state, text: isTitle ? text : capitalize(text) }
}

/** The answer as the last line of a log. */
export function readVerdictLine(report: ReportJson): string {
  const { state, text } = readHeadline(report)
  const mark = state === 'bad' ? 'Failed' : state === 'good' ? 'Passed' : 'Warning'
  return `${mark}: ${text}.`
}

/** So many failed images are named in the first line over several. */
const maxNamed = 5

/** The first line over several images of which some failed; `failed` are their names as Markdown. */
export function renderFailed(failed: readonly string[], imageCount: number): string {
  const more = failed.length > maxNamed ? ` and ${failed.length - maxNamed} more` : ''
  const names = failed.slice(0, maxNamed).join(', ')
  return `## ${marks.bad} ${failed.length} of ${plural(imageCount, 'image')} failed: ${names}${more}`
}

/** What failed: the tests, the limits, or else what the first problem says. */
function readFailures(report: ReportJson): string[] {
  const { tests, problems } = report
  const limits = describeLimits(report)
  if (limits.length > 0) return limits
  const [first] = problems
  const isOfTests =
    tests !== undefined &&
    (tests.result === 'failed' || (tests.result === 'no-tests' && first?.title.startsWith('No test ran')))
  return isOfTests ? describeTests(tests) : first === undefined ? [] : [first.title]
}

/** Each platform with the limits that its image exceeds. */
function describeLimits(report: ReportJson): string[] {
  return budgetsOf(report)
    .filter(({ budget }) => budget.kind === 'exceeded')
    .map(({ budget, of }) => `Image size${of}: ${listLimits(budget, report)}`)
}

function describeOverride(report: ReportJson): string[] {
  return budgetsOf(report).flatMap(({ budget, of }) => {
    if (budget.kind !== 'overridden') return []
    return [`image size${of}: ${listLimits(budget, report)}, which the label ${budget.label} allows`]
  })
}

function listLimits(budget: BudgetOutcome, { sizeMetric }: ReportJson): string {
  return listWords(exceededLimits(budget).map((limit) => describeLimit(limit, sizeMetric)))
}

/** The size with its change: `122.41 MB compressed, +1.02 MB (+0.8 %)`; of an exceeded limit only what that does not say. */
function describeSize(report: ReportJson): string[] {
  const { image, baseline, comparison, sizeMetric, release, platforms = [] } = report
  if (image === undefined) return report.testsOnly ? ['tests only, no image to measure'] : []
  const before = baseline?.kind === 'found' ? baseline : undefined
  const since = shortRelease({ release, sizeMetric })
  const only = { ...image, ...report, before, isBelowMinChange: comparison?.isBelowMinChange }
  const each =
    platforms.length === 0
      ? [sizeParts(only, sizeMetric, '')]
      : platforms
          // One that is as it was needs no words beside the first one.
          .filter(({ isBelowMinChange }, index) => index === 0 || isBelowMinChange === false)
          .map((one) =>
            sizeParts({ ...image, ...one, before: one.baseline }, sizeMetric, ` for ${one.platform}`),
          )
  if (since !== undefined) each[0]?.push(since)
  return each.filter((parts) => parts.length > 0).map((parts) => parts.join(', '))
}

type Platform = NonNullable<ReportJson['platforms']>[number]

/** What is known of one platform’s size. */
interface SizeOfOne extends Pick<
  Platform,
  'compressedBytes' | 'uncompressedBytes' | 'budget' | 'isBelowMinChange'
> {
  method: NonNullable<ReportJson['image']>['method']
  before: Platform['baseline']
}

function sizeParts(one: SizeOfOne, metric: ReportJson['sizeMetric'], platform: string): string[] {
  const { before, budget, isBelowMinChange } = one
  const said = new Set(exceededLimits(budget).map(({ kind }) => kind))
  const size = said.has('size') ? [] : [`${formatImageSize(one, metric)}${platform}`]
  if (before === undefined || isBelowMinChange === undefined) return size
  if (isBelowMinChange) return [...size, 'no change']
  const was = sizeOf(before, metric)
  return said.has('growth') ? size : [...size, formatChangeOf(sizeOf(one, metric) - was, was)]
}

function describeTests(tests: NonNullable<ReportJson['tests']>): string[] {
  const { counts, result } = tests
  switch (result) {
    case 'passed':
      if (tests.cached === true) return ['tests passed before, and nothing changed since']
      return [formatPassed(counts, tests.flaky?.length)]
    case 'failed':
      return [`${formatCount(counts.failed)} of ${plural(counts.total, 'test')} failed`]
    case 'unknown':
      return ['test results not read']
    case 'no-tests':
      return ['no test ran']
    case 'skipped':
      return [tests.whyNotRun === 'elsewhere' ? 'tests in another job' : 'tests not run']
    case 'error':
      // The title of the problem says what stopped them; some may have passed by then.
      return counts.passed > 0 ? [formatPassed(counts)] : []
  }
}
