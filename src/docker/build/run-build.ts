import type { Docker } from '../docker.ts'
import { parseProgressLine, type Vertex } from './progress.ts'
import type { Log } from '../../shared/log.ts'
import { maxSilenceMs } from '../../shared/phase.ts'
import { formatDuration } from '../../shared/format-duration.ts'
import { planBuildCommand, type BuildRequest } from './build-request.ts'
import { LiveLog } from './live-log.ts'
import { watchBuilder } from './watch-builder.ts'
import { parseStepName, StepTracker, type Step } from './steps.ts'

/** Most lines of plain text (errors of buildx) that are kept. */
const maxTextLines = 2_000

/** A line that a step printed. */
export interface OutputLine {
  /** The step's name as BuildKit words it. */
  step: string
  stage: string | undefined
  text: string
}

/** How a build ended, with what it did. */
export interface BuildResult {
  outcome: 'built' | 'failed' | 'timed-out'
  steps: Step[]
  output: OutputLine[]
  /** What buildx printed beside the progress: its error with the lines of the Dockerfile. */
  text: string[]
  /** What BuildKit's checks found in the Dockerfile. */
  checks: string[]
  durationMs: number
  /** Why a build cache could not be read, when that was more than a miss. */
  cacheTrouble: string | undefined
  /** The builder stopped answering in the middle of it; `text` has the words for the user. */
  isBuilderLost: boolean
}

/** Most lines of output that are kept; BuildKit itself clips a step at 2 MiB. */
const maxOutputLines = 200_000

/** How a build is shown, and how long it may take. */
export interface BuildView {
  /** Turns BuildKit's texts into those that people read. */
  reword: (text: string) => string
  /** Only what is slow, prints or fails is worth a line. */
  isQuiet: boolean
  deadlineMs?: number | undefined
  /** The build is stopped when it says nothing for so long. */
  silenceMs?: number
  /** Stops the build when it is aborted; it counts as failed then. */
  signal?: AbortSignal
  /** Takes the name of each step that is at work, as BuildKit words it; of what a cache answers it hears nothing. */
  onStep?: (name: string) => void
}

/** What BuildKit says when a cache's index is there, but a layer of it is gone or broken; it gives the whole build up. */
const lostLayer =
  /could not fetch content descriptor|httpReadSeeker|failed to (?:copy|fetch|unlazy)\b.*(?:not found|404|unexpected)/

/** What it says when there is no cache yet. */
const plainMiss = /not found$|no such file or directory|does not exist/i

/**
 * Runs one build, showing it live in a group of the log. The names of steps in the result stay BuildKit's. A build that
 * fails over a cache that lost its layers is run again without reading caches.
 */
export async function runBuild(
  docker: Docker,
  log: Log,
  title: string,
  request: BuildRequest,
  view: BuildView,
): Promise<BuildResult> {
  const build = await runOnce(docker, log, title, request, view)
  const words = [...build.text, ...build.steps.map((step) => step.error ?? '')].find((line) =>
    lostLayer.test(line),
  )
  if (build.outcome !== 'failed' || request.cacheFrom.length === 0 || words === undefined) return build
  const again = await runOnce(
    docker,
    log,
    `${title} (again, without reading caches)`,
    { ...request, cacheFrom: [] },
    view,
  )
  return { ...again, cacheTrouble: words }
}

function findCacheTrouble(steps: readonly Step[]): string | undefined {
  const failed = steps.find(
    (step) => step.name.startsWith('importing cache manifest') && step.outcome === 'failed',
  )
  return failed?.error === undefined || plainMiss.test(failed.error.trim()) ? undefined : failed.error
}

