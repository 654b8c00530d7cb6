import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join, posix } from 'node:path'
import { pipeline } from 'node:stream/promises'
import tar from 'tar-stream'

/** Most files and bytes that are taken out of the results of one job. */
const maxFiles = 2_000
const maxBytes = 2 * 1024 * 1024 * 1024

/** One result file, as it lies on this disk now. */
export interface ResultFile {
  path: string
  /** Number of the testing RUN that wrote it. */
  run: number
  kind: 'trx' | 'xml'
}

/** What came out of an archive of results. */
export interface ExtractedResults {
  files: ResultFile[]
  /** What was left out, and why. */
  warnings: string[]
}

/**
 * Writes the TRX and XML files of an archive of results into a folder. Names come from the tests, so only regular files
 * with such an ending are taken, links and whatever leads out of the folder are not, and limits hold. Of a
 * broken archive all that came before is there, with a warning.
 */
export async function extractResults(archive: string, folder: string): Promise<ExtractedResults> {
  const extracted: ExtractedResults = { files: [], warnings: [] }
  try {
    await extractEntries(archive, folder, extracted)
  } catch (error) {
    const cause = error instanceof Error && error.name === 'AbortError' ? error.cause : error
    const why = cause instanceof Error ? cause.message : String(cause)
    extracted.warnings.push(`The results could not be brought out to their end: ${why}.`)
  }
  return extracted
}

async function extractEntries(archive: string, folder: string, extracted: ExtractedResults): Promise<void> {
  let bytes = 0
  const entries = tar.extract()
  const reading = pipeline(createReadStream(archive), entries)
  // An entry that is cut would wait for its end for ever: the library ends none when it fails itself.
  const cut = new AbortController()
  let open: { destroyed: boolean } | undefined
  reading.catch((error: unknown) => {
    if (open?.destroyed === true) cut.abort(error)
  })
  for await (const entry of entries) {
    open = entry
    const { name, type, size } = entry.header
    const file = toResultFile(folder, name, extracted.files)
    const fits = extracted.files.length < maxFiles && bytes + size <= maxBytes
    if (type === 'file' && file !== undefined && fits) {
      bytes += size
      await mkdir(dirname(file.path), { recursive: true })
      // Known before it is whole: of a file that is cut, what was written of it still counts.
      extracted.files.push(file)
      await pipeline(entry, createWriteStream(file.path), { signal: cut.signal })
      continue
    }
    if (file !== undefined && !fits)
      extracted.warnings = [`More than ${maxFiles} result files or 2 GB: the rest was left out.`]
    entry.resume()
  }
  await reading
}

function toResultFile(folder: string, name: string, taken: readonly ResultFile[]): ResultFile | undefined {
  const path = posix.normalize(`/${name}`).slice(1)
  const [, run, rest] = /^(\d{1,4})\/(.+)$/.exec(path) ?? []
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
  return { path: free, run: Number(run), kind: ending === 'trx' ? 'trx' : 'xml' }
}
