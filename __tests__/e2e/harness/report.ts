import type { Baseline } from '../../../src/compare/baseline.ts'
import type { Comparison } from '../../../src/compare/compare-images.ts'
import type { Step } from '../../../src/docker/steps.ts'
import type { ImageRecord } from '../../../src/measure/image-record.ts'
import type { CacheChoice } from '../../../src/plan/choose-cache.ts'
import type { TestReport } from '../../../src/verdict/describe-tests.ts'

/** report.json, as far as the tests look at it. */
export interface Report {
  version: number
  imageKey: string
  file: string
  target: string
  problems: { title: string; message: string; place?: { file: string; line?: number } }[]
  warnings: string[]
  tests?: Pick<
    TestReport,
    'verdict' | 'reason' | 'stages' | 'source' | 'counts' | 'failures' | 'runs' | 'compilerMessages'
  >
  image?: ImageRecord
  baseline?: Baseline
  comparison?: Comparison
  cache?: CacheChoice
  steps: { test: Step[]; image: Step[] }
  delivery?: { how: 'pushed' | 'loaded'; digest: string }
}

/** How a step of the builds ended, looked for by the start of its instruction: `cached`, `done`, … or `absent`. */
export function outcomeOf(steps: readonly Step[], instruction: string): Step['outcome'] | 'absent' {
  return steps.find(({ name }) => name.startsWith(instruction))?.outcome ?? 'absent'
}
