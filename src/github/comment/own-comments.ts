import * as v from 'valibot'
import type { ApiAnswer, GitHubApi } from '../api.ts'

/** The comments of one pull request. */
export interface Thread {
  /** `owner/name`. */
  repository: string
  /** Of the pull request. */
  number: number
  /** The first line of the comment that is looked for. */
  marker: string
}

/** A comment of ours. */
export interface OwnComment {
  id: number
  body: string
  url: string
}

const pageSize = 100
/** More comments than this nobody reads, and neither do we. */
const maxPages = 50

const commentSchema = v.looseObject({
  id: v.pipe(v.number(), v.safeInteger()),
  body: v.nullish(v.string()),
  html_url: v.string(),
  user: v.nullish(v.looseObject({ login: v.string(), type: v.optional(v.string()) })),
})

/**
 * All comments with the marker that the token's own user wrote, over all pages, the lowest id first: somebody else's comment that
 * begins with the same line is left alone.
 */
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
    for (const { id, body, html_url: url, user } of comments) {
      if (isAuthor(user, author) && hasMarker(body, marker))
        own.push({ id, body: plainLines(body ?? ''), url })
    }
    if (comments.length < pageSize) break
  }
  return own.sort((a, b) => a.id - b.id)
}

/** Reads the answer to a request that made a comment. */
export function readComment({ data }: ApiAnswer): OwnComment {
  const { id, body, html_url: url } = v.parse(commentSchema, data)
  return { id, body: plainLines(body ?? ''), url }
}

function isAuthor(
  user: { login: string; type?: string | undefined } | null | undefined,
  author: string,
): boolean {
  // What REST calls `name[bot]`, GraphQL may call `name`.
  return user?.login === author || (user?.type === 'Bot' && user.login === `${author}[bot]`)
}

function hasMarker(body: string | null | undefined, marker: string): boolean {
  return body?.startsWith(marker) ?? false
}

function plainLines(body: string): string {
  return body.replaceAll('\r\n', '\n').trimEnd()
}
