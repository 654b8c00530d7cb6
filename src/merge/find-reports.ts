import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isSystemError } from '../store/record-file.ts'

/** A report in a folder of downloaded artifacts, and the name of the image that its folder gives. */
export interface FoundReport {
  name: string
  path: string
}

/**
 * Finds `<folder>/<prefix><name>/report.json`, as the artifacts of the jobs hold them, sorted by name. A folder that is
 * not there holds none: nothing is downloaded when no job left an artifact. Links are no folders and are not followed.
 */
export async function findReports(folder: string, prefix: string): Promise<FoundReport[]> {
  return (await listFolders(folder))
    .filter((name) => name.startsWith(prefix))
    .map((name) => ({ name: name.slice(prefix.length), path: join(folder, name, 'report.json') }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

async function listFolders(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return []
    throw error
  }
}
