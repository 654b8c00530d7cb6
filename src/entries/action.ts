import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as core from '@actions/core'
import { readSource } from '../git/remote.ts'
import { ActionsLog } from '../github/actions-log.ts'
import { apiUrlOf } from '../github/api.ts'
import { openRepository, type RemoteRepository } from '../github/repository.ts'
import { readRunContext, openBuiltTree } from '../github/run-context.ts'
import { readPullRequest } from '../github/pull-request.ts'
import type { Job, Reporter, Run } from '../job/job.ts'
import { readEnvironment } from '../inputs/raw-inputs.ts'
import type { Settings } from '../inputs/settings.ts'
import type { Log } from '../shared/log.ts'
import { withHelp } from '../shared/help-link.ts'
import { publishComment } from '../job/publish-comment.ts'
import { readAnnotations } from '../report/annotations.ts'
import { removeIfEmpty, runProcess, type ProcessParts } from './run-process.ts'
import type { JobReport } from '../report/model/job-report.ts'
import { readVerdictLine } from '../report/text/headline.ts'
import { readOutputs, writeReports } from '../report/outputs.ts'
import { toReportJson } from '../report/model/to-json.ts'
import type { ReportJson } from '../report/model/report-schema.ts'
import { pathInClone } from '../report/text/markdown.ts'
import { renderMarkdown } from '../report/summary/render-summary.ts'
import { Redactor } from '../redaction/redactor.ts'
import { runEntry } from './run-entry.ts'
import { builderState, nameJobBuilder } from './post.ts'
import type { StartedProcess } from './start-process.ts'
import { createFolderCache, createActionsCacheStore } from '../store/actions-cache-store.ts'
import { messageOf } from '../shared/errors.ts'

/** Where ncc puts the program that talks to the Actions cache, seen from the bundle. */
// Written as a path, not as a URL: ncc takes the latter for an asset and packs it anew.
const cacheProgram = join(dirname(fileURLToPath(import.meta.url)), '..', 'cache-process', 'index.mjs')

/** Runs as a step of a workflow: inputs, outputs, summary and annotations are the runner's. Gives the exit code. */
export function runAction(started: StartedProcess): Promise<number> {
  const redactor = new Redactor()
  const log = new ActionsLog(redactor)
  return runEntry(log, () => runProcess(started, log, (parts) => makeJob(parts, log, redactor)))
}

async function makeJob(
  { env, docker, builder, tempFolder, signal }: ProcessParts,
  log: Log,
  redactor: Redactor,
): Promise<Job> {
  const workspace = env['GITHUB_WORKSPACE'] ?? process.cwd()
  const inputs = readEnvironment(env)
  const github = findRepository(inputs['github-token'].trim(), env)
  const folder = await makeReportFolder(inputs['report-dir'].trim(), workspace, env)
  const store = createActionsCacheStore({
    program: cacheProgram,
    // In the private folder, which goes away with this process however it ends.
    environment: { ...env, RUNNER_TEMP: tempFolder },
    // A record is small; a service that takes longer than this is one that hangs.
    deadlineMs: 25_000,
    signal,
  })
  const folderCache = createFolderCache({ program: cacheProgram, environment: env, tempFolder, signal })
  const jobBuilder = {
    name: nameJobBuilder(env),
    remember: () => {
      core.saveState(builderState, nameJobBuilder(env))
    },
  }
  const context = await readRunContext(env, await openBuiltTree(inputs, workspace, env), github)
  const run = { inputs, workspace, folder: workspace, env, context, signal }
  return {
    tools: { docker, log, tempFolder, builder, jobBuilder, store, folderCache, github },
    run,
    reporter: {
      folder,
      redactor,
      mask: (secret) => {
        redactor.add(secret)
        for (const line of secret.split(/\r?\n/)) if (line.trim() !== '') core.setSecret(line)
      },
      publish: (report, settings) => publish(report, settings, run, log, { folder, redactor }),
    },
  }
}

