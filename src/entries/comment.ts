import { resolve } from 'node:path'
import * as core from '@actions/core'
import * as v from 'valibot'
import { ActionsLog } from '../github/actions-log.ts'
import { apiUrlOf, connectToGitHub, describeTrouble } from '../github/api.ts'
import {
  isPullRequest,
  readPullRequest,
  type PullRequestOutcome,
  findPullRequestOfRun,
} from '../github/pull-request.ts'
import { readFileAs } from '../shared/schema-values.ts'
import { Problems } from '../shared/errors.ts'
import { runEntry } from './run-entry.ts'
import { publishComment } from '../job/publish-comment.ts'
import { readReports } from '../report/model/read-report.ts'

/** Posts the reports that other jobs left as artifacts, in a `workflow_run` or a later job. Gives the exit code: 1 only for wrong inputs. */
export function runCommentAction(): Promise<number> {
  const log = new ActionsLog()
  return runEntry(log, () => postComment(log, process.env))
}

async function postComment(log: ActionsLog, env: NodeJS.ProcessEnv): Promise<number> {
  const { report, mode, token } = readInputs()
  const apiUrl = apiUrlOf(env)
  const { reports, warnings } = await readReports(
    resolve(env['GITHUB_WORKSPACE'] ?? '.', report),
    core.getInput('prefix'),
  )
  for (const warning of warnings) log.warning(warning)
  if (reports.length === 0) {
    log.warning(`No comment: there is no report.json in ${report}.`)
    return 0
  }
  const found = await findPullRequest(token, apiUrl, env, log)
  const url = await publishComment(log, found, { reports, mode, token, apiUrl, job: 'without an image' })
  if (url !== undefined) core.setOutput('comment-url', url)
  return 0
}

/** The inputs. Throws a UserError that names each one which is wrong. */
function readInputs(): { report: string; mode: 'auto' | 'changes'; token: string } {
  const [report = '', mode = '', token = ''] = ['report', 'comment', 'github-token'].map((name) =>
    core.getInput(name),
  )
  const problems = new Problems()
  if (report === '') problems.add('report', 'name a report.json, or a folder that has some.')
  if (token === '') problems.add('github-token', 'is empty; without this input it is the token of the job.')
  const isMode = mode === 'auto' || mode === 'changes'
  if (!isMode) problems.add('comment', `"${mode}" is not one of auto, changes.`)
  problems.throwIfAny()
  return { report, mode: isMode ? mode : 'auto', token }
}

async function findPullRequest(
  token: string,
  apiUrl: string,
  env: NodeJS.ProcessEnv,
  log: ActionsLog,
): Promise<PullRequestOutcome> {
  try {
    // In the run of the pull request itself, where another job than the one that built writes the comment.
    if (isPullRequest(env)) return await readPullRequest(env)
    const api = await connectToGitHub({ url: apiUrl, token })
    return await findPullRequestOfRun(api, await readFileAs(v.unknown(), env['GITHUB_EVENT_PATH']))
  } catch (error) {
    log.warning(`The pull-request comment is lost: ${describeTrouble(error, { isFork: false })}.`)
    return { kind: 'none' }
  }
}
