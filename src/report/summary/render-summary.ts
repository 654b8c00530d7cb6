import { joinParts, plural } from '../../shared/format.ts'
import { renderFailures } from './render-failures.ts'
import { renderMessage, renderProblems } from './render-problems.ts'
import { renderStages, renderSteps } from './render-stages.ts'
import { renderTests } from './render-tests.ts'
import { describeBaseline, describeRelease, describeSmoke } from '../text/sentences.ts'
import { exceededLimits } from '../text/describe-excess.ts'
import { describeReason } from '../text/part-labels.ts'
import { renderAdvice } from './render-advice.ts'
import { renderContents } from './render-contents.ts'
import { renderSize } from './render-size.ts'
import { readHeadline } from '../text/headline.ts'
import { code, fitParts, marks, text, withWholeNumbers } from '../text/markdown.ts'
import type { ReportJson } from '../model/report-schema.ts'

/** Somewhat below 1,048,576: a larger summary is dropped whole by the runner. */
const maxBytes = 1_000_000

/** The report as GitHub-flavoured Markdown, for the job summary and report.md; its first line is the answer. */
export function renderMarkdown(report: ReportJson, now: Date): string {
  // Why no test ran is a part of the answer.
  const { imageKey, target, warnings } = report
  const { state, text: headline } = readHeadline(report)
  const reasons = warnings.filter((one) => one.startsWith('No tests were run: '))
  const parts = [
    `### ${marks[state]} ${text(headline)}`,
    imageKey === ''
      ? ''
      : joinParts('. ', [`${code(imageKey)}, stage ${code(target)}`, renderReason(report, now)]),
    ...reasons.map(text),
    ...renderProblems(report),
    describeSmoke(report, code) ?? '',
    ...renderFailures(report),
    ...renderSize(report),
    ...renderAdvice(report),
    ...renderTests(report),
    ...renderContents(report),
    ...renderStages(report),
    renderSteps(report),
    ...warnings.filter((one) => !reasons.includes(one)).map((warning) => `> ⚠️ ${text(warning)}`),
    ...(report.notices ?? []).flatMap(({ message, snippet }) => renderMessage(message, snippet)),
  ]
  const words = (left: number): string =>
    `… ${plural(left, 'part')} of this report found no room here; report.json has everything.`
  const whole = parts.filter((part) => part !== '').map(withWholeNumbers)
  return `${fitParts(whole, maxBytes, words).join('\n\n')}\n`
}

/** What the image was compared with, and why its size changed; else why it was not compared. */
export function renderReason(report: ReportJson, now: Date): string {
  const { imageKey, baseline, image, comparison, sizeMetric, testsOnly } = report
  if (imageKey === '') return ''
  if (image === undefined)
    return testsOnly
      ? 'Every stage of this Dockerfile runs tests, or is only there for one that does, so there is no image to measure.'
      : 'No image was built.'
  if (baseline === undefined) return ''
  const since = describeRelease(report, now, { quote: code, say: text })
  if (baseline.kind === 'none') return `${text(baseline.reason)} ${since}`.trimEnd()
  // What made an image exceed its limit stands with the limit.
  const isExplained = exceededLimits(report.budget).some(({ kind }) => kind === 'growth')
  const reason = comparison === undefined || isExplained ? '' : describeReason(comparison, sizeMetric, code)
  return joinParts(' ', [`Compared with ${describeBaseline(baseline, now, code)}.`, reason, since])
}
