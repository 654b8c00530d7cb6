import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const POLL_MS = 250

/**
 * Runs the work while no other process of this user on this Linux machine holds the lock of that name; throws when it is
 * not free within the deadline.
 * @template T
 * @param {string} name
 * @param {{ log: (line: string) => void, deadlineMs?: number }} options
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, options, work) {
  const release = await acquireLock(name, options)
  try {
    return await work()
  } finally {
    release()
  }
}

/**
 * Takes the lock of that name and gives the function that releases it; it is free too when this process ends, however it
 * ends. Throws when it is not free within the deadline.
 * @param {string} name
 * @param {{ log: (line: string) => void, deadlineMs?: number }} options
 * @returns {Promise<() => void>}
 */
export async function acquireLock(name, { log, deadlineMs = 10 * 60_000 }) {
  // An abstract socket instead of a folder: the kernel frees it when its owner dies, so no lock is ever stale.
  const address = `\0dotnet-container/${String(process.getuid?.())}/${name}`
  const start = Date.now()
  let isAnnounced = false
  let server = await tryListen(address)
  while (server === null) {
    if (Date.now() - start >= deadlineMs) {
      throw new Error(
        `"${name}" is in use by another process, after ${String(deadlineMs / 1000)} s still. Find it with ` +
          '`ss --listening --unix --processes` (address @dotnet-container/…), stop it and try again.',
      )
    }
    if (!isAnnounced) log(`Another process is busy with "${name}": waiting for it.`)
    isAnnounced = true
    await sleep(POLL_MS)
    server = await tryListen(address)
  }
  server.unref()
  const held = server
  return () => held.close()
}

/**
 * @param {string} address
 * @returns {Promise<import('node:net').Server | null>} null when somebody else listens there
 */
function tryListen(address) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(null)
      else reject(error)
    })
    server.listen(address, () => {
      resolve(server)
    })
  })
}
