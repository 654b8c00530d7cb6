import { cutText } from '../../shared/text.ts'
import { formatCount, formatDuration, plural } from '../../shared/format.ts'
import { branchCoveragePercent, lineCoveragePercent } from '../../testing/coverage/merge-coverage.ts'
import { formatCountChange } from '../text/format.ts'
import { code, details, foldedTable, table, text, linkPlace } from '../text/markdown.ts'
import { shortName } from './render-failures.ts'
import type { ReportJson } from '../model/report-schema.ts'

type TestReport = NonNullable<ReportJson['tests']>
type TestRun = TestReport['runs'][number]
type TestResult = TestRun['results'][number]
type Counts = TestReport['counts']

const maxListed = 50
const maxNamed = 5
const slowest = 10
/** Nothing is gained by speeding up a test that takes less. */
const slowMs = 1_000

/** Counts per project with their change, and what is worth knowing of the tests: skipped and slow ones, coverage, what came and went. */
export function renderTests({ tests, source }: Pick<ReportJson, 'tests' | 'source'>): string[] {
  if (tests === undefined || tests.runs.length === 0) return []
  const from = tests.source === 'log' ? ['These results are from the log: no result file was found.'] : []
  return [
    ...renderNewlySkipped(tests),
    renderCounts(tests),
    ...from,
    ...renderDuration(tests),
    ...renderChange(tests),
    ...renderFlaky(tests),
    ...renderSkipped(tests.runs),
    ...renderSlowest(tests.runs),
    ...renderCoverage(tests, source),
  ]
}

function renderCounts({ runs, counts, baseline: before }: TestReport): string {
  const rows = [...runs]
    .sort((a, b) => Number(b.counts.failed > 0) - Number(a.counts.failed > 0))
    .slice(0, maxListed)
    .map((run) => [
      code(
        `${run.project === '' ? 'tests' : run.project}${run.framework === undefined ? '' : ` (${run.framework})`}`,
      ),
      ...countCells(run.counts, runs.length === 1 ? before?.counts : undefined),
      run.durationMs === undefined ? '' : formatDuration(run.durationMs),
    ])
  const all = runs.length < 2 ? [] : [['**All**', ...countCells(counts, before?.counts), '']]
  return table(['Tests', 'passed:', 'failed:', 'skipped:', 'time:'], [...rows, ...all])
}

/** Passed, failed and skipped, each with its change against the baseline. */
function countCells(now: Counts, then: Counts | undefined): string[] {
  return (['passed', 'failed', 'skipped'] as const).map((kind) => {
    const count = formatCount(now[kind])
    const shown = kind === 'failed' && now.failed > 0 ? `**${count}**` : count
    return then === undefined ? shown : `${shown} (${formatCountChange(now[kind] - then[kind])})`
  })
}

function renderDuration({ durationMs, baseline: before }: TestReport): string[] {
  if (before === undefined || before.durationMs === 0) return []
  const change =
    Math.abs(durationMs - before.durationMs) < 500
      ? 'as before'
      : `${formatDuration(before.durationMs)} before`
  return [`Building and running the tests took ${formatDuration(durationMs)}, ${change}.`]
}

/** Tests that ran at the baseline and are skipped now: nobody sees those in a count. */
function renderNewlySkipped({ baseline: before }: TestReport): string[] {
  const names = before?.newlySkipped ?? []
  if (names.length === 0) return []
  const named = names.slice(0, maxNamed).map(code).join(', ')
  const left = names.length - maxNamed
  return [
    `⚠️ ${plural(names.length, 'test')} newly skipped: ${named}${left > 0 ? ` and ${formatCount(left)} more` : ''}`,
  ]
}

function renderChange({ baseline: before }: TestReport): string[] {
  if (before === undefined) return []
  const { gone, added } = before
  const list = (title: string, names: readonly string[]): string[] => {
    if (names.length === 0) return []
    const left = names.length - maxListed
    const rows = names.slice(0, maxListed).map((name) => `- ${code(name)}`)
    return [details(title, [...rows, ...(left > 0 ? [`- … and ${formatCount(left)} more`] : [])].join('\n'))]
  }
  return [
    ...list(`⚠️ ${plural(gone.length, 'test')} of the baseline did not run`, gone),
    ...list(plural(added.length, 'new test'), added),
  ]
}

function renderFlaky({ flaky = [] }: TestReport): string[] {
  const title = `⚠️ ${plural(flaky.length, 'flaky test')}`
  return foldedTable(title, ['test', 'attempts', 'first failure'], [flaky, maxListed], (test) => [
    code(test.name),
    test.attempts.join(', '),
    text(cutText(test.message ?? '', 200)),
  ])
}

function renderSkipped(runs: readonly TestRun[]): string[] {
  const skipped = runs.flatMap((run) => run.results.filter((result) => result.outcome === 'skipped'))
  const title = `${plural(skipped.length, 'test')} skipped`
  return foldedTable(title, ['skipped', 'reason'], [skipped, maxListed], (result) => [
    code(shortName(result)),
    text(cutText(result.message ?? '', 200)),
  ])
}

function renderSlowest(runs: readonly TestRun[]): string[] {
  const timed = runs
    .flatMap((run) => run.results)
    .filter((result): result is TestResult & { durationMs: number } => (result.durationMs ?? 0) >= slowMs)
    .sort((a, b) => b.durationMs - a.durationMs)
    .slice(0, slowest)
  const title = timed.length === 1 ? 'The slowest test' : `The ${timed.length} slowest tests`
  return foldedTable(title, ['test', 'time:'], [timed, slowest], (result) => [
    code(shortName(result)),
    formatDuration(result.durationMs),
  ])
}

function renderCoverage({ coverage, baseline: before }: TestReport, source: ReportJson['source']): string[] {
  if (coverage === undefined) return []
  const percent = lineCoveragePercent(coverage)
  const old = before?.linesValid ? ((before.linesCovered ?? 0) / before.linesValid) * 100 : undefined
  const points = old === undefined ? 0 : percent - old
  const change =
    Math.abs(points) < 0.05 ? '' : ` (${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)} points)`
  const title = `Coverage: ${percent.toFixed(1)} % of lines${change}, ${branchCoveragePercent(coverage).toFixed(1)} % of branches`
  const share = (covered: number, valid: number): string =>
    valid === 0 ? '' : `${((covered / valid) * 100).toFixed(0)} %`
  const files = coverage.files.toSorted(
    (a, b) => b.linesValid - b.linesCovered - (a.linesValid - a.linesCovered),
  )
  return foldedTable(title, ['file', 'lines missed:', 'lines:', 'branches:'], [files, maxListed], (file) => [
    linkPlace({ file: file.path }, source),
    String(file.linesValid - file.linesCovered),
    share(file.linesCovered, file.linesValid),
    share(file.branchesCovered, file.branchesValid),
  ])
}
