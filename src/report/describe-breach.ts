import type { BudgetOutcome } from '../compare/budget.ts'
import type { Settings } from '../inputs/settings.ts'
import { readParts, type Part } from '../measure/attribution.ts'
import type { ImageRecord } from '../measure/image-record.ts'
import { formatSize } from '../format-size.ts'
import { formatImageSize } from './image-size.ts'
import { cut } from './markdown.ts'
import { namePart } from './part-words.ts'
import type { Problem } from './job-report.ts'

/** Words a breached budget: by how much, and what weighs most. Undefined when it is kept. */
export function describeBreach(
  image: ImageRecord,
  budget: BudgetOutcome,
  { sizeMetric }: Settings,
): Problem | undefined {
  if (budget.kind !== 'breached') return undefined
  const over = formatSize(budget.sizeBytes - budget.limitBytes)
  const sizeBytes = (part: Part): number => (sizeMetric === 'packed' ? part.packedBytes : part.unpackedBytes)
  const heaviest = readParts(image)
    .sort((a, b) => sizeBytes(b) - sizeBytes(a))
    .slice(0, 4)
  const lines = heaviest.map(
    (part) =>
      `  ${formatSize(sizeBytes(part))}  ${[namePart(part, asIs), part.version ?? ''].join(' ').trimEnd()}`,
  )
  return {
    title: `The image is ${over} over its budget`,
    message:
      `${image.imageKey} is ${formatImageSize(image, sizeMetric)} ${sizeMetric}, max-size is ${formatSize(budget.limitBytes)}. ` +
      `Nothing was loaded or pushed. Its largest parts:\n${lines.join('\n')}`,
    place: undefined,
  }
}

function asIs(name: string): string {
  return cut(name, 80)
}
