import { cleanLogLine } from '../clean-text.ts'
import { ApiTrouble } from './api.ts'

/** Words why the API did not do what was asked, with the way out where there is one. */
export function describeTrouble(error: unknown, { isFork }: { isFork: boolean }): string {
  if (!(error instanceof ApiTrouble))
    return `GitHub’s answer is not understood (${error instanceof Error ? oneLine(error.message) : 'no error'})`
  const { status } = error
  const said = oneLine(error.message)
  if (status === undefined) return said
  if (status === 429 || (status === 403 && /rate limit/i.test(said)))
    return `GitHub’s rate limit is reached, and does not end within 30 s (${said})`
  if (status === 401) return `GitHub does not know the token (${said}); look at the input github-token`
  if (status === 403 && /\blocked\b/i.test(said))
    return `the conversation of the pull request is locked (${said}); the summary has everything`
  if (status === 403 && isFork)
    return (
      'the token of a pull request from a fork may only read; a workflow_run workflow with the action in comment/ can ' +
      'post it, as docs/pull-requests.md shows'
    )
  if (status === 403)
    return `the token may not write comments (${said}); give the job the permission pull-requests: write, or set comment: off`
  return `GitHub answered ${status} (${said})`
}

function oneLine(words: string): string {
  return cleanLogLine(words.replace(/\s+/g, ' ').trim()).slice(0, 300)
}
