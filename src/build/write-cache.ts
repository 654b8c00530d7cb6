import type { BuildRequest } from '../docker/build/build-request.ts'
import { fromCache } from './build-final.ts'
import type { BuildResult } from '../docker/build/build-result.ts'
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

/** What is known of a job before its builds. */
interface CacheJob {
  settings: Pick<Settings, 'smokeCheck'>
  builds: Pick<PreparedBuilds, 'testCaches'>
  cache: CacheChoice
}

/** Solves that run one after the other, each place once. */
const newQueue = () => ({
  abort: new AbortController(),
  places: new Set<string>(),
  written: Promise.resolve<WrittenCache>({ writeMs: 0, warnings: [] }),
})

/**
 * Writes the build cache by repeating the cached builds: solves of their own, so that a cache that fails or hangs costs neither the image
 * nor the job. It is written while the tests run, and while the image is measured and compared, unless that would make a smoke test slow.
 * Its disposal stops it and waits for its end.
 */
export class CacheWrite implements AsyncDisposable {
  readonly #docker: Docker
  readonly #log: Log
  readonly #job: CacheJob
  readonly #held = new HeldLog()
  #spared: keyof typeof whyLeft | undefined
  #queue = newQueue()

  constructor({ docker, log }: { docker: Docker; log: Log }, job: CacheJob) {
    this.#docker = docker
    this.#log = log
    this.#job = job
  }

  /** Begins with what the image needs, also while the tests run: all of it is built, and their end changes nothing about it. */
  beginImage(image: BuildRequest): void {
    const { cache } = this.#job
    // Where caches were given, who gave them may count on what goes there to be of tests that passed.
    if (cache.kind !== 'own') this.#begin(imageSolve(cache, image))
  }

  /** Goes on with all that is to be kept: the tests have passed, and the image is built. */
  begin(image: BuildRequest): void {
    this.#begin(solvesOf(this.#job, image))
  }

  /** Stops what was begun, which may begin again. */
  async stop(): Promise<void> {
    const { abort, written } = this.#queue
    this.#queue = newQueue()
    abort.abort()
    await written.catch(() => undefined)
  }

  /** The cache stays as it is; what was begun goes on. */
  spare(news: Exclude<CacheNews, 'write'>): void {
    // What was given may be read from one place and written to another.
    if (this.#job.cache.kind !== 'own') this.#spared = news
  }

  /**
   * Waits for its end, after what was not begun before, and shows what it printed. Without an image the tests failed: what came before them
   * is written, so that the fix does not restore and compile everything again. An Actions cache that failed a moment ago is not waited for.
   */
  async finish(image: BuildRequest | undefined, isServiceInTrouble = false): Promise<WrittenCache> {
    const { kind } = this.#job.cache
    const solves = solvesOf(this.#job, image)
    const hasBegun = this.#queue.places.size > 0
    if (solves.length === 0 && !hasBegun) return { writeMs: undefined, warnings: [] }
    if (this.#spared !== undefined && !hasBegun) {
      this.#log.info(`Write the build cache (${kind}): ${whyLeft[this.#spared]}`)
      return { writeMs: undefined, warnings: [] }
    }
    if (kind === 'gha' && isServiceInTrouble) {
      await this.stop()
      const why = 'its service did not take the measurement a moment ago'
      return { writeMs: undefined, warnings: [`The build cache was not written: ${why}.`] }
    }
    this.#add(solves)
    await this.#held.release(this.#log)
    return this.#queue.written
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  #begin(solves: readonly Solve[]): void {
    if (this.#job.settings.smokeCheck === undefined) this.#add(solves)
  }

  #add(solves: readonly Solve[]): void {
    const queue = this.#queue
    for (const solve of solves) {
      const place = solve.to.join()
      if (queue.places.has(place)) continue
      queue.places.add(place)
      queue.written = queue.written.then((before) => this.#goOn(before, solve, queue.abort.signal))
    }
    // Cancelled: whoever waits for the job hears of it.
    queue.written.catch(() => undefined)
  }

  /** The first solve that fails is the last. */
  async #goOn(before: WrittenCache, { request, to }: Solve, signal: AbortSignal): Promise<WrittenCache> {
    if (before.warnings.length > 0) return before
    const build = await runBuild(
      this.#docker,
      this.#held,
      `Write the build cache (${this.#job.cache.kind})`,
      { ...fromCache(request), cacheTo: to, outputs: ['type=cacheonly'] },
      { reword: withoutMarks, isQuiet: true, silenceMs, signal },
    )
    const why = whyNotWritten(build)
    const warnings =
      why === undefined ? [] : [`The build cache was not written: ${why}. The next run may be slower.`]
    return { writeMs: (before.writeMs ?? 0) + build.durationMs, warnings }
  }
}

function imageSolve(cache: CacheChoice, request: BuildRequest): Solve[] {
  return cache.to.length === 0 ? [] : [{ request, to: cache.to }]
}

function solvesOf({ builds, cache }: CacheJob, image: BuildRequest | undefined): Solve[] {
  const { passed, failed } = builds.testCaches
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

function whyNotWritten({ outcome, text }: BuildResult): string | undefined {
  if (outcome === 'built') return undefined
  if (outcome === 'timed-out') return `it gave no sign of life for ${silenceMs / 1000} s`
  return parseBuildError(text).message.split('\n')[0] ?? 'no reason was given'
}
