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
 * @param {string} [dist] another build of it
 */
export async function startOurAction(node, env, workspace, dist = join(root, 'dist')) {
  const action = { main: join(dist, 'action/index.js'), post: join(dist, 'post/index.js') }
  const service = spawn(node, [join(root, 'bench/cache-service.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface(service.stdout), 'line')
  const { url, token } = /** @type {{ url: string, token: string }} */ (JSON.parse(String(line)))
  const cache = {
    ACTIONS_RESULTS_URL: url,
    ACTIONS_RUNTIME_TOKEN: token,
    ACTIONS_CACHE_SERVICE_V2: 'True',
  }
  const step = await stepEnvironment(workspace)
  return {
    /** @param {Record<string, string>} inputs */
    run: (inputs) => runStep(node, action, { ...env, ...step, ...cache }, { context: '.', ...inputs }),
    stop: () => void service.kill(),
  }
}
