import { fork, type ChildProcess, type StdioOptions } from 'node:child_process'
import { on } from 'node:events'
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { environmentForCache } from '../shared/child-environment.ts'
import { signalGroup } from '../shared/process-group.ts'
import { explainStop, readCacheLog, type CacheLog } from './cache-log.ts'

/** `program` is `cache-process.mjs` or its bundle; processes of it live until `signal` is aborted at the latest. */
export interface CacheOptions {
  program: string
  environment: NodeJS.ProcessEnv
  /** For one use of the cache. */
  deadlineMs?: number
  signal: AbortSignal
}

const logLimitCharacters = 64 * 1024

/** Uses the Actions cache, by a client that works in a place of its own. */
type UseCache = <R>(use: (client: CacheClient, place: CachePlace) => Promise<R>) => Promise<R>

/** Opens the Actions cache. With `keepsClient` a client waits for the next use: to start another one takes as long as to save a record. */
export function openCache(
  { program, environment, deadlineMs = 60_000, signal }: CacheOptions,
  tempFolder: string,
  keepsClient: boolean,
): UseCache {
  // Without RUNNER_DEBUG: it makes `@actions/cache` list every archive before it extracts it.
  const own = { ...environmentForCache(environment), RUNNER_DEBUG: '' }
  const idle: CacheClient[] = []
  return async (use) => {
    requireService(environment)
    await using place = await makePlace(tempFolder)
    const waiting = idle.pop()
    const client = waiting?.isAlive ? waiting : new CacheClient({ program, environment: own, signal })
    const callOff = client.limit(deadlineMs)
    try {
      return await use(client, place)
    } finally {
      callOff()
      if (keepsClient && client.isAlive) idle.push(client)
      else await client[Symbol.asyncDispose]()
    }
  }
}

function requireService(environment: NodeJS.ProcessEnv): void {
  const url = environment['ACTIONS_RESULTS_URL'] || environment['ACTIONS_CACHE_URL']
  if (!url || !environment['ACTIONS_RUNTIME_TOKEN'])
    throw new Error(
      'there is no Actions cache here (ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN are not both set)',
    )
}

/** A process of the Actions cache (`cache-process.mjs`), for one request after the other. Its end kills all that it started: nothing prints later. */
export class CacheClient implements AsyncDisposable {
  readonly #child: ChildProcess
  /** Aborted when it answers no more, with the reason. */
  readonly #end = new AbortController()
  readonly #gone: Promise<void>

  constructor({ program, environment, signal }: Pick<CacheOptions, 'program' | 'environment' | 'signal'>) {
    const stdio: StdioOptions = ['ignore', 'ignore', 'pipe', 'ipc']
    const child = fork(program, { env: environment, execArgv: [], stdio, detached: true })
    this.#child = child
    const lastWords = collectLastWords(child)
    this.#gone = new Promise((resolve) => {
      const lose = (reason: string): void => {
        this.#end.abort(`the program for the Actions cache ${reason}`)
        resolve()
      }
      child.on('error', ({ message }) => {
        lose(`could not be started: ${message}`)
      })
      child.once('close', (code, killedBy) => {
        lose(`ended early (${killedBy ?? code ?? 'unknown'})${lastWords()}`)
      })
    })
    const cancel = (): void => {
      this.#stop('the run was cancelled')
    }
    signal.addEventListener('abort', cancel, { signal: this.#end.signal })
    if (signal.aborted) cancel()
  }

  get isAlive(): boolean {
    return !this.#end.signal.aborted
  }

  /** From now on it is killed after so many milliseconds, unless what this gives is called before. */
  limit(deadlineMs: number): () => void {
    const timer = setTimeout(() => {
      this.#stop(`the Actions cache gave no answer within ${deadlineMs / 1000} s`)
    }, deadlineMs)
    return () => {
      clearTimeout(timer)
    }
  }

  /** Restores `path` in the workspace of a place, from the entry of the first of these keys, else of the first that begins with one; gives its key, null for none. */
  async restore(
    place: CachePlace,
    path: string,
    keys: readonly string[],
  ): Promise<CacheLog & { key: string | null }> {
    const { answer, log } = await this.#exchange({ kind: 'restore', place, path, keys })
    return { key: answer.kind === 'restored' ? answer.key : null, ...readCacheLog(log) }
  }

  async save(place: CachePlace, path: string, key: string): Promise<{ kind: 'saved' | 'already-saved' }> {
    const { answer, log } = await this.#exchange({ kind: 'save', place, path, key })
    if (answer.kind === 'saved' && answer.done) return { kind: 'saved' }
    const { exists, trouble = 'the Actions cache did not say why' } = readCacheLog(log)
    if (exists) return { kind: 'already-saved' }
    throw new Error(trouble)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    signalGroup(this.#child, 'SIGKILL')
    await this.#gone
  }

  #stop(reason: string): void {
    this.#end.abort(reason)
    signalGroup(this.#child, 'SIGKILL')
  }

  /** Gives the answer to a request, with what `@actions/cache` printed meanwhile; throws why there is none. */
  async #exchange(request: CacheRequest): Promise<{ answer: CacheAnswer; log: string }> {
    const { signal } = this.#end
    let log = ''
    try {
      const messages = on(this.#child, 'message', { signal })
      // A process that is gone by now says so through the signal.
      this.#child.send(request, () => undefined)
      for await (const [message] of messages) {
        const { success, output } = v.safeParse(cacheMessage, message)
        if (!success) continue
        if (output.kind === 'failed') throw new Error(output.message)
        if (output.kind !== 'log') return { answer: output, log }
        log = (log + output.text).slice(-logLimitCharacters)
      }
    } catch (error) {
      if (!signal.aborted) throw error
    }
    throw new Error(explainStop(String(signal.reason), log))
  }
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
async function makePlace(tempFolder: string): Promise<CachePlace & AsyncDisposable> {
  const root = await realpath(await mkdtemp(join(tempFolder, 'cache-place-')))
  const place = { workspace: join(root, 'workspace'), archives: join(root, 'archives') }
  for (const folder of Object.values(place)) await mkdir(folder)
  // What can't be deleted stays for the runner, which empties RUNNER_TEMP; the outcome stands.
  const remove = (): Promise<void> => rm(root, { recursive: true, force: true }).catch(() => undefined)
  return { ...place, [Symbol.asyncDispose]: remove }
}

/** What the cache process is asked to do; the path is relative to the workspace. */
export type CacheRequest = { place: CachePlace; path: string } & (
  { kind: 'restore'; keys: readonly string[] } | { kind: 'save'; key: string }
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

/** The message that ends a request well. */
type CacheAnswer = Exclude<CacheMessage, { kind: 'log' | 'failed' }>