async function publish(
  report: JobReport,
  settings: Settings | undefined,
  { workspace, env, context, signal }: Pick<Run, 'workspace' | 'env' | 'context' | 'signal'>,
  log: Log,
  { folder, redactor }: Pick<Reporter, 'folder' | 'redactor'>,
): Promise<void> {
  // The runner masks its log and the summary; what goes to files, outputs and the comment it never sees.
  const shown = await attempt(log, 'what the reports say', async () => {
    const source = await readSource(context.gitFolder, workspace, env['GITHUB_SERVER_URL'])
    const json = redactor.hideIn({ ...toReportJson(report), source })
    return { json, markdown: renderMarkdown(json, new Date()) }
  })
  const paths =
    shown && (await attempt(log, 'the reports', () => writeReports(folder, shown.json, shown.markdown)))
  await attempt(log, 'the outputs', () => {
    const outputs = redactor.hideIn(readOutputs(report, paths))
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
  })
  if (shown && (settings?.summary ?? true)) {
    await attempt(log, 'the job summary', async () => {
      await core.summary.addRaw(shown.markdown).write()
    })
  }
  // A runner that cancels a job leaves it a few seconds, and nothing is wrong that a person would look at.
  if (shown && settings !== undefined && !signal.aborted) {
    await attempt(log, 'the pull-request comment', async () => {
      await Promise.race([comment(shown.json, settings, env, log), once(signal, 'abort')])
    })
  }
  for (const warning of report.warnings) log.warning(warning)
  if (!signal.aborted) annotate(report, settings, log, pathsOf(shown?.json.source, env))
  const where = settings?.summary === false ? 'The report is' : 'The rest is in the job summary and in'
  if (shown) log.info(`${readVerdictLine(shown.json)} ${where} ${join(folder, 'report.md')}`)
}

/** What failed, on its lines as far as there is room, and why the job fails. `pathOf` gives a file as the repository has it. */
function annotate(
  report: JobReport,
  settings: Settings | undefined,
  log: Log,
  pathOf: (file: string | undefined) => string | undefined,
): void {
  const { shown, more } = settings?.fileAnnotations ? readAnnotations(report) : { shown: [], more: '' }
  for (const { severity, message, place } of shown)
    log[severity](message, { ...place, file: pathOf(place.file) })
  report.problems.forEach(({ title, message, place }, index) => {
    const whole = index === 0 && more !== '' ? `${message}\n${more}` : message
    log.error(withHelp(whole, title), { title, file: pathOf(place?.file), line: place?.line })
  })
}

/** GitHub looks for an annotation's file in the run's repository, whose clone need not be the workspace (`path` of actions/checkout). */
function pathsOf(
  source: ReportJson['source'],
  { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository }: NodeJS.ProcessEnv,
): (file: string | undefined) => string | undefined {
  if (source === undefined || source.repository !== `${server ?? ''}/${repository ?? ''}`)
    return (file) => file
  return (file) => file && (pathInClone(file, source) ?? file)
}

async function comment(
  json: ReportJson,
  { comment: mode, githubToken: token }: Settings,
  env: NodeJS.ProcessEnv,
  log: Log,
): Promise<void> {
  if (mode === 'off' || token === undefined) return
  const job = {
    reports: [{ report: json }],
    mode,
    token,
    job: env['GITHUB_JOB'] ?? '',
    apiUrl: apiUrlOf(env),
  }
  const url = await publishComment(log, await readPullRequest(env), job)
  if (url === undefined) return
  await attempt(log, 'the outputs', () => {
    core.setOutput('comment-url', url)
  })
}

function findRepository(token: string, env: NodeJS.ProcessEnv): RemoteRepository | undefined {
  const repository = env['GITHUB_REPOSITORY'] ?? ''
  if (token === '' || repository === '') return undefined
  return openRepository({ apiUrl: apiUrlOf(env), token, repository })
}

/** `report-dir`, also when another input is wrong; else a new folder that stays for later steps. GITHUB_ACTION is that of a composite action's step. */
async function makeReportFolder(written: string, workspace: string, env: NodeJS.ProcessEnv): Promise<string> {
  if (written !== '') return resolve(workspace, written)
  const name = `dotnet-container-report-${env['GITHUB_ACTION'] ?? 'step'}-`
  const folder = await mkdtemp(join(env['RUNNER_TEMP'] ?? tmpdir(), name))
  removeIfEmpty(folder)
  return folder
}

async function attempt<T>(log: Log, what: string, work: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    log.warning(`Lost: ${what} (${messageOf(error)}).`)
    return undefined
  }
}
