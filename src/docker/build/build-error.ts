/** Why a build failed, in BuildKit's words. */
export interface BuildError {
  /** One or more lines, without buildx's own prefixes. */
  message: string
  /** The line of the Dockerfile, from 1. */
  line: number | undefined
  /** The exit code of the RUN that failed. */
  exitCode: number | undefined
}

/**
 * Reads what buildx prints at the end of a failed build: `Dockerfile:12`, the lines around it, and `ERROR: …`. Also
 * `dockerfile parse error on line 3: …`, which has no such block.
 */
export function parseBuildError(text: readonly string[]): BuildError {
  const errorAt = text.findLastIndex((line) => line.startsWith('ERROR: '))
  const words = errorAt < 0 ? text.filter((line) => line.trim() !== '').slice(-5) : text.slice(errorAt)
  const message = words
    .join('\n')
    .replace(/^ERROR: /, '')
    .replace(/^failed to build: /, '')
    .replace(/^failed to solve: /, '')
    .trim()
  const block = text.findIndex((line, index) => /^-{10,}$/.test(text[index + 1] ?? '') && /:\d+$/.test(line))
  const inBlock = block < 0 ? undefined : /:(\d+)$/.exec(text[block] ?? '')?.[1]
  const line = inBlock ?? /\bon line (\d+)/.exec(message)?.[1]
  // The second words are those of Docker 20.10.
  const exitCode = /(?:did not complete successfully|executor failed running .*): exit code: (\d+)/.exec(
    message,
  )?.[1]
  return {
    message: message === '' ? 'docker buildx build failed without saying why' : explainLoss(message),
    line: line === undefined ? undefined : Number(line),
    exitCode: exitCode === undefined ? undefined : Number(exitCode),
  }
}

/** What gRPC says when nobody is at the other end any more. */
const lostBuilder = /code = Unavailable\b|error reading from server: EOF|Cannot connect to the Docker daemon/

/** The words for a builder that is gone say nothing of it to who does not know gRPC. */
function explainLoss(message: string): string {
  if (!lostBuilder.test(message)) return message
  return `The builder went away in the middle of the build: look at the log of the Docker engine or builder.\n${message}`
}

/** The last line that docker calls an error, without that word and cut; undefined where there is none. */
export function errorLineOf(stderr: string): string | undefined {
  const line = stderr.split('\n').findLast((one) => one.startsWith('ERROR'))
  return line?.replace(/^ERROR:\s*/, '').slice(0, 300)
}
