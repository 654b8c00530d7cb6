import { lstat, open } from 'node:fs/promises'
import * as v from 'valibot'
import { formatSize } from '../../shared/format-size.ts'
import { reportSchema, type ReportJson } from './report-schema.ts'

/** A report.json that another job wrote: checked, not there, or not to be used, with the reason as half a sentence. */
export type ReadReport =
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
