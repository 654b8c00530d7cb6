import { lstat, open, readdir } from 'node:fs/promises'
import * as v from 'valibot'
import { basename, dirname, join } from 'node:path'
import { formatSize } from '../../shared/format.ts'
import { reportSchema, type ReportJson } from './report-schema.ts'

/** A report.json that another job wrote: checked, not there, or not to be used, with the reason as half a sentence. */
type ReadReport =
  { kind: 'report'; report: ReportJson } | { kind: 'missing' } | { kind: 'invalid'; reason: string }

/** Reads a report.json that a stranger may have written: a regular file of at most `maxBytes`, in the form of the schema. */
export async function readReport(path: string, maxBytes: number): Promise<ReadReport> {
  const status = await lstat(path).catch(() => undefined)
  if (status === undefined) return { kind: 'missing' }
  if (!status.isFile()) return { kind: 'invalid', reason: 'it is not a file' }
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    if (size > maxBytes)
      return {
        kind: 'invalid',
        reason: `it has ${formatSize(size)}; at most ${formatSize(maxBytes)} are read`,
      }
    const parsed = v.safeParse(reportSchema, JSON.parse(await handle.readFile('utf8')), { abortEarly: true })
    if (parsed.success) return { kind: 'report', report: parsed.output }
    const place = v.getDotPath(parsed.issues[0])?.slice(0, 100) ?? 'its top'
    return { kind: 'invalid', reason: `it is not valid at ${place}` }
  } catch {
    return { kind: 'invalid', reason: 'it is no JSON' }
  } finally {
    await handle.close()
  }
}

/** More than a matrix has. */
const maxFiles = 100
/** Some 50,000 test results. */
const maxBytes = 16 * 1024 * 1024
/** What actions/download-artifact makes: a folder for each artifact. */
const maxDepth = 3

/** A report, and what its image is called in a list of several; else it goes by its image-key. */
export interface NamedReport {
  report: ReportJson
  name?: string
}

/** Reports that somebody else wrote, checked, and what is to be said of those that are none. */
interface ReadReports {
  reports: NamedReport[]
  warnings: string[]
}

/** Reads a report.json, or those in a folder, that a stranger may have written. Of a folder whose name begins with the prefix, the rest names the image. */
export async function readReports(path: string, prefix = ''): Promise<ReadReports> {
  const found = await findReports(path, 0)
  const files = found.slice(0, maxFiles)
  const read: ReadReports = { reports: [], warnings: [] }
  if (found.length > maxFiles) read.warnings.push(`Only the first ${maxFiles} reports were read.`)
  for (const [index, file] of files.entries()) {
    const found = await readReport(file, maxBytes)
    const folder = basename(dirname(file))
    const name = prefix !== '' && folder.startsWith(prefix) ? folder.slice(prefix.length) : ''
    if (found.kind === 'report') read.reports.push({ report: found.report, ...(name !== '' && { name }) })
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
