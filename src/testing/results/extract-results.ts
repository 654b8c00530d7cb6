import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join, posix } from 'node:path'
import { readTar } from '../../shared/files/read-tar.ts'
import { messageOf } from '../../shared/errors.ts'

/** Most files and bytes that are taken out of the results of one job. A process has two. */
const maxFiles = 2_000
const maxProcessFiles = 20_000
const maxProcessBytes = 256 * 1024
const maxBytes = 2 * 1024 * 1024 * 1024

/** One result file, as it lies on this disk now. */
export interface ResultFile {
  path: string
  /** Number of the testing RUN that wrote it. */
  run: number
  kind: 'trx' | 'xml' | 'process'
  /** Which process left it, where that is known. */
  process?: string | undefined
}

/** What came out of an archive of results. */
export interface ExtractedResults {
  files: ResultFile[]
  /** Files that tell of processes. */
  processFiles: ResultFile[]
  /** What was left out, and why. */
  warnings: string[]
}

/**
 * Writes the TRX and XML files of an archive of results into a folder, and those that tell of processes. Names come from the tests: only regular files with
 * such an ending are taken, nothing that leads out of the folder, and limits hold. Of a broken archive all that came before is there, with a warning.
 */
export async function extractResults(archive: string, folder: string): Promise<ExtractedResults> {
  const extracted: ExtractedResults = { files: [], processFiles: [], warnings: [] }
  try {
    await extractEntries(archive, folder, extracted)
  } catch (error) {
    const why = messageOf(error)
    extracted.warnings.push(`The results could not be copied to their end: ${why}.`)
  }
  return extracted
}

async function extractEntries(archive: string, folder: string, extracted: ExtractedResults): Promise<void> {
  let bytes = 0
  await readTar(archive, async ({ header: { name, type, size }, pipeTo }) => {
    const file = toResultFile(folder, name, extracted.files)
    if (file === undefined) return
    const isProcess = file.kind === 'process'
    const taken = isProcess ? extracted.processFiles : extracted.files
    const isFull = isProcess
      ? taken.length >= maxProcessFiles || size > maxProcessBytes
      : taken.length >= maxFiles || bytes + size > maxBytes
    if (isFull) {
      if (!isProcess)
        extracted.warnings = [`More than ${maxFiles} result files or 2 GB: the rest was left out.`]
    } else if (type === 'file') {
      bytes += size
      await mkdir(dirname(file.path), { recursive: true })
      // Known before it is whole: of a file that is cut, what was written of it still counts.
      taken.push(file)
      await pipeTo(createWriteStream(file.path))
    }
  })
}

function toResultFile(folder: string, name: string, taken: readonly ResultFile[]): ResultFile | undefined {
  const path = posix.normalize(`/${name}`).slice(1)
  const id = /^[\da-f]+-(\d{1,4})-[\da-f]{32}(?:\.start|\.end|_\w{1,40}\.diag)$/.exec(path)?.[1]
  if (id !== undefined) return { path: join(folder, 'processes', path), run: Number(id), kind: 'process' }
  const [, run, by, rest] = /^(\d{1,4})\/(?:([\da-f]{32})\/)?(.+)$/.exec(path) ?? []
  const ending = /\.(trx|xml)$/i.exec(path)?.[1]?.toLowerCase()
  if (run === undefined || rest === undefined || ending === undefined || /[\x00-\x1f\\]/.test(path))
    return undefined
  // Deep folders say nothing here.
  const flat = join(
    folder,
    run,
    posix
      .dirname(rest)
      .replace(/[^\w.-]+/g, '_')
      .slice(0, 100),
    basename(rest).slice(-150),
  )
  // A number keeps files apart whose names became the same.
  let free = flat
  for (let number = 2; taken.some(({ path: other }) => other === free); number++) {
    free = join(dirname(flat), String(number), basename(flat))
  }
  const kind = ending === 'trx' ? 'trx' : 'xml'
  return { path: free, run: Number(run), kind, process: by }
}
