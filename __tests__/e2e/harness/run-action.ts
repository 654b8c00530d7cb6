import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inputVariables, manifest, repository } from './action-manifest.ts'
import { removeLater } from './docker.ts'
import { parseEnvironmentFile } from './environment-file.ts'
import { pushTo, type WorkflowEvent } from './events.ts'
import type { ReportJson } from '../../../src/report/model/report-schema.ts'
import { parseReport } from './report.ts'
import { ProblemMatchers, type MatcherFile } from '../../stand-ins/problem-matchers.ts'
import { RunnerLines, StepLog, type Annotation } from '../../stand-ins/step-log.ts'
import { testFolder, type Workspace } from './workspace.ts'

/** A step of a workflow that uses this action. */
export interface ActionStep {
  workspace: Workspace
  /** Values for inputs of action.yml; `context` is the workspace's own unless it is given. */
  inputs?: Readonly<Record<string, string>>
  /** What triggered the run; a push to main by default. */
  event?: WorkflowEvent
  /** Where the Actions cache is, and a token for it; without it there is none. */
  cache?: { url: string; token: string }
  /** Where GitHub's API is, and the job's token for it; without it there is no token. */
  github?: { url: string; token: string }
  /** The action's file and entry; the one at the top by default. */
  action?: { inputs: Record<string, string>; program: string }
  /** More variables; undefined takes one away. */
  env?: Readonly<Record<string, string | undefined>>
  /** What actions before it left for the job's later steps, such as setup-dotnet. */
  matchers?: readonly MatcherFile[]
  /** What runs it in place of node 24. */
  node?: string
  /** After so long the step is stopped; its exit code is then null or 130. */
  deadlineMs?: number
}

/** What a finished step left. */
export interface StepResult {
  exitCode: number | null
  signal: NodeJS.Signals | null
  durationMs: number
  stdout: string
  stderr: string
  log: StepLog
  /** Without the links at their ends. */
  errors: Annotation[]
  /** Of each error that has one, the link that it ends with. */
  helpLinks: string[]
  warnings: Annotation[]
  /** From GITHUB_OUTPUT. */
  outputs: Record<string, string>
  /** From GITHUB_STATE: what the step leaves for the end of its job. */
  state: Record<string, string>
  /** From GITHUB_STEP_SUMMARY. */
  summary: string
  /** report.json, where the outputs name it. */
  report: ReportJson | undefined
  /** Names in RUNNER_TEMP after the step. */
  leftInTemp: string[]
}

/** A step that runs. */
export interface RunningAction extends AsyncDisposable {
  /** Sends a signal to the action's own process alone, as the runner does. */
  signal(name: NodeJS.Signals): void
  /** Cancels the step as the runner does: SIGINT, then SIGTERM, then SIGKILL; gives how it ended. */
  cancel(deadlines?: CancelDeadlines): Promise<StepResult>
  /** Waits for this text on stdout or stderr; throws when the step ends without it. */
  saw(text: string): Promise<void>
  /** Reads stdout and stderr no more. */
  closeOutput(): void
  readonly ended: Promise<StepResult>
  /** A variable, `NAME=value`, that all processes of this step have. */
  readonly mark: string
}

/** How long the runner waits after SIGINT, and after SIGTERM (actions/runner, ProcessInvoker.cs). */
export interface CancelDeadlines {
  interruptMs: number
  terminateMs: number
}

const runnerDeadlines: CancelDeadlines = { interruptMs: 7_500, terminateMs: 2_500 }

/** The workflow that every step is in. */
const workflowFile = '.github/workflows/ci.yml'

let lastRun = Date.now()

