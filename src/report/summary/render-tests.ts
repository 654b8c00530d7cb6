import { formatPlace } from '../../shared/errors.ts'
import { formatDuration } from '../../shared/format-duration.ts'
import { branchCoveragePercent, lineCoveragePercent } from '../../testing/coverage/merge-coverage.ts'
import { plural } from '../text/format.ts'
import { code, codeBlock, cut, details, table, text } from '../text/markdown.ts'
import type { ReportJson } from '../model/report-schema.ts'

type TestReport = NonNullable<ReportJson['tests']>
type Failure = TestReport['failures'][number]
type TestRun = TestReport['runs'][number]
type TestResult = TestRun['results'][number]

const maxFailures = 20
const maxListed = 50
const maxMessage = 2_000
const slowest = 10

/**
 * The failed tests, each with its message and the frame of the checkout; what the framework adds is folded. Rows of one
 * test that failed with the same message are told once, so that they don't push the others out.
 */
export function renderFailures({ failures, counts }: TestReport): string[] {
  const groups = groupFailures(failures).slice(0, maxFailures)
  const left = counts.failed - groups.reduce((sum, rows) => sum + rows.length, 0)
  const shown = groups.map(renderGroup)
  return left > 0 ? [...shown, `… and ${plural(left, 'more failed test')}; report.json has them.`] : shown
}

type Rows = [Failure, ...Failure[]]

/** The failed tests, rows of one test that failed with the same message together. */
export function groupFailures(failures: readonly Failure[]): Rows[] {
  const groups = new Map<string, Rows>()
  for (const failure of failures) {
    const { project, framework = '', name, message = '' } = failure
    const [method = ''] = name.slice(0, 500).split('(', 1)
    const key = [project.slice(0, 500), framework, method, message.slice(0, maxMessage)].join('\0')
    const rows = groups.get(key)
    if (rows === undefined) groups.set(key, [failure])
    else rows.push(failure)
  }
  return [...groups.values()]
}

