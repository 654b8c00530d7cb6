import { relative, sep, join } from 'node:path'
import { mkdir } from 'node:fs/promises'
import { isCommit, runGit, readHeadFile, readHead, readTopLevel } from './git.ts'

/** Most commits that are looked back; a team that measures no commit in so many has no baseline there. */
const maxAncestors = 50

/** What the clone that was checked out knows of its history; a shallow one knows little. */
export interface Checkout {
  folder: string
  /** The checked-out commit; undefined where the folder is no clone. */
  commit: string | undefined
  /** Whether files that git tracks differ from that commit, or git does not tell. */
  isChanged(): Promise<boolean>
  /** The tree is not that of the clone: the builder fetches it from a repository, at a commit that nobody knows. */
  isFetched?: boolean
  /** Whether its history was cut off, as actions/checkout does by default. */
  isShallow: boolean
  /** Of the checked-out commit, the first one first. */
  parents: readonly string[]
  ancestorsOf(commit: string): Promise<string[]>
  /** Where the checked-out commit and another one parted; undefined where the clone does not reach that far. */
  mergeBaseWith(commit: string): Promise<string | undefined>
}

/** Looks at the repository that a folder is in; a submodule at the commit that its superproject records is part of that one's tree. */
export async function openCheckout(inside: string): Promise<Checkout> {
  const folder = await findOwner(inside)
  const [head, shallow] = await Promise.all([
    readHead(folder),
    runGit(folder, ['rev-parse', '--is-shallow-repository']),
  ])
  return {
    folder,
    commit: head?.commit ?? (await readHeadFile(folder)),
    isChanged: async () =>
      (await runGit(folder, ['status', '--porcelain', '--untracked-files=no']))?.trim() !== '',
    isShallow: shallow?.trim() === 'true',
    parents: head?.parents ?? [],
    ancestorsOf: (commit) => listAncestors(folder, commit),
    mergeBaseWith: async (commit) =>
      isCommit(commit)
        ? (await runGit(folder, ['merge-base', 'HEAD', commit]))?.trim() || undefined
        : undefined,
  }
}

async function findOwner(folder: string): Promise<string> {
  const owner = (await runGit(folder, ['rev-parse', '--show-superproject-working-tree']))?.trim()
  if (!owner) return folder
  const [top, head] = await Promise.all([readTopLevel(folder), runGit(folder, ['rev-parse', 'HEAD'])])
  const recorded =
    top && (await runGit(owner, ['rev-parse', `HEAD:${relative(owner, top).replaceAll(sep, '/')}`]))
  return recorded !== undefined && recorded === head ? findOwner(owner) : folder
}

/** How many commits a commit is behind one that grew from it, by first parent; undefined where the clone does not know. */
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

/** A tag, and the commit that it names. */
export interface LocalTag {
  name: string
  commit: string
}

/** The tags of a commit and of all that it grew from, as far as the clone has them; undefined where it does not have that commit. */
export async function listTagsBefore(folder: string, commit: string): Promise<LocalTag[] | undefined> {
  if (!isCommit(commit)) return undefined
  // The second object is the commit of an annotated tag; a lightweight one has none.
  const format = '--format=%(refname:lstrip=2) %(objectname) %(*objectname)'
  const listed = await runGit(folder, ['for-each-ref', `--merged=${commit}`, format, 'refs/tags'])
  return listed
    ?.split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', object = '', commit = ''] = line.split(' ')
      return { name, commit: commit || object }
    })
}

/** The files of a commit in a folder of their own. */
export interface Tree {
  folder: string
  /** The repository's top folder, of which `folder` is the counterpart. */
  top: string
  /** ISO 8601. */
  committedAt: string
}

/**
 * Writes the files of a commit into `<folder>/tree`; what is checked out, its index included, stays as it is. Undefined where
 * the clone does not have that commit. Not `git archive`, which leaves out and rewrites what `export-ignore` and
 * `export-subst` name: another tree than the one that was built then.
 */
export async function checkOutTree(
  inside: string,
  commit: string,
  folder: string,
): Promise<Tree | undefined> {
  if (!isCommit(commit)) return undefined
  const [top, date] = await Promise.all([
    readTopLevel(inside),
    runGit(inside, ['log', '--max-count=1', '--format=%cI', commit]),
  ])
  if (top === undefined || date === undefined) return undefined
  const tree = join(folder, 'tree')
  await mkdir(tree, { recursive: true })
  const env = { GIT_INDEX_FILE: join(folder, 'index') }
  const read = await runGit(top, ['read-tree', commit], env)
  const written =
    read === undefined
      ? undefined
      : await runGit(top, ['checkout-index', '--all', `--prefix=${tree}${sep}`], env)
  if (written === undefined) return undefined
  return { folder: tree, top, committedAt: new Date(date.trim()).toISOString() }
}
