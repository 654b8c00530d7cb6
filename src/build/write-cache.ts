import type { BuildRequest } from '../docker/build/build-request.ts'
import { fromCache } from './build-final.ts'
import { parseBuildError } from '../docker/build/buildkit-words.ts'
import type { Docker } from '../docker/docker.ts'
import { runBuild } from '../docker/build/run-build.ts'
import { HeldLog, type Log } from '../shared/log.ts'
import type { Settings } from '../inputs/settings.ts'
import type { CacheChoice } from '../plan/choose-cache.ts'
import type { CacheNews } from '../plan/decide-cache-write.ts'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import { withoutMarks } from '../plan/instrument/run-mounts.ts'

/** BuildKit waits for ever for a cache service that hangs, whatever its `timeout` says; a layer's upload is one silence. */
const silenceMs = 45_000

/** What became of the build cache. */
export interface WrittenCache {
  /** Undefined when nothing was to be written. */
  writeMs: number | undefined
  warnings: string[]
}

/** Why the cache stays as it is. */
const whyLeft = {
  'nothing-new': 'nothing new, all of it came from there',
  'only-sources':
    'left as it is, since all that was built anew comes after the copy of the sources and was quick to build',
} as const

/** A cached build, and where its cache goes. */
interface Solve {
  request: BuildRequest
  to: string[]
}

/** The writing of the build cache; its disposal stops it and waits for its end. */
export interface CacheWrite extends AsyncDisposable {
  /** Begins with what the image needs, also while the tests run: all of it is built, and their end changes nothing about it. */
  beginImage: (image: BuildRequest) => void
  /** Goes on with all that is to be kept: the tests have passed, and the image is built. */
  begin: (image: BuildRequest) => void
  /** Stops what was begun, which may begin again. */
  stop: () => Promise<void>
  /** The cache stays as it is; what was begun goes on. */
  spare: (news: Exclude<CacheNews, 'write'>) => void
  /**
   * Waits for its end, after what was not begun before, and shows what it printed. Without an image the tests failed.
   * `isServiceInTrouble` says that the Actions cache failed a moment ago: it is not waited for again.
   */
  finish: (image: BuildRequest | undefined, isServiceInTrouble?: boolean) => Promise<WrittenCache>
}

/** What is known of a job before its builds. */
interface CacheJob {
  settings: Pick<Settings, 'smokeCheck'>
  builds: Pick<PreparedBuilds, 'testCaches'>
  cache: CacheChoice
}

/**
 * Prepares to write the build cache by repeating the cached builds: solves of their own, so that a cache that fails or hangs costs
 * neither the image nor the job. Gives a warning when it was lost. It is written while the tests run, and while the image is measured and
 * compared, unless that would make a smoke test slow. When the tests failed what came before them is written all the same, so that the fix
 * does not restore and compile everything again.
 */
export function prepareCacheWrite(
  { docker, log }: { docker: Docker; log: Log },
  { settings, builds, cache }: CacheJob,
): CacheWrite {
  const { kind } = cache
  const held = new HeldLog()
  let spared: keyof typeof whyLeft | undefined
  let queue = new WriteQueue(docker, held, kind)
  const stop = async (): Promise<void> => {
    const stopped = queue
    queue = new WriteQueue(docker, held, kind)
    await stopped.stop()
  }
  const begin = (solves: readonly Solve[]): void => {
    if (settings.smokeCheck === undefined) queue.add(solves)
  }
  return {
    beginImage: (image) => {
      // Where caches were given, who gave them may count on what goes there to be of tests that passed.
      if (kind !== 'own') begin(imageSolve(cache, image))
    },
    begin: (image) => {
      begin(solvesOf(builds, cache, image))
    },
    stop,
    spare: (news) => {
      // What was given may be read from one place and written to another.
      if (kind !== 'own') spared = news
    },
    finish: async (image, isServiceInTrouble = false) => {
      const solves = solvesOf(builds, cache, image)
      if (solves.length === 0 && queue.isEmpty()) return { writeMs: undefined, warnings: [] }
      if (spared !== undefined && queue.isEmpty()) {
        log.info(`Write the build cache (${kind}): ${whyLeft[spared]}`)
        return { writeMs: undefined, warnings: [] }
      }
      if (kind === 'gha' && isServiceInTrouble) {
        await stop()
        const why = 'its service did not take the measurement a moment ago'
        return { writeMs: undefined, warnings: [`The build cache was not written: ${why}.`] }
      }
      queue.add(solves)
      await held.release(log)
      return queue.end()
    },
    [Symbol.asyncDispose]: stop,
  }
}

