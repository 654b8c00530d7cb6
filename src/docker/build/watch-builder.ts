import { setTimeout as sleep } from 'node:timers/promises'
import type { Docker, DockerOutcome } from '../docker.ts'
import { askEngineAddress } from '../builder.ts'

/** When what builds is asked whether it is still there. */
export interface WatchTimes {
  /** After a build said nothing for so long, and again after as long. */
  silenceMs: number
  /** Between two questions of which the first got no answer. */
  pauseMs: number
  /** buildx itself gives up after 20 s. */
  deadlineMs: number
}

/** So many questions in a row without an answer are no accident; a machine at its limit answers late. */
const maxUnanswered = 3
const usualTimes: WatchTimes = { silenceMs: 30_000, pauseMs: 10_000, deadlineMs: 30_000 }

/** A look at what builds, as long as a build runs. */
export interface BuilderWatch {
  /** Aborted when it stopped answering; the reason has the words for the user. */
  lost: AbortSignal
  /** The build said something. */
  heard: () => void
  stop: () => void
}

/**
 * While a build says nothing, asks its builder whether it is still there: a RUN may be silent for hours, an engine that hangs is silent
 * for ever. Several questions in a row without an answer are its loss. A builder of which one node answers is there.
 */
export function watchBuilder(
  docker: Docker,
  builder: string | undefined,
  { silenceMs, pauseMs, deadlineMs }: WatchTimes = usualTimes,
): BuilderWatch {
  const [end, lost] = [new AbortController(), new AbortController()]
  const { signal } = end
  const args = ['buildx', 'inspect', ...(builder === undefined ? [] : [builder])]
  let heardAt = performance.now()
  const watch = async (): Promise<void> => {
    for (let unanswered = 0; ;) {
      const quietMs = performance.now() - heardAt
      await sleep(unanswered > 0 ? pauseMs : Math.max(silenceMs - quietMs, 1), undefined, { signal })
      if (performance.now() - heardAt < silenceMs) {
        unanswered = 0
        continue
      }
      const askedAt = performance.now()
      const asked = await docker.run({ args, deadlineMs, signal })
      signal.throwIfAborted()
      if (isAnswer(asked)) {
        unanswered = 0
        heardAt = Math.max(heardAt, askedAt)
      } else if (heardAt < askedAt && ++unanswered === maxUnanswered) {
        const loss = await describeLoss(docker, builder, asked)
        signal.throwIfAborted()
        lost.abort(loss)
        return
      }
    }
  }
  // It ends by being stopped, or with the job that is cancelled.
  watch().catch(() => undefined)
  return {
    lost: lost.signal,
    heard: () => {
      heardAt = performance.now()
    },
    stop: () => {
      end.abort()
    },
  }
}

/** Whatever is not plainly the words of a builder that can't be reached counts as an answer. */
function isAnswer(asked: DockerOutcome): boolean {
  if (asked.kind === 'timed-out') return false
  if (asked.kind !== 'exited') return true
  const { stdout } = asked
  return /^Status:[ \t]*running/m.test(stdout) || !/^Error:/m.test(stdout)
}

async function describeLoss(
  docker: Docker,
  builder: string | undefined,
  asked: DockerOutcome,
): Promise<string> {
  const inspected = asked.kind === 'exited' ? asked.stdout : ''
  const name = /^Name:[ \t]*(\S+)/m.exec(inspected)?.[1] ?? builder
  const why = /^Error:[ \t]*(.+)/m.exec(inspected)?.[1]
  const isEngine = name === undefined || name === 'default'
  const address = isEngine ? await askEngineAddress(docker) : undefined
  const where = address === undefined ? '' : ` at ${address}`
  const who = isEngine ? `The Docker engine${where}` : `The builder ${name}`
  const wayOut = isEngine
    ? 'Look at the log of the engine, restart it, and run the job again.'
    : `Look at its log and at docker buildx inspect ${name}, restart it, and run the job again.`
  return (
    `${who} stopped answering: the build fell silent, and then ${maxUnanswered} questions in a row got no answer` +
    `${why === undefined ? '' : ` (${why})`}. ${wayOut}`
  )
}
