import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isSystemError, messageOf } from '../shared/errors.ts'
import {
  lookupKeyParts,
  notSaved,
  readRecordFile,
  recordKeyParts,
  renderRecord,
  unavailable,
  type RecordStore,
} from './record-store.ts'

/** `keep`: how many records of an image stay (the newest); `now` gives the time in milliseconds. */
export interface FolderStoreOptions {
  folder: string
  keep?: number
  now?: () => number
}

/** A record's file: `<13-digit time>-<run>.json` below the folders of its image, branch and commit. */
const recordFileName = /^\d{13}-.+\.json$/

/** Keeps image records as JSON files, for runs from a terminal; several runs may use one folder: a file appears whole or not at all. */
export function createFolderStore({ folder, keep = 200, now = Date.now }: FolderStoreOptions): RecordStore {
  const find: RecordStore['find'] = async (image, lookups, parse) => {
    const rejected: string[] = []
    for (const lookup of lookups) {
      for (const file of await newestFirst(join(folder, ...lookupKeyParts(image, lookup)))) {
        try {
          return { kind: 'found', record: parse(await readRecordFile(file)), source: 'folder', lookup }
        } catch (error) {
          rejected.push(`${file}: ${messageOf(error)}`)
        }
      }
    }
    return { kind: 'none', rejected: [...new Set(rejected)] }
  }
  const save: RecordStore['save'] = async (name, record) => {
    const [version, image, ...rest] = recordKeyParts(name)
    const run = rest.pop() ?? ''
    const ofImage = join(folder, version, image ?? '')
    const target = join(ofImage, ...rest)
    if ((await newestFirst(target)).some((file) => basename(file).slice(14) === `${run}.json`)) {
      return { kind: 'already-saved' }
    }
    // What was stored while the clock was ahead must not stay the newest.
    const [newest] = await newestFirst(ofImage)
    const storedAt = Math.max(now(), newest === undefined ? 0 : Number(basename(newest).slice(0, 13)) + 1)
    await writeWhole(join(target, `${String(storedAt).padStart(13, '0')}-${run}.json`), renderRecord(record))
    // Empty folders stay: another run may be about to write there.
    for (const file of (await newestFirst(ofImage)).slice(keep)) await rm(file, { force: true })
    return { kind: 'saved' }
  }
  return {
    find: (image, lookups, parse) => find(image, lookups, parse).catch(unavailable),
    save: (name, record) => save(name, record).catch(notSaved),
  }
}

/** Every record file below a folder, newest first; none where the folder does not exist. */
async function newestFirst(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isSystemError(error) && error.code === 'ENOENT') return []
    throw error
  })
  return entries
    .filter((entry) => recordFileName.test(entry.name))
    .sort((a, b) => (a.name < b.name ? 1 : -1))
    .map((entry) => join(entry.parentPath, entry.name))
}

async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const partial = join(dirname(file), `.${randomUUID()}.partial`)
  try {
    await writeFile(partial, text, { flag: 'wx' })
    await rename(partial, file)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