async function runOnce(
  docker: Docker,
  log: Log,
  title: string,
  request: BuildRequest,
  { reword, isQuiet, deadlineMs, silenceMs, signal, onStep }: BuildView,
): Promise<BuildResult> {
  const { args, env } = planBuildCommand(request)
  const tracker = new StepTracker()
  const names = new Map<string, string>()
  const output: OutputLine[] = []
  const text: string[] = []
  const checks = new Set<string>()
  let loss: string | undefined
  const startedAt = performance.now()
  const ended = await log.group(title, async (print) => {
    const live = new LiveLog(
      { isQuiet },
      (line) => {
        silence.heard()
        print(reword(line))
      },
      (digest, line) => {
        const step = names.get(digest) ?? ''
        if (output.length < maxOutputLines)
          output.push({ step, stage: parseStepName(step).stage, text: line })
      },
    )
    const silence = watchSilence(() => {
      live.remind(performance.now())
    })
    const lost = new AbortController()
    const watch = watchBuilder(docker, request.builder, (words) => {
      loss = words
      print(words)
      lost.abort()
    })
    const outcome = await docker
      .run({
        args,
        env,
        ...(deadlineMs === undefined ? {} : { deadlineMs }),
        ...(silenceMs === undefined ? {} : { silenceMs }),
        signal: signal === undefined ? lost.signal : AbortSignal.any([signal, lost.signal]),
        onErrorLine: (line) => {
          watch.heard()
          for (const event of parseProgressLine(line)) {
            if (event.kind === 'vertex') {
              names.set(event.vertex.digest, event.vertex.name)
              tracker.update(event.vertex)
              if (isAtWork(event.vertex)) onStep?.(event.vertex.name)
            } else if (event.kind === 'context') tracker.send(event.vertex, event.sentBytes)
            else if (event.kind === 'layer') tracker.receive(event.vertex, event.digest, event.receivedBytes)
            else if (event.kind === 'check') checks.add(reword(event.text))
            else if (event.kind === 'text' && text.length < maxTextLines) text.push(reword(event.text))
            live.show(
              event.kind === 'vertex' ? { ...event, vertex: rewordVertex(event.vertex, reword) } : event,
            )
          }
        },
      })
      .finally(() => {
        silence.stop()
        watch.stop()
      })
    live.end()
    return outcome
  })
  const outcome =
    ended.kind === 'timed-out'
      ? 'timed-out'
      : ended.kind === 'exited' && ended.code === 0
        ? 'built'
        : 'failed'
  // Behind what buildx says of its interruption: the last error counts.
  if (loss !== undefined) text.push(`ERROR: ${loss}`)
  const steps = tracker.steps()
  const durationMs = performance.now() - startedAt
  log.info(`${title}: ${wordsOfEnd(outcome, durationMs, steps)}`)
  return {
    ...{ outcome, steps, output, text, checks: [...checks], durationMs },
    cacheTrouble: findCacheTrouble(steps),
    isBuilderLost: loss !== undefined,
  }
}

/** Calls `remind` each time nothing was heard for as long as nobody should wait for a sign of life. */
function watchSilence(remind: () => void): { heard: () => void; stop: () => void } {
  let heardAt = performance.now()
  const timer = setInterval(() => {
    if (performance.now() - heardAt >= maxSilenceMs) remind()
  }, 1_000)
  return {
    heard: () => {
      heardAt = performance.now()
    },
    stop: () => {
      clearInterval(timer)
    },
  }
}

function isAtWork({ started, completed, cached }: Vertex): boolean {
  return started !== undefined && completed === undefined && cached !== true
}

function wordsOfEnd(outcome: BuildResult['outcome'], durationMs: number, steps: readonly Step[]): string {
  const end = { built: 'done in', failed: 'failed after', 'timed-out': 'stopped after' }[outcome]
  const own = steps.filter((step) => step.stage !== undefined)
  const cached = own.filter((step) => step.outcome === 'cached').length
  return `${end} ${formatDuration(durationMs)}${cached > 0 ? `, ${cached} of ${own.length} steps cached` : ''}`
}

/** A step as people read it; its name is cut for the log only after that. */
function rewordVertex(vertex: Vertex, reword: (text: string) => string): Vertex {
  const { name, error } = vertex
  return { ...vertex, name: reword(name), ...(error === undefined ? {} : { error: reword(error) }) }
}

/** The warnings of builds whose caches could not be read: each reason once. */
export function cacheWarnings(builds: readonly BuildResult[]): string[] {
  const reasons = new Set(builds.flatMap((build) => build.cacheTrouble ?? []))
  return [...reasons].map((reason) => {
    const words =
      reason.replace(/^(?:ERROR: )?(?:failed to build: )?(?:failed to solve: )?/, '').split('\n')[0] ?? ''
    return `The build cache was not read: ${words}`
  })
}
