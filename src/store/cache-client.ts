import { fork, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { environmentForCache } from '../shared/child-environment.ts'
import { signalGroup } from '../shared/process-group.ts'

/** `program` is `cache-process.mjs` or its bundle; processes of it live until `signal` is aborted at the latest. */
export interface CacheOptions {
  program: string
  environment: NodeJS.ProcessEnv
  /** For one use of the cache. */
  deadlineMs?: number
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
  isAlive(): boolean
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
    await using place = await makePlace(tempFolder)
    const waiting = idle.pop()
    const client = waiting?.isAlive() ? waiting : startCacheClient({ program, environment: own, signal })
    const callOff = client.limit(deadlineMs)
    try {
      return await use(client, place)
    } finally {
      callOff()
      if (keepsClient && client.isAlive()) idle.push(client)
      else await client[Symbol.asyncDispose]()
    }
  }
}

/** Why there is no Actions cache here; undefined where it is announced. */
export function missingService(environment: NodeJS.ProcessEnv): string | undefined {
  const url = environment['ACTIONS_RESULTS_URL'] || environment['ACTIONS_CACHE_URL']
  return url && environment['ACTIONS_RUNTIME_TOKEN']
    ? undefined
    : 'there is no Actions cache here (ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN are not both set)'
}

/** Starts the cache process (`cache-process.mjs`). Whatever ends it kills all that it started, so that nothing prints or writes later. */
function startCacheClient(options: Pick<CacheOptions, 'program' | 'environment' | 'signal'>): CacheClient {
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
