import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import tar from 'tar-stream'

/** One entry of an archive. */
export interface TarEntry {
  header: tar.Header
  /** Hands its content on, and waits for its end. */
  pipeTo: (target: NodeJS.WritableStream) => Promise<void>
  /** Its content; for what is known to be small. */
  read: () => Promise<Buffer>
}

/** Reads an archive entry by entry, passing over what `take` leaves alone. Throws an Error for one that is no tar or that is cut. */
export async function readTar(path: string, take: (entry: TarEntry) => Promise<void>): Promise<void> {
  const entries = tar.extract()
  const reading = pipeline(createReadStream(path), entries)
  // An entry that is cut would wait for its end for ever: the library ends none when it fails itself.
  const cut = new AbortController()
  let open: { destroyed: boolean } | undefined
  reading.catch((error: unknown) => {
    if (open?.destroyed === true) cut.abort(error)
  })
  try {
    for await (const entry of entries) {
      open = entry
      // The library's streams are ones that node's pipelines take, though their types do not say so.
      const content = entry as unknown as Readable
      // What ends in the middle of an entry fails both; the archive tells of it, and an error that nobody takes ends the process.
      content.on('error', () => undefined)
      const { signal } = cut
      await take({
        header: entry.header,
        pipeTo: (target) => pipeline(content, target, { signal }),
        read: () => pipeline(content, (source: AsyncIterable<Buffer>) => buffer(source), { signal }),
      })
      entry.resume()
    }
    await reading
  } catch (error) {
    throw error instanceof Error && error.name === 'AbortError' ? error.cause : error
  }
}
