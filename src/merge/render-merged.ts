import { cutText } from '../shared/text.ts'
import { changeOf, sizeOf } from '../compare/size-change.ts'
import { formatCount, formatSize, joinParts, plural } from '../shared/format.ts'
import { describeLimit, exceededLimits } from '../report/text/describe-excess.ts'
import { shortRelease } from '../report/text/sentences.ts'
import { formatChangeOf } from '../report/text/format.ts'
import { budgetsOf } from '../report/text/size-rows.ts'
import { readHeadline, renderFailed } from '../report/text/headline.ts'
import { code, fitParts, marks, table, text, withWholeNumbers } from '../report/text/markdown.ts'
import { isBad, type MergedImage } from './collect-images.ts'
import { listFailures, renderMessages } from '../report/summary/render-failures.ts'
import { renderProblems } from '../report/summary/render-problems.ts'
import type { ReportJson } from '../report/model/report-schema.ts'

/** Below GitHub's 1 MiB for a summary, past which the runner drops all of it. */
const maxBytes = 1_000_000
const maxPerImage = 10

/** One summary of all images of a workflow: the answer, a row per image, then what is wrong with which. */
export function renderMerged(images: readonly MergedImage[]): string {
  const bad = images.filter(isBad)
  const sorted = [...bad, ...images.filter((image) => !isBad(image))]
  const parts = [headline(images, bad), renderTable(sorted), ...bad.map(describe)].map(withWholeNumbers)
  const words = (left: number): string =>
    `${plural(left, 'more image')} with problems: see the jobs' own summaries.`
  return `${fitParts(parts, maxBytes, words).join('\n\n')}\n`
}

function headline(images: readonly MergedImage[], bad: readonly MergedImage[]): string {
  if (bad.length > 0)
    return renderFailed(
      bad.map(({ name }) => code(name)),
      images.length,
    )
  const mark = images.some(isUncertain) ? marks.warning : marks.good
  return `## ${mark} ${images.length === 1 ? 'The image passed' : `All ${images.length} images passed`}`
}

function isUncertain(image: MergedImage): boolean {
  return image.kind === 'report' && readHeadline(image.report).state === 'warning'
}

/** One metric for all stands in the heading; where they differ, each figure names its own. */
function renderTable(images: readonly MergedImage[]): string {
  const metrics = new Set(images.flatMap((one) => (one.kind === 'report' ? one.report.sizeMetric : [])))
  const [metric = 'compressed'] = metrics
  const heading = metrics.size > 1 ? 'size' : metric
  const rows = images.map((image) => toRow(image, metrics.size > 1))
  return table(['', 'image', 'tests', `${heading}:`, 'change:'], rows)
}

function toRow(image: MergedImage, namesMetric: boolean): string[] {
  const name = isBad(image)
    ? `<a href="#user-content-${anchor(image)}">${code(image.name)}</a>`
    : code(image.name)
  if (image.kind === 'lost') return [marks.bad, name, 'no report', '', '']
  const mark = isBad(image) ? marks.bad : isUncertain(image) ? marks.warning : marks.good
  const { report } = image
  return [mark, name, describeTests(report), describeSize(report, namesMetric), describeChange(report)]
}

function describeSize({ image, sizeMetric }: ReportJson, namesMetric: boolean): string {
  if (image === undefined) return ''
  const isEstimate = sizeMetric === 'compressed' && image.method === 'docker-save'
  const size = `${isEstimate ? '≈ ' : ''}${formatSize(sizeOf(image, sizeMetric))}`
  return namesMetric ? `${size} ${sizeMetric}` : size
}

const testWords = {
  error: 'could not run',
  'no-tests': 'no test ran',
  skipped: 'not run',
  unknown: 'results not read',
} as const

function describeTests({ tests }: ReportJson): string {
  if (tests === undefined) return 'not reached'
  const { passed, failed, total } = tests.counts
  if (tests.result === 'passed')
    return tests.cached === true ? 'passed before, unchanged' : `${formatCount(passed)} passed`
  return tests.result === 'failed'
    ? `${formatCount(failed)} of ${formatCount(total)} failed`
    : testWords[tests.result]
}

function describeChange(report: ReportJson): string {
  const since = shortRelease(report)
  const over = budgetsOf(report).flatMap(({ budget, of }) =>
    exceededLimits(budget).map((limit) => `${describeLimit(limit, report.sizeMetric)}${of}`),
  )
  const lines = [...(over.length > 0 ? over : sinceBaseline(report)), ...(since === undefined ? [] : [since])]
  return lines.map(text).join('<br>')
}

/** The change; of an image for several platforms that of each that changed. */
function sinceBaseline({ image, comparison, sizeMetric, platforms = [] }: ReportJson): string[] {
  if (image === undefined) return []
  const changed = platforms.flatMap(({ platform, baseline, isBelowMinChange, ...now }) => {
    if (baseline === undefined || isBelowMinChange !== false) return []
    const before = sizeOf(baseline, sizeMetric)
    return [`${formatChangeOf(sizeOf(now, sizeMetric) - before, before)} for ${platform}`]
  })
  if (changed.length > 0) return changed
  if (comparison === undefined) return ['no baseline yet']
  if (comparison.isBelowMinChange) return ['no change']
  const delta = changeOf(comparison, sizeMetric)
  return [formatChangeOf(delta, sizeOf(image, sizeMetric) - delta)]
}

/** What is wrong with one image: the answer, the problems, and the failed tests by name. */
function describe(image: MergedImage): string {
  const title = `<a name="${anchor(image)}"></a>\n\n### ${marks.bad} ${code(image.name)}`
  if (image.kind === 'lost') return `${title}\n\n${text(image.reason)}`
  const report = { ...image.report, problems: image.report.problems.slice(0, maxPerImage) }
  const left = image.report.problems.length - maxPerImage
  return joinParts('\n\n', [
    `${title}: ${text(cutText(readHeadline(report).text, 300))}`,
    ...renderProblems(report),
    left > 0 ? `… and ${plural(left, 'more problem')}.` : '',
    listFailures(report),
    ...renderMessages(report),
  ])
}

/** A place in the summary; names of images are letters, digits, dots and dashes, all else is left out. */
function anchor({ name }: MergedImage): string {
  return `image-${name.replace(/[^\w.-]/g, '')}`
}
