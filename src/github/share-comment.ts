import { setTimeout as sleep } from 'node:timers/promises'
import { ApiTrouble, type GitHubApi } from './api.ts'
import * as v from 'valibot'

/** What the comment has to be, from those that are there, the oldest first; undefined for none. What has everything must come back unchanged. */
export type Compose = (bodies: readonly string[]) => string | undefined

/** What became of the comment. */
export type CommentOutcome = { kind: 'written' | 'unchanged'; url: string } | { kind: 'none' }

/** How long other writers are waited for. */
export interface Patience {
  deadlineMs: number
  /** About so long between two looks at the lock, doubling up to four times that, and before a failed request is tried again. */
  waitMs: number
}

const patience: Patience = { deadlineMs: 120_000, waitMs: 1_000 }
/** An edit that begins later than this after the lock was taken might end after the lock went stale. */
const maxHoldMs = 10_000

/**
 * Brings the one comment of a pull request up to date while other jobs do the same: under a lock, from what stands there then, and again where that was lost
 * all the same. Of two comments made at once the one with the lowest id takes over. Throws an ApiTrouble.
 */
export async function writeComment(
  api: GitHubApi,
  thread: Thread,
  compose: Compose,
  { deadlineMs, waitMs }: Patience = patience,
): Promise<CommentOutcome> {
  const { repository, number } = thread
  const endsAt = performance.now() + deadlineMs
  const author = await api.viewer()
  const list = (): Promise<OwnComment[]> => listOwnComments(api, thread, author)
  let made: OwnComment | undefined
  let kind: 'written' | 'unchanged' = 'unchanged'
  for (let round = 0; ; round += 1) {
    const listed = await list()
    // A list may be older than what was just made.
    const own = listed.length === 0 && made !== undefined ? [made] : listed
    const [first] = own
    const body = compose(own.map((comment) => comment.body))
    if (body === undefined) return { kind: 'none' }
    if (first === undefined) {
      const { data } = await api.request(`POST /repos/${repository}/issues/{issue_number}/comments`, {
        issue_number: number,
        body,
      })
      made = v.parse(commentSchema, data)
      kind = 'written'
      continue
    }
    if (own.length === 1 && body === first.body) return { kind, url: first.url }
    const edited = await editLocked(api, thread, first, compose, list)
    if (edited === 'edited') kind = 'written'
    if (performance.now() > endsAt)
      throw new ApiTrouble('other jobs kept the comment locked', undefined, undefined)
    if (edited === 'held') await sleep(waitMs * Math.min(2 ** round, 4) * (0.5 + Math.random()))
  }
}

async function editLocked(
  api: GitHubApi,
  { repository }: Thread,
  first: OwnComment,
  compose: Compose,
  list: () => Promise<OwnComment[]>,
): Promise<'edited' | 'held' | 'again'> {
  const lock = await tryLock(api, repository, first.id)
  if (lock.kind === 'held') return 'held'
  if (lock.kind === 'gone') return 'again'
  try {
    const own = await list()
    const body = compose(own.map((comment) => comment.body))
    if (own[0]?.id !== first.id || body === undefined) return 'again'
    if (performance.now() - lock.takenAt > maxHoldMs) return 'again'
    const comments = `/repos/${repository}/issues/comments/{comment_id}`
    if (body !== own[0].body) {
      if (!(await unlessGone(api.request(`PATCH ${comments}`, { comment_id: first.id, body }))))
        return 'again'
    }
    for (const { id } of own.slice(1)) await unlessGone(api.request(`DELETE ${comments}`, { comment_id: id }))
    return 'edited'
  } finally {
    // One that could not be given back goes stale within a minute.
    await lock.release().catch(() => undefined)
  }
}

/** A lock on a comment that this process holds, or what became of the attempt. */
type LockOutcome =
  | { kind: 'taken'; takenAt: number; release: () => Promise<void> }
  | { kind: 'held' }
  /** The comment is no longer there. */
  | { kind: 'gone' }

/** GitHub allows one reaction of a kind per user, and tells whether it was there: the only test-and-set that comments have. */
const reaction = 'eyes'
/** Whoever holds it for longer has died. */
const staleMs = 60_000

const reactionSchema = v.looseObject({
  id: v.pipe(v.number(), v.safeInteger()),
  created_at: v.pipe(v.string(), v.isoTimestamp()),
})

/** Tries once to take the lock of a comment: 201 is taken, 200 is held by somebody; one from over a minute ago is taken away. */
async function tryLock(api: GitHubApi, repository: string, commentId: number): Promise<LockOutcome> {
  const reactions = `/repos/${repository}/issues/comments/{comment_id}/reactions`
  const remove = (id: number): Promise<boolean> =>
    unlessGone(api.request(`DELETE ${reactions}/{reaction_id}`, { comment_id: commentId, reaction_id: id }))
  try {
    const takenAt = performance.now()
    const answer = await api.request(`POST ${reactions}`, { comment_id: commentId, content: reaction })
    const { id, created_at: createdAt } = v.parse(reactionSchema, answer.data)
    if (answer.status === 201)
      return {
        kind: 'taken',
        takenAt,
        release: async () => {
          await remove(id)
        },
      }
    // Both times are GitHub's, so that a runner's clock says nothing.
    const now = Date.parse(String(answer.headers['date'] ?? ''))
    // By its id: if another one took the stale lock away in the meantime, this takes away nothing.
    if (now - Date.parse(createdAt) > staleMs) await remove(id)
    return { kind: 'held' }
  } catch (error) {
    if (error instanceof ApiTrouble && error.status === 404) return { kind: 'gone' }
    throw error
  }
}

/** Whether the thing was there. */
async function unlessGone(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (error instanceof ApiTrouble && error.status === 404) return false
    throw error
  }
}

/** The comments of one pull request. */
export interface Thread {
  /** `owner/name`. */
  repository: string
  number: number
  /** The first line of the comment that is looked for. */
  marker: string
}

const pageSize = 100
/** More comments than this nobody reads, and neither do we. */
const maxPages = 50

const commentSchema = v.pipe(
  v.object({
    id: v.pipe(v.number(), v.safeInteger()),
    body: v.nullish(v.string(), ''),
    html_url: v.string(),
    user: v.nullish(v.object({ login: v.string(), type: v.optional(v.string()) })),
  }),
  v.transform(({ html_url: url, body, ...rest }) => ({
    ...rest,
    url,
    body: body.replaceAll('\r\n', '\n').trimEnd(),
  })),
)

/** A comment of a pull request. */
type OwnComment = v.InferOutput<typeof commentSchema>

/** All comments with the marker, the lowest id first, that the token's own user wrote: somebody else's with the same line is left alone. */
export async function listOwnComments(
  api: GitHubApi,
  { repository, number, marker }: Thread,
  author: string,
): Promise<OwnComment[]> {
  const own: OwnComment[] = []
  for (let page = 1; page <= maxPages; page += 1) {
    const { data } = await api.request(`GET /repos/${repository}/issues/{issue_number}/comments`, {
      issue_number: number,
      per_page: pageSize,
      page,
    })
    const comments = v.parse(v.array(commentSchema), data)
    own.push(...comments.filter(({ user, body }) => isAuthor(user, author) && body.startsWith(marker)))
    if (comments.length < pageSize) break
  }
  return own.sort((a, b) => a.id - b.id)
}

function isAuthor(user: OwnComment['user'], author: string): boolean {
  // What REST calls `name[bot]`, GraphQL may call `name`.
  return user?.login === author || (user?.type === 'Bot' && user.login === `${author}[bot]`)
}
