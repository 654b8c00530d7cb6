import type { Baseline } from '../../compare/comparable.ts'
import type { SizeFindings } from '../../compare/compare-with-baseline.ts'
import { downloadBytes } from '../../compare/size-change.ts'
import { readParts } from '../../measure/analyze/attribution.ts'
import { findHiddenFiles } from '../../measure/analyze/shadowed-files.ts'
import type { ImageRecord, LayerRecord } from '../../measure/record/image-record.ts'
import { changedBuildArgs } from '../../plan/image-identity.ts'
import { plainText } from '../../shared/text.ts'
import { skippedNames, testNames, type TestReport } from '../../testing/test-report.ts'
import type { JobReport } from './job-report.ts'
import { reportVersion, type ReportJson } from './report-schema.ts'
import type { Step } from '../../docker/build/build-result.ts'

const maxHiddenFiles = 100

/** report.json as text: everything that the job found out, for later steps and other tools. */
export function renderJson(report: ReportJson): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

/** Everything that the job found out, in the form of report.json, which all writers take: those of elsewhere are rendered by the same code. */
export function toReportJson(report: JobReport): ReportJson {
  const { tests, delivery, platforms, smoke } = report
  const { image, baseline, comparison, release, budget = { kind: 'none' } as const } = platforms[0] ?? {}
  const before = baseline?.kind === 'found' ? baseline.record : undefined
  return {
    version: reportVersion,
    imageKey: report.imageKey,
    file: report.fileShown,
    target: report.finalStage,
    ...pick(report, 'sizeMetric', 'problems', 'warnings'),
    notices: report.notices.length === 0 ? undefined : report.notices,
    testsOnly: report.testsOnly || undefined,
    tests: tests && {
      ...pick(tests, 'result', 'reason', 'whyNotRun', 'hiddenBy', 'stages', 'place'),
      ...pick(tests, 'source', 'counts', 'failures', 'flaky'),
      cached: tests.isCached ?? false,
      ...pick(tests, 'coverage', 'runs', 'compilerMessages'),
      durationMs: Math.round(tests.durationMs),
      baseline: before?.tests && compareTests(tests, before.tests),
    },
    image: image && toImageJson(image, report.layersRead, before),
    baseline: baseline && toBaselineJson(baseline, image),
    comparison: comparison && {
      ...comparison,
      layers: comparison.layers.map((change) => ({
        kind: change.kind,
        before: 'before' in change && before ? toLayerJson(change.before, before) : undefined,
        after: 'after' in change && image ? toLayerJson(change.after, image) : undefined,
      })),
    },
    release,
    advice: report.advice,
    history: image?.history ?? [],
    budget,
    platforms: platforms.length > 1 ? platforms.map(toPlatformJson) : undefined,
    checks: report.checks.length > 0 ? report.checks : undefined,
    cache: report.cache,
    cacheUse: readCacheUse(report),
    cacheMounts: report.mountUse,
    steps: { test: tests?.steps ?? [], image: report.steps },
    stages: report.stages,
    smokeTest: smoke && {
      ...pick(smoke, 'check', 'outcome', 'durationMs', 'httpStatus', 'exitCode', 'memoryBytes'),
      logLines: smoke.logLines.map(plainText),
    },
    exported: delivery?.kind === 'delivered' ? pick(delivery, 'digest', 'outputs') : undefined,
  }
}

/** The fields of an object with these names, in their order. */
function pick<T, K extends keyof T>(of: T, ...names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, of[name]])) as Pick<T, K>
}

function toPlatformJson(found: SizeFindings): NonNullable<ReportJson['platforms']>[number] {
  const { image, baseline, comparison } = found
  const before = baseline.kind === 'found' ? baseline.record : undefined
  return {
    ...pick(image, 'platform', 'manifestDigest', 'compressedBytes', 'uncompressedBytes'),
    downloadBytes: downloadBytes(image, before),
    baseline: before && pick(before, 'compressedBytes', 'uncompressedBytes'),
    isBelowMinChange: comparison?.isBelowMinChange,
    ...pick(found, 'release', 'budget'),
  }
}

