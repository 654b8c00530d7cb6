import { lstat, readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { formatSize } from '../format-size.ts'
import type { MergedImage } from '../report/merged-report.ts'
import { reportSchema, type ReportJson } from '../report/report-schema.ts'
import { isSystemError } from '../store/record-file.ts'
import type { FoundReport } from './find-reports.ts'

/** Reports of real jobs have some MB at most; JSON of this size still fits into memory many times. */
const maxBytes = 64_000_000

/** Reads one report.json of another job. What is not one, a link or too large is lost, with the reason. */
export async function readReport({ name, path }: FoundReport): Promise<MergedImage> {
  const lost = (reason: string): MergedImage => ({ name, kind: 'lost', reason })
  try {
    const status = await lstat(path)
    if (!status.isFile()) return lost('Its report.json is not a file.')
    if (status.size > maxBytes)
      return lost(`Its report.json has ${formatSize(status.size)}; at most ${formatSize(maxBytes)} are read.`)
    const result = v.safeParse(reportSchema, JSON.parse(await readFile(path, 'utf8')))
    if (result.success) return { name, kind: 'report', report: withoutBulk(result.output) }
    const [issue] = result.issues
    const place = v.getDotPath(issue)
    return lost(`Its report.json is not valid: ${place === null ? '' : `${place}: `}${issue.message}`)
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT')
      return lost('It left no report.json: its job died before it could write one.')
    return lost(`Its report.json can't be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The results of single tests are most of a report and are not shown here; hundreds of reports fit without them. */
function withoutBulk(report: ReportJson): ReportJson {
  return report.tests === undefined ? report : { ...report, tests: { ...report.tests, runs: [] } }
}
