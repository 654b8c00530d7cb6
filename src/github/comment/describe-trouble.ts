import { cleanLogLine } from '../../shared/text.ts'
import { docsLink } from '../../shared/help/help-link.ts'
import { ApiTrouble } from '../api.ts'

/** Words why the API did not write what was asked, with the way out where there is one. */
export function describeTrouble(error: unknown, { isFork }: { isFork: boolean }): string {
  const { status, said, words } = describeAny(error)
  if (words !== undefined) return words
  if (status === 403 && /\blocked\b/i.test(said))
    return `the conversation of the pull request is locked (${said})`
  if (status === 403 && isFork)
    return (
      'the token of a pull request from a fork may only read; a workflow_run workflow with the action in comment/ can ' +
      `post it, see ${docsLink('guides/forks.md')}`
    )
  // What is not named in a job's permissions is taken from its token.
  const wayOut = 'give the job permissions: { contents: read, pull-requests: write }, or set comment: off'
  if (status === 403) return `the token may not write comments (${said}); ${wayOut}`
  // To a token that may not look there, a pull request of a private repository is not there.
  if (status === 404)
    return `GitHub answered 404 (${said}), as it does to a token that may not look there; ${wayOut}`
  return `GitHub answered ${status} (${said})`
}

/** Words why the API did not tell what was asked; `permission` is the one that the job needs for it. */
export function describeReadTrouble(error: unknown, permission: string): string {
  const { status, said, words } = describeAny(error)
  if (words !== undefined) return words
  // To a token that may not look there, what a private repository has is not there.
  const wayOut = status === 403 || status === 404 ? `; the job needs the permission ${permission}` : ''
  return `GitHub answered ${status} (${said})${wayOut}`
}

/** What is the same for reading and writing; without `words` it is the status that tells. */
function describeAny(error: unknown): { status: number; said: string; words?: string } {
  if (!(error instanceof ApiTrouble)) {
    const why = error instanceof Error ? oneLine(error.message) : 'no error'
    return { status: 0, said: why, words: `GitHub’s answer is not understood (${why})` }
  }
  const { status } = error
  const said = oneLine(error.message)
  if (status === undefined) return { status: 0, said, words: said }
  if (status === 429 || (status === 403 && /rate limit/i.test(said)))
    return { status, said, words: `GitHub’s rate limit is reached, and does not end within 30 s (${said})` }
  if (status === 401)
    return { status, said, words: `GitHub does not know the token (${said}); look at the input github-token` }
  return { status, said }
}

function oneLine(words: string): string {
  return cleanLogLine(words.replace(/\s+/g, ' ').trim()).slice(0, 300)
}
