import { spawn } from 'node:child_process'
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { tryCommand } from './command.mjs'
import { findProgram } from './docker-client.mjs'
import { endsWithParent } from './ends-with-parent.mjs'
import { canInstallPackages, readLinuxRelease } from './linux-release.mjs'
import { installPackages } from './packages.mjs'

const PROGRAM = 'docker-registry'
const START_DEADLINE_MS = 15_000
const STOP_DEADLINE_MS = 5_000

/**
 * @typedef {object} Registry
 * @property {string} address host:port, as in an image reference
 * @property {() => Promise<void>} stop ends it and removes all that it stored; a second call does nothing
 */

/**
 * Installs the registry server (Debian package docker-registry) when it is missing, and gives its path.
 * @returns {Promise<string>}
 */
export async function ensureRegistryProgram() {
  const found = await findProgram(PROGRAM)
  if (found !== null) return found
  if (!canInstallPackages(await readLinuxRelease())) {
    throw new Error(
      `There is no ${PROGRAM} in PATH. Install it (https://distribution.github.io/distribution/) and try again; ` +
        'on Debian and Ubuntu, as root, it is installed for you.',
    )
  }
  await installPackages([PROGRAM])
  // The package starts a service on port 5000 where an init system runs; nobody asked for that one.
  const hasSystemd = await access('/run/systemd/system').then(
    () => true,
    () => false,
  )
  if (hasSystemd) await tryCommand(['systemctl', 'disable', '--now', PROGRAM], { timeoutMs: 30_000 })
  const installed = await findProgram(PROGRAM)
  if (installed === null)
    throw new Error(`The package ${PROGRAM} is installed, but its program is not in PATH.`)
  return installed
}

/**
 * Starts a real registry, without TLS and with deletes allowed, that keeps everything in a temporary folder. Port 0 takes a
 * free one.
 * @param {{ port?: number, address?: string }} [options] address: the IPv4 address to listen on
 * @returns {Promise<Registry & AsyncDisposable>} `await using` stops it too
 */
export async function startRegistry({ port = 0, address = '127.0.0.1' } = {}) {
  const program = await ensureRegistryProgram()
  const folder = await mkdtemp(join(tmpdir(), 'dotnet-container-registry-'))
  const config = {
    version: 0.1,
    log: { level: 'info', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(folder, 'data') }, delete: { enabled: true } },
    // A layer that is not distributable says where else it is.
    validation: { manifests: { urls: { allow: ['^http://'] } } },
    http: { addr: `${address}:${String(port)}` },
  }
  const configFile = join(folder, 'config.yml')
  await writeFile(configFile, JSON.stringify(config))
  const [file, ...args] = endsWithParent([program, 'serve', configFile])
  const child = spawn(file, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const closed = new Promise((resolve) => child.once('close', resolve))
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  const kill = (/** @type {NodeJS.Signals} */ signal) => {
    try {
      if (child.pid !== undefined && !hasEnded()) process.kill(-child.pid, signal)
    } catch {
      // It has just ended.
    }
  }
  const stop = async () => {
    kill('SIGTERM')
    const timer = setTimeout(kill, STOP_DEADLINE_MS, 'SIGKILL')
    await closed
    clearTimeout(timer)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const listening = await readListeningAddress(child)
    // A test runner that forgets to stop it must still be able to end.
    const stderr = /** @type {import('node:net').Socket} */ (child.stderr)
    stderr.unref()
    child.unref()
    return { address: listening, stop, [Symbol.asyncDispose]: stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, null, import('node:stream').Readable>} child
 * @returns {Promise<string>} host:port
 */
function readListeningAddress(child) {
  return new Promise((resolve, reject) => {
    let last = '(it printed nothing)'
    const fail = (/** @type {string} */ reason) => {
      reject(new Error(`${child.spawnargs.join(' ')} ${reason}: ${last}`))
    }
    const timer = setTimeout(
      fail,
      START_DEADLINE_MS,
      `did not listen within ${String(START_DEADLINE_MS / 1000)} s`,
    )
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.once('close', () => {
      clearTimeout(timer)
      fail('ended')
    })
    // Read to the end: a full pipe would stop the registry.
    createInterface(child.stderr).on('line', (line) => {
      last = line
      const match = /msg="listening on ([^\s",]+)/.exec(line)
      if (match?.[1] === undefined) return
      clearTimeout(timer)
      resolve(match[1])
    })
  })
}
