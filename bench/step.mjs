/** A step of a workflow and its post step at the end of the job, run as the runner does. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const commitAll = `set -e
[ -d .git ] || git init --quiet --initial-branch=main
git add --all
# Of several actions that run here the commit is the same: none measures for a commit that is not checked out.
git diff --quiet --cached HEAD 2>&- || git -c user.name=bench -c user.email=bench@example.com commit --quiet --message=bench
git rev-parse HEAD`

/**
 * The variables that each step of a workflow has, for a push to main of what is in the workspace, which becomes a Git repository;
 * temporary files lie beside it. @param {string} workspace
 */
export async function stepEnvironment(workspace) {
  const { stdout: commit } = await run('sh', ['-c', commitAll], { cwd: workspace })
  const temp = await mkdtemp(join(dirname(workspace), 'step-'))
  const event = join(temp, 'event.json')
  const push = { ref: 'refs/heads/main', before: '0'.repeat(40), forced: false }
  await writeFile(
    event,
    JSON.stringify({ ...push, repository: { full_name: 'acme/shop', default_branch: 'main' } }),
  )
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
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: commit.trim(),
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

/** What a step left for its post step. @param {string} text of GITHUB_STATE */
function stateVariables(text) {
  const saved = text.matchAll(/^(.+)<<(ghadelimiter_\S+)\n([\s\S]*?)\n\2$/gm)
  return Object.fromEntries([...saved].map(([, name, , value]) => [`STATE_${name ?? ''}`, value]))
}

let lastRun = 0

/**
 * Runs a step, then its post step; `env` has `stepEnvironment` in it. Gives what the step printed; rejects when one of them fails.
 * @param {string} node @param {{ main: string, post: string }} action
 * @param {NodeJS.ProcessEnv & { GITHUB_STATE: string, GITHUB_WORKSPACE: string }} env @param {Record<string, string>} inputs
 */
export async function runStep(node, { main, post }, env, inputs) {
  const all = { ...env, GITHUB_RUN_ID: String(++lastRun), ...inputVariables(inputs) }
  const options = { cwd: env.GITHUB_WORKSPACE, maxBuffer: 64 * 1024 * 1024 }
  await writeFile(env.GITHUB_STATE, '')
  const { stdout } = await run(node, [main], { ...options, env: all })
  const state = stateVariables(await readFile(env.GITHUB_STATE, 'utf8'))
  await run(node, [post], { ...options, env: { ...all, ...state } })
  return stdout
}
