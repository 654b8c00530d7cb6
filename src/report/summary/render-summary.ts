import { cutText } from '../../shared/text.ts'
import { formatSize, formatDuration, joinParts, plural } from '../../shared/format.ts'
import { renderFailures } from './render-failures.ts'
import { renderMessage, renderProblems } from './render-problems.ts'
import { renderStages } from './render-stages.ts'
import { renderTests } from './render-tests.ts'
import { describeBaseline, describeRelease, describeDelivery, describeSmoke } from '../text/sentences.ts'
import { exceededLimits } from '../text/describe-excess.ts'
import { describeReason } from '../text/part-labels.ts'
import { renderAdvice } from './render-advice.ts'
import { renderContents } from './render-contents.ts'
import { renderSize } from './render-size.ts'
import { readHeadline } from '../text/headline.ts'
import { code, details, marks, table, text } from '../text/markdown.ts'
import type { ReportJson } from '../model/report-schema.ts'

type Step = ReportJson['steps']['image'][number]

const maxRows = 60
/** Somewhat below 1,048,576: a larger summary is dropped whole by the runner. */
const maxBytes = 1_000_000

/** The report as GitHub-flavoured Markdown, for the job summary and report.md; its first line is the answer. */
export function renderMarkdown(report: ReportJson, now: Date): string {
  // Why no test ran is a part of the answer.
  const reasons = report.warnings.filter((one) => one.startsWith('No tests were run: '))
  const parts = [
    renderHeadline(report),
    renderSubline(report, now),
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
    ...report.warnings.filter((one) => !reasons.includes(one)).map((warning) => `> ⚠️ ${text(warning)}`),
    ...(report.notices ?? []).flatMap(({ message, snippet }) => renderMessage(message, snippet)),
  ]
  return `${fit(parts.filter((part) => part !== '')).join('\n\n')}\n`
}

/** As many parts as there is room for, with a word on those that are left out. */
function fit(parts: readonly string[]): string[] {
  let room = maxBytes
  const kept = parts.filter((part) => {
    const sizeBytes = Buffer.byteLength(part) + 2
    if (sizeBytes <= room) room -= sizeBytes
    else return false
    return true
  })
  const left = parts.length - kept.length
  const note = `… ${plural(left, 'part')} of this report found no room here; report.json has everything.`
  return left === 0 ? kept : [...kept, note]
}

function renderHeadline(report: ReportJson): string {
  const headline = readHeadline(report)
  return `### ${marks[headline.state]} ${text(headline.text)}`
}

function renderSubline(report: ReportJson, now: Date): string {
  const { imageKey, target } = report
  if (imageKey === '') return ''
  return joinParts('. ', [`${code(imageKey)}, stage ${code(target)}`, renderReason(report, now)])
}

/** What the image was compared with, and why its size changed; else why it was not compared. */
export function renderReason(report: ReportJson, now: Date): string {
  const { imageKey, baseline, image, comparison, sizeMetric, testsOnly } = report
  if (imageKey === '') return ''
  if (image === undefined)
    return testsOnly
      ? 'Every stage of this Dockerfile tests or serves one that does, so there is no image to measure.'
      : 'No image was built.'
  if (baseline === undefined) return ''
  const since = describeRelease(report, now, { quote: code, say: text })
  if (baseline.kind === 'none') return `${text(baseline.reason)} ${since}`.trimEnd()
  // What made an image exceed its limit stands with the limit.
  const isExplained = exceededLimits(report.budget).some(({ kind }) => kind === 'growth')
  const reason = comparison === undefined || isExplained ? '' : describeReason(comparison, sizeMetric, code)
  return joinParts(' ', [`Compared with ${describeBaseline(baseline, now, code)}.`, reason, since])
}

function renderSteps(report: ReportJson): string {
  const { cache, exported } = report
  const steps = ownSteps(report)
  const cacheSentence =
    cache === undefined
      ? ''
      : text(
          `Build ${cache.reason}.${describeUse(report)}${describeMounts(report)} ${describeDelivery(exported)}`.trimEnd(),
        )
  if (steps.length === 0) return cacheSentence
  const cached = steps.filter(({ step }) => step.outcome === 'cached').length
  const rows = steps.slice(0, maxRows * 2).map(stepRow)
  return details(
    `Steps: ${cached} of ${steps.length} from the cache`,
    `${table(['for', 'stage', 'step', 'time:'], rows)}\n\n${cacheSentence}`,
  )
}

/** What the cache brought, and what it cost. */
function describeUse({ cacheUse }: ReportJson): string {
  if (cacheUse === undefined) return ''
  const { readMs, receivedBytes, writeMs } = cacheUse
  const brought = receivedBytes === 0 ? '' : ` and brought ${formatSize(receivedBytes)}`
  const written = writeMs === undefined ? '' : `; writing it took ${formatDuration(writeMs)}`
  return ` Reading it took ${formatDuration(readMs)}${brought}${written}.`
}

/** What it cost to keep the cache mounts, and what it brought. */
function describeMounts({ cacheMounts }: ReportJson): string {
  if (cacheMounts === undefined) return ''
  const { restoreMs, restoredBytes, saveMs, savedBytes } = cacheMounts
  const restored =
    restoredBytes === 0
      ? 'nothing was there to restore'
      : `restoring ${formatSize(restoredBytes)} took ${formatDuration(restoreMs)}`
  const saved =
    saveMs === undefined ? '' : `; saving ${formatSize(savedBytes ?? 0)} took ${formatDuration(saveMs)}`
  return ` Cache mounts: ${restored}${saved}.`
}

/**
 * The Dockerfile's steps of both builds, each once: what the tests had built already is not told again, whichever build it ran in, nor
 * what BuildKit does twice for one line, as for COPY --link.
 */
function ownSteps({ steps }: ReportJson): { build: string; step: Step }[] {
  const forTests = new Map(steps.test.filter(isOwn).map((step) => [keyOf(step), step]))
  const forImage = new Map(
    steps.image
      .filter((step) => {
        const known = forTests.get(keyOf(step))
        const isSame = step.outcome === 'cached' || known?.platform === step.platform
        return isOwn(step) && !(known !== undefined && isSame && step.outcome !== 'failed')
      })
      .map((step) => [`${step.platform ?? ''} ${keyOf(step)}`, step]),
  )
  return [
    ...[...forTests.values()].map((step) => ({ build: 'tests', step })),
    ...[...forImage.values()].map((step) => ({ build: 'image', step })),
  ]
}

function isOwn({ stage, name }: Step): boolean {
  return stage !== undefined && !/^(?:FROM|LINK) /.test(name)
}

function keyOf({ stage, position, name }: Step): string {
  return [stage, position, name].join(' ')
}

function stepRow({ build, step }: { build: string; step: Step }): string[] {
  const time =
    step.outcome === 'cached'
      ? 'cached'
      : step.outcome === 'done'
        ? formatDuration(step.durationMs)
        : step.outcome
  const stage = `${code(step.stage ?? '')}${step.platform === undefined ? '' : ` ${code(step.platform)}`}`
  return [build, stage, code(cutText(step.name, 120)), time]
}
