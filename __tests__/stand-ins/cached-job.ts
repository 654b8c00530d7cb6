import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nameSeries } from '../../src/baselines/find-baseline.ts'
import { createActionsCacheStore } from '../../src/store/actions-cache-store.ts'
import type { CacheOptions } from '../../src/store/cache-client.ts'
import type { RecordStore } from '../../src/store/record-store.ts'
import { startCacheService, type CacheServiceStandIn } from './cache-service.ts'
import type { TokenScope } from './cache-token.ts'

/** The store's program from the source. */
export const cacheProgram = fileURLToPath(new URL('../../src/store/cache-process.mjs', import.meta.url))

/** A token's scope that may do all on the default branch. */
export const mainScope: TokenScope = { scope: 'refs/heads/main', permission: 3 }

/** What the image `shop` is stored under, built on this machine from its Dockerfile to the stage `final`. */
export const shopSeries = nameSeries(
  { imageKey: 'shop', file: 'Dockerfile', target: 'final' },
  `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`,
)

/** What a step of the job may differ in. */
export interface StepOptions extends Partial<CacheOptions> {
  scopes?: TokenScope[]
}

/** A job with an Actions cache and a RUNNER_TEMP of its own. */
export interface CachedJob extends AsyncDisposable {
  service: CacheServiceStandIn
  temp: string
  store(options?: StepOptions): RecordStore
}

/** Starts a cache service for a job; `store` is what a step of it has, with its environment on top of the job's. */
export async function startCachedJob(): Promise<CachedJob> {
  const service = await startCacheService()
  const temp = await mkdtemp(join(tmpdir(), 'runner-temp-'))
  const end = new AbortController()
  return {
    service,
    temp,
    store({ scopes = [mainScope], environment, ...options } = {}) {
      const jobEnvironment = {
        ...process.env,
        ACTIONS_RESULTS_URL: service.url,
        ACTIONS_RUNTIME_TOKEN: service.token({ scopes }),
        ACTIONS_CACHE_SERVICE_V2: 'True',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_WORKSPACE: '/nowhere',
        RUNNER_TEMP: temp,
      }
      return createActionsCacheStore({
        program: cacheProgram,
        signal: end.signal,
        environment: { ...jobEnvironment, ...environment },
        ...options,
      })
    },
    async [Symbol.asyncDispose]() {
      end.abort()
      await service[Symbol.asyncDispose]()
      await rm(temp, { recursive: true, force: true })
    },
  }
}

/** The ids of the processes that have this text on their command line. */
export async function processesWith(text: string): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')))
  return ids.filter((_, index) => lines[index]?.includes(text))
}
