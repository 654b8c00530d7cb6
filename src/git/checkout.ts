import { readHead } from './head.ts'
import { runGit } from './git.ts'

/** Most commits that are looked back; a team that measures no commit in so many has no baseline there. */
const maxAncestors = 50

/** A commit as git names it. */
const commitPattern = /^[0-9a-f]{40,64}$/

/** What the clone that was checked out knows of its history; a shallow one knows little. */
export interface Checkout {
  /** The checked-out commit; undefined where there is no git. */
  commit: string | undefined
  /** Whether its history was cut off, as actions/checkout does by default. */
  isShallow: boolean
  /** Of the checked-out commit, the first one first. */
  parents: readonly string[]
  /** As `listAncestors` gives them. */
  ancestorsOf(commit: string): Promise<string[]>
  /** Where the checked-out commit and another one parted; undefined where the clone does not reach that far. */
  mergeBaseWith(commit: string): Promise<string | undefined>
}

/** Looks at the repository that a folder is in; one without git has no history. */
export async function openCheckout(folder: string): Promise<Checkout> {
  const [head, shallow] = await Promise.all([
    readHead(folder),
    runGit(folder, ['rev-parse', '--is-shallow-repository']),
  ])
  return {
    commit: head?.commit,
    isShallow: shallow?.trim() === 'true',
    parents: head?.parents ?? [],
    ancestorsOf: (commit) => listAncestors(folder, commit),
    mergeBaseWith: async (commit) =>
      isCommit(commit)
        ? (await runGit(folder, ['merge-base', 'HEAD', commit]))?.trim() || undefined
        : undefined,
  }
}

/**
 * How many commits of its branch a commit is behind another one, by first parent; undefined where the clone does not know,
 * or the one did not grow from the other.
 */
export async function countCommitsBetween(
  folder: string,
  older: string,
  newer: string,
): Promise<number | undefined> {
  if (!isCommit(older) || !isCommit(newer)) return undefined
  if ((await runGit(folder, ['merge-base', '--is-ancestor', older, newer])) === undefined) return undefined
  const counted = await runGit(folder, ['rev-list', '--first-parent', '--count', `${older}..${newer}`])
  return counted === undefined ? undefined : Number(counted.trim())
}

/** A commit and those before it on its branch (by first parent), the nearest first, as far as the clone is deep. */
export async function listAncestors(folder: string, commit: string): Promise<string[]> {
  if (!isCommit(commit)) return []
  const args = ['rev-list', '--first-parent', `--max-count=${maxAncestors}`, commit]
  const listed = (await runGit(folder, args))?.trim()
  // A commit that the clone does not have can be looked for all the same.
  return listed === undefined || listed === '' ? [commit] : listed.split('\n')
}

/** Commits come from events and stored records: nothing else may become an argument of git. */
export function isCommit(text: string): boolean {
  return commitPattern.test(text)
}
