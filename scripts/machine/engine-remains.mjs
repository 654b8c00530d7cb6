import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runCommand, tryCommand } from './command.mjs'
import { deleteEngineNetwork, listNetworkProcesses } from './engine-network.mjs'

const KILL_DEADLINE_MS = 10_000

/**
 * Removes every trace of a throw-away engine: processes, mounts, namespace and folder. For the end of a run, and for what a
 * crashed one left.
 * @param {{ name: string, folder: string }} engine
 * @returns {Promise<void>}
 */
export async function removeEngineRemains({ name, folder }) {
  await killProcesses(name, folder)
  await removeShimSockets(folder)
  await unmountBelow(folder)
  await deleteEngineNetwork(name)
  await rm(folder, { recursive: true, force: true })
}

/**
 * @param {string} name
 * @param {string} folder
 * @returns {Promise<void>}
 */
async function killProcesses(name, folder) {
  const start = Date.now()
  for (;;) {
    const pids = await listEngineProcesses(name, folder)
    if (pids.length === 0) return
    if (Date.now() - start > KILL_DEADLINE_MS) {
      throw new Error(
        `The engine "${name}" left processes that SIGKILL does not end: ${pids.join(', ')}. Look at \`ps -fp\` of them.`,
      )
    }
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It has just ended.
      }
    }
    await sleep(50)
  }
}

/**
 * Those in the engine's namespace, their descendants, and containers that lost their parents: their root is a mount of the
 * engine's folder.
 * @param {string} name
 * @param {string} folder
 * @returns {Promise<number[]>}
 */
async function listEngineProcesses(name, folder) {
  const found = new Set(await listNetworkProcesses(name))
  const running = await listRunningProcesses()
  for (const { pid } of running) {
    if (await hasRootBelow(pid, folder)) found.add(pid)
  }
  let before = -1
  while (found.size !== before) {
    before = found.size
    for (const { pid, parent } of running) if (found.has(parent)) found.add(pid)
  }
  const alive = new Set(running.map(({ pid }) => pid))
  return [...found].filter((pid) => alive.has(pid))
}

/**
 * @returns {Promise<{ pid: number, parent: number }[]>} all but zombies
 */
async function listRunningProcesses() {
  const pids = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))
  const processes = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      // The command's name, in parentheses, may hold anything.
      const match = /^\d+ \(.*\) (\S) (\d+) /s.exec(stat)
      return match === null || match[1] === 'Z' ? [] : [{ pid: Number(pid), parent: Number(match[2]) }]
    }),
  )
  return processes.flat()
}

/**
 * @param {number} pid
 * @param {string} folder
 * @returns {Promise<boolean>}
 */
async function hasRootBelow(pid, folder) {
  const mounts = await readFile(`/proc/${String(pid)}/mountinfo`, 'utf8').catch(() => '')
  return mounts.split('\n').some((line) => line.split(' ')[4] === '/' && line.includes(`${folder}/`))
}

/**
 * @param {string} folder
 * @returns {Promise<void>}
 */
async function unmountBelow(folder) {
  const mounts = (await readFile('/proc/self/mountinfo', 'utf8'))
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '')
    .filter((point) => point === folder || point.startsWith(`${folder}/`))
  for (const point of mounts.reverse()) {
    const { trouble } = await tryCommand(['umount', point])
    if (trouble !== null) await runCommand(['umount', '--lazy', point])
  }
}

/**
 * A shim's socket lies outside of the folder, and a killed shim leaves it there.
 * @param {string} folder
 * @returns {Promise<void>}
 */
async function removeShimSockets(folder) {
  const tasks = join(folder, 'containerd', 'io.containerd.runtime.v2.task')
  const entries = await readdir(tasks, { recursive: true }).catch(() => [])
  // containerd 2 writes the one, containerd 1 the other.
  for (const entry of entries.filter((path) => /^[^/]+\/[^/]+\/(bootstrap\.json|address)$/.test(path))) {
    const text = await readFile(join(tasks, entry), 'utf8').catch(() => '')
    const socket = /unix:\/\/(\/run\/containerd\/s\/[0-9a-f]+)/.exec(text)?.[1]
    if (socket !== undefined) await rm(socket, { force: true })
  }
}
