import { fork, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { signalGroup } from '../shared/process-group.ts'
import type { SaveOutcome } from './record-store.ts'

/** How to start the cache process, and what ends it. */
interface CacheClientOptions {
  program: string
  environment: NodeJS.ProcessEnv
  signal: AbortSignal
}

/** How a request ended, with what `@actions/cache` printed meanwhile; `stopped` when its process is no more. */
export type CacheOutcome =
  { kind: 'answered'; answer: CacheAnswer; log: string } | { kind: 'stopped'; reason: string; log: string }

/** A client of the Actions cache for requests that come one after the other. */
export interface CacheClient extends AsyncDisposable {
  /** From now on it is killed after so many milliseconds, unless what this gives is called before. */
  limit(deadlineMs: number): () => void
  request(request: CacheRequest): Promise<CacheOutcome>
  /** Whether its process still runs. */
  isAlive(): boolean
}

const logLimitCharacters = 64 * 1024

/**
 * Starts the cache process (`cache-process.mjs`). At a deadline, on abort and at the end it is killed with all that
 * it started, so that nothing of it lives on, prints or writes later.
 */
export function startCacheClient(options: CacheClientOptions): CacheClient {
  const child = fork(options.program, {
    env: options.environment,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true,
  })
  const gone = new Promise<string>((resolve) => {
    child.on('error', (error) => {
      resolve(`the program for the Actions cache could not be started: ${error.message}`)
    })
    const lastWords = collectLastWords(child)
    child.once('close', (code, signal) => {
      resolve(`the program for the Actions cache ended early (${signal ?? code ?? 'unknown'})${lastWords()}`)
    })
  })
  let isAlive = true
  let tell: (reason: string) => void = () => undefined
  const stopped = new Promise<string>((resolve) => {
    tell = resolve
  })
  const stop = (reason: string): void => {
    isAlive = false
    signalGroup(child, 'SIGKILL')
    tell(reason)
  }
  const abort = (): void => {
    stop('the run was cancelled')
  }
  options.signal.addEventListener('abort', abort)
  if (options.signal.aborted) abort()
  void gone.then((reason) => {
    isAlive = false
    tell(reason)
    options.signal.removeEventListener('abort', abort)
  })
  return {
    limit(deadlineMs) {
      const timer = setTimeout(() => {
        stop(`the Actions cache gave no answer within ${deadlineMs / 1000} s`)
      }, deadlineMs)
      return () => {
        clearTimeout(timer)
      }
    },
    request: (request) => exchange(child, stopped, request),
    isAlive: () => isAlive,
    async [Symbol.asyncDispose]() {
      signalGroup(child, 'SIGKILL')
      await gone
    },
  }
}

function exchange(
  child: ChildProcess,
  stopped: Promise<string>,
  request: CacheRequest,
): Promise<CacheOutcome> {
  return new Promise((resolve) => {
    let log = ''
    const hear = (message: unknown) => {
      const { success, output } = v.safeParse(cacheMessage, message)
      if (!success) return
      if (output.kind === 'log') log = (log + output.text).slice(-logLimitCharacters)
      else finish({ kind: 'answered', answer: output, log })
    }
    const finish = (outcome: CacheOutcome) => {
      child.off('message', hear)
      resolve(outcome)
    }
    child.on('message', hear)
    void stopped.then((reason) => {
      finish({ kind: 'stopped', reason, log })
    })
    // A process that is gone by now says so through `stopped`.
    child.send(request, () => undefined)
  })
}

function collectLastWords(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-4096)
  })
  return () => {
    const line = text.split('\n').find((candidate) => /^\w*Error\b/.test(candidate))
    return line === undefined ? '' : `: ${line}`
  }
}

/** Where the cache process works: a folder that `@actions/cache` takes for the workspace, and one for its archives. */
export interface CachePlace {
  workspace: string
  archives: string
}

/** A new one below a folder; it goes away with all that is in it. */
export async function makePlace(tempFolder: string): Promise<CachePlace & AsyncDisposable> {
  const root = await realpath(await mkdtemp(join(tempFolder, 'cache-place-')))
  const place = { workspace: join(root, 'workspace'), archives: join(root, 'archives') }
  for (const folder of Object.values(place)) await mkdir(folder)
  // What can't be deleted stays for the runner, which empties RUNNER_TEMP; the outcome stands.
  const remove = (): Promise<void> => rm(root, { recursive: true, force: true }).catch(() => undefined)
  return { ...place, [Symbol.asyncDispose]: remove }
}