/** Solves that write a cache, one after the other, each place once; the first that fails is the last. */
class WriteQueue {
  readonly #write: (solve: Solve) => Promise<string | undefined>
  readonly #abort = new AbortController()
  readonly #places = new Set<string>()
  #written: Promise<WrittenCache> = Promise.resolve({ writeMs: 0, warnings: [] })

  constructor(docker: Docker, log: Log, kind: CacheChoice['kind']) {
    this.#write = (solve) => writeOne(docker, log, kind, solve, this.#abort.signal)
  }

  isEmpty(): boolean {
    return this.#places.size === 0
  }

  add(solves: readonly Solve[]): void {
    for (const solve of solves) {
      const place = solve.to.join()
      if (this.#places.has(place)) continue
      this.#places.add(place)
      this.#written = this.#written.then((before) => this.#goOn(before, solve))
    }
    // Cancelled: whoever waits for the job hears of it.
    this.#written.catch(() => undefined)
  }

  end(): Promise<WrittenCache> {
    return this.#written
  }

  async stop(): Promise<void> {
    this.#abort.abort()
    await this.#written.catch(() => undefined)
  }

  async #goOn(before: WrittenCache, solve: Solve): Promise<WrittenCache> {
    if (before.warnings.length > 0) return before
    const startedAt = performance.now()
    const why = await this.#write(solve)
    const warnings =
      why === undefined ? [] : [`The build cache was not written: ${why}. The next run may be slower.`]
    return { writeMs: (before.writeMs ?? 0) + performance.now() - startedAt, warnings }
  }
}

function imageSolve(cache: CacheChoice, request: BuildRequest): Solve[] {
  return cache.to.length === 0 ? [] : [{ request, to: cache.to }]
}

function solvesOf(
  { testCaches: { passed, failed } }: CacheJob['builds'],
  cache: CacheChoice,
  image: BuildRequest | undefined,
): Solve[] {
  const pair = (requests: BuildRequest[], places: string[]): Solve[] =>
    requests.flatMap((request, index) => {
      const place = places[index]
      return place === undefined ? [] : [{ request, to: [place] }]
    })
  if (image === undefined) return pair(failed, placesOfFailed(cache))
  return [...imageSolve(cache, image), ...pair(passed, cache.testsTo)]
}

/** The tests' own places; the image's where the tests need nothing that it does not, and its cache has all stages. */
function placesOfFailed({ to, testsTo, kind }: CacheChoice): string[] {
  if (testsTo.length > 0 || kind === 'own') return testsTo
  return to.filter((place) => place.endsWith(',mode=max'))
}

/** Gives why it failed. */
async function writeOne(
  docker: Docker,
  log: Log,
  kind: CacheChoice['kind'],
  { request, to }: Solve,
  signal: AbortSignal,
): Promise<string | undefined> {
  const build = await runBuild(
    docker,
    log,
    `Write the build cache (${kind})`,
    { ...fromCache(request), cacheTo: to, outputs: ['type=cacheonly'] },
    { reword: withoutMarks, isQuiet: true, silenceMs, signal },
  )
  if (build.outcome === 'built') return undefined
  if (build.outcome === 'timed-out') return `it gave no sign of life for ${silenceMs / 1000} s`
  return parseBuildError(build.text).message.split('\n')[0] ?? 'no reason was given'
}
