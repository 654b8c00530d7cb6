import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readReport } from './read-report.ts'
import type { ReportJson } from './report-schema.ts'

/** More than a matrix has. */
const maxFiles = 100
/** Some 50,000 test results. */
const maxBytes = 16 * 1024 * 1024
/** What actions/download-artifact makes: a folder for each artifact. */
const maxDepth = 3

/** Reports that somebody else wrote, checked, and what is to be said of those that are none. */
export interface ReadReports {
  reports: ReportJson[]
  warnings: string[]
}

/**
 * Reads a report.json, or those in a folder, which a stranger may have written: only regular files of that name, no link is
 * followed, sizes and their number are capped, and each has to have the form of the schema.
 */
export async function readReports(path: string): Promise<ReadReports> {
  const found = await findReports(path, 0)
  const files = found.slice(0, maxFiles)
  const read: ReadReports = { reports: [], warnings: [] }
  if (found.length > maxFiles) read.warnings.push(`Only the first ${maxFiles} reports were read.`)
  for (const [index, file] of files.entries()) {
    const found = await readReport(file, maxBytes)
    if (found.kind === 'report') read.reports.push(found.report)
    else {
      const reason = found.kind === 'invalid' ? found.reason : 'it is gone'
      // The names of folders are a stranger's too.
      read.warnings.push(`Report ${index + 1} of ${files.length} was not used: ${reason}.`)
    }
  }
  return read
}

async function findReports(path: string, depth: number): Promise<string[]> {
  const status = await lstat(path).catch(() => undefined)
  if (status?.isFile()) return [path]
  if (!status?.isDirectory() || depth > maxDepth) return []
  const entries = (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))
  const found: string[] = []
  for (const entry of entries) {
    if (found.length > maxFiles) break
    if (entry.isDirectory()) found.push(...(await findReports(join(path, entry.name), depth + 1)))
    else if (entry.isFile() && entry.name === 'report.json') found.push(join(path, entry.name))
  }
  return found
}
