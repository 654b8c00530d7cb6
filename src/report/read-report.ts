import { lstat, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { reportSchema, type ReportJson } from './report-schema.ts'

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
    const report = await readReport(file)
    // The names of folders are a stranger's too.
    if (typeof report === 'string')
      read.warnings.push(`Report ${index + 1} of ${files.length} was not used: ${report}.`)
    else read.reports.push(report)
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

/** The report, or why it is none. */
async function readReport(file: string): Promise<ReportJson | string> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    if (size > maxBytes) return `it has ${size} bytes, more than ${maxBytes}`
    const parsed = v.safeParse(reportSchema, JSON.parse(await handle.readFile('utf8')), { abortEarly: true })
    if (parsed.success) return parsed.output
    return `it is not valid at ${v.getDotPath(parsed.issues[0])?.slice(0, 100) ?? 'its top'}`
  } catch {
    return 'it is no JSON'
  } finally {
    await handle.close()
  }
}
