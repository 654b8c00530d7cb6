/**
 * docker/build-push-action's own published dist, run as the runner would: what people who test and build in containers use today.
 * BUILD_PUSH_ACTION_DIST names the folder dist/ of a checkout of it.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
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
  return {
    GITHUB_ACTIONS: 'true',
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

/**
 * Gives what runs it once with these inputs; undefined where nobody says where it is. Its records and summaries are off, since
 * they need GitHub.
 * @param {string} node @param {NodeJS.ProcessEnv} env @param {string} workspace
 */
export async function buildPushAction(node, env, workspace) {
  const dist = process.env['BUILD_PUSH_ACTION_DIST']
  if (dist === undefined) return undefined
  const program = join(dist, (await readdir(dist)).find((name) => /^index\.c?js$/.test(name)) ?? 'index.js')
  const step = await stepEnvironment(workspace)
  const off = { DOCKER_BUILD_SUMMARY: 'false', DOCKER_BUILD_RECORD_UPLOAD: 'false' }
  /** @param {Record<string, string>} inputs */
  return async (inputs) => {
    const variables = inputVariables({ ...defaults, ...inputs })
    await run(node, [program], { cwd: workspace, env: { ...env, ...step, ...off, ...variables } })
  }
}
