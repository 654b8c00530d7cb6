import type { BuildResult, Step } from './build-result.ts'

/*
 * All that is read from what BuildKit and buildx say in words: their errors, what gave out, what a cache misses, and why they take our
 * mounts for a mistake. Each has its recorded text in the test of this file. The families of errors of a Dockerfile are in
 * testing/failures.
 */

/** Why a build failed, in BuildKit's words. */
export interface BuildError {
  /** One or more lines, without buildx's own prefixes. */
  message: string
  /** The line of the Dockerfile, from 1. */
  line: number | undefined
  /** The exit code of the RUN that failed. */
  exitCode: number | undefined
}

/** What buildx says before BuildKit's own words. */
const prefixes = /^(?:ERROR: )?(?:failed to build: )?(?:failed to solve: )?/

/** The second words are those of Docker 20.10. */
const exitCodePattern = /(?:did not complete successfully|executor failed running .*): exit code: (\d+)/

/** What gRPC says when nobody is at the other end any more. */
const lostBuilder = /code = Unavailable\b|error reading from server: EOF|Cannot connect to the Docker daemon/

/** When a cache's index is there, but a layer of it is gone or broken, the whole build is given up. */
const lostLayer =
  /could not fetch content descriptor|httpReadSeeker|failed to (?:copy|fetch|unlazy)\b.*(?:not found|404|unexpected)/

/** What is said of a cache that nobody has written yet. */
const plainMiss = /not found$|no such file or directory|does not exist/i

const noSpace = /no space left on device/i

/** The kernel kills with SIGKILL, which shells tell as 128 + 9. */
const killedExitCode = 137

/** The frontend does not know the mounts of ours, because the builder or the line `# syntax=` is too old. */
const unknownMountKey = /unexpected key 'env' in 'env=/

/** BuildKit says the one while it looks for the cached step, the other while it runs it. */
const noTmpFolder = /(?:open \/tmp: no such file or directory|"\/tmp": not found)$/

/** A build that fails cancels the steps beside the failing one. */
const cancelledStep = /context canceled|context cancelled/

/** Reads what buildx prints at the end of a failed build: `Dockerfile:12` and `ERROR: …`, or `dockerfile parse error on line 3: …` alone. */
export function parseBuildError(text: readonly string[]): BuildError {
  const errorAt = text.findLastIndex((line) => line.startsWith('ERROR: '))
  const words = errorAt < 0 ? text.filter((line) => line.trim() !== '').slice(-5) : text.slice(errorAt)
  const message = words.join('\n').replace(prefixes, '').trim()
  const block = text.findIndex((line, index) => /^-{10,}$/.test(text[index + 1] ?? '') && /:\d+$/.test(line))
  const inBlock = block < 0 ? undefined : /:(\d+)$/.exec(text[block] ?? '')?.[1]
  const line = inBlock ?? /\bon line (\d+)/.exec(message)?.[1]
  const exitCode = exitCodePattern.exec(message)?.[1]
  return {
    message: message === '' ? 'docker buildx build failed without saying why' : explainLoss(message),
    line: line === undefined ? undefined : Number(line),
    exitCode: exitCode === undefined ? undefined : Number(exitCode),
  }
}

/** The words for a builder that is gone say nothing of it to who does not know gRPC. */
function explainLoss(message: string): string {
  if (!lostBuilder.test(message)) return message
  return `The builder went away in the middle of the build: look at the log of the Docker engine or builder.\n${message}`
}

/** The last line that docker calls an error, else the last one, without that word and cut. */
export function errorLineOf(stderr: string): string {
  const lines = stderr.trim().split('\n')
  const line = lines.findLast((one) => one.startsWith('ERROR')) ?? lines.at(-1) ?? ''
  return line.replace(/^ERROR:\s*/, '').slice(0, 300) || 'docker gave no reason'
}

/** Whether a step ended with another one, not by itself. */
export function isCancelledStep(error: string): boolean {
  return cancelledStep.test(error)
}

/** What a build had too little of; something else at work on the same machine may have had it. */
export type Shortage = 'memory' | 'disk' | 'time' | 'builder'

/** What gave out, so that a build failed; undefined where it failed over something else, or did not fail. */
export function findShortage({
  outcome,
  isBuilderLost,
  text,
  output,
}: Pick<BuildResult, 'outcome' | 'isBuilderLost' | 'text' | 'output'>): Shortage | undefined {
  if (outcome === 'built') return undefined
  if (outcome === 'timed-out') return 'time'
  if (isBuilderLost) return 'builder'
  if (parseBuildError(text).exitCode === killedExitCode) return 'memory'
  const lines = [...text, ...output.map((line) => line.text)]
  return lines.some((line) => noSpace.test(line)) ? 'disk' : undefined
}

/** Why a build can't bring results out: its frontend is too old for our mounts, or its image has no folder /tmp. */
export type Refusal = 'old-frontend' | 'no-tmp'

/** Why a build that failed takes our mounts for a mistake; undefined where it failed over something else. */
export function findRefusal({ outcome, text }: Pick<BuildResult, 'outcome' | 'text'>): Refusal | undefined {
  if (outcome !== 'failed') return undefined
  if (text.some((line) => unknownMountKey.test(line))) return 'old-frontend'
  return text.some((line) => noTmpFolder.test(line)) ? 'no-tmp' : undefined
}

/** The words for a layer that a cache has lost, over which a build failed. */
export function findLostLayer({
  outcome,
  text,
  steps,
}: Pick<BuildResult, 'outcome' | 'text' | 'steps'>): string | undefined {
  if (outcome !== 'failed') return undefined
  return [...text, ...steps.map((step) => step.error ?? '')].find((line) => lostLayer.test(line))
}

/** Why a cache could not be read, where that was more than a miss. */
export function findCacheTrouble(steps: readonly Step[]): string | undefined {
  const failed = steps.find(
    (step) => step.name.startsWith('importing cache manifest') && step.outcome === 'failed',
  )
  return failed?.error === undefined || plainMiss.test(failed.error.trim()) ? undefined : failed.error
}

/** The warnings of builds whose caches could not be read: each reason once. */
export function cacheWarnings(builds: readonly Pick<BuildResult, 'cacheTrouble'>[]): string[] {
  const reasons = new Set(builds.flatMap((build) => build.cacheTrouble ?? []))
  return [...reasons].map(
    (reason) => `The build cache was not read: ${reason.replace(prefixes, '').split('\n')[0] ?? ''}`,
  )
}
