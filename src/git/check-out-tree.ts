import { mkdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { runGit } from './git.ts'
import { readTopLevel } from './head.ts'

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
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return undefined
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
