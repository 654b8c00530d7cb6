import { checkBudget } from '../../../src/compare/budget.ts'
import { compareImages } from '../../../src/compare/compare-images.ts'
import type { Step } from '../../../src/docker/steps.ts'
import type { ImageRecord } from '../../../src/measure/image-record.ts'
import { emptyReport, type JobReport } from '../../../src/report/job-report.ts'
import { notRun, type Failure, type TestReport } from '../../../src/verdict/describe-tests.ts'
import { imageRecord, layerRecord } from '../measure/a-layout.ts'

/** When all these reports are written. */
export const now = new Date('2026-11-21T11:00:00Z')

export const counts = (passed: number, failed = 0, skipped = 0) => ({
  total: passed + failed + skipped,
  passed,
  failed,
  skipped,
})

/** Tests of a stage `test`, that passed unless told otherwise. */
export const testReport = (more: Partial<TestReport> = {}): TestReport => ({
  ...notRun(''),
  verdict: 'passed',
  reason: 'the tests ran and passed',
  stages: ['test'],
  place: { file: 'Dockerfile', line: 12, command: 'RUN dotnet test' },
  counts: counts(12),
  ...more,
})

export const failure = (name: string, more: Partial<Failure> = {}): Failure => ({
  name,
  outcome: 'failed',
  project: 'Shop.Tests',
  framework: 'net10.0',
  place: undefined,
  ...more,
})

export const step = (stage: string, position: string, name: string, more: Partial<Step> = {}): Step => ({
  stage,
  position,
  name,
  outcome: 'done',
  durationMs: 1500,
  error: undefined,
  ...more,
})

const base = layerRecord('base', {
  createdBy: 'COPY /dotnet /usr/share/dotnet',
  packedBytes: 80_000_000,
  unpackedBytes: 200_000_000,
})
const app = layerRecord('app', {
  createdBy: 'COPY /app .',
  packedBytes: 1_000_000,
  unpackedBytes: 3_000_000,
  line: 9,
})

/** Two images, of which the later one has a larger layer. */
export const before: ImageRecord = imageRecord([base, app], {
  configBytes: 2_000,
  commit: 'abcdef0123'.repeat(4),
  branch: 'main',
})
export const after: ImageRecord = imageRecord(
  [
    base,
    {
      ...layerRecord('app 2'),
      ...app,
      digest: layerRecord('app 2').digest,
      packedBytes: 1_250_000,
      unpackedBytes: 3_500_000,
    },
  ],
  { configBytes: 2_100 },
)

/** A job that went well, without a baseline. */
export const report = (more: Partial<JobReport> = {}): JobReport => ({
  ...emptyReport(),
  imageKey: 'shop',
  finalStage: 'final',
  tests: testReport(),
  image: after,
  baseline: {
    kind: 'none',
    reason: 'No baseline yet: nothing was measured before on main.',
    warnings: [],
    isStoreDown: false,
  },
  ...more,
})

/** The same, compared with the earlier image. */
export const compared = (more: Partial<JobReport> = {}): JobReport =>
  report({
    baseline: { kind: 'found', record: before, source: 'cache', warnings: [] },
    comparison: compareImages(before, after),
    ...more,
  })

/** The same, with a budget of so many bytes. */
export const budgeted = (maxSizeBytes: number, more: Partial<JobReport> = {}): JobReport =>
  report({ budget: checkBudget(after, 'packed', maxSizeBytes), ...more })
