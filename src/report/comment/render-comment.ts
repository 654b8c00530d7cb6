import { joinParts, plural } from '../../shared/format.ts'
import { cutText } from '../../shared/text.ts'
import { createHash } from 'node:crypto'
import type { Section, SectionHead } from './comment-section.ts'
import { describeSmoke } from '../text/sentences.ts'
import { readHeadline } from '../text/headline.ts'
import { code, details, marks, text } from '../text/markdown.ts'
import { renderAdvice } from '../summary/render-advice.ts'
import { listFailures, renderMessages } from '../summary/render-failures.ts'
import { renderProblems } from '../summary/render-problems.ts'
import { renderReason } from '../summary/render-summary.ts'
import { renderSize } from '../summary/render-size.ts'
import { renderTests } from '../summary/render-tests.ts'
import type { ReportJson } from '../model/report-schema.ts'

/** The run that a report comes from. */
export type ReportedRun = Pick<SectionHead, 'run' | 'attempt' | 'commit' | 'url'>

const maxWarnings = 10
/** A longer text on what failed is folded, so that details give way to it where the comment is full. */
const maxOpenLength = 1_500
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

/** An image's section: first the answer, then why the size changed or the job failed and which tests did; the rest folded. */
export function renderSectionOf(job: ReportJson, run: ReportedRun, jobName: string, now: Date): Section {
  // Of a report that a fork wrote, the links lead where its run says.
  const repository = run.url.replace(/\/actions\/runs\/.*$/, '')
  const report = { ...job, source: { ...job.source, repository, commit: run.commit } }
  const { imageKey, file, target, warnings } = report
  const headline = readHeadline(report)
  const about = imageKey === '' ? '' : `${code(cutText(imageKey, 120))}: `
  const heading = `### ${marks[headline.state]} ${about}${text(cutText(headline.text, 300))}`
  const problems = renderProblems(report)
  const isShort = problems.join('').length <= maxOpenLength && !problems.some((part) => part.includes('```'))
  const shownWarnings = warnings.slice(0, maxWarnings).map((warning) => `> ⚠️ ${text(warning)}`)
  return {
    ...run,
    key: cutText(imageKey === '' ? `job ${jobName}` : `${imageKey}#${target} ${file}`, 500),
    digest: digestOf(job),
    head: joinParts('\n\n', [
      heading,
      ...(isShort ? problems : []),
      listFailures(report),
      renderReason(report, now),
      describeSmoke(report, code),
    ]),
    details: [
      ...(isShort ? [] : [details('Why it failed', problems.join('\n\n'), true)]),
      ...renderMessages(report),
      ...fold('Size', renderSize(report)),
      ...fold('Tests', renderTests(report)),
      ...renderAdvice(report),
      ...fold(plural(warnings.length, 'warning'), shownWarnings),
    ],
  }
}

/** Whether there is something that a reviewer has to see: the job fails, or the size changed by more than min-change. */
export function isNotable({ problems, comparison, platforms = [] }: ReportJson): boolean {
  const changes = [comparison, ...platforms].map((one) => one?.isBelowMinChange)
  return problems.length > 0 || changes.includes(false)
}

function fold(title: string, parts: readonly string[]): string[] {
  return parts.length === 0 ? [] : [details(title, parts.join('\n\n'))]
}

function digestOf(report: ReportJson): string {
  const facts = JSON.stringify(report, (key, value: unknown) => (volatile.has(key) ? undefined : value))
  return createHash('sha256').update(facts).digest('hex').slice(0, 32)
}
