import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StringDecoder } from 'node:string_decoder'
import { stopGroup } from '../shared/process-group.ts'

/** Most of a short command's answer that is kept. */
const maxOutputBytes = 16 * 1024 * 1024

/** How long a command may take, and who takes what it prints. */
export interface Following {
  deadlineMs?: number | undefined
  /** Stops the command after so many milliseconds without a line on stderr. */
  silenceMs?: number | undefined
  /** What it waits for: until then it may be silent. */
  waitsFor?: Promise<void> | undefined
  /** Hears when that is over, which is at once where it waits for nothing; never of a command that ended before. */
  onBegun?: () => void
  signal?: AbortSignal
  /** Take each line of stdout and of stderr while the command runs; without them they are kept in the outcome. */
  onLine?: (line: string) => void
  onErrorLine?: (line: string) => void
  /** Takes stdout as it comes, in place of the outcome; the command is stopped when that fails. */
  output?: Writable
}

/** Passes stdout on to `output`, and gives the error that this ended with. */
export async function hand(
  child: ChildProcess,
  output: Writable | undefined,
  graceMs: number,
): Promise<Error | undefined> {
  if (output === undefined || child.stdout === null) return undefined
  try {
    await pipeline(child.stdout, output)
    return undefined
  } catch (error) {
    // A command that nobody listens to would wait for ever.
    await stopGroup(child, graceMs)
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Gives the exit code and what was printed, when all of that has arrived; undefined where there is no such program. */
export async function collect(
  child: ChildProcess,
  { onLine, onErrorLine, output }: Following,
  onHeard: () => void,
): Promise<{ code: number; stdout: string; stderr: string } | undefined> {
  const stdout: string[] = []
  const stderr: string[] = []
  const out = new LineSplitter(onLine ?? bounded(stdout))
  const keep = onErrorLine ?? bounded(stderr)
  const err = new LineSplitter((line) => {
    onHeard()
    keep(line)
  })
  const feed = (lines: LineSplitter) => (chunk: Buffer) => {
    lines.push(chunk)
  }
  if (output === undefined) child.stdout?.on('data', feed(out))
  child.stderr?.on('data', feed(err))
  try {
    // Not `exit`, after which output may still come.
    const [code] = (await once(child, 'close')) as [number | null]
    out.end()
    err.end()
    return { code: code ?? 1, stdout: stdout.join('\n'), stderr: stderr.join('\n') }
  } catch (error) {
    if (['ENOENT', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/** Stops the command when it takes too long, is silent for too long, or is called off. */
export function watchOver(
  child: ChildProcess,
  { deadlineMs, silenceMs, waitsFor, onBegun, signal }: Following,
  graceMs: number,
): { heard: () => void; isLate: () => boolean; stop: () => void } {
  let isLate = false
  const stop = (): void => void stopGroup(child, graceMs)
  const expire = (): void => {
    isLate = true
    stop()
  }
  const deadline = deadlineMs === undefined ? undefined : setTimeout(expire, deadlineMs)
  let silence: NodeJS.Timeout | undefined
  let hasEnded = false
  const begin = (): void => {
    if (hasEnded) return
    onBegun?.()
    if (silenceMs !== undefined) silence = setTimeout(expire, silenceMs)
  }
  if (waitsFor === undefined) begin()
  else void waitsFor.then(begin)
  signal?.addEventListener('abort', stop)
  return {
    heard: () => silence?.refresh(),
    isLate: () => isLate,
    stop: () => {
      hasEnded = true
      clearTimeout(deadline)
      clearTimeout(silence)
      signal?.removeEventListener('abort', stop)
    },
  }
}

function bounded(lines: string[]): (line: string) => void {
  let room = maxOutputBytes
  return (line) => {
    room -= line.length + 1
    if (room > 0) lines.push(line)
  }
}

/** A longer line is cut: one that never ends must not fill the memory. */
const maxLineLength = 4 * 1024 * 1024

/** Turns chunks of bytes into lines of text (UTF-8; what isn't becomes U+FFFD), however the chunks are cut. */
export class LineSplitter {
  readonly #onLine: (line: string) => void
  readonly #decoder = new StringDecoder('utf8')
  #held = ''

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine
  }

  /** Takes the next chunk and gives every line that it completes. */
  push(chunk: Buffer): void {
    const [first = '', ...others] = this.#decoder.write(chunk).split('\n')
    this.#hold(first)
    for (const next of others) {
      this.#emit()
      this.#hold(next)
    }
  }

  /** Gives what is left, when there is something, as a last line. */
  end(): void {
    this.#hold(this.#decoder.end())
    if (this.#held !== '') this.#emit()
  }

  #hold(part: string): void {
    this.#held += part.slice(0, maxLineLength - this.#held.length)
  }

  #emit(): void {
    this.#onLine(this.#held.replace(/\r$/, ''))
    this.#held = ''
  }
}
