import * as v from 'valibot'
import { parseAs } from '../../shared/schema-values.ts'
import { code, details, marks, text, withWholeNumbers } from '../text/markdown.ts'
import { joinParts, plural } from '../../shared/format.ts'
import { cutText } from '../../shared/text.ts'
import { createHash } from 'node:crypto'
import { describeSmoke } from '../text/sentences.ts'
import { readHeadline } from '../text/headline.ts'
import { renderAdvice } from '../summary/render-advice.ts'
import { listFailures, renderMessages } from '../summary/render-failures.ts'
import { renderProblems } from '../summary/render-problems.ts'
import { renderReason } from '../summary/render-summary.ts'
import { renderSize } from '../summary/render-size.ts'
import { renderTests } from '../summary/render-tests.ts'
import type { ReportJson } from '../model/report-schema.ts'

/** What one image has to say in the comment of a pull request. */
export interface Section extends SectionHead {
  /** The answer, always shown: a heading and a sentence. */
  head: string
  /** What is folded below it, as Markdown parts, what matters most first. */
  details: string[]
}

/** What a section is about, and which run wrote it; the comment keeps it beside the text. */
type SectionHead = v.InferOutput<typeof headSchema>

const headSchema = v.object({
  /** Image, stage and Dockerfile: of each there is one section. */
  key: v.pipe(v.string(), v.maxLength(600)),
  run: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  attempt: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  commit: v.pipe(v.string(), v.regex(/^[0-9a-f]{7,64}$/)),
  /** Of the run, with its summary. */
  url: v.pipe(v.string(), v.regex(/^https?:\/\/[\w.:/%-]+$/)),
  /** Hash of the facts without times: the same again needs no edit. */
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{16,64}$/)),
})

const name = 'dotnet-container'
const detailsMark = `<!-- ${name}:details -->`
const end = `<!-- ${name}:end -->`
const sectionPattern = new RegExp(`<!-- ${name}:section ([\\w-]+) -->\\n([\\s\\S]*?)\\n${end}`, 'g')

/** The first line of a workflow's comment. */
export function commentMarker(workflow: string): string {
  return `<!-- ${name}:comment ${Buffer.from(workflow).toString('base64url')} -->`
}

/** Writes a section; `isCurrent`: it is of the commit that the newest run is about. */
export function renderSection(section: Section, isCurrent: boolean): string {
  const { head, details: parts, ...about } = section
  const { key, run, attempt, commit, url, digest } = about
  const kept = Buffer.from(JSON.stringify({ key, run, attempt, commit, url, digest })).toString('base64url')
  const stale = isCurrent ? '' : '⏳ Of an earlier commit; the newest one has no result for this image yet: '
  return [
    `<!-- ${name}:section ${kept} -->`,
    [head, ...parts].map(withoutMarks).map(withWholeNumbers).join(`\n\n${detailsMark}\n`),
    // After an empty line: right below `</details>` GitHub would take the link for HTML, and show its brackets.
    `${end}\n`,
    `<sub>${stale}commit ${code(commit.slice(0, 7))} · [run and summary](${url})</sub>`,
  ].join('\n')
}

/** Reads the sections of a comment; what is not one, or was changed by hand so that it is none, is left out. */
export function parseSections(body: string): Section[] {
  return [...body.matchAll(sectionPattern)].flatMap(([, kept = '', text = '']): Section[] => {
    const about = parseAs(headSchema, Buffer.from(kept, 'base64url').toString())
    if (about === undefined) return []
    const [head = '', ...parts] = text.split(`\n\n${detailsMark}\n`)
    return [{ ...about, head, details: parts }]
  })
}

/** Texts of a test may say what our marks say; then they must not be some. */
function withoutMarks(markdown: string): string {
  return markdown.replaceAll(`<!-- ${name}:`, `<!-- ${name}\u200b:`)
}

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

/** An image's section: the answer, why the size changed or the job failed, the failed tests; the rest folded. `shownName` is its name among several. */
export function renderSectionOf(
  job: ReportJson,
  run: ReportedRun,
  jobName: string,
  now: Date,
  shownName = job.imageKey,
): Section {
  // Of a report that a fork wrote, the links lead where its run says.
  const repository = run.url.replace(/\/actions\/runs\/.*$/, '')
  const report = { ...job, source: { ...job.source, repository, commit: run.commit } }
  const { imageKey, file, target, warnings } = report
  const facts = JSON.stringify(job, (key, value: unknown) => (volatile.has(key) ? undefined : value))
  const headline = readHeadline(report)
  const about = shownName === '' ? '' : `${code(cutText(shownName, 120))}: `
  const heading = `### ${marks[headline.state]} ${about}${text(cutText(headline.text, 300))}`
  const problems = renderProblems(report)
  const isShort = problems.join('').length <= maxOpenLength && !problems.some((part) => part.includes('```'))
  const shownWarnings = warnings.slice(0, maxWarnings).map((warning) => `> ⚠️ ${text(warning)}`)
  return {
    ...run,
    key: cutText(imageKey === '' ? `job ${jobName}` : `${imageKey}#${target} ${file}`, 500),
    digest: createHash('sha256').update(facts).digest('hex').slice(0, 32),
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
