import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { CancelledError } from '../shared/errors.ts'
import type { Log } from '../shared/log.ts'
import { quoteForShell } from '../shared/text.ts'
import { formatDuration } from '../shared/format.ts'
import { environmentForDocker } from '../shared/child-environment.ts'
import { isGroupAlive, signalGroup, stopGroup, usualGraceMs } from '../shared/process-group.ts'
import { collect, hand, watchOver, type Following } from './follow-child.ts'
import { access, constants, open, realpath } from 'node:fs/promises'
import { basename, delimiter, join } from 'node:path'

/** How long a killed process may take to go: a large one on a busy machine needs a moment. */
const killedMs = 500
/** How long taking something back may take; a runner waits 7.5 s between its signals. */
const undoDeadlineMs = 10_000

/** What works with docker: the command, the log, and a private folder for this job, which is removed when it ends. */
export interface DockerTools {
  docker: Docker
  log: Log
  tempFolder: string
}

/** One start of the docker command. */
export interface DockerCommand extends Following {
  args: readonly string[]
  /** Added to what `environmentForDocker` leaves of ours. */
  env?: Readonly<Record<string, string>>
  /** It ends in a moment and leaves half a thing when it is interrupted: a cancelled job waits for it. */
  isBrief?: boolean
}

/** How a docker command ended. */
export type DockerOutcome =
  | { kind: 'exited'; code: number; stdout: string; stderr: string }
  | { kind: 'not-found' }
  | { kind: 'timed-out' }
  | { kind: 'stopped' }

/** Whether a command did what it was asked to. */
export function isDone(
  outcome: DockerOutcome,
): outcome is Extract<DockerOutcome, { kind: 'exited' }> & { code: 0 } {
  return outcome.kind === 'exited' && outcome.code === 0
}

/** Why a command did not: docker's words, or how it ended. */
export function whyNot(outcome: DockerOutcome): string {
  return outcome.kind === 'exited' ? outcome.stderr.trim() : outcome.kind
}

/**
 * Starts docker: the only place that does. Each command gets a process group of its own, so that a signal reaches
 * docker, its buildx plugin and whatever they started, and none of them outlives this process.
 */
export class Docker {
  readonly #executable: string
  readonly #env: NodeJS.ProcessEnv
  readonly #graceMs: number
  readonly #children = new Map<ChildProcess, DockerCommand>()
  readonly #undos = new Set<readonly string[]>()
  #buildxPlugin: string | undefined
  #cancelled = false
  #cancelling: Promise<void> | undefined

  /** The steps that the log has shown so far, of whichever build, as `nameOfStep` words them: cached ones are not shown again. */
  readonly shownSteps = new Set<string>()

  /** Takes a line on each command; none says anything of its environment, where the secrets are. */
  tell: (line: string) => void = () => undefined

  /** Commands that are stopped have `graceMs` to end by themselves. */
  constructor(env: NodeJS.ProcessEnv, executable = 'docker', graceMs = usualGraceMs) {
    this.#env = env
    this.#executable = executable
    this.#graceMs = graceMs
  }

  /** Starts `docker buildx` without the client from here on, where its plugin at this path allows that. */
  async skipClient(pluginPath: string | undefined): Promise<void> {
    this.#buildxPlugin = await findStartablePlugin(pluginPath, this.#env['PATH'])
  }

