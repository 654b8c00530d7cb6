import { spawn } from 'node:child_process'
import { access, open, readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { runCommand } from './command.mjs'
import {
  findProgram,
  isComplete,
  pathWithClientFirst,
  probeDockerClients,
  probeEngine,
} from './docker-client.mjs'
import { installEnginePackages } from './engine-packages.mjs'
import { canInstallPackages, readLinuxRelease } from './linux-release.mjs'
import { withLock } from './lock.mjs'

const DAEMON_LOG = '/var/log/dockerd.log'
const START_DEADLINE_MS = 60_000

/**
 * @typedef {object} Engine
 * @property {string} dockerPath the client to use
 * @property {string} path a value for PATH in which a bare `docker` means that client
 */

/**
 * Finds a docker with buildx and a running engine, or installs and starts one (Debian and Ubuntu, as root). An engine that
 * it starts lives on after this process; elsewhere it throws with what to install.
 * @param {{ log: (line: string) => void }} options
 * @returns {Promise<Engine>}
 */
export async function ensureEngine({ log }) {
  const running = (await probeDockerClients()).find(isComplete)
  if (running !== undefined) return describeEngine(running)
  return withLock('engine', { log }, async () => {
    // Another process may have done all of it while this one waited.
    const clients = await probeDockerClients()
    const ready = clients.find(isComplete)
    if (ready !== undefined) return describeEngine(ready)
    await installWhatIsMissing(clients, log)
    return describeEngine(await startEngine(log))
  })
}

/**
 * @param {readonly import('./docker-client.mjs').DockerClient[]} clients
 * @param {(line: string) => void} log
 * @returns {Promise<void>}
 */
async function installWhatIsMissing(clients, log) {
  const release = await readLinuxRelease()
  const found =
    clients.length === 0
      ? 'there is no docker in PATH'
      : clients
          .map((client) => `${client.dockerPath}: ${String(client.buildxTrouble ?? client.engineTrouble)}`)
          .join('; ')
  const host = process.env['DOCKER_HOST']
  if (host !== undefined && host !== '') {
    throw new Error(
      `No Docker with buildx answers at DOCKER_HOST=${host} (${found}). Start it, or unset DOCKER_HOST.`,
    )
  }
  if (!canInstallPackages(release)) throw new Error(`${adviceFor(release, found)} What was found: ${found}.`)
  const hasBuildx = clients.some((client) => client.buildxTrouble === null)
  if (!hasBuildx || (await findProgram('dockerd')) === null) await installEnginePackages({ release, log })
}

/**
 * @param {import('./linux-release.mjs').LinuxRelease | null} release
 * @param {string} found what the clients answered
 * @returns {string} what to do on a machine where nothing can be installed
 */
function adviceFor(release, found) {
  if (/permission denied/i.test(found)) {
    return 'This user may not talk to the Docker engine: join the group docker (and log in again), or run this as root.'
  }
  if (process.platform !== 'linux') {
    return 'No Docker with buildx answers: install Docker Desktop (https://docs.docker.com/desktop/), start it and try again.'
  }
  const who = process.getuid?.() === 0 ? 'root' : `user ${String(process.getuid?.())}`
  return (
    'No Docker with buildx answers: install Docker Engine and its buildx plugin ' +
    '(https://docs.docker.com/engine/install/), start it and try again. On Debian and Ubuntu, as root, it is installed ' +
    `for you; this is ${release?.prettyName ?? 'an unknown Linux'} as ${who}.`
  )
}

/**
 * Starts the installed engine and waits until it answers.
 * @param {(line: string) => void} log
 * @returns {Promise<import('./docker-client.mjs').DockerClient>}
 */
async function startEngine(log) {
  const client = (await probeDockerClients()).find(({ buildxTrouble }) => buildxTrouble === null)
  if (client === undefined) {
    throw new Error('Docker was installed, but no docker in PATH has buildx. Is /usr/bin in PATH?')
  }
  // The packages start dockerd themselves where an init system runs.
  if (isComplete(client)) return client
  const startedAt = Date.now()
  const isRunning = await startDaemon(log)
  for (;;) {
    const trouble = await probeEngine(client.dockerPath)
    if (trouble === null) break
    if (!isRunning() || Date.now() - startedAt > START_DEADLINE_MS) {
      const tail = await readFile(DAEMON_LOG, 'utf8').then(
        (text) => text.trimEnd().split('\n').slice(-15).join('\n'),
        () => '(no log)',
      )
      throw new Error(
        `dockerd does not answer ${client.dockerPath}: ${trouble}. The end of ${DAEMON_LOG}:\n${tail}`,
      )
    }
    await sleep(250)
  }
  log(`The Docker engine answers after ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`)
  return { ...client, engineTrouble: null }
}

/**
 * @param {(line: string) => void} log
 * @returns {Promise<() => boolean>} says whether the daemon may still come up
 */
async function startDaemon(log) {
  const hasSystemd = await access('/run/systemd/system').then(
    () => true,
    () => false,
  )
  if (hasSystemd) {
    log('Starting Docker with `systemctl start docker`.')
    await runCommand(['systemctl', 'start', 'docker'], { timeoutMs: START_DEADLINE_MS })
    return () => true
  }
  const daemon = await findProgram('dockerd')
  if (daemon === null)
    throw new Error('There is no dockerd in PATH. Install the package docker.io and try again.')
  log(`Starting ${daemon}; its log is ${DAEMON_LOG}.`)
  const output = await open(DAEMON_LOG, 'a')
  // A session of its own, so that it survives this process and its terminal; iptables is in a sbin folder.
  const child = spawn(daemon, [], {
    cwd: '/',
    detached: true,
    env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` },
    stdio: ['ignore', output.fd, output.fd],
  })
  let isRunning = true
  child.on('error', () => (isRunning = false)).on('exit', () => (isRunning = false))
  child.unref()
  await output.close()
  return () => isRunning
}

/**
 * @param {import('./docker-client.mjs').DockerClient} client
 * @returns {Promise<Engine>}
 */
async function describeEngine(client) {
  return { dockerPath: client.dockerPath, path: await pathWithClientFirst(client) }
}
