/**
 * docker/build-push-action's own published dist, run as the runner would: what people who test and build in containers use today.
 * BUILD_PUSH_ACTION_DIST names the folder dist/ of a checkout of it.
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runStep, stepEnvironment } from './step.mjs'

/** What the runner fills in from its action.yml. */
const defaults = {
  ...{ context: '.', 'github-token': '' },
  ...{ load: 'false', 'no-cache': 'false', pull: 'false', push: 'false' },
}

/**
 * Gives what runs it once with these inputs, as it is by default, with its job summary; undefined where nobody says where it is.
 * Only the upload of its build record is off, which needs GitHub. `isBare` leaves out the summary, too.
 * @param {string} node @param {NodeJS.ProcessEnv} env @param {string} workspace
 */
export async function buildPushAction(node, env, workspace) {
  const dist = process.env['BUILD_PUSH_ACTION_DIST']
  if (dist === undefined) return undefined
  const program = join(dist, (await readdir(dist)).find((name) => /^index\.c?js$/.test(name)) ?? 'index.js')
  const action = { main: program, post: program }
  const step = await stepEnvironment(workspace)
  /** @param {Record<string, string>} inputs @param {{ isBare?: boolean }} [options] */
  return (inputs, { isBare = false } = {}) => {
    const choice = { DOCKER_BUILD_SUMMARY: String(!isBare), DOCKER_BUILD_RECORD_UPLOAD: 'false' }
    return runStep(node, action, { ...env, ...step, ...choice }, { ...defaults, ...inputs })
  }
}
