import { FinalBuildError } from '../build/build-final.ts'
import type { CacheWrite } from '../build/write-cache.ts'
import type { DockerTools } from '../docker/docker.ts'
import type { Step } from '../docker/build/build-result.ts'
import { findShortage, type Shortage } from '../docker/build/buildkit-words.ts'
import { inOrder, nameOfStep } from '../docker/build/steps.ts'
import { withoutMarks } from '../plan/instrument/run-mounts.ts'
import { decideCacheWrite } from '../plan/decide-cache-write.ts'
import type { Plan } from '../plan/plan.ts'
import { HeldLog } from '../shared/log.ts'
import { buildImage, type BuiltImage } from './build-image.ts'
import type { ImageJob } from './job.ts'
import { prepareBuild, type PreparedJob } from './prepare-job.ts'

/**
 * The build of the image in the same builder while the tests run, into a private folder and under a name that nobody else uses, and its
 * measurement. BuildKit runs what tests and image need once. What the image needs begins to be written into the build cache when it is built, also while the
 * tests still run. Its disposal stops it, and takes away what nobody took.
 */
export class ParallelImage implements AsyncDisposable {
  readonly #tools: DockerTools
  readonly #prepared: PreparedJob
  readonly #plan: Plan
  readonly #writing: Pick<CacheWrite, 'beginImage' | 'stop'>
  readonly #abort = new AbortController()
  readonly #held = new HeldLog()
  #building: Promise<void> | undefined
  #hasEnded = false
  #image: BuiltImage | undefined
  #steps: readonly Step[] = []
  /** Those of the tests' build before its tests. */
  #stepsBefore: readonly Step[] = []
  #shortage: Shortage | undefined

  constructor(
    tools: DockerTools,
    prepared: PreparedJob,
    plan: Plan,
    writing: Pick<CacheWrite, 'beginImage' | 'stop'>,
  ) {
    this.#tools = tools
    this.#prepared = prepared
    this.#plan = plan
    this.#writing = writing
  }

  get hasBegun(): boolean {
    return this.#building !== undefined
  }

  /** Begins it, once; nothing where tests and image do not go side by side. */
  begin(stepsBefore: readonly Step[]): void {
    if (this.#prepared.parallelBuild.kind === 'after' || this.hasBegun) return
    this.#stepsBefore = stepsBefore
    this.#building = this.#build()
      .catch((error: unknown) => {
        // A failure is told by the build that follows, the end of a job by those that run on.
        if (!(error instanceof FinalBuildError)) return
        this.#steps = error.build.steps
        this.#shortage = findShortage(error.build)
      })
      .finally(() => {
        this.#hasEnded = true
      })
  }

  /** Stops it at once. */
  stop(): void {
    this.#abort.abort()
  }

  /** Stops it, waits for its end, and says what gave out, if that was why it failed. What it built may go on into the cache. */
  async findShortage(): Promise<Shortage | undefined> {
    this.stop()
    await this.#building
    return this.#shortage
  }

  /** Stops it and the writing of what it built, takes away what it built, and waits until all of that is gone. */
  async end(): Promise<void> {
    await this[Symbol.asyncDispose]()
    await this.#writing.stop()
  }

  /**
   * Gives the image and shows what its build printed; builds it where that was not begun or has failed. Its steps are as they were when
   * they first ran. Throws what `buildImage` throws.
   */
  async take(job: ImageJob): Promise<BuiltImage> {
    const isWorthShowing = this.#image !== undefined || !this.#hasEnded
    if (this.hasBegun && isWorthShowing) await this.#held.release(this.#tools.log)
    await this.#building
    const taken = this.#image ?? (await buildImage(this.#tools, job))
    this.#image = undefined
    // A cache that is not to be asked again is one that the tests' builds could not read, which they told.
    const warnings = job.request.cacheFrom.length === 0 ? [] : taken.warnings
    return { ...taken, warnings, steps: withEarlier(taken.steps, this.#steps) }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stop()
    await this.#building
    await this.#image?.measure().catch(() => undefined)
    await this.#image?.[Symbol.asyncDispose]()
    this.#image = undefined
  }

  async #build(): Promise<void> {
    const job = await prepareBuild(this.#prepared, this.#plan, false)
    const image = await buildImage({ ...this.#tools, log: this.#held, inParallel: this.#abort.signal }, job)
    const measuring = image.measure()
    // A failure is told by who takes the image.
    measuring.catch(() => undefined)
    this.#image = { ...image, measure: () => measuring }
    this.#steps = image.steps
    // They are in the log before what follows.
    for (const step of image.steps) this.#tools.docker.shownSteps.add(nameOfStep(step))
    const news = decideCacheWrite(this.#plan, this.#prepared, [...this.#stepsBefore, ...image.steps])
    if (news === 'write' && !this.#abort.signal.aborted) this.#writing.beginImage(this.#prepared.builds.image)
  }
}

/** The steps of both builds, each once. BuildKit tells a step that two builds need at once to one of them, and the cache may be written meanwhile. */
function withEarlier(steps: readonly Step[], earlier: readonly Step[]): Step[] {
  const after = new Map(steps.map((step) => [keyOf(step), step]))
  const before = new Map<string, Step>()
  for (const step of earlier) {
    const key = keyOf(step)
    if (step.position !== undefined && before.get(key)?.outcome !== 'done') before.set(key, step)
  }
  const both = [...before].map(([key, step]) => {
    const again = after.get(key)
    if (again === undefined || again.outcome !== 'cached') return again ?? step
    return step.outcome === 'done' ? { ...again, outcome: step.outcome, durationMs: step.durationMs } : again
  })
  return inOrder([...both, ...steps.filter((step) => !before.has(keyOf(step)))])
}

function keyOf({ stage, platform, position, name }: Step): string {
  return JSON.stringify([stage, platform, position, withoutMarks(name)])
}
