import { formatPlace } from '../user-error.ts'
import { layerDeltaBytes, type Comparison, type LayerChange } from '../compare/compare-images.ts'
import { formatDuration } from '../docker/format-duration.ts'
import type { Step } from '../docker/steps.ts'
import type { SizeMetric } from '../inputs/settings.ts'
import type { ImageRecord, LayerRecord } from '../measure/image-record.ts'
import { renderFailures, renderTests } from './render-tests.ts'
import { formatAge, formatDelta, formatPercent, formatSize, plural } from './format.ts'
import { readHeadline } from './headline.ts'
import type { JobReport } from './job-report.ts'
import { code, codeBlock, cut, details, table, text } from './markdown.ts'

const maxRows = 60
/** Somewhat below 1,048,576: a larger summary is dropped whole by the runner. */
const maxBytes = 1_000_000
const marks = { good: '✅', bad: '❌', warning: '⚠️' } as const

/** The report as GitHub-flavoured Markdown, for the job summary and report.md; its first line is the answer. */
export function renderMarkdown(report: JobReport, now: Date): string {
  const parts = [
    renderHeadline(report),
    renderSubline(report, now),
    ...renderProblems(report),
    ...(report.tests === undefined ? [] : renderFailures(report.tests)),
    renderSizes(report),
    renderLayers(report),
    ...(report.tests === undefined ? [] : renderTests(report.tests, baselineTests(report))),
    renderSteps(report),
    ...report.warnings.map((warning) => `> ⚠️ ${text(warning)}`),
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

function renderHeadline(report: JobReport): string {
  const headline = readHeadline(report)
  return `### ${marks[headline.state]} ${text(headline.text)}`
}

function renderSubline(report: JobReport, now: Date): string {
  const { imageKey, finalStage, baseline, image, comparison, sizeMetric } = report
  if (imageKey === '') return ''
  const about = `${code(imageKey)}, stage ${code(finalStage)}`
  if (image === undefined || baseline === undefined)
    return `${about}${image === undefined ? '. No image was built.' : ''}`
  if (baseline.kind === 'none') return `${about}. ${text(baseline.reason)}`
  const { commit, branch, createdAt } = baseline.record
  const on = branch === undefined ? '' : ` on ${code(branch)}`
  const from = commit === undefined ? `the last measurement${on}` : `${code(commit.slice(0, 7))}${on}`
  return `${about}. Compared with ${from}, ${formatAge(createdAt, now)}.${renderReason(comparison, sizeMetric)}`
}

/** The layer that changed the size most, as the reason in one sentence. */
function renderReason(comparison: Comparison | undefined, metric: SizeMetric): string {
  const delta = (change: LayerChange): number => Math.abs(layerDeltaBytes(change, metric))
  const [largest] = [...(comparison?.layers ?? [])].sort((a, b) => delta(b) - delta(a))
  if (largest === undefined || delta(largest) === 0) return ''
  const layer = 'after' in largest ? largest.after : largest.before
  const where = layer.line === undefined ? 'the base image' : `line ${layer.line}`
  return ` Largest change: ${formatDelta(layerDeltaBytes(largest, metric))} in ${describeLayer(layer)} (${where}).`
}

/** What is wrong, in words. Of failed tests only where they ran: the tests themselves follow. */
function renderProblems({ problems, tests }: JobReport): string[] {
  return problems.map(({ title, message, place, snippet }) => {
    const where = place === undefined ? '' : ` — ${code(formatPlace(place))}`
    if (tests?.verdict === 'failed' && tests.failures.length > 0) {
      const hidden = tests.reason.includes('; ') ? `\n\n${text(tests.reason)}` : ''
      return `Stage ${code(tests.stages.join(', '))}${where} ${code(tests.place?.command ?? '')}${hidden}`
    }
    return [`**${text(title)}**${where}`, ...renderMessage(message, snippet)].join('\n\n')
  })
}

/** A message as a code block; lines to paste stand in one of their own, so that they can be copied alone. */
function renderMessage(message: string, snippet: string | undefined): string[] {
  if (snippet === undefined || !message.includes(snippet)) return [codeBlock(cut(message, 6_000))]
  const [before = '', after = ''] = message.split(snippet)
  return [text(before), codeBlock(snippet.trim(), 'dockerfile'), text(after)].filter((part) => part !== '')
}

function baselineTests({ baseline }: JobReport): ImageRecord['tests'] {
  return baseline?.kind === 'found' ? baseline.record.tests : undefined
}

function renderSizes({ image, baseline, comparison }: JobReport): string {
  if (image === undefined) return ''
  const before = baseline?.kind === 'found' ? baseline.record : undefined
  const row = (title: string, now: number, then: number | undefined): string[] => [
    title,
    formatSize(now),
    ...(then === undefined
      ? []
      : [
          formatSize(then),
          then === 0 || now === then
            ? formatDelta(now - then)
            : `${formatDelta(now - then)} (${formatPercent((now - then) / then)})`,
        ]),
  ]
  const headings =
    before === undefined || comparison === undefined ? ['', 'size:'] : ['', 'now:', 'before:', 'change:']
  return table(headings, [
    row('**Packed**, as a registry stores and a node pulls it', image.packedBytes, before?.packedBytes),
    row('**Unpacked**, on a node’s disk', image.unpackedBytes, before?.unpackedBytes),
  ])
}

function renderLayers(report: JobReport): string {
  const { image, comparison, sizeMetric } = report
  if (image === undefined) return ''
  const all = details(
    `All ${plural(image.layers.length, 'layer')}`,
    table(['made by', 'line:', 'packed:', 'unpacked:'], image.layers.slice(0, maxRows).map(layerRow)),
  )
  if (comparison === undefined) return all
  const changed = comparison.layers.filter((change) => change.kind !== 'same')
  if (changed.length === 0) return `No layer changed.\n\n${all}`
  const rows = changed
    .sort((a, b) => Math.abs(layerDeltaBytes(b, sizeMetric)) - Math.abs(layerDeltaBytes(a, sizeMetric)))
    .slice(0, maxRows)
    .map(changeRow)
  const config: string[] = ['the image’s config', '', '', '', formatDelta(comparison.configDeltaBytes)]
  const body = table(
    ['Layers that changed', 'line:', 'now:', 'before:', 'change:'],
    [...rows, ...(comparison.configDeltaBytes === 0 ? [] : [config])],
  )
  return `${body}\n\n${all}`
}

function layerRow(layer: LayerRecord): string[] {
  return [describeLayer(layer), lineOf(layer), formatSize(layer.packedBytes), formatSize(layer.unpackedBytes)]
}

function changeRow(change: LayerChange): string[] {
  const layer = 'after' in change ? change.after : change.before
  const before = 'before' in change ? formatSize(change.before.packedBytes) : 'new'
  const after = 'after' in change ? formatSize(change.after.packedBytes) : 'removed'
  return [describeLayer(layer), lineOf(layer), after, before, formatDelta(layerDeltaBytes(change, 'packed'))]
}

function describeLayer(layer: LayerRecord): string {
  return code(cut(layer.createdBy === '' ? layer.digest.slice(0, 19) : layer.createdBy, 100))
}

function lineOf(layer: LayerRecord): string {
  return layer.line === undefined ? 'base image' : String(layer.line)
}

function renderSteps(report: JobReport): string {
  const { cache, delivery } = report
  const steps = ownSteps(report)
  const sent =
    delivery?.kind === 'delivered'
      ? ` ${delivery.how === 'pushed' ? 'Pushed' : 'Loaded'} in ${formatDuration(delivery.durationMs)}.`
      : ''
  const told = cache === undefined ? '' : text(`Build ${cache.reason}.${sent}`)
  if (steps.length === 0) return told
  const cached = steps.filter(({ step }) => step.outcome === 'cached').length
  const rows = steps.slice(0, maxRows * 2).map(stepRow)
  return details(
    `Steps: ${cached} of ${steps.length} from the cache`,
    `${table(['for', 'stage', 'step', 'time:'], rows)}\n\n${told}`,
  )
}

/** The Dockerfile's steps of both builds, each once: what the tests had built already is not told again. */
function ownSteps({ tests, steps }: JobReport): { build: string; step: Step }[] {
  const isOwn = (step: Step): boolean => step.stage !== undefined && !step.name.startsWith('FROM ')
  const forTests = (tests?.steps ?? []).filter(isOwn)
  const known = new Set(forTests.map((step) => `${step.stage ?? ''} ${step.name}`))
  const forImage = steps.filter(
    (step) => isOwn(step) && !(step.outcome === 'cached' && known.has(`${step.stage ?? ''} ${step.name}`)),
  )
  return [
    ...forTests.map((step) => ({ build: 'tests', step })),
    ...forImage.map((step) => ({ build: 'image', step })),
  ]
}

function stepRow({ build, step }: { build: string; step: Step }): string[] {
  const time =
    step.outcome === 'cached'
      ? 'cached'
      : step.outcome === 'done'
        ? formatDuration(step.durationMs)
        : step.outcome
  return [build, code(step.stage ?? ''), code(cut(step.name, 120)), time]
}
