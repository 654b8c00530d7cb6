import { connectToGitHub, describeTrouble } from '../github/api.ts'
import type { PullRequestOutcome, PullRequestRun } from '../github/pull-request.ts'
import { writeComment, type Patience } from '../github/share-comment.ts'
import { composeComment } from '../report/comment/comment-body.ts'
import { commentMarker, isNotable, renderSectionOf } from '../report/comment/comment-section.ts'
import type { NamedReport } from '../report/model/read-report.ts'
import { runPhase, type Log } from '../shared/log.ts'

/** What is to be told, where, and with what. */
export interface CommentJob {
  pullRequest: PullRequestRun
  reports: readonly NamedReport[]
  /** `changes`: a comment is begun only where something failed or changed. */
  mode: 'auto' | 'changes'
  /** Of the job that made a report without an image. */
  job: string
  token: string
  apiUrl: string
  now: Date
  patience?: Patience
}

/** What became of the comment. */
export type PostOutcome =
  { kind: 'posted'; url: string } | { kind: 'none' } | { kind: 'lost'; warning: string }

/** Puts a section for each report into the pull request's comment. Never throws: what goes wrong is a warning. */
export async function postComment(job: CommentJob): Promise<PostOutcome> {
  const { pullRequest, reports, mode, token, apiUrl, now, patience } = job
  const { repository, number, workflow } = pullRequest
  const marker = commentMarker(workflow)
  const sections = reports.map(({ report, name }) => renderSectionOf(report, pullRequest, job.job, now, name))
  const isQuiet = mode === 'changes' && !reports.some(({ report }) => isNotable(report))
  // One that stands already is kept up to date also when it has nothing new to tell.
  const compose = (bodies: readonly string[]): string | undefined =>
    isQuiet && bodies.length === 0 ? undefined : composeComment(marker, bodies, sections)
  try {
    const api = await connectToGitHub({ url: apiUrl, token, retryMs: patience?.waitMs })
    const outcome = await writeComment(api, { repository, number, marker }, compose, patience)
    return outcome.kind === 'none' ? outcome : { kind: 'posted', url: outcome.url }
  } catch (error) {
    const why = describeTrouble(error, pullRequest)
    return {
      kind: 'lost',
      warning: `The pull-request comment is lost: ${why}. The job summary has everything.`,
    }
  }
}

const outcomes = { posted: 'written', none: 'not needed', lost: 'lost' }

/** Writes the comment where there is a pull request, and says in the log what became of it; gives its address. */
export async function publishComment(
  log: Log,
  found: PullRequestOutcome,
  job: Omit<CommentJob, 'pullRequest' | 'now' | 'patience'>,
): Promise<string | undefined> {
  if (found.kind === 'none') {
    if (found.reason !== undefined) log.info(`No comment: ${found.reason}.`)
    return undefined
  }
  const { pullRequest } = found
  const posted = await runPhase(
    log,
    'Comment',
    () => postComment({ ...job, pullRequest, now: new Date() }),
    ({ kind }) => outcomes[kind],
  )
  if (posted.kind === 'lost') log.warning(posted.warning)
  return posted.kind === 'posted' ? posted.url : undefined
}
