import { spawn } from 'node:child_process'
import { open, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { tryCommand } from './command.mjs'
import { findProgram, probeEngine } from './docker-client.mjs'
import { writeEngineConfigs } from './engine-configs.mjs'
import { createEngineNetwork } from './engine-network.mjs'
import { endsWithParent } from './ends-with-parent.mjs'
import { removeEngineRemains } from './engine-remains.mjs'
import { transferImages } from './image-transfer.mjs'
import { canInstallPackages, readLinuxRelease } from './linux-release.mjs'
import { acquireLock } from './lock.mjs'
import { installPackages } from './packages.mjs'
import { pruneEngine } from './prune-engine.mjs'

const START_DEADLINE_MS = 60_000
const STOP_DEADLINE_MS = 5_000
const NAME_DEADLINE_MS = 10_000

/**
 * @typedef {object} ThrowawayEngine
 * @property {string} host a value for DOCKER_HOST
 * @property {NodeJS.ProcessEnv} env this process's environment, with that DOCKER_HOST
 * @property {string} gateway the address of this machine that the engine and its RUN steps reach
 * @property {string} address the engine's own address, as this machine sees it
 * @property {number} pid of its dockerd
 * @property {string} logFile of its dockerd
 * @property {(from: NodeJS.ProcessEnv, references: readonly string[]) => Promise<void>} loadImages copies images from
 *   the engine that `docker` means in the environment `from`
 * @property {() => Promise<void>} prune removes containers, volumes, the build cache, and all images that `loadImages`
 *   did not bring
 * @property {() => Promise<void>} stop ends it and leaves no process, mount, namespace or file; a second call does nothing
 */

/**
 * Starts a second Docker engine with a containerd, a network namespace and a folder of its own (Linux, as root), to kill, to
 * fill or to empty. What a crashed run of the same name left is removed first. Plain HTTP is allowed for registries on the
 * gateways of all such engines.
 * @param {{
 *   name: string,
 *   containerdStore?: boolean,
 *   dataRootSizeMb?: number,
 *   docker?: string,
 * }} options name: at most 20 of a-z, 0-9 and -; containerdStore false: the legacy image store; dataRootSizeMb: keeps images,
 *   containers and build cache on a tmpfs of that many MiB
 * @returns {Promise<ThrowawayEngine & AsyncDisposable>} `await using` stops it too
 */
export async function startThrowawayEngine({
  name,
  containerdStore = true,
  dataRootSizeMb,
  docker = 'docker',
}) {
  if (!/^[a-z0-9][a-z0-9-]{0,19}$/.test(name)) {
    throw new Error(`"${name}" can't name an engine: use at most 20 of a-z, 0-9 and -, not - first.`)
  }
  const programs = await findPrograms()
  const noLog = () => undefined
  const releaseName = await acquireLock(`engine-${name}`, { log: noLog, deadlineMs: NAME_DEADLINE_MS })
  const folder = join(tmpdir(), `dotnet-container-engine-${name}`)
  const host = `unix://${join(folder, 'docker.sock')}`
  const env = environmentFor(host)
  /** @type {import('node:child_process').ChildProcess[]} in the order of their start */
  const daemons = []
  const stopOnce = async () => {
    if (daemons.length > 0) await killContainers(docker, env)
    for (const daemon of [...daemons].reverse()) await terminate(daemon)
    await removeEngineRemains({ name, folder })
    releaseName()
  }
  /** @type {Promise<void> | null} */
  let stopping = null
  const stop = () => (stopping ??= stopOnce())
  try {
    await removeEngineRemains({ name, folder })
    const network = await createEngineNetwork(name)
    const configs = await writeEngineConfigs({ folder, host, containerdStore, dataRootSizeMb })
    const place = { namespace: network.namespace, folder }
    daemons.push(await startDaemon(place, programs.containerd, ['--config', configs.containerd]))
    const dockerd = await startDaemon(place, programs.dockerd, [`--config-file=${configs.dockerd}`])
    daemons.push(dockerd)
    const logFile = join(folder, 'dockerd.log')
    await waitForAnswer({ docker, env, dockerd, logFile })
    /** @type {Set<string>} */
    const brought = new Set()
    return {
      host,
      env,
      gateway: network.gateway,
      address: network.address,
      pid: dockerd.pid ?? 0,
      logFile,
      async loadImages(from, references) {
        await transferImages({ docker, from, to: env, references })
        references.forEach((reference) => brought.add(reference))
      },
      prune: () => pruneEngine(docker, env, brought),
      stop,
      [Symbol.asyncDispose]: stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * @param {string} host
 * @returns {NodeJS.ProcessEnv}
 */
function environmentFor(host) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, DOCKER_HOST: host }
  // Either would lead away from that host.
  delete env['DOCKER_CONTEXT']
  delete env['BUILDX_BUILDER']
  return env
}

/** @returns {Promise<{ dockerd: string, containerd: string }>} */
async function findPrograms() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Error(
      'A throw-away Docker engine needs Linux and root: run this as root, or on another machine.',
    )
  }
  if (canInstallPackages(await readLinuxRelease())) await installPackages(['iptables', 'iproute2', 'procps'])
  const [dockerd, containerd] = [await findProgram('dockerd'), await findProgram('containerd')]
  if (dockerd === null || containerd === null) {
    throw new Error(
      'There is no dockerd or no containerd in PATH. `node scripts/machine/prepare.mjs` installs them.',
    )
  }
  return { dockerd, containerd }
}