/** The tests of the baseline, and which came and went since; names only where both have them. */
function compareTests(
  tests: TestReport,
  before: NonNullable<ImageRecord['tests']>,
): NonNullable<ReportJson['tests']>['baseline'] {
  const now = testNames(tests)
  const then = now.length === 0 ? [] : (before.names ?? [])
  const [old, current, skippedNow] = [new Set(then), new Set(now), new Set(skippedNames(tests))]
  const gone = then.filter((name) => !current.has(name))
  return {
    ...pick(before, 'durationMs', 'linesCovered', 'linesValid'),
    counts: pick(before, 'total', 'passed', 'failed', 'skipped'),
    gone: gone.filter((name) => !skippedNow.has(name)),
    newlySkipped: gone.filter((name) => skippedNow.has(name)),
    added: then.length === 0 ? [] : now.filter((name) => !old.has(name)),
  }
}

function toImageJson(
  image: ImageRecord,
  layersRead: number,
  before: ImageRecord | undefined,
): NonNullable<ReportJson['image']> {
  const hidden = findHiddenFiles(image)
  return {
    ...pick(image, 'platform', 'engine', 'driver', 'method', 'compression', 'manifestDigest', 'configDigest'),
    ...pick(image, 'configBytes', 'compressedBytes', 'uncompressedBytes'),
    ...pick(image, 'base', 'user', 'createdAt', 'commit'),
    downloadBytes: downloadBytes(image, before),
    sdk: image.neighbours?.sdk,
    layers: image.layers.map((layer) => toLayerJson(layer, image)),
    layersRead,
    parts: readParts(image),
    hidden: {
      bytes: hidden.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      files: hidden.slice(0, maxHiddenFiles),
    },
  }
}

/** A layer without its files. */
function toLayerJson(
  layer: LayerRecord,
  record: Pick<ImageRecord, 'layers' | 'base'>,
): NonNullable<ReportJson['image']>['layers'][number] {
  return {
    ...pick(layer, 'digest', 'compressedBytes', 'uncompressedBytes', 'createdBy'),
    isBase: record.layers.indexOf(layer) < (record.base?.layerCount ?? 0),
    ...pick(layer, 'line', 'copiedFrom'),
  }
}

function toBaselineJson(
  baseline: Baseline,
  image: ImageRecord | undefined,
): NonNullable<ReportJson['baseline']> {
  if (baseline.kind === 'none') return { kind: 'none', reason: baseline.reason }
  const { record } = baseline
  const changed = image && changedBuildArgs(record, image)
  return {
    ...pick(baseline, 'kind', 'source', 'reference', 'commitsBetween'),
    ...pick(record, 'commit', 'branch'),
    changedBuildArgs: changed?.length ? changed : undefined,
    ...pick(record, 'createdAt', 'compressedBytes', 'uncompressedBytes', 'base'),
    baseCompressedBytes: record.layers
      .slice(0, record.base?.layerCount ?? 0)
      .reduce((sum, layer) => sum + layer.compressedBytes, 0),
  }
}

/** What the build cache brought, and what it cost; undefined where there is none. Layers of base images come from a registry and do not count. */
function readCacheUse({
  cache,
  tests,
  steps,
  cacheWriteMs,
}: Pick<JobReport, 'cache' | 'tests' | 'steps' | 'cacheWriteMs'>): ReportJson['cacheUse'] {
  if (cache === undefined || cache.kind === 'off') return undefined
  const all = [...(tests?.steps ?? []), ...steps]
  const reads = all.filter(({ name }) => name.startsWith('importing cache manifest from'))
  const brought = all.filter(({ outcome, name }) => outcome === 'cached' && !name.startsWith('FROM '))
  return {
    readMs: Math.round(sum(reads, ({ durationMs }) => durationMs)),
    receivedBytes: sum(brought, ({ receivedBytes = 0 }) => receivedBytes),
    writeMs: cacheWriteMs && Math.round(cacheWriteMs),
  }
}

function sum(steps: readonly Step[], valueOf: (step: Step) => number): number {
  return steps.reduce((total, step) => total + valueOf(step), 0)
}
