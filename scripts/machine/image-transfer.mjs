import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Copies images from one engine to another, `docker save` into `docker load` without a file between; throws with the words
 * of the one that failed.
 * @param {{ docker: string, from: NodeJS.ProcessEnv, to: NodeJS.ProcessEnv, references: readonly string[] }} options
 * @returns {Promise<void>}
 */
export async function transferImages({ docker, from, to, references }) {
  const save = spawn(docker, ['image', 'save', ...references], {
    env: from,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const load = spawn(docker, ['image', 'load', '--quiet'], { env: to, stdio: ['pipe', 'ignore', 'pipe'] })
  // A load that gives up stops reading, and a save that can't write waits for ever, deaf to SIGTERM.
  load.stdin.on('error', () => undefined)
  load.once('close', (code) => {
    if (code !== 0) save.kill('SIGKILL')
  })
  save.stdout.on('error', () => undefined).pipe(load.stdin)
  const troubles = await Promise.all([
    readTrouble('docker image load', load),
    readTrouble('docker image save', save),
  ])
  const said = troubles.filter((trouble) => trouble !== null)
  if (said.length > 0) throw new Error(`Images ${references.join(', ')} were not copied: ${said.join('; ')}`)
}

/**
 * @param {string} what
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string | null>} null when it ends well
 */
async function readTrouble(what, child) {
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (stderr += text))
  try {
    const [code, signal] = await once(child, 'close')
    return code === 0
      ? null
      : `${what} ended with ${String(signal ?? code)}${stderr === '' ? '' : `: ${stderr.trim()}`}`
  } catch (error) {
    return `${what} did not start: ${error instanceof Error ? error.message : String(error)}`
  }
}
