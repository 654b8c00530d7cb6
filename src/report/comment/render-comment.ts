import { createHash } from 'node:crypto'
import type { Section, SectionHead } from './comment-section.ts'
import { describeSmoke } from '../text/describe-smoke.ts'
import { plural } from '../text/format.ts'
import { readHeadline } from '../text/headline.ts'
import { code, cut, details, table, text } from '../text/markdown.ts'
import { renderAdvice } from '../summary/render-advice.ts'
import { marks, renderProblems, renderReason } from '../summary/render-summary.ts'
import { renderSize } from '../summary/render-size.ts'
import { groupFailures, renderGroup, renderTests } from '../summary/render-tests.ts'
import type { ReportJson } from '../model/report-schema.ts'

/** The run that a report comes from. */
export type ReportedRun = Pick<SectionHead, 'run' | 'attempt' | 'commit' | 'url'>

const maxFailures = 50
const maxTold = 5
/** So many failed tests are told openly; a comment with more of them would hide the discussion. */
const maxOpen = 3
const maxWarnings = 10
/** What differs between two runs of the same thing. */
const volatile = new Set([
  'durationMs',
  'memoryBytes',
  'logLines',
  'createdAt',
  'steps',
  'digest',
  'manifestDigest',
  'configDigest',
  'layersRead',
])

/** An image's section of the comment: on its first line the answer, below it why the size changed or the job failed, the rest folded. */
export function renderSectionOf(report: ReportJson, run: ReportedRun, job: string, now: Date): Section {
  const { imageKey, target, tests, warnings } = report
  const headline = readHeadline(report)
  const about = imageKey === '' ? '' : `${code(cut(imageKey, 120))} `
  const heading = `### ${marks[headline.state]} ${about}${text(cut(headline.text, 300))}`
  const told = warnings.slice(0, maxWarnings).map((warning) => `> ⚠️ ${text(warning)}`)
  return {
    ...run,
    key: cut(imageKey === '' ? `job ${job}` : `${imageKey}#${target}`, 500),
    digest: digestOf(report),
    head: [heading, renderReason(report, now), describeSmoke(report, code) ?? '']
      .filter((part) => part !== '')
      .join('\n\n'),
    details: [
      ...renderWhy(report),
      ...fold('Size', renderSize(report)),
      ...fold('Tests', tests === undefined ? [] : renderTests(tests)),
      ...renderAdvice(report.advice),
      ...fold(plural(warnings.length, 'warning'), told),
    ],
  }
}

/** Whether there is something that a reviewer has to see: the job fails, or the size changed by more than min-change. */
export function isNotable({ problems, comparison }: ReportJson): boolean {
  return problems.length > 0 || comparison?.isBelowMinChange === false
}

function fold(title: string, parts: readonly string[], isOpen = false): string[] {
  return parts.length === 0 ? [] : [details(title, parts.join('\n\n'), isOpen)]
}

/** The failed tests, the first with their messages, the others in a table; without any, what else is wrong. */
function renderWhy(report: ReportJson): string[] {
  const problems = renderProblems(report)
  const failures = report.tests?.failures ?? []
  if (failures.length === 0) return fold('Why it failed', problems, true)
  const groups = groupFailures(failures)
  const told = groups.slice(0, maxTold)
  const others = groups.slice(maxTold).flat()
  const all = plural(failures.length, 'failed test')
  const title = others.length === 0 ? all : `The first ${failures.length - others.length} of ${all}`
  const isOpen = groups.length <= maxOpen
  return [...fold(title, [...problems, ...told.map(renderGroup)], isOpen), ...listOthers(others)]
}

function listOthers(failures: ReturnType<typeof groupFailures>[number][number][]): string[] {
  if (failures.length === 0) return []
  const rows = failures
    .slice(0, maxFailures)
    .map(({ name, message = '' }) => [code(name), text(cut(message.split('\n', 1)[0] ?? '', 150))])
  const left = failures.length - rows.length
  const more = left > 0 ? [`… and ${left} more; report.json has them.`] : []
  return fold(plural(failures.length, 'more failed test'), [table(['test', 'message'], rows), ...more])
}

function digestOf(report: ReportJson): string {
  const facts = JSON.stringify(report, (key, value: unknown) => (volatile.has(key) ? undefined : value))
  return createHash('sha256').update(facts).digest('hex').slice(0, 32)
}
