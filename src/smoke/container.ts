import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import bytes from 'bytes-iec'
import * as v from 'valibot'
import { listOf } from '../shared/schema-values.ts'
import { splitLines } from '../shared/text.ts'
import { isDone, type Docker, type DockerOutcome } from '../docker/docker.ts'
import { UserError } from '../shared/errors.ts'

const shortDeadlineMs = 30_000
/** Most lines of a log that are kept. */
const maxLogLines = 200

const imageConfigSchema = v.pipe(
  v.object({
    ExposedPorts: v.nullish(v.record(v.string(), v.unknown()), {}),
    Env: listOf(v.string()),
    Healthcheck: v.nullish(v.object({ Test: listOf(v.string()) })),
  }),
  v.transform(({ ExposedPorts, Env: env, Healthcheck }) => {
    const [test = 'NONE'] = Healthcheck?.Test ?? []
    return { exposedPorts: Object.keys(ExposedPorts), env, hasHealthcheck: test !== 'NONE' }
  }),
)

/** What an image says of how it is started. */
export type ImageConfig = v.InferOutput<typeof imageConfigSchema>

/** How a container is to be started. */
export interface ContainerStart {
  image: string
  name: string
  /** Its port that is asked. */
  port: number | undefined
  /** Where it is asked; undefined: at a free port of the loopback address, on which it is published. */
  network: string | undefined
  /** In place of the image's own command; see `planStart`. */
  words: readonly string[]
  /** Environment variables without line breaks. */
  env: readonly (readonly [name: string, value: string])[]
}

const stateSchema = v.pipe(
  v.object({
    Running: v.boolean(),
    ExitCode: v.number(),
    OOMKilled: v.boolean(),
    StartedAt: v.string(),
    FinishedAt: v.string(),
    Health: v.nullish(
      v.object({
        Status: v.string(),
        Log: listOf(v.object({ ExitCode: v.number(), Output: v.string() })),
      }),
    ),
  }),
  v.transform(({ Running, ExitCode, OOMKilled, StartedAt, FinishedAt, Health }) => {
    const last = Health?.Log.at(-1)
    return {
      ...{ isRunning: Running, exitCode: ExitCode, isOutOfMemory: OOMKilled },
      ...{ startedAt: StartedAt, finishedAt: FinishedAt },
      health: Health && {
        status: Health.Status,
        lastExitCode: last?.ExitCode,
        lastOutput: last?.Output ?? '',
      },
    }
  }),
)

/** What an engine says of a container. */
export type ContainerState = v.InferOutput<typeof stateSchema>

/** What a container that runs an image of one's own may need: an entry script changes owners, and then its user. */
const capabilities = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'KILL', 'NET_BIND_SERVICE', 'SETGID', 'SETUID']

/**
 * The arguments that start a container with no more rights than it needs; a HEALTHCHECK is asked every second, so that it is not waited for. Words that begin
 * with an option are arguments for the image's ENTRYPOINT, others replace it.
 */
export function planStart(start: Omit<ContainerStart, 'env'>, envFile: string): string[] {
  const { image, name, port, network, words } = start
  const [program = '', ...others] = words
  const entrypoint = program === '' || program.startsWith('-') ? [] : ['--entrypoint', program]
  return [
    ...['run', '--detach', '--pull', 'never', '--name', name, '--label', 'dotnet-container=smoke-test'],
    ...['--cap-drop', 'ALL', ...capabilities.flatMap((capability) => ['--cap-add', capability])],
    ...['--security-opt', 'no-new-privileges', '--restart', 'no'],
    // One that writes without end must not fill the disk.
    ...['--log-driver', 'local', '--log-opt', 'max-size=10m', '--log-opt', 'max-file=2'],
    ...['--health-interval', '1s', '--health-start-period', '1ms'],
    ...['--env-file', envFile],
    ...(port === undefined
      ? []
      : network === undefined
        ? ['--publish', `127.0.0.1::${port}`]
        : ['--network', network]),
    ...entrypoint,
    image,
    ...(entrypoint.length > 0 ? others : words),
  ]
}

