import type { Baseline } from '../../../src/compare/comparable.ts'
import {
  type SizeFindings,
  compareImages,
  type Comparison,
} from '../../../src/compare/compare-with-baseline.ts'
import type { Step } from '../../../src/docker/build/build-result.ts'
import type { ImageRecord, LayerContent } from '../../../src/measure/record/image-record.ts'
import type { JobReport } from '../../../src/report/model/job-report.ts'
import { makeReport } from '../../../src/job/findings.ts'
import type { SmokeReport } from '../../../src/smoke/smoke-test.ts'
import { notRun, type Failure, type TestReport } from '../../../src/testing/test-report.ts'
import { imageRecord, layerRecord, sha256 } from '../measure/a-layout.ts'

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
  ...notRun('missing', ''),
  whyNotRun: undefined,
  result: 'passed',
  reason: '12 tests passed',
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

/** What `dotnet publish` leaves of a shop with one package, in so many bytes. */
const published = (version: string, packageBytes: number): LayerContent => {
  const library = `Newtonsoft.Json/${version}`
  const deps = JSON.stringify({
    runtimeTarget: { name: '.NETCoreApp,Version=v10.0' },
    targets: {
      '.NETCoreApp,Version=v10.0': {
        'Shop/1.0.0': { dependencies: { 'Newtonsoft.Json': version }, runtime: { 'Shop.dll': {} } },
        [library]: { runtime: { 'lib/net6.0/Newtonsoft.Json.dll': {} } },
      },
    },
    libraries: { 'Shop/1.0.0': { type: 'project' }, [library]: { type: 'package' } },
  })
  const hash = (of: string): string => sha256(of).slice(7, 23)
  return {
    files: [
      ['app/Newtonsoft.Json.dll', packageBytes, hash(version), packageBytes / 2 - 212_810],
      ['app/Shop.deps.json', 1_000, hash(deps), 300],
      ['app/Shop.dll', 1_999_000, hash('shop'), 715_000],
    ],
    removed: [],
    documents: [{ path: 'app/Shop.deps.json', text: deps }],
  }
}

const base = layerRecord('base', {
  createdBy: 'COPY /dotnet /usr/share/dotnet',
  compressedBytes: 80_000_000,
  uncompressedBytes: 200_000_000,
})
const app = layerRecord('app', {
  createdBy: 'COPY /app .',
  copiedFrom: 'publish',
  compressedBytes: 1_000_000,
  uncompressedBytes: 3_000_000,
  line: 9,
  content: published('13.0.1', 995_000),
})
const baseImage = { name: 'mcr.microsoft.com/dotnet/aspnet:10.0', layerCount: 1, dotnetVersion: '10.0.1' }

/** Two images, of which the later one has a newer and larger package. */
export const before: ImageRecord = imageRecord([base, app], {
  configBytes: 2_000,
  commit: 'abcdef0123'.repeat(4),
  branch: 'main',
  base: baseImage,
})
export const after: ImageRecord = imageRecord(
  [
    base,
    {
      ...app,
      digest: sha256('compressed app 2'),
      diffId: sha256('app 2'),
      compressedBytes: 1_250_000,
      uncompressedBytes: 3_500_000,
      content: published('13.0.3', 1_495_000),
    },
  ],
  { configBytes: 2_100, base: baseImage },
)

/** Images that do not differ. */
export const noChange: Comparison = {
  compressedChangeBytes: 0,
  uncompressedChangeBytes: 0,
  layers: [],
  parts: [],
  files: [],
  publishChanges: [],
  isBelowMinChange: true,
  minChangeBytes: 0,
}

/** A smoke test that passed. */
export const smoked: SmokeReport = {
  ...{ check: 'GET /healthz on port 8080', outcome: 'passed', durationMs: 412, memoryBytes: 36_400_000 },
  ...{ httpStatus: 200, exitCode: undefined, logLines: ['Now listening'], problem: undefined },
}

const nothingBefore: Baseline = {
  kind: 'none',
  reason: 'No baseline yet: no image of this name, stage and platform was measured before on main.',
  warnings: [],
  isStoreDown: false,
}

/** What differs from a job that went well: of the job, or of what was found of its image, of which there may be none. */
export type Difference = Partial<JobReport> & {
  [K in keyof SizeFindings]?: SizeFindings[K] | undefined
}

/** A job that went well, without a baseline. */
export const report = (difference: Difference = {}): JobReport => {
  const { image, baseline, comparison, budget, release, ...more } = { image: after, ...difference }
  const findings = {
    baseline: baseline ?? nothingBefore,
    comparison,
    budget: budget ?? { kind: 'none' },
    ...(release === undefined ? {} : { release }),
  } as const
  return {
    ...makeReport({}, undefined),
    imageKey: 'shop',
    finalStage: 'final',
    tests: testReport(),
    layersRead: 2,
    platforms: image === undefined ? [] : [{ image, ...findings }],
    ...more,
  }
}

/** The same, compared with the earlier image. */
export const compared = (more: Difference = {}): JobReport =>
  report({
    baseline: { kind: 'found', record: before, source: 'cache', warnings: [] },
    comparison: compareImages(before, after, { sizeMetric: 'compressed', minChangeBytes: 0 }),
    ...more,
  })

/** The same, with a budget of so many bytes. */
export const budgeted = (maxSizeBytes: number, more: Difference = {}): JobReport =>
  report({
    budget: {
      kind: after.compressedBytes > maxSizeBytes ? 'exceeded' : 'passed',
      limits: [
        {
          kind: 'size',
          isExceeded: after.compressedBytes > maxSizeBytes,
          limitBytes: maxSizeBytes,
          sizeBytes: after.compressedBytes,
        },
      ],
    },
    ...more,
  })
