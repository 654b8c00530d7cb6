import { changeOf, sizeOf } from '../../compare/metric.ts'
import { formatSize } from '../../shared/format-size.ts'
import { shortRelease } from '../text/describe-release.ts'
import { formatChange, formatPercent, plural } from '../text/format.ts'
import { code, codeBlock, cut, details, table, text } from '../text/markdown.ts'
import { isBad, verdictOf, type MergedImage } from '../model/merged-report.ts'
import type { ReportJson } from '../model/report-schema.ts'

/** Below GitHub's 1 MiB for a summary, past which the runner drops all of it. */
const maxLength = 900_000
const maxPerImage = 10
const maxMessageLength = 2_000

/** One summary of all images of a workflow: the answer, a row per image, then what is wrong with which. */
export function renderMerged(images: readonly MergedImage[]): string {
  const bad = images.filter(isBad)
  const sorted = [...bad, ...images.filter((image) => !isBad(image))]
  const parts = [
    `## ${bad.length > 0 ? '❌' : images.some(isUncertain) ? '⚠️' : '✅'} ${headline(images, bad.length)}`,
    renderTable(sorted),
  ]
  return withinLimit(parts, bad.map(describe))
}

/** Adds sections as long as there is room for them, and says how many there was none for. */
function withinLimit(parts: readonly string[], sections: readonly string[]): string {
  const taken = [...parts]
  let length = taken.join('\n\n').length
  for (const [index, section] of sections.entries()) {
    length += section.length + 2
    if (length > maxLength) {
      taken.push(
        `${plural(sections.length - index, 'more image')} with problems: see the jobs' own summaries.`,
      )
      break
    }
    taken.push(section)
  }
  return `${taken.join('\n\n')}\n`
}

function headline(images: readonly MergedImage[], badCount: number): string {
  if (badCount > 0) return `${badCount} of ${plural(images.length, 'image')} failed`
  return images.length === 1 ? 'The image is good' : `All ${images.length} images are good`
}

function isUncertain(image: MergedImage): boolean {
  return ['no-tests', 'skipped'].includes(verdictOf(image))
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
  if (image.kind === 'lost') return ['❌', name, 'no report', '', '']
  const mark = isBad(image) ? '❌' : isUncertain(image) ? '⚠️' : '✅'
  const { report } = image
  return [mark, name, describeTests(report), describeSize(report, namesMetric), describeChange(report)]
}

function describeSize({ image, sizeMetric }: ReportJson, namesMetric: boolean): string {
  if (image === undefined) return ''
  const isEstimate = sizeMetric === 'compressed' && image.method === 'docker-save'
  const size = `${isEstimate ? '≈ ' : ''}${formatSize(sizeOf(image, sizeMetric))}`
  return namesMetric ? `${size} ${sizeMetric}` : size
}

function describeTests({ tests }: ReportJson): string {
  if (tests === undefined) return 'not reached'
  const { passed, failed, total } = tests.counts
  if (tests.verdict === 'passed') return `${passed.toLocaleString('en')} passed`
  return tests.verdict === 'failed' ? `${failed} of ${total} failed` : tests.verdict
}

function describeChange(report: ReportJson): string {
  const since = shortRelease(report)
  return `${sinceBaseline(report)}${since === undefined ? '' : `<br>${text(since)}`}`
}

function sinceBaseline({ image, comparison, sizeMetric }: ReportJson): string {
  if (image === undefined) return ''
  if (comparison === undefined) return 'no baseline yet'
  if (comparison.isBelowMinChange) return 'no change'
  const delta = changeOf(comparison, sizeMetric)
  const before = sizeOf(image, sizeMetric) - delta
  return `${formatChange(delta)}${before > 0 ? ` (${formatPercent(delta / before)})` : ''}`
}

/** What is wrong with one image: the problems, and the first failed tests, folded. */
function describe(image: MergedImage): string {
  const title = `<a name="${anchor(image)}"></a>\n\n### ❌ ${code(image.name)}`
  if (image.kind === 'lost') return `${title}\n\n${text(image.reason)}`
  const { problems, tests } = image.report
  const shown = problems.slice(0, maxPerImage).map((problem) => {
    const message = cut(problem.message, maxMessageLength)
    return `**${text(problem.title)}**\n\n${codeBlock(message)}`
  })
  return [title, ...shown, ...more(problems.length, 'problem'), ...listFailures(tests?.failures ?? [])].join(
    '\n\n',
  )
}

function listFailures(failures: NonNullable<ReportJson['tests']>['failures']): string[] {
  if (failures.length === 0) return []
  const lines = failures.slice(0, maxPerImage).map(({ name, message }) => {
    const [first = ''] = (message ?? '').trim().split(/\r?\n/)
    return `- ${code(name)}${first === '' ? '' : ` ${text(cut(first, 300))}`}`
  })
  const list = [lines.join('\n'), ...more(failures.length, 'failed test')].join('\n\n')
  return [details(plural(failures.length, 'failed test'), list)]
}

function more(count: number, noun: string): string[] {
  return count > maxPerImage ? [`and ${plural(count - maxPerImage, `more ${noun}`)}.`] : []
}

/** A place in the summary; names of images are letters, digits, dots and dashes, all else is left out. */
function anchor({ name }: MergedImage): string {
  return `image-${name.replace(/[^\w.-]/g, '')}`
}
