import { setTimeout as sleep } from 'node:timers/promises'
import { inspectBuilder, type Builder, nameOfBuilder } from '../docker/builder.ts'
import { Docker } from '../docker/docker.ts'
import { exitCodes } from './run-entry.ts'

/** How a runner, a person, a closed terminal and a supervisor ask a process to end. */
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const

/** A runner that cancels a job sends its second signal after 7.5 s. */
const lastWordsMs = 6_000

/** A process that a signal ends within seconds, with no child left behind. */
export interface StartedProcess {
  docker: Docker
  /** Aborted when the process was asked to stop. */
  signal: AbortSignal
  /** What builds. Docker is asked at once, so that it answers while the rest is loaded and read; rejects as `inspectBuilder` does. */
  builder: Promise<Builder>
  /** What a process that was asked to stop still does before it ends, if that takes no more than 6 s. */
  endAfter(lastWords: Promise<unknown>): void
  /** Stops what nobody waits for any more, such as the search for a baseline of a job that failed early. */
  end(): Promise<void>
}

/**
 * The first thing that a job does: it asks docker about the builder as it is written in the input `builder`, and from here on a signal
 * stops what runs; a second one kills at once. It needs little code, since all that is loaded before it delays docker.
 */
export function startProcess(env: NodeJS.ProcessEnv, written: string): StartedProcess {
  const docker = new Docker(env)
  const abort = new AbortController()
  let isStopping = false
  let lastWords: Promise<unknown> = Promise.resolve()
  const exit = (): never => process.exit(exitCodes.cancelled)
  const stop = (): void => {
    if (isStopping) {
      void docker.kill().then(exit)
      return
    }
    isStopping = true
    process.stderr.write('Cancelled: stopping what runs.\n')
    abort.abort()
    const said = Promise.race([lastWords.catch(() => undefined), sleep(lastWordsMs)])
    void Promise.all([docker.cancel(), said]).then(exit)
  }
  for (const name of endingSignals) process.on(name, stop)
  const builder = inspectBuilder(docker, nameOfBuilder(written))
  // A job with wrong inputs ends before anybody waits for it.
  builder.catch(() => undefined)
  const end = (): Promise<void> => {
    abort.abort()
    return docker.cancel()
  }
  const endAfter = (words: Promise<unknown>): void => {
    lastWords = words
  }
  return { docker, signal: abort.signal, builder, endAfter, end }
}
