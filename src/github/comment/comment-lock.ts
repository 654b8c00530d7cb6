import * as v from 'valibot'
import { ApiTrouble, type GitHubApi } from '../api.ts'

/** A lock on a comment that this process holds, or what became of the attempt. */
export type LockOutcome =
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
export async function tryLock(api: GitHubApi, repository: string, commentId: number): Promise<LockOutcome> {
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
export async function unlessGone(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (error instanceof ApiTrouble && error.status === 404) return false
    throw error
  }
}
