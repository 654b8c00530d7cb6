import { constants } from 'node:fs'
import { access, mkdir, readlink, realpath, rename, symlink } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { tryCommand } from './command.mjs'

const ANSWER_MS = 20_000
const FILE_NAME = process.platform === 'win32' ? 'docker.exe' : 'docker'

/**
 * @typedef {object} DockerClient
 * @property {string} dockerPath
 * @property {boolean} isFirstInPath whether a bare `docker` already means this one
 * @property {string | null} buildxTrouble why `docker buildx version` fails; null when it answers
 * @property {string | null} engineTrouble why `docker version` fails; null when an engine answers
 */

/**
 * Asks every docker of PATH, in its order, whether it has buildx and reaches an engine; ends with the first that does both.
 * @returns {Promise<DockerClient[]>}
 */
export async function probeDockerClients() {
  /** @type {DockerClient[]} */
  const clients = []
  const seen = new Set()
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const dockerPath = join(folder, FILE_NAME)
    if (folder === '' || !(await isExecutable(dockerPath))) continue
    const target = await realpath(dockerPath)
    if (seen.has(target)) continue
    seen.add(target)
    const client = {
      dockerPath,
      isFirstInPath: clients.length === 0,
      buildxTrouble: (await tryCommand([dockerPath, 'buildx', 'version'], { timeoutMs: ANSWER_MS })).trouble,
      engineTrouble: await probeEngine(dockerPath),
    }
    clients.push(client)
    if (isComplete(client)) break
  }
  return clients
}

/**
 * Whether the client has buildx and an engine that answers.
 * @param {DockerClient} client
 * @returns {boolean}
 */
export function isComplete(client) {
  return client.buildxTrouble === null && client.engineTrouble === null
}

/**
 * Why the client's engine does not answer `docker version`; null when it does.
 * @param {string} dockerPath
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string | null>}
 */
export async function probeEngine(dockerPath, env = process.env) {
  return (await tryCommand([dockerPath, 'version'], { env, timeoutMs: ANSWER_MS })).trouble
}

/**
 * A PATH in which a bare `docker` means this client. It names a folder of our own with nothing but a link to the client, so
 * that no other program changes its place.
 * @param {DockerClient} client
 * @returns {Promise<string>}
 */
export async function pathWithClientFirst(client) {
  const path = process.env['PATH'] ?? ''
  if (client.isFirstInPath) return path
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'dotnet-container', 'bin')
  const link = join(folder, FILE_NAME)
  if ((await readlink(link).catch(() => null)) !== client.dockerPath) {
    await mkdir(folder, { recursive: true })
    const fresh = `${link}.${String(process.pid)}`
    await symlink(client.dockerPath, fresh)
    await rename(fresh, link)
  }
  return [folder, ...path.split(delimiter).filter((entry) => entry !== folder)].join(delimiter)
}

/**
 * The first program of that name in PATH or beside the system's own daemons; null when there is none.
 * @param {string} name
 * @returns {Promise<string | null>}
 */
export async function findProgram(name) {
  for (const folder of [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin']) {
    if (folder !== '' && (await isExecutable(join(folder, name)))) return join(folder, name)
  }
  return null
}

/**
 * @param {string} file
 * @returns {Promise<boolean>}
 */
async function isExecutable(file) {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}
