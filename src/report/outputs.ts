import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BudgetOutcome } from '../compare/budget.ts'
import { downloadBytes, changeOf, sizeOf } from '../compare/size-change.ts'
import { branchCoveragePercent, lineCoveragePercent } from '../testing/coverage/merge-coverage.ts'
import type { JobReport } from './model/job-report.ts'
import { renderJson } from './model/to-json.ts'
import type { ReportJson } from './model/report-schema.ts'

/** Where the reports were left. */
interface ReportPaths {
  json: string
  markdown: string
}

/** The action's outputs by name; what is not known is empty, and so are the paths of reports that could not be written. */
export function readOutputs(report: JobReport, paths: ReportPaths | undefined): Record<string, string> {
  const { tests, sizeMetric, delivery, smoke, platforms } = report
  const { image, baseline, comparison } = platforms[0] ?? {}
  const before = baseline?.kind === 'found' ? baseline : undefined
  const delta = comparison && changeOf(comparison, sizeMetric)
  const beforeBytes = before && sizeOf(before.record, sizeMetric)
  const known: Record<string, string | number | boolean | undefined> = {
    // Without a test stage, and where the job ended before its tests, none was run.
    'test-result': tests?.result ?? 'skipped',
    'tests-total': tests?.counts.total,
    'tests-passed': tests?.counts.passed,
    'tests-failed': tests?.counts.failed,
    'tests-skipped': tests?.counts.skipped,
    'tests-flaky': tests?.flaky.length,
    'tests-cached': tests && (tests.isCached ?? false),
    'line-coverage': tests?.coverage && lineCoveragePercent(tests.coverage).toFixed(2),
    'branch-coverage': tests?.coverage && branchCoveragePercent(tests.coverage).toFixed(2),
    imageid: readImageId(report),
    digest: delivery?.kind === 'delivered' ? delivery.digest : undefined,
    metadata: delivery?.kind === 'delivered' ? JSON.stringify(delivery.metadata) : undefined,
    'compressed-bytes': image?.compressedBytes,
    'uncompressed-bytes': image?.uncompressedBytes,
    'download-bytes': image && downloadBytes(image, before?.record),
    'baseline-compressed-bytes': before?.record.compressedBytes,
    'change-bytes': delta,
    'change-percent':
      delta === undefined || !beforeBytes ? undefined : ((delta / beforeBytes) * 100).toFixed(2),
    'baseline-source': before?.source,
    'baseline-commit': before?.record.commit,
    budget: worstBudget(platforms.map(({ budget }) => budget)),
    'smoke-test': smoke?.outcome,
    'startup-ms': smoke?.outcome === 'passed' ? smoke.durationMs : undefined,
    'memory-bytes': smoke?.memoryBytes,
    'report-json': paths?.json,
    'report-markdown': paths?.markdown,
    // Set again once it stands.
    'comment-url': '',
  }
  return Object.fromEntries(Object.entries(known).map(([name, value]) => [name, String(value ?? '')]))
}

/** As docker/build-push-action has it: the digest of the config, of several platforms that of the index. */
function readImageId({ delivery, platforms: [first, ...others] }: JobReport): string | undefined {
  if (others.length === 0) return first?.image.configDigest
  return delivery?.kind === 'delivered' ? delivery.digest : undefined
}

/** Of several platforms, the outcome that matters most. */
function worstBudget(budgets: readonly BudgetOutcome[]): BudgetOutcome['kind'] {
  const kinds = budgets.map(({ kind }) => kind)
  return (['exceeded', 'overridden', 'passed'] as const).find((kind) => kinds.includes(kind)) ?? 'none'
}

/** Leaves report.json and report.md in a folder, which is made when it is missing. Throws the file system's error. */
export async function writeReports(
  folder: string,
  report: ReportJson,
  markdown: string,
): Promise<ReportPaths> {
  await mkdir(folder, { recursive: true })
  const paths = { json: join(folder, 'report.json'), markdown: join(folder, 'report.md') }
  await writeFile(paths.json, renderJson(report))
  await writeFile(paths.markdown, markdown)
  return paths
}
