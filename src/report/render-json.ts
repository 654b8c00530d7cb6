import type { JobReport } from './job-report.ts'

/** The version of report.json's form; it changes when a field changes its meaning or goes away. */
const reportVersion = 1

/** report.json: everything that the job found out, for later steps and other tools. Sizes are in bytes, times in ms. */
export function renderJson(report: JobReport): string {
  const { tests, delivery } = report
  const json = {
    version: reportVersion,
    imageKey: report.imageKey,
    file: report.fileShown,
    target: report.finalStage,
    problems: report.problems,
    warnings: report.warnings,
    tests: tests && {
      verdict: tests.verdict,
      reason: tests.reason,
      stages: tests.stages,
      source: tests.source,
      counts: tests.counts,
      failures: tests.failures,
      coverage: tests.coverage,
      runs: tests.runs,
      compilerMessages: tests.compilerMessages,
      durationMs: Math.round(tests.durationMs),
    },
    image: report.image,
    baseline: report.baseline,
    comparison: report.comparison,
    budget: report.budget,
    cache: report.cache,
    steps: { test: tests?.steps ?? [], image: report.steps },
    delivery: delivery?.kind === 'delivered' ? { how: delivery.how, digest: delivery.digest } : undefined,
  }
  return `${JSON.stringify(json, null, 2)}\n`
}
