import { UserError } from '../shared/errors.ts'
import { isDone, whyNot, type Docker, type DockerOutcome } from './docker.ts'

/** The oldest buildx that tags a manifest without an index around it (`--prefer-index`). */
const minimumBuildx = [0, 15] as const
const answerDeadlineMs = 30_000
/** The client's part first: that of an engine which is not there makes clients before Docker 23 stop in the middle of their answer. */
const infoFormat =
  '{{range .ClientInfo.Plugins}}{{if eq .Name "buildx"}}{{.Version}} {{.Path}}{{end}}{{end}}\t{{.ServerVersion}}\t{{json .DriverStatus}}'

/** What builds, and what it can do. */
export interface Builder {
  /** As buildx names it. */
  name: string
  driver: string
  buildxVersion: string
  /** What does the work, such as `Docker 28.5.2` or `BuildKit v0.25.1`. */
  engine: string
  /** What it can build for, its own platform first; empty where it does not tell. */
  platforms: string[]
  /** Whether the engine keeps images in containerd's store; it tells of the docker driver alone. */
  containerdStore: boolean
}

/** Asks docker what builds here. Throws a UserError when there is no docker, no buildx, no engine, or one too old. */
export async function inspectBuilder(docker: Docker, name: string | undefined): Promise<Builder> {
  const ask = (args: string[]): Promise<DockerOutcome> => docker.run({ args, deadlineMs: answerDeadlineMs })
  const [info, inspected] = await Promise.all([
    ask(['info', '--format', infoFormat]),
    ask(['buildx', 'inspect', ...(name === undefined ? [] : [name])]),
  ])
  const buildxVersion = readBuildxVersion(info)
  await docker.skipClient(info.kind === 'exited' ? /^\S+ ([^\t\n]+)/.exec(info.stdout)?.[1] : undefined)
  const text = readAnswer(inspected, name)
  const driver = /^Driver:[ \t]*(\S+)/m.exec(text)?.[1] ?? 'docker'
  const containerdStore = info.kind === 'exited' && info.stdout.includes('io.containerd.snapshotter')
  const builder = {
    name: /^Name:[ \t]*(\S+)/m.exec(text)?.[1] ?? name ?? 'default',
    driver,
    buildxVersion,
    engine: readEngine(driver, text, info),
    platforms: [...text.matchAll(/^Platforms:[ \t]*(.+)$/gm)]
      .flatMap(([, list = '']) => list.split(','))
      // Those that the user gave a node are marked with `*`.
      .map((platform) => platform.trim().replace(/\*$/, ''))
      .filter((platform) => platform !== ''),
    containerdStore,
  }
  if (driver === 'docker') readAnswer(info, name)
  return builder
}

/** Whether it writes OCI layouts and caches: all do but a Docker engine with its legacy image store. */
export function writesLayouts({
  driver,
  containerdStore,
}: Pick<Builder, 'driver' | 'containerdStore'>): boolean {
  return driver !== 'docker' || containerdStore
}

function readEngine(driver: string, inspected: string, info: DockerOutcome): string {
  const docker = info.kind === 'exited' ? /\t(\S+)/.exec(info.stdout)?.[1] : undefined
  if (driver === 'docker') return `Docker ${docker ?? 'of an unknown version'}`
  const buildkit = /^BuildKit version:[ \t]*(\S+)/m.exec(inspected)?.[1]
  return `BuildKit ${buildkit ?? 'of an unknown version'}`
}

/** The client lists its plugins with their versions, which saves the start of one. */
function readBuildxVersion(info: DockerOutcome): string {
  const wanted = `buildx ${minimumBuildx.join('.')} or newer`
  const hint = `Install ${wanted} (the package docker-buildx-plugin or docker-buildx; on a runner docker/setup-buildx-action).`
  if (info.kind === 'not-found') {
    throw new UserError(
      'No Docker',
      `The command docker was not found in PATH. Install Docker with ${wanted}.`,
    )
  }
  if (info.kind !== 'exited') throw noAnswer()
  const [, version, major, minor] = /^v?((\d+)\.(\d+)\S*)/.exec(info.stdout) ?? []
  if (version === undefined) {
    const message = `The command docker has no plugin buildx that starts, and buildx is what builds images. ${hint}`
    throw new UserError('Docker has no buildx', message)
  }
  const isNewEnough = Number(major) > minimumBuildx[0] || Number(minor) >= minimumBuildx[1]
  if (!isNewEnough) throw new UserError('buildx is too old', `This is buildx ${version}. ${hint}`)
  return version
}

function readAnswer(outcome: DockerOutcome, name: string | undefined): string {
  if (isDone(outcome)) return outcome.stdout
  if (outcome.kind === 'timed-out') throw noAnswer()
  const said = whyNot(outcome)
  if (name !== undefined && /no builder/i.test(said)) {
    throw new UserError('No such builder', `builder: ${said}. docker buildx ls lists those that are there.`)
  }
  throw new UserError(
    'No Docker engine',
    `${said}\nStart the Docker engine, or point DOCKER_HOST at one that runs.`,
  )
}

function noAnswer(): UserError {
  const message = `docker gave no answer within ${answerDeadlineMs / 1000} s. Restart its engine.`
  return new UserError('Docker does not answer', message)
}

const deadlineMs = 10_000

/** Where the Docker engine is, as a value for DOCKER_HOST; the context is known to the docker command alone. Undefined where it does not tell. */
export async function askEngineAddress(docker: Docker): Promise<string | undefined> {
  const args = ['context', 'inspect', '--format', '{{.Endpoints.docker.Host}}']
  return (await docker.ask(args, deadlineMs))?.trim()
}

/** The builder that the input `builder` names; undefined where it leaves the choice to this program. */
export function nameOfBuilder(written: string): string | undefined {
  const name = written.trim()
  return name === '' || name === 'auto' ? undefined : name
}

/** The builder as a workflow writes it: in `inputs`, else as an input of its own. What is wrong with `inputs` is reported where all are read. */
export function writtenBuilder(env: NodeJS.ProcessEnv): string {
  try {
    const { builder } = JSON.parse(env['INPUT_INPUTS'] ?? '{}') as { builder?: unknown }
    if (typeof builder === 'string') return builder
  } catch {
    // No JSON: there is no builder in it.
  }
  return env['INPUT_BUILDER'] ?? ''
}