/** One failed test with its message; what the framework adds is folded. */
export function renderGroup(rows: Rows): string {
  const [failure, ...others] = rows
  const { message, stack, place, project, framework, stdout } = failure
  const more =
    others.length === 0 ? '' : ` and ${plural(others.length, 'more row')} of it, with the same message`
  const where = place === undefined ? '' : `<br>${code(formatPlace(place))}`
  const title = `❌ **${code(shortName(failure))}**${more}${where}`
  const body = message === undefined || message === '' ? [] : [codeBlock(cut(message, maxMessage))]
  const names = rows.slice(0, maxListed).map(({ name }) => name)
  const left = rows.length - names.length
  const rest = [
    [...names, ...(left > 0 ? [`… and ${left} more`] : [])].join('\n'),
    stack,
    stdout && `Output:\n${stdout}`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n')
  const about = `${text(project)}${framework === undefined ? '' : ` (${text(framework)})`}`
  return [title, ...body, details(`Stack trace, ${about}`, codeBlock(cut(rest, 4_000)))].join('\n\n')
}

/** A test's name without the namespace of its class: `CartTests.Adds(item: 1)`; the full one is folded with the stack. */
function shortName({ name, className }: TestResult): string {
  if (className === undefined || !name.startsWith(`${className}.`)) return name
  return name.slice(className.lastIndexOf('.') + 1)
}

/** Counts per project, and what is worth knowing beside them: skipped and slow tests, coverage, what came and went. */
export function renderTests(tests: TestReport): string[] {
  if (tests.runs.length === 0) return []
  const projects = table(
    ['Tests', 'passed:', 'failed:', 'skipped:', 'time:'],
    [...tests.runs]
      .sort((a, b) => Number(b.counts.failed > 0) - Number(a.counts.failed > 0))
      .slice(0, maxListed)
      .map((run) => [
        code(
          `${run.project === '' ? 'tests' : run.project}${run.framework === undefined ? '' : ` (${run.framework})`}`,
        ),
        String(run.counts.passed),
        run.counts.failed === 0 ? '0' : `**${run.counts.failed}**`,
        String(run.counts.skipped),
        run.durationMs === undefined ? '' : formatDuration(run.durationMs),
      ]),
  )
  const from = tests.source === 'log' ? ['Results are from the log; no result files left the build.'] : []
  return [
    projects,
    ...from,
    ...renderDuration(tests),
    ...renderChange(tests),
    ...renderFlaky(tests),
    ...renderSkipped(tests.runs),
    ...renderSlowest(tests.runs),
    ...renderCoverage(tests),
  ]
}

function renderDuration({ durationMs, baseline: before }: TestReport): string[] {
  if (before === undefined || before.durationMs === 0) return []
  const change =
    Math.abs(durationMs - before.durationMs) < 500
      ? 'as before'
      : `${formatDuration(before.durationMs)} before`
  return [`Building and running the tests took ${formatDuration(durationMs)}, ${change}.`]
}

function renderChange({ baseline: before }: TestReport): string[] {
  if (before === undefined) return []
  const { gone, added } = before
  const list = (title: string, names: readonly string[]): string[] => {
    if (names.length === 0) return []
    const left = names.length - maxListed
    const rows = names.slice(0, maxListed).map((name) => `- ${code(name)}`)
    return [details(title, [...rows, ...(left > 0 ? [`- … and ${left} more`] : [])].join('\n'))]
  }
  return [
    ...list(`⚠️ ${plural(gone.length, 'test')} of the baseline did not run`, gone),
    ...list(plural(added.length, 'new test'), added),
  ]
}

function renderFlaky({ flaky = [] }: TestReport): string[] {
  if (flaky.length === 0) return []
  const rows = flaky
    .slice(0, maxListed)
    .map((test) => [code(test.name), test.attempts.join(', '), text(cut(test.message ?? '', 200))])
  return [
    details(`⚠️ ${plural(flaky.length, 'flaky test')}`, table(['test', 'attempts', 'first failure'], rows)),
  ]
}

function renderSkipped(runs: readonly TestRun[]): string[] {
  const skipped = runs.flatMap((run) => run.results.filter((result) => result.outcome === 'skipped'))
  if (skipped.length === 0) return []
  const rows = skipped
    .slice(0, maxListed)
    .map((result) => [code(shortName(result)), text(cut(result.message ?? '', 200))])
  return [details(`${plural(skipped.length, 'test')} skipped`, table(['skipped', 'reason'], rows))]
}

function renderSlowest(runs: readonly TestRun[]): string[] {
  const timed = runs
    .flatMap((run) => run.results)
    .filter((result): result is TestResult & { durationMs: number } => (result.durationMs ?? 0) >= 1)
    .sort((a, b) => b.durationMs - a.durationMs)
    .slice(0, slowest)
  if (timed.length < 2) return []
  const rows = timed.map((result) => [code(shortName(result)), formatMilliseconds(result.durationMs)])
  return [details(`The ${timed.length} slowest tests`, table(['test', 'time:'], rows))]
}

function formatMilliseconds(durationMs: number): string {
  return durationMs < 1000 ? `${Math.round(durationMs)} ms` : formatDuration(durationMs)
}

function renderCoverage({ coverage, baseline: before }: TestReport): string[] {
  if (coverage === undefined) return []
  const percent = lineCoveragePercent(coverage)
  const old = before?.linesValid ? ((before.linesCovered ?? 0) / before.linesValid) * 100 : undefined
  const points = old === undefined ? 0 : percent - old
  const change =
    Math.abs(points) < 0.05 ? '' : ` (${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)} points)`
  const title = `Coverage: ${percent.toFixed(1)} % of lines${change}, ${branchCoveragePercent(coverage).toFixed(1)} % of branches`
  const share = (covered: number, valid: number): string =>
    valid === 0 ? '' : `${((covered / valid) * 100).toFixed(0)} %`
  const rows = [...coverage.files]
    .sort((a, b) => b.linesValid - b.linesCovered - (a.linesValid - a.linesCovered))
    .slice(0, maxListed)
    .map((file) => [
      code(file.path),
      String(file.linesValid - file.linesCovered),
      share(file.linesCovered, file.linesValid),
      share(file.branchesCovered, file.branchesValid),
    ])
  return [details(title, table(['file', 'lines missed:', 'lines:', 'branches:'], rows))]
}
