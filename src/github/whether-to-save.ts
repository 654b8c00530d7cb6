import type { Checkout } from '../git/checkout.ts'

/** Events that nobody can start from outside, whose tree is the repository's own unless git tells of another one. */
const ownEvents = new Set(['push', 'schedule', 'workflow_dispatch'])

/** Why a run saves no measurement, as half a sentence; `isSurprise`: its event lets expect that it does. */
interface SavesNothing {
  why: string
  isSurprise: boolean
}

/**
 * Why a run saves no measurement, and by itself writes no build cache. Only the branch's own runs speak for the branch, which HEAD tells; what a pull
 * request or a merge queue writes into a cache nobody else can read.
 */
export async function whyNothingIsSaved(
  name: string,
  { GITHUB_REF_TYPE: type, GITHUB_REF_NAME: branch, GITHUB_SHA: commit }: NodeJS.ProcessEnv,
  checkout: Checkout,
): Promise<SavesNothing | undefined> {
  const usual = (why: string): SavesNothing => ({ why, isSurprise: false })
  const odd = (why: string): SavesNothing => ({ why, isSurprise: true })
  if (name.startsWith('pull_request') && name !== 'pull_request_target') return usual('pull request')
  if (name === 'merge_group') return usual('merge queue')
  if (type === 'tag') return usual('tag')
  if (!branch || !commit) return usual('no branch')
  const built = checkout.commit
  if (checkout.isFetched)
    return odd('the context is a Git repository, and not the commit of the run: {{defaultContext}} is')
  if (built !== undefined && built !== commit)
    return odd(`the commit ${built.slice(0, 7)} is checked out, not that of the run, ${commit.slice(0, 7)}`)
  if (ownEvents.has(name)) return undefined
  if (built === undefined)
    return odd(`${name || 'the event'} can bring other code, and git does not name its commit`)
  return (await checkout.isChanged())
    ? odd(`${name || 'the event'} can bring other code, and files differ from the commit`)
    : undefined
}
