import type { MergedImage } from '../report/model/merged-report.ts'
import { readReport } from '../report/model/read-report.ts'
import type { ReportJson } from '../report/model/report-schema.ts'
import type { FoundReport } from './find-reports.ts'

/** Reports of real jobs have some MB at most; JSON of this size still fits into memory many times. */
const maxBytes = 64_000_000

/** Reads one report.json of another job. What is not one, a link or too large is lost, with the reason. */
export async function readImage({ name, path }: FoundReport): Promise<MergedImage> {
  const found = await readReport(path, maxBytes)
  switch (found.kind) {
    case 'report':
      return { name, kind: 'report', report: withoutBulk(found.report) }
    case 'missing':
      return {
        name,
        kind: 'lost',
        reason: 'It left no report.json: its job died before it could write one.',
      }
    case 'invalid':
      return { name, kind: 'lost', reason: `Its report.json was not used: ${found.reason}.` }
  }
}

/** The results of single tests are most of a report and are not shown here; hundreds of reports fit without them. */
function withoutBulk(report: ReportJson): ReportJson {
  return report.tests === undefined ? report : { ...report, tests: { ...report.tests, runs: [] } }
}
