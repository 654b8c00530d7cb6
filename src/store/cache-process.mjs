/**
 * The program that talks to the Actions cache: `@actions/cache` in a process of its own, because nothing else can stop
 * it. A hung service holds it for minutes, it prints workflow commands, and it works in GITHUB_WORKSPACE; here that is
 * a private folder, its prints become messages, and whoever started it can kill it. Plain JavaScript, so that node runs
 * it from the source as well as from the bundle.
 */
import childProcess from 'node:child_process'
import { syncBuiltinESMExports } from 'node:module'
import { restoreCache, saveCache } from '@actions/cache'

/** @typedef {import('./cache-client.ts').CacheRequest} CacheRequest */
/** @typedef {import('./cache-client.ts').CacheMessage} CacheMessage */

/** @param {CacheMessage} message */
const send = (message) => process.send?.(message)

/** @param {CacheRequest} request @returns {Promise<CacheMessage>} */
async function answer(request) {
  try {
    process.chdir(request.place.workspace)
    process.env['GITHUB_WORKSPACE'] = request.place.workspace
    process.env['RUNNER_TEMP'] = request.place.archives
    if (request.kind === 'save') {
      return { kind: 'saved', done: (await saveCache([request.path], request.key)) !== -1 }
    }
    const [first = '', ...others] = request.keys
    const key = await restoreCache([request.path], first, others)
    return { kind: 'restored', key: key ?? null }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

// `@actions/cache` extracts with `tar -P`, with which an archive can write to any absolute path and through its own
// links. Without -P tar keeps to its folder.
const { spawn } = childProcess
childProcess.spawn = /** @type {typeof spawn} */ (
  /** @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} options */
  (command, args, options) =>
    spawn(command, args.includes('-xf') ? args.filter((argument) => argument !== '-P') : args, options)
)
syncBuiltinESMExports()

process.stdout.write = (/** @type {string | Uint8Array} */ chunk) => {
  send({ kind: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString() })
  return true
}

process.on('disconnect', () => process.exit(1))
process.on('message', (/** @type {CacheRequest} */ request) => void answer(request).then(send))