  /** Runs one command to its end. Throws CancelledError when the job was asked to stop, and what `output` throws. */
  async run(command: DockerCommand): Promise<DockerOutcome> {
    this.#refuseWhenCancelled()
    if (command.signal?.aborted) return { kind: 'stopped' }
    const startedAt = performance.now()
    const child = this.#spawn(command.args, command.env, ['ignore', 'pipe', 'pipe'])
    this.#children.set(child, command)
    const watch = watchOver(child, command, this.#graceMs)
    const taken = hand(child, command.output, this.#graceMs)
    try {
      const ended = await collect(child, command, watch.heard)
      const trouble = await taken
      const end = ended === undefined ? 'not there' : watch.isLate() ? 'stopped' : `exit code ${ended.code}`
      const words = [this.#executable, ...command.args].map(quoteForShell).join(' ')
      this.tell(`${words}: ${end} after ${formatDuration(performance.now() - startedAt)}`)
      if (ended === undefined) return { kind: 'not-found' }
      this.#refuseWhenCancelled()
      if (watch.isLate()) return { kind: 'timed-out' }
      if (command.signal?.aborted) return { kind: 'stopped' }
      if (trouble === undefined) return { kind: 'exited', ...ended }
      throw new Error([trouble.message, ended.stderr].filter(Boolean).join('; docker said: '), {
        cause: trouble,
      })
    } finally {
      watch.stop()
      this.#children.delete(child)
    }
  }

  /** What docker answers to a short question; undefined where it has no answer, or none in time. */
  async ask(args: readonly string[], deadlineMs = 30_000): Promise<string | undefined> {
    const ended = await this.run({ args, deadlineMs })
    return isDone(ended) ? ended.stdout : undefined
  }

  #refuseWhenCancelled(): void {
    if (this.#cancelled) throw new CancelledError()
  }

  /** Takes something back with `undo`, which must do no harm where there is nothing, when this is disposed of or the job is cancelled. */
  undoLater(undo: readonly string[], onTrouble: (why: string) => void): AsyncDisposable {
    this.#undos.add(undo)
    const takeBack = async (): Promise<void> => {
      // Of a cancelled job `cancel` and `kill` do that.
      if (this.#cancelled) return
      const ended = await this.run({ args: undo, deadlineMs: undoDeadlineMs, isBrief: true })
      this.#undos.delete(undo)
      if (!isDone(ended)) onTrouble(whyNot(ended))
    }
    const unlessCancelled = (error: unknown): void => {
      if (!(error instanceof CancelledError)) throw error
    }
    return { [Symbol.asyncDispose]: () => takeBack().catch(unlessCancelled) }
  }

  /** Asks every running command to end, kills those that don't within a few seconds, starts no more, and takes back what is to be taken back. */
  cancel(): Promise<void> {
    this.#cancelling ??= this.#cancelAll()
    return this.#cancelling
  }

  async #cancelAll(): Promise<void> {
    this.#cancelled = true
    const stopping = [...this.#children].map(([child, { isBrief }]) =>
      stopGroup(child, this.#graceMs, isBrief),
    )
    await Promise.all(stopping)
    for (const undo of [...this.#undos].reverse()) await ended(this.#startUndo(undo))
  }

  /** Kills every running command at once, and waits the moment until they are gone; what takes things back is started and not waited for. */
  async kill(): Promise<void> {
    this.#cancelled = true
    const children = [...this.#children.keys()]
    for (const child of children) signalGroup(child, 'SIGKILL')
    for (const undo of this.#undos) this.#startUndo(undo).unref()
    const until = performance.now() + killedMs
    while (children.some(isGroupAlive) && performance.now() < until) await sleep(10)
  }

  #spawn(args: readonly string[], more: DockerCommand['env'], stdio: StdioOptions): ChildProcess {
    const [first, ...rest] = args
    const plugin = first === 'buildx' ? this.#buildxPlugin : undefined
    const env = { ...environmentForDocker(this.#env, args), ...more }
    const options = { env, stdio, detached: true }
    return plugin === undefined ? spawn(this.#executable, args, options) : spawn(plugin, rest, options)
  }

  #startUndo(undo: readonly string[]): ChildProcess {
    const child = this.#spawn(undo, {}, 'ignore')
    // Nobody is there to be told any more.
    child.once('error', () => undefined)
    return child
  }
}

/** Waits for the end of a command that takes something back, and not for ever. */
async function ended(child: ChildProcess): Promise<void> {
  await once(child, 'close', { signal: AbortSignal.timeout(undoDeadlineMs) }).catch(() => {
    signalGroup(child, 'SIGKILL')
  })
}

/** How an executable file of Linux begins (elf(5)); a script begins with `#!`. */
const elfMagic = Buffer.from([0x7f, 0x45, 0x4c, 0x46])

/** The buildx plugin, where `docker` in PATH is the client (no script in its place) that would start it after as long a search each time. */
export async function findStartablePlugin(
  path: string | undefined,
  pathVariable: string | undefined,
): Promise<string | undefined> {
  if (path === undefined || path === '') return undefined
  const client = await findInPath('docker', pathVariable)
  if (client === undefined || basename(client) !== 'docker' || !(await isProgram(client))) return undefined
  return (await isRunnable(path)) ? path : undefined
}

/** The file behind a command's name, behind its links. */
async function findInPath(name: string, pathVariable = ''): Promise<string | undefined> {
  for (const folder of pathVariable.split(delimiter)) {
    const file = join(folder, name)
    if (folder !== '' && (await isRunnable(file))) return realpath(file)
  }
  return undefined
}

async function isRunnable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}

async function isProgram(file: string): Promise<boolean> {
  const opened = await open(file).catch(() => undefined)
  if (opened === undefined) return false
  try {
    const { buffer } = await opened.read(Buffer.alloc(elfMagic.length), 0, elfMagic.length, 0)
    return buffer.equals(elfMagic)
  } finally {
    await opened.close()
  }
}
