import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { CancelledError } from '../shared/errors.ts'
import { formatDuration } from '../shared/format.ts'
import { environmentForDocker } from '../shared/child-environment.ts'
import { findStartablePlugin } from './buildx-plugin.ts'
import { LineSplitter } from './line-splitter.ts'

/** How long a child may take to end by itself after it was asked to, before it is killed. */
const graceMs = 2_500
/** How long a killed process may take to go: a large one on a busy machine needs a moment. */
const killedMs = 500
/** How long taking something back may take; a runner waits 7.5 s between its signals. */
const undoDeadlineMs = 10_000
/** Most of a short command's answer that is kept. */
const maxOutputBytes = 16 * 1024 * 1024

/** One start of the docker command. */
export interface DockerCommand {
  args: readonly string[]
  /** Added to what `environmentForDocker` leaves of ours. */
  env?: Readonly<Record<string, string>>
  /** After this many milliseconds the command is stopped. */
  deadlineMs?: number
  /** The same after so many milliseconds without a line on stderr. */
  silenceMs?: number
  /** Stops the command when it is aborted. */
  signal?: AbortSignal
  /** Takes each line of stderr while the command runs; without it they are kept in the outcome. */
  onErrorLine?: (line: string) => void
  /** Takes stdout as it comes, in place of the outcome; the command is stopped when that fails. */
  output?: Writable
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
export function isDone(outcome: DockerOutcome): boolean {
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
  readonly #children = new Map<ChildProcess, DockerCommand>()
  readonly #undos = new Set<readonly string[]>()
  #buildxPlugin: string | undefined
  #cancelled = false
  #cancelling: Promise<void> | undefined

  /** Takes a line on each command; none says anything of its environment, where the secrets are. */
  tell: (line: string) => void = () => undefined

  constructor(env: NodeJS.ProcessEnv, executable = 'docker') {
    this.#env = env
    this.#executable = executable
  }

  /** Starts `docker buildx` without the client from here on, where its plugin at this path allows that. */
  async skipClient(pluginPath: string | undefined): Promise<void> {
    this.#buildxPlugin = await findStartablePlugin(pluginPath, this.#env['PATH'])
  }

  /**
   * Runs one command to its end. Throws CancelledError when the job was asked to stop, what `output` throws, and nothing
   * for what docker does.
   */
  async run(command: DockerCommand): Promise<DockerOutcome> {
    this.#refuseWhenCancelled()
    if (command.signal?.aborted) return { kind: 'stopped' }
    const words = `${this.#executable} ${command.args.map(quote).join(' ')}`
    const startedAt = performance.now()
    const child = this.#spawn(command.args, command.env, ['ignore', 'pipe', 'pipe'])
    this.#children.set(child, command)
    const stop = (): void => {
      void stopGroup(child)
    }
    command.signal?.addEventListener('abort', stop)
    const timers = startTimers(command, stop)
    const taken = hand(child, command.output)
    try {
      const ended = await collect(
        child,
        (line) => {
          timers.heard()
          command.onErrorLine?.(line)
        },
        command,
      )
      const trouble = await taken
      const end = ended === undefined ? 'not there' : timers.expired() ? 'stopped' : `exit code ${ended.code}`
      this.tell(`${words}: ${end} after ${formatDuration(performance.now() - startedAt)}`)
      if (ended === undefined) return { kind: 'not-found' }
      this.#refuseWhenCancelled()
      if (timers.expired()) return { kind: 'timed-out' }
      if (command.signal?.aborted) return { kind: 'stopped' }
      if (trouble !== undefined) {
        throw new Error([trouble.message, ended.stderr].filter(Boolean).join('; docker said: '), {
          cause: trouble,
        })
      }
      return { kind: 'exited', ...ended }
    } finally {
      timers.stop()
      command.signal?.removeEventListener('abort', stop)
      this.#children.delete(child)
    }
  }

  /** What docker answers to a short question; undefined where it has no answer, or none in time. */
  async ask(args: readonly string[], deadlineMs = 30_000): Promise<string | undefined> {
    const ended = await this.run({ args, deadlineMs })
    return ended.kind === 'exited' && ended.code === 0 ? ended.stdout : undefined
  }

  #refuseWhenCancelled(): void {
    if (this.#cancelled) throw new CancelledError()
  }

  /**
   * Runs the command `undo` when `work` has ended, whatever became of it, and also when the job is cancelled meanwhile.
   * `onTrouble` gets the words of an `undo` that failed; it must do no harm where there is nothing to take back.
   */
  async undoAfter<T>(
    undo: readonly string[],
    work: () => Promise<T>,
    onTrouble: (why: string) => void,
  ): Promise<T> {
    const takeBack = this.undoLater(undo)
    try {
      return await work()
    } finally {
      await takeBack(onTrouble)
    }
  }

  /** The same where the work has no one place: gives what runs `undo`, which is also run when the job is cancelled before. */
  undoLater(undo: readonly string[]): (onTrouble: (why: string) => void) => Promise<void> {
    this.#undos.add(undo)
    return async (onTrouble) => {
      // Of a cancelled job `cancel` and `kill` do that.
      if (this.#cancelled) return
      const ended = await this.run({ args: undo, deadlineMs: undoDeadlineMs, isBrief: true })
      this.#undos.delete(undo)
      if (!isDone(ended)) onTrouble(whyNot(ended))
    }
  }

  /**
   * Asks every running command to end, kills those that don't within a few seconds, starts no more, and takes back what is to be
   * taken back, the last thing first. Who asks again waits for the same end.
   */
  cancel(): Promise<void> {
    this.#cancelling ??= this.#cancelAll()
    return this.#cancelling
  }

  async #cancelAll(): Promise<void> {
    this.#cancelled = true
    await Promise.all([...this.#children].map(([child, { isBrief }]) => stopGroup(child, isBrief)))
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
  const timer = setTimeout(() => {
    signalGroup(child, 'SIGKILL')
  }, undoDeadlineMs)
  await new Promise<void>((resolve) => {
    child.once('error', () => {
      resolve()
    })
    child.once('close', () => {
      resolve()
    })
  })
  clearTimeout(timer)
}

/** An argument as a shell would take it. */
function quote(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`
}

/** Passes stdout on to `output`, and gives the error that this ended with. */
async function hand(child: ChildProcess, output: Writable | undefined): Promise<Error | undefined> {
  if (output === undefined || child.stdout === null) return undefined
  try {
    await pipeline(child.stdout, output)
    return undefined
  } catch (error) {
    // A command that nobody listens to would wait for ever.
    await stopGroup(child)
    return error instanceof Error ? error : new Error(String(error))
  }
}

async function collect(
  child: ChildProcess,
  onErrorLine: (line: string) => void,
  { onErrorLine: listener, output }: DockerCommand,
): Promise<{ code: number; stdout: string; stderr: string } | undefined> {
  const stdout: string[] = []
  const stderr: string[] = []
  const out = new LineSplitter(bounded(stdout))
  const keep = listener === undefined ? bounded(stderr) : () => undefined
  const err = new LineSplitter((line) => {
    keep(line)
    onErrorLine(line)
  })
  if (output === undefined) {
    child.stdout?.on('data', (chunk: Buffer) => {
      out.push(chunk)
    })
  }
  child.stderr?.on('data', (chunk: Buffer) => {
    err.push(chunk)
  })
  const code = await new Promise<number | undefined>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'EACCES') resolve(undefined)
      else reject(error)
    })
    // `close`, not `exit`: only then has all output arrived.
    child.once('close', (exitCode) => {
      resolve(exitCode ?? 1)
    })
  })
  out.end()
  err.end()
  return code === undefined ? undefined : { code, stdout: stdout.join('\n'), stderr: stderr.join('\n') }
}

/** Calls `stop` when the command took too long, or was silent for too long. */
function startTimers(
  { deadlineMs, silenceMs }: DockerCommand,
  stop: () => void,
): { heard: () => void; expired: () => boolean; stop: () => void } {
  let isExpired = false
  const expire = (): void => {
    isExpired = true
    stop()
  }
  const deadline = deadlineMs === undefined ? undefined : setTimeout(expire, deadlineMs)
  const silence = silenceMs === undefined ? undefined : setTimeout(expire, silenceMs)
  return {
    heard: () => silence?.refresh(),
    expired: () => isExpired,
    stop: () => {
      clearTimeout(deadline)
      clearTimeout(silence)
    },
  }
}

function bounded(lines: string[]): (line: string) => void {
  let room = maxOutputBytes
  return (line) => {
    room -= line.length + 1
    if (room > 0) lines.push(line)
  }
}

/** Asks the whole group to end, and kills what is left of it: the leader may be gone while a grandchild lives on. */
async function stopGroup(child: ChildProcess, isBrief = false): Promise<void> {
  // SIGINT lets buildx tell the builder to stop the steps that run there.
  if (!isBrief) signalGroup(child, 'SIGINT')
  const killAt = performance.now() + graceMs
  while (isGroupAlive(child) && performance.now() < killAt) await sleep(25)
  signalGroup(child, 'SIGKILL')
}

function isGroupAlive(child: ChildProcess): boolean {
  if (child.pid === undefined) return false
  try {
    // Signal 0 only asks.
    process.kill(-child.pid, 0)
    return true
  } catch {
    return false
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The group has ended by itself in the meantime.
  }
}
