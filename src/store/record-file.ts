import { lstat, readFile } from 'node:fs/promises'

/** The largest record that is written or read: 4 MiB. */
export const recordLimitBytes = 4 * 1024 * 1024

/** A record as the text of its file. Throws where it is no JSON value or larger than `recordLimitBytes`. */
export function renderRecord(record: unknown): string {
  const text = JSON.stringify(record) as string | undefined
  if (text === undefined) throw new TypeError('A measurement must be a JSON value')
  if (Buffer.byteLength(text) > recordLimitBytes) {
    throw new RangeError(`the measurement is larger than ${recordLimitBytes} bytes`)
  }
  return text
}

/** Reads a record's JSON. Throws for anything but a regular file of at most `recordLimitBytes` with JSON in it. */
export async function readRecordFile(file: string): Promise<unknown> {
  const found = await lstat(file)
  if (!found.isFile()) throw new Error('it is not a regular file')
  if (found.size > recordLimitBytes) throw new Error(`it is larger than ${recordLimitBytes} bytes`)
  return JSON.parse(await readFile(file, 'utf8'))
}

/** Whether the operating system said no (a full disk, a missing right): trouble of the machine, not a bug. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  // Not `instanceof Error`, as in `messageOf`.
  const { syscall, code } = (error ?? {}) as { syscall?: unknown; code?: unknown }
  return typeof syscall === 'string' && typeof code === 'string'
}
