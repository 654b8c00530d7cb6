/** The shipped action, run as the runner would, with a stand-in of the Actions cache on this machine. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runStep, stepEnvironment } from './step.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
/**
 * Gives what runs it once with these inputs, and what stops the cache service.
 * @param {string} node @param {NodeJS.ProcessEnv} env @param {string} workspace
 * @param {string} [dist] another build of it @param {string} [address] where its cache service listens
 */
export async function startOurAction(node, env, workspace, dist = join(root, 'dist'), address) {
  const action = { main: join(dist, 'action/index.js'), post: join(dist, 'post/index.js') }
  const service = await startActionsCache(node, address)
  const step = await stepEnvironment(workspace)
  return {
    /** @param {Record<string, string>} inputs */
    run: (inputs) => runStep(node, action, { ...env, ...step, ...service.env }, { context: '.', ...inputs }),
    stop: service.stop,
  }
}

/**
 * Starts a stand-in of the Actions cache, and gives the variables by which a step finds it.
 * @param {string} node @param {string} [address] where it listens
 */
export async function startActionsCache(node, address = '127.0.0.1') {
  const service = spawn(node, ['--no-warnings', join(root, 'bench/cache-service.mjs'), address], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface(service.stdout), 'line')
  const { url, token } = /** @type {{ url: string, token: string }} */ (JSON.parse(String(line)))
  return {
    env: { ACTIONS_RESULTS_URL: url, ACTIONS_RUNTIME_TOKEN: token, ACTIONS_CACHE_SERVICE_V2: 'True' },
    stop: () => void service.kill(),
  }
}