/** What action.yml starts, from dist/ or from the folder with another build of it that ACTION_DIST names. */
const dist = process.env['ACTION_DIST'] ?? join(repository, 'dist')
const actionProgram = join(dist, manifest.runs.main.replace(/^dist\//, ''))

/** Runs a step to its end. */
export async function runAction(step: ActionStep): Promise<StepResult> {
  await using running = await startAction(step)
  return await running.ended
}

/** What makes of a step the one at the end of its job, with what it left for that. */
export function postOf({ state }: Pick<StepResult, 'state'>): Pick<ActionStep, 'action' | 'env'> {
  const env = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]))
  return { action: { inputs: {}, program: manifest.runs.post.replace(/^dist\//, '') }, env }
}

/** Starts a step as the runner does: node 24, a clean environment, the workspace as working folder. */
export async function startAction(step: ActionStep): Promise<RunningAction> {
  const folder = await mkdtemp(join(testFolder(), 'step-'))
  const env = await prepareEnvironment(step, folder)
  // A name of those that every child is given: src/shared/child-environment.ts.
  const mark = `XDG_E2E_STEP=${folder}`
  const startedAt = performance.now()
  const child = spawn(
    step.node ?? process.env['E2E_NODE'] ?? 'node',
    [step.action === undefined ? actionProgram : join(dist, step.action.program)],
    {
      cwd: step.workspace.folder,
      env: { ...env, XDG_E2E_STEP: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const hasFile = (path: string): boolean => existsSync(resolve(step.workspace.folder, path))
  const log = new StepLog(new ProblemMatchers(step.matchers ?? [], hasFile))
  const text = { stdout: '', stderr: '' }
  const watchers = new Set<() => void>()
  for (const stream of ['stdout', 'stderr'] as const) {
    const lines = new RunnerLines((line) => {
      log.take(line)
    })
    child[stream]
      .setEncoding('utf8')
      .on('data', (chunk: string) => {
        text[stream] += chunk
        lines.push(chunk)
        for (const watcher of watchers) watcher()
      })
      .on('end', () => {
        lines.end()
      })
  }
  const timer = setTimeout(() => child.kill('SIGTERM'), step.deadlineMs ?? 240_000)
  const ended = new Promise<StepResult>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode, signal) => {
      clearTimeout(timer)
      const durationMs = performance.now() - startedAt
      for (const watcher of watchers) watcher()
      readResult(env, { exitCode, signal, durationMs, ...text, log }).then(resolve, reject)
    })
  })
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null
  return {
    mark,
    ended,
    signal: (name) => void child.kill(name),
    closeOutput: () => {
      child.stdout.destroy()
      child.stderr.destroy()
    },
    cancel: async ({ interruptMs, terminateMs } = runnerDeadlines) => {
      for (const [name, waitMs] of [
        ['SIGINT', interruptMs],
        ['SIGTERM', terminateMs],
        ['SIGKILL', 0],
      ] as const) {
        child.kill(name)
        if (waitMs > 0 && (await Promise.race([ended.then(() => true), sleep(waitMs, false)]))) break
      }
      return await ended
    },
    saw: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const all = text.stdout + text.stderr
          if (all.includes(wanted)) resolve()
          else if (hasEnded()) reject(new Error(`The step ended without "${wanted}":\n${all}`))
          else return
          watchers.delete(look)
        }
        watchers.add(look)
        look()
      }),
    async [Symbol.asyncDispose]() {
      if (!hasEnded()) {
        child.kill('SIGTERM')
        await ended
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The variables that the runner sets, and what a Docker client needs of this machine's. */
async function prepareEnvironment(step: ActionStep, folder: string): Promise<Record<string, string>> {
  const { workspace, inputs = {}, event = pushTo('main'), cache, github, action, env = {} } = step
  const files = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_STATE: join(folder, 'state'),
    GITHUB_ENV: join(folder, 'env'),
    GITHUB_PATH: join(folder, 'path'),
  }
  for (const file of Object.values(files)) await writeFile(file, '')
  await writeFile(join(folder, 'event.json'), JSON.stringify(event.payload))
  await mkdir(join(folder, 'temp'))
  const machine = ['PATH', 'HOME', 'DOCKER_HOST', 'DOCKER_CONTEXT', 'DOCKER_CONFIG']
  const all: Record<string, string | undefined> = {
    ...Object.fromEntries(machine.map((name) => [name, process.env[name]])),
    // Whichever builder the user of this machine works with, the tests use the engine itself.
    BUILDX_CONFIG: join(folder, 'buildx'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_JOB: 'build',
    GITHUB_WORKFLOW: 'ci',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_RUN_ID: String(++lastRun),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SHA: await workspace.git('rev-parse', 'HEAD'),
    GITHUB_WORKSPACE: workspace.folder,
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    ...event.variables,
    ...files,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_TEMP: join(folder, 'temp'),
    ...(cache && {
      ACTIONS_RESULTS_URL: cache.url,
      ACTIONS_RUNTIME_TOKEN: cache.token,
      ACTIONS_CACHE_SERVICE_V2: 'True',
    }),
    ...(github && {
      GITHUB_API_URL: github.url,
      GITHUB_WORKFLOW_REF: `acme/shop/${workflowFile}@refs/pull/7/merge`,
    }),
    ...inputVariables({
      context: workspace.context,
      // What the runner makes of the default.
      'github-token': github?.token ?? '',
      ...inputs,
    }),
    ...action?.inputs,
    ...env,
  }
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

const help = /\nHelp: (https:\S+)$/

async function readResult(
  env: Readonly<Record<string, string>>,
  ended: Pick<StepResult, 'exitCode' | 'signal' | 'durationMs' | 'stdout' | 'stderr' | 'log'>,
): Promise<StepResult> {
  const read = (name: string): Promise<string> => readFile(env[name] ?? '', 'utf8').catch(() => '')
  const outputs = parseEnvironmentFile(await read('GITHUB_OUTPUT'))
  const report = await readFile(outputs['report-json'] ?? '', 'utf8').catch(() => undefined)
  if (outputs['digest']) await removeLater(outputs['digest'])
  const errors = ended.log.annotations('error')
  return {
    ...ended,
    errors: errors.map((error) => ({ ...error, message: error.message.replace(help, '') })),
    helpLinks: errors.flatMap(({ message }) => help.exec(message)?.[1] ?? []),
    warnings: ended.log.annotations('warning'),
    outputs,
    state: parseEnvironmentFile(await read('GITHUB_STATE')),
    summary: await read('GITHUB_STEP_SUMMARY'),
    report: parseReport(report),
    leftInTemp: await readdir(env['RUNNER_TEMP'] ?? '').catch(() => []),
  }
}
