import { spawn } from 'node:child_process'

/**
 * @typedef {object} CommandOptions
 * @property {NodeJS.ProcessEnv} [env] the whole environment of the child; this process's own when absent
 * @property {string} [cwd] where the child runs
 * @property {string} [input] text for its stdin, which is empty when absent
 * @property {number} [timeoutMs] after so long it gets SIGTERM, and SIGKILL 2 s later
 * @property {number} [firstOutputMs] the same, when it has printed nothing until then
 */

/**
 * @typedef {object} CommandResult
 * @property {number | null} exitCode null when a signal ended the command or it could not be started
 * @property {string} stdout
 * @property {string} stderr
 * @property {string | null} trouble one line that says why it is not a success; null for exit code 0
 */

/**
 * Runs a command without a shell and collects its output; a failure, a missing program and a passed deadline are data.
 * @param {readonly [string, ...string[]]} argv
 * @param {CommandOptions} [options]
 * @returns {Promise<CommandResult>}
 */
export function tryCommand(argv, options = {}) {
  const [file, ...args] = argv
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      env: options.env ?? process.env,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    /** @type {string | null} */
    let trouble = null
    /** @type {NodeJS.Timeout[]} */
    const timers = []
    const abandon = () => {
      child.kill('SIGKILL')
      // A grandchild may live on and hold these open; its output is no longer waited for.
      child.stdout.destroy()
      child.stderr.destroy()
    }
    const deadline = (
      /** @type {number} */ ms,
      /** @type {string} */ reason,
      /** @type {() => boolean} */ applies,
    ) => {
      timers.push(
        setTimeout(() => {
          if (!applies()) return
          trouble = reason
          child.kill('SIGTERM')
          timers.push(setTimeout(abandon, 2_000))
        }, ms),
      )
    }
    if (options.timeoutMs !== undefined) {
      deadline(options.timeoutMs, `not done after ${String(options.timeoutMs / 1000)} s`, () => true)
    }
    if (options.firstOutputMs !== undefined) {
      const reason = `no answer for ${String(options.firstOutputMs / 1000)} s`
      deadline(options.firstOutputMs, reason, () => stdout === '' && stderr === '')
    }
    const settle = (/** @type {number | null} */ exitCode, /** @type {string | null} */ reason) => {
      timers.forEach(clearTimeout)
      resolve({ exitCode, stdout, stderr, trouble: reason })
    }
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => (stderr += text))
    // A child that ends before it has read its input is judged by its exit code, not by EPIPE.
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input ?? '')
    child.on('error', (error) => {
      settle(null, error.message)
    })
    child.on('close', (exitCode, signal) => {
      settle(
        exitCode,
        trouble ?? (exitCode === 0 ? null : (lastLine(stderr) ?? `ended with ${String(signal ?? exitCode)}`)),
      )
    })
  })
}

/**
 * Runs a command without a shell and gives its stdout; throws with the command, the reason and the last 20 lines of its
 * stderr when it does not end with exit code 0.
 * @param {readonly [string, ...string[]]} argv
 * @param {CommandOptions} [options]
 * @returns {Promise<string>}
 */
export async function runCommand(argv, options = {}) {
  const result = await tryCommand(argv, options)
  if (result.trouble === null) return result.stdout
  const tail = result.stderr.trimEnd().split('\n').slice(-20).join('\n')
  throw new Error(`\`${argv.join(' ')}\` failed: ${result.trouble}${tail === '' ? '' : `\n${tail}`}`)
}

/**
 * @param {string} text
 * @returns {string | undefined}
 */
function lastLine(text) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .findLast((line) => line !== '')
}
