import { formatCount, joinParts, plural } from '../../shared/format.ts'
import { cutText, splitLines } from '../../shared/text.ts'
import { code, codeBlock, details, table, text, linkPlace } from '../text/markdown.ts'
import type { ReportJson } from '../model/report-schema.ts'

type TestReport = NonNullable<ReportJson['tests']>
type Failure = TestReport['failures'][number]
type TestResult = TestReport['runs'][number]['results'][number]
type Source = ReportJson['source']

/** So many failed tests are named openly; a report with more of them would hide all else. */
const maxNamed = 10
const maxListed = 50
const maxMessage = 2_000

/** Failed rows of one test with the same message: at least one. */
type Rows = [Failure, ...Failure[]]

/** The failed tests by name, each with its message and stack folded below it; from the eleventh on all folded as one table. */
export function renderFailures({ tests, source }: Pick<ReportJson, 'tests' | 'source'>): string[] {
  if (tests === undefined) return []
  const groups = groupFailures(tests.failures)
  const isOnly = groups.length === 1
  const named = groups
    .slice(0, maxNamed)
    .map((rows) => details(`❌ ${nameRows(rows, source)}`, renderMessage(rows), isOnly))
  return [...named, ...renderOthers(tests, groups, source)]
}

/** The names of the first failed tests as a list, for a place where messages have no room. */
export function listFailures({ tests, source }: Pick<ReportJson, 'tests' | 'source'>): string {
  if (tests === undefined) return ''
  const groups = groupFailures(tests.failures)
  const named = groups.slice(0, maxNamed).map((rows) => `- ❌ ${nameRows(rows, source)}`)
  const left = countLeft(tests, groups)
  return [...named, ...(left > 0 ? [`- … and ${plural(left, 'more failed test')}`] : [])].join('\n')
}

/** The messages of the tests that `listFailures` names, folded as one; the other tests as a folded table. */
export function renderMessages({ tests, source }: Pick<ReportJson, 'tests' | 'source'>): string[] {
  if (tests === undefined || tests.failures.length === 0) return []
  const groups = groupFailures(tests.failures)
  const parts = groups
    .slice(0, maxNamed)
    .map((rows) => `**${nameRows(rows, source)}**\n\n${codeBlock(cutText(messageOf(rows[0]), maxMessage))}`)
  return [details('Messages of the failed tests', parts.join('\n\n')), ...renderOthers(tests, groups, source)]
}

/** A test's name without the namespace of its class: `CartTests.Adds(item: 1)`; the full one stands with the stack. */
export function shortName({ name, className }: TestResult): string {
  if (className === undefined || !name.startsWith(`${className}.`)) return name
  return name.slice(className.lastIndexOf('.') + 1)
}

/** The failed tests, rows of one test that failed with the same message together, so that they don't push others out. */
function groupFailures(failures: readonly Failure[]): Rows[] {
  const groups = new Map<string, Rows>()
  for (const failure of [...failures].sort(byPlace)) {
    const { project, framework = '', name, message = '' } = failure
    const [method = ''] = name.slice(0, 500).split('(', 1)
    const key = [project.slice(0, 500), framework, method, message.slice(0, maxMessage)].join('\0')
    const rows = groups.get(key)
    if (rows === undefined) groups.set(key, [failure])
    else rows.push(failure)
  }
  return [...groups.values()]
}

/** As they stand in the sources: frameworks run them in any order, and a comment should not change for that. */
function byPlace({ place: a }: Failure, { place: b }: Failure): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return (a.line ?? 0) - (b.line ?? 0)
}

function nameRows([failure, ...others]: Rows, source: Source): string {
  const more = others.length === 0 ? '' : ` and ${plural(others.length, 'more row')} with the same message`
  const where = failure.place === undefined ? '' : ` — ${linkPlace(failure.place, source)}`
  return `${code(shortName(failure))}${more}${where}`
}

function messageOf({ message }: Failure): string {
  return message === undefined || message.trim() === '' ? 'It failed without a message.' : message
}

/** The message of a failed test, and folded below it what the framework adds. */
function renderMessage(rows: Rows): string {
  const [failure] = rows
  const { stack, project, framework, stdout } = failure
  const names = rows.slice(0, maxListed).map(({ name }) => name)
  const left = rows.length - names.length
  const rest = joinParts('\n\n', [
    [...names, ...(left > 0 ? [`… and ${formatCount(left)} more`] : [])].join('\n'),
    stack,
    stdout && `Output:\n${stdout}`,
  ])
  const about = `${text(project)}${framework === undefined ? '' : ` (${text(framework)})`}`
  return [
    codeBlock(cutText(messageOf(failure), maxMessage)),
    details(`Stack trace, ${about}`, codeBlock(cutText(rest, 4_000))),
  ].join('\n\n')
}

function countLeft({ counts }: TestReport, groups: readonly Rows[]): number {
  const shown = groups.slice(0, maxNamed).reduce((sum, rows) => sum + rows.length, 0)
  return Math.max(0, counts.failed - shown)
}

function renderOthers(tests: TestReport, groups: readonly Rows[], source: Source): string[] {
  const left = countLeft(tests, groups)
  if (left === 0) return []
  const others = groups.slice(maxNamed)
  const rows = others
    .slice(0, maxListed)
    .map((group) => [
      nameRows(group, source),
      text(cutText(splitLines(messageOf(group[0]).trim())[0] ?? '', 150)),
    ])
  const listed = others.slice(0, maxListed).reduce((sum, group) => sum + group.length, 0)
  const rest =
    left > listed ? [`… and ${plural(left - listed, 'more failed test')}; report.json has them.`] : []
  const list = rows.length === 0 ? [] : [table(['test', 'message'], rows)]
  return [details(plural(left, 'more failed test'), [...list, ...rest].join('\n\n'))]
}
