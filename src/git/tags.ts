import { isCommit } from './commit.ts'
import { runGit } from './git.ts'

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
  if (listed === undefined) return undefined
  return listed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', object = '', commit = ''] = line.split(' ')
      return { name, commit: commit === '' ? object : commit }
    })
}
