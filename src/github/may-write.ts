import type { Checkout } from '../git/checkout.ts'

/** Events that nobody can start from outside, whose tree is the repository's own unless git tells of another one. */
const ownEvents = new Set(['push', 'schedule', 'workflow_dispatch'])

/**
 * Why a run saves no measurement, and by itself writes no build cache, as half a sentence; undefined where it does both. A measurement
 * belongs to the commit that was built, and only the branch's own runs speak for the branch: HEAD decides whether this is one.
 * What a pull request or a merge queue writes into a cache, nobody else can read.
 */
export async function whyReadOnly(
  name: string,
  { GITHUB_REF_TYPE: type, GITHUB_REF_NAME: branch, GITHUB_SHA: commit }: NodeJS.ProcessEnv,
  checkout: Checkout,
): Promise<string | undefined> {
  if (name.startsWith('pull_request') && name !== 'pull_request_target') return 'pull request'
  if (name === 'merge_group') return 'merge queue'
  if (type === 'tag') return 'tag'
  if (!branch || !commit) return 'no branch'
  const built = checkout.commit
  if (checkout.isFetched)
    return 'the context is a Git repository, and not the commit of the run: {{defaultContext}} is'
  if (built !== undefined && built !== commit)
    return `the commit ${built.slice(0, 7)} is checked out, not that of the run, ${commit.slice(0, 7)}`
  if (ownEvents.has(name)) return undefined
  if (built === undefined)
    return `${name || 'the event'} can bring other code, and git does not name its commit`
  return (await checkout.isChanged())
    ? `${name || 'the event'} can bring other code, and files differ from the commit`
    : undefined
}
