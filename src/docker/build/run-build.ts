import { isDone, type Docker, type DockerOutcome } from '../docker.ts'
import { type Log, maxSilenceMs } from '../../shared/log.ts'
import { formatDuration } from '../../shared/format.ts'
import { planBuildCommand, type BuildRequest } from './build-request.ts'
import type { BuildResult, Step } from './build-result.ts'
import { findCacheTrouble, findLostLayer } from './buildkit-words.ts'
import { LiveLog } from './live-log.ts'
import { BuildRecorder, type OnStep } from './steps.ts'
import { watchBuilder } from './watch-builder.ts'

/** How a build is shown, and how long it may take. */
export interface BuildView {
  /** Turns BuildKit's texts into those that people read. */
  reword: (text: string) => string
  /** Only what is slow, prints or fails is worth a line. */
  isQuiet: boolean
  /** Its log may never be shown. */
  isHeld?: boolean
  deadlineMs?: number | undefined
  /** The build is stopped when it says nothing for so long. */
  silenceMs?: number | undefined
  /** What it waits for in the builder: until then it may be silent, and its time does not count. */
  waitsFor?: Promise<void>
  /** Stops the build when it is aborted; it counts as failed then. */
  signal?: AbortSignal
  /** Hears of each step but of those that a cache answers. */
  onStep?: OnStep
}

/** Runs one build, live in a group of the log; steps keep BuildKit's names. One that fails over a cache that lost layers is run again without caches. */
export async function runBuild(
  docker: Docker,
  log: Log,
  title: string,
  request: BuildRequest,
  view: BuildView,
): Promise<BuildResult> {
  const run = async (title: string, request: BuildRequest): Promise<BuildResult> => {
    const recorder = new BuildRecorder(view.reword, view.onStep ?? (() => undefined))
    const { ended, loss, durationMs } = await log.group(title, (print) =>
      follow(docker, request, view, recorder, print),
    )
    const outcome = ended.kind === 'timed-out' ? 'timed-out' : isDone(ended) ? 'built' : 'failed'
    const { steps, output, text, checks } = recorder.recorded()
    log.info(`${title}: ${wordsOfEnd(outcome, durationMs, steps)}`)
    return {
      ...{ outcome, steps, output, checks, durationMs },
      // Behind what buildx says of its interruption: the last error counts.
      text: loss === undefined ? text : [...text, `ERROR: ${loss}`],
      cacheTrouble: findCacheTrouble(steps),
      isBuilderLost: loss !== undefined,
    }
  }
  const build = await run(title, request)
  const lost = request.cacheFrom?.length ? findLostLayer(build) : undefined
  if (lost === undefined) return build
  const again = await run(`${title} (again, without reading caches)`, { ...request, cacheFrom: [] })
  return { ...again, cacheTrouble: lost }
}

/** Shows a build while it runs; `loss` has the words for the user when its builder stopped answering. */
async function follow(
  docker: Docker,
  request: BuildRequest,
  { reword, isQuiet, isHeld, deadlineMs, silenceMs, waitsFor, signal }: BuildView,
  recorder: BuildRecorder,
  print: (line: string) => void,
): Promise<{ ended: DockerOutcome; loss: string | undefined; durationMs: number }> {
  const live = new LiveLog(
    { isQuiet, waits: waitsFor !== undefined, isHeld, shown: docker.shownSteps },
    (line) => {
      reminder?.refresh()
      print(reword(line))
    },
    (digest, line) => {
      recorder.print(digest, line)
    },
  )
  let reminder: NodeJS.Timeout | undefined
  let begunAt = Infinity
  const watch = watchBuilder(docker, request.builder)
  try {
    const ended = await docker.run({
      ...planBuildCommand(request),
      ...{ deadlineMs, silenceMs, waitsFor },
      onBegun: () => {
        begunAt = performance.now()
        reminder = setInterval(() => {
          live.remind(performance.now())
        }, maxSilenceMs)
      },
      signal: AbortSignal.any([watch.lost, ...(signal === undefined ? [] : [signal])]),
      onErrorLine: (line) => {
        watch.heard()
        for (const event of recorder.take(line)) live.show(event)
      },
    })
    live.end()
    const loss = watch.lost.aborted ? String(watch.lost.reason) : undefined
    if (loss !== undefined) print(loss)
    return { ended, loss, durationMs: Math.max(0, performance.now() - begunAt) }
  } finally {
    clearInterval(reminder)
    watch.stop()
  }
}

function wordsOfEnd(outcome: BuildResult['outcome'], durationMs: number, steps: readonly Step[]): string {
  const end = { built: 'done in', failed: 'failed after', 'timed-out': 'stopped after' }[outcome]
  const own = steps.filter((step) => step.stage !== undefined)
  const cached = own.filter((step) => step.outcome === 'cached').length
  return `${end} ${formatDuration(durationMs)}${cached > 0 ? `, ${cached} of ${own.length} steps cached` : ''}`
}