/**
 * @param {{ namespace: string, folder: string }} place
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<import('node:child_process').ChildProcess>}
 */
async function startDaemon({ namespace, folder }, program, args) {
  const output = await open(join(folder, `${basename(program)}.log`), 'a')
  // Not `ip netns exec`: that hides the control groups, which a container needs.
  const inNamespace = ['nsenter', `--net=/run/netns/${namespace}`]
  const [file, ...rest] = endsWithParent([...inNamespace, program, ...args])
  const child = spawn(file, rest, {
    cwd: '/',
    detached: true,
    env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` },
    stdio: ['ignore', output.fd, output.fd],
  })
  await output.close()
  child.on('error', () => undefined)
  child.unref()
  return child
}

/**
 * @param {{
 *   docker: string,
 *   env: NodeJS.ProcessEnv,
 *   dockerd: import('node:child_process').ChildProcess,
 *   logFile: string,
 * }} options
 * @returns {Promise<void>}
 */
async function waitForAnswer({ docker, env, dockerd, logFile }) {
  const start = Date.now()
  for (;;) {
    const trouble = await probeEngine(docker, env)
    if (trouble === null) return
    if (hasEnded(dockerd) || Date.now() - start > START_DEADLINE_MS) {
      const tail = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-15).join('\n')
      throw new Error(
        `The throw-away engine does not answer ${docker}: ${trouble}. The end of its log:\n${tail}`,
      )
    }
    await sleep(100)
  }
}

/**
 * @param {string} docker
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>}
 */
async function killContainers(docker, env) {
  // dockerd itself would grant each of them 10 s, and a shim that is killed leaves its socket in /run/containerd.
  const list = await tryCommand([docker, 'container', 'ls', '--quiet'], { env, timeoutMs: STOP_DEADLINE_MS })
  const containers = list.stdout.split('\n').filter((line) => line !== '')
  if (containers.length === 0) return
  await tryCommand([docker, 'container', 'kill', ...containers], { env, timeoutMs: STOP_DEADLINE_MS })
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<void>}
 */
async function terminate(child) {
  child.kill('SIGTERM')
  const start = Date.now()
  while (!hasEnded(child) && Date.now() - start < STOP_DEADLINE_MS) await sleep(50)
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {boolean}
 */
function hasEnded(child) {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}
