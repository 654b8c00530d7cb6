import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportPaths } from './outputs.ts'
import { renderJson } from './model/to-json.ts'
import type { ReportJson } from './model/report-schema.ts'

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
