/**
 * docker/build-push-action's own published dist, run as the runner would: what people who test and build in containers use today.
 * BUILD_PUSH_ACTION_DIST names the folder dist/ of a checkout of it.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What the runner fills in from its action.yml. */
const defaults = {
  ...{ context: '.', 'github-token': '' },
  ...{ load: 'false', 'no-cache': 'false', pull: 'false', push: 'false' },
}

/** The variables that each step of a workflow has; its temporary files lie beside the workspace. @param {string} workspace */
export async function stepEnvironment(workspace) {
  const temp = await mkdtemp(join(dirname(workspace), 'step-'))
  const event = join(temp, 'event.json')
  await writeFile(event, '{}')
  const files = {
    GITHUB_ENV: join(temp, 'env'),
    GITHUB_OUTPUT: join(temp, 'output'),
    GITHUB_PATH: join(temp, 'path'),
    GITHUB_STATE: join(temp, 'state'),
    GITHUB_STEP_SUMMARY: join(temp, 'summary.md'),
  }
  for (const file of Object.values(files)) await writeFile(file, '')
  return {
    ...files,
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_PATH: event,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_JOB: 'build',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0'.repeat(40),
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
  }
}

/** @param {Record<string, string>} inputs */
export function inputVariables(inputs) {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  )
}

/** What a step left for the end of its job, as the variables that its post step has. @param {string} text of GITHUB_STATE */
function stateVariables(text) {
  const saved = text.matchAll(/^(.+)<<(ghadelimiter_\S+)\n([\s\S]*?)\n\2$/gm)
  return Object.fromEntries([...saved].map(([, name, , value]) => [`STATE_${name ?? ''}`, value]))
}

/**
 * Gives what runs it once with these inputs, the step and its post step; undefined where nobody says where it is. `isBare` leaves
 * out its job summary, and with it the end of its work; its build records can't be uploaded here, since that needs GitHub.
 * @param {string} node @param {NodeJS.ProcessEnv} env @param {string} workspace
 */
export async function buildPushAction(node, env, workspace) {
  const dist = process.env['BUILD_PUSH_ACTION_DIST']
  if (dist === undefined) return undefined
  const program = join(dist, (await readdir(dist)).find((name) => /^index\.c?js$/.test(name)) ?? 'index.js')
  const step = await stepEnvironment(workspace)
  /** @param {Record<string, string>} inputs @param {{ isBare?: boolean }} [options] */
  return async (inputs, { isBare = false } = {}) => {
    const choice = { DOCKER_BUILD_SUMMARY: String(!isBare), DOCKER_BUILD_RECORD_UPLOAD: 'false' }
    const all = { ...env, ...step, ...choice, ...inputVariables({ ...defaults, ...inputs }) }
    await writeFile(step.GITHUB_STATE, '')
    await run(node, [program], { cwd: workspace, env: all })
    const state = stateVariables(await readFile(step.GITHUB_STATE, 'utf8'))
    await run(node, [program], { cwd: workspace, env: { ...all, ...state } })
  }
}
