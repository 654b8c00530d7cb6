import type { BudgetOutcome } from '../compare/budget.ts'
import type { Settings } from '../inputs/settings.ts'
import type { ImageRecord } from '../measure/image-record.ts'
import { formatSize } from './format.ts'
import type { Problem } from './job-report.ts'

/** Words a breached budget: by how much, and what weighs most. Undefined when it is kept. */
export function describeBreach(
  image: ImageRecord,
  budget: BudgetOutcome,
  { sizeMetric, fileShown }: Settings,
): Problem | undefined {
  if (budget.kind !== 'breached') return undefined
  const over = formatSize(budget.sizeBytes - budget.limitBytes)
  const sizeBytes = (layer: ImageRecord['layers'][number]): number =>
    sizeMetric === 'packed' ? layer.packedBytes : layer.unpackedBytes
  const heaviest = [...image.layers].sort((a, b) => sizeBytes(b) - sizeBytes(a)).slice(0, 3)
  const lines = heaviest.map((layer) => {
    const where = layer.line === undefined ? 'base image' : `${fileShown}:${layer.line}`
    return `  ${formatSize(sizeBytes(layer))}  ${layer.createdBy.slice(0, 80)} (${where})`
  })
  return {
    title: `The image is ${over} over its budget`,
    message:
      `${image.imageKey} is ${formatSize(budget.sizeBytes)} ${sizeMetric}, max-size is ${formatSize(budget.limitBytes)}. ` +
      `Nothing was loaded or pushed. The largest layers:\n${lines.join('\n')}`,
    place: undefined,
  }
}
