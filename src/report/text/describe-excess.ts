import { worstExcess, type CheckedLimit } from '../../compare/budget.ts'
import { changeOf, sizeOf } from '../../compare/metric.ts'
import type { SizeFindings } from '../../compare/size-findings.ts'
import type { Comparison } from '../../compare/compare-images.ts'
import type { Settings, SizeMetric } from '../../inputs/settings.ts'
import { readParts } from '../../measure/analyze/attribution.ts'
import type { ImageRecord } from '../../measure/record/image-record.ts'
import { formatSize } from '../../shared/format-size.ts'
import { formatChange } from './format.ts'
import { formatImageSize } from '../summary/image-size.ts'
import { cut } from './markdown.ts'
import { describeVersions, namePart } from './part-labels.ts'
import type { Problem } from '../model/job-report.ts'

/** Most parts that are named as the cause. */
const maxCauses = 3

/** The exceeded budgets of all platforms; with several of them, each names its own. */
export function describeExcesses(
  platforms: readonly SizeFindings[],
  settings: Pick<Settings, 'sizeMetric' | 'sizeOverrideLabel'>,
): Problem[] {
  return platforms.flatMap((findings) => {
    const excess = describeExcess(findings, settings)
    if (excess === undefined || platforms.length === 1) return excess ?? []
    const { platform } = findings.image
    return { ...excess, title: excess.title.replace(/^The image/, `The image for ${platform}`) }
  })
}

/** Words a exceeded budget in one sentence: by how much, and because of what. Undefined when it is kept. */
export function describeExcess(
  { image, comparison, budget }: Pick<SizeFindings, 'image' | 'comparison' | 'budget'>,
  { sizeMetric, sizeOverrideLabel }: Pick<Settings, 'sizeMetric' | 'sizeOverrideLabel'>,
): Problem | undefined {
  if (budget.kind !== 'exceeded') return undefined
  const excess = worstExcess(budget)
  if (excess === undefined) return undefined
  return excess.kind === 'size'
    ? describeSize(excess, image, sizeMetric)
    : describeGrowth(excess, image, comparison, sizeMetric, sizeOverrideLabel)
}

function describeSize(
  { sizeBytes, limitBytes }: Extract<CheckedLimit, { kind: 'size' }>,
  image: ImageRecord,
  metric: SizeMetric,
): Problem {
  const heaviest = readParts(image)
    .sort((a, b) => sizeOf(b, metric) - sizeOf(a, metric))
    .slice(0, maxCauses)
    .map((part) => `${joinWords(namePart(part, asIs), part.version)} ${formatSize(sizeOf(part, metric))}`)
  return {
    title: `The image is ${formatSize(sizeBytes - limitBytes)} over its budget`,
    message:
      `${image.imageKey} is ${formatImageSize(image, metric)} ${metric}, max-size is ${formatSize(limitBytes)}, ` +
      `and its largest parts are ${listWords(heaviest)}; nothing was loaded or pushed.`,
    place: undefined,
  }
}

function describeGrowth(
  { written, limitBytes, growthBytes, ignoredBytes }: Extract<CheckedLimit, { kind: 'growth' }>,
  image: ImageRecord,
  comparison: Comparison | undefined,
  metric: SizeMetric,
  label: string | undefined,
): Problem {
  const apart = ignoredBytes > 0 ? `, beside ${formatChange(ignoredBytes)} of its base image,` : ''
  const limit = written.endsWith('%') ? `${written} (${formatSize(limitBytes)})` : written
  const causes = causesOf(comparison, metric, ignoredBytes > 0)
  const because = causes.length === 0 ? '' : `, because of ${listWords(causes)}`
  const wayOut = label === undefined ? '' : `, and the label ${label} lets a pull request pass`
  return {
    title: `The image grew by ${formatSize(growthBytes)}, ${formatSize(growthBytes - limitBytes)} over its budget`,
    message:
      `${image.imageKey} grew by ${formatSize(growthBytes)} ${metric}${apart} where max-increase is ${limit}` +
      `${because}; nothing was loaded or pushed${wayOut}.`,
    place: undefined,
  }
}

/** The parts that grew most, the base image only where it counts. */
function causesOf(comparison: Comparison | undefined, metric: SizeMetric, isBaseApart: boolean): string[] {
  const grown = (comparison?.contents.parts ?? []).filter(
    (part) => changeOf(part, metric) > 0 && !(isBaseApart && part.kind === 'base'),
  )
  return grown
    .sort((a, b) => changeOf(b, metric) - changeOf(a, metric))
    .slice(0, maxCauses)
    .map((part) => {
      const versions = describeVersions(part, asIs)
      const name = joinWords(namePart(part, asIs), versions === '' ? undefined : `(${cut(versions, 80)})`)
      return `${name} ${formatChange(changeOf(part, metric))}`
    })
}

function joinWords(...words: (string | undefined)[]): string {
  return words.filter((word) => word !== undefined && word !== '').join(' ')
}

/** `a`, `a and b`, `a, b and c`. */
function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

function asIs(name: string): string {
  return cut(name, 80)
}