/** What the cache process is asked to do; the path is relative to the workspace. */
export type CacheRequest = { place: CachePlace; path: string } & (
  { kind: 'restore'; primaryKey: string; restoreKeys: string[] } | { kind: 'save'; key: string }
)

/** What the cache process says; `log` carries what `@actions/cache` writes to standard output, before its answer. */
const cacheMessage = v.variant('kind', [
  v.object({ kind: v.literal('log'), text: v.string() }),
  v.object({ kind: v.literal('restored'), key: v.nullable(v.string()) }),
  v.object({ kind: v.literal('saved'), done: v.boolean() }),
  v.object({ kind: v.literal('failed'), message: v.string() }),
])

/** A message from the cache process. */
export type CacheMessage = v.InferOutput<typeof cacheMessage>

/** The message that ends a request. */
type CacheAnswer = Exclude<CacheMessage, { kind: 'log' }>

/** What `@actions/cache` told while it worked, which its return values don't: a miss and a failure look the same. */
export interface CacheLog {
  /** The key of the entry that a look-up matched, also where its download or extraction failed afterwards. */
  hitKey?: string
  /** What went wrong, in our words where the cause is known. */
  trouble?: string
  /** Whether saving was refused because that key is there already. */
  exists: boolean
}

const wordings: [RegExp, (match: RegExpExecArray) => string][] = [
  [/cache write denied/, () => 'the token of this run may not write to the Actions cache'],
  [/cache read denied/, () => 'the token of this run may not read from the Actions cache'],
  [/\(401\)/, () => 'the Actions cache does not take the token of this run (401)'],
  [/\(429\)/, () => 'the Actions cache limits its requests at the moment (429)'],
  [/effective cache-mode '([a-z-]+)'/, ([, mode]) => `the runner's cache mode is '${mode ?? ''}'`],
  [
    /\b(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)\b/,
    ([, code]) => `the Actions cache cannot be reached (${code ?? ''})`,
  ],
  [/\btar\b.*\bexit code (\d+)/, () => 'its archive cannot be uncompressed'],
]

/** Reads the text that `@actions/cache` 6 prints: workflow commands for debug lines and warnings, plain lines else. */
export function readCacheLog(log: string): CacheLog {
  const lines = log.split(/\r?\n/)
  const pick = (pattern: RegExp) => lines.findLast((line) => pattern.test(line))?.replace(pattern, '')
  const hitKey = pick(/^Cache hit for(?: restore-key)?: /)
  // The reason why a key could not be reserved stands in a debug line only.
  const trouble =
    pick(/^::debug::Failed to reserve cache: (?:Error: )?/) ??
    pick(/^::(?:warning|error)::(?:Failed to (?:save|restore): )?/) ??
    pick(/^(?:Failed to save: |(?=Cache (?:save|restore) skipped: ))/)
  return {
    ...(hitKey !== undefined && { hitKey }),
    ...(trouble !== undefined && { trouble: describe(trouble, 'the Actions cache failed: ') }),
    exists: trouble !== undefined && /\(409\)|already.?exists/i.test(trouble),
  }
}

function describe(text: string, introduction: string): string {
  for (const [pattern, wording] of wordings) {
    const match = pattern.exec(text)
    if (match) return wording(match)
  }
  const line = (text.split('%0A')[0] ?? '')
    .replace(/(https?:\/\/[^\s?]*)\?\S*/g, '$1')
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, 300)
  return introduction + line
}

/** Why a request was stopped, with what its last try met. */
export function explainStop({ reason, log }: { reason: string; log: string }): string {
  const tries = [
    ...log.matchAll(/^Attempt \d+ of \d+ failed with error: (.*?)(?:\. Retrying request in .*)?$/gm),
  ]
  const last = tries.at(-1)?.[1]
  return last === undefined ? reason : `${reason} (last: ${describe(last, '')})`
}

/** What a request to save came to. */
export function readSaved(outcome: CacheOutcome): SaveOutcome {
  if (outcome.kind === 'stopped') return { kind: 'not-saved', reason: explainStop(outcome) }
  const { answer, log } = outcome
  const { exists, trouble } = readCacheLog(log)
  if (answer.kind === 'saved' && answer.done) return { kind: 'saved' }
  if (exists) return { kind: 'already-saved' }
  if (answer.kind === 'failed') return { kind: 'not-saved', reason: answer.message }
  return { kind: 'not-saved', reason: trouble ?? 'the Actions cache did not say why' }
}