/** A container of a smoke test, seen through the docker command. */
export class Container {
  readonly #docker: Docker
  readonly name: string

  constructor(docker: Docker, name: string) {
    this.#docker = docker
    this.name = name
  }

  /** Starts it; gives docker's words when that fails, such as for a program that is not in the image. */
  async start(start: Omit<ContainerStart, 'name'>, tempFolder: string): Promise<string | undefined> {
    const envFile = join(tempFolder, 'smoke-env')
    // In a file, since everybody on the machine can read the arguments of a process.
    await writeFile(envFile, start.env.map(([name, value]) => `${name}=${value}\n`).join(''), { mode: 0o600 })
    const ended = await this.#docker.run({
      args: planStart({ ...start, name: this.name }, envFile),
      deadlineMs: shortDeadlineMs,
      isBrief: true,
    })
    if (isDone(ended)) return undefined
    return ended.kind === 'exited' ? cleanError(ended.stderr) : 'docker gave no answer'
  }

  /** The address at which a port is reached from here, such as `127.0.0.1:32768`; undefined when it has stopped already. */
  async addressOf(port: number, network: string | undefined): Promise<string | undefined> {
    const inNetwork = '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}'
    const args =
      network === undefined
        ? ['port', this.name, `${port}/tcp`]
        : ['container', 'inspect', '--format', inNetwork, this.name]
    const [answer = ''] = splitLines((await this.#docker.ask(args)) ?? '')
    if (answer === '') return undefined
    return network === undefined ? answer : `${answer}:${port}`
  }

  /** Waits until it stops by itself; gives false when it still runs after that long. */
  async stops(withinMs: number): Promise<boolean> {
    const ended = await this.#docker.run({ args: ['wait', this.name], deadlineMs: withinMs })
    return ended.kind === 'exited'
  }

  /** Throws a UserError when the engine has lost it. */
  async state(): Promise<ContainerState> {
    const asked = await this.#ask(['container', 'inspect', '--format', '{{json .State}}', this.name])
    if (!isDone(asked)) {
      const why = asked.kind === 'exited' ? cleanError(asked.stderr) : 'it gave no answer'
      throw new UserError('The Docker engine lost the container of the smoke test', why)
    }
    return v.parse(stateSchema, JSON.parse(asked.stdout))
  }

  /** The last lines of stdout and stderr, in the order in which they were written. */
  async logLines(): Promise<string[]> {
    const args = ['logs', '--timestamps', '--tail', String(maxLogLines), this.name]
    const asked = await this.#ask(args)
    if (!isDone(asked)) return []
    const timeOf = (line: string): string => line.split(' ', 1)[0] ?? ''
    return [...asked.stdout.split('\n'), ...asked.stderr.split('\n')]
      .filter((line) => line !== '')
      .sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0))
      .slice(-maxLogLines)
      .flatMap((line) => splitLines(line.slice(line.indexOf(' ') + 1).replace(/\r$/, '')))
  }

  /** Bytes that it uses now, without the page cache; undefined where the engine does not tell. */
  async memoryBytes(): Promise<number | undefined> {
    const asked = await this.#docker.ask(['stats', '--no-stream', '--format', '{{.MemUsage}}', this.name])
    const used = bytes.parse((asked?.split('/')[0] ?? '').trim())
    return used === null || !(used > 0) ? undefined : Math.round(used)
  }

  #ask(args: string[]): Promise<DockerOutcome> {
    return this.#docker.run({ args, deadlineMs: shortDeadlineMs })
  }
}

/** What an image that the engine has says of how it is started. Throws an Error when the engine does not have it. */
export async function readImageConfig(docker: Docker, reference: string): Promise<ImageConfig> {
  const args = ['image', 'inspect', '--format', '{{json .Config}}', reference]
  const asked = await docker.ask(args)
  if (asked === undefined)
    throw new Error(`docker does not know the image ${reference}, which it has just loaded`)
  return v.parse(imageConfigSchema, JSON.parse(asked))
}

function cleanError(stderr: string): string {
  return stderr
    .replace(/\n+Run 'docker run --help'.*$/s, '')
    .replace(/^docker: /, '')
    .trim()
}
