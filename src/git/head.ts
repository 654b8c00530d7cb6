import { runGit } from './git.ts'

/** The checked-out commit. */
export interface Head {
  commit: string
  /** First parent first; a shallow clone knows them too. */
  parents: string[]
  /** Whether files below the folder differ from the commit. */
  isDirty: boolean
}

/** Reads HEAD of the repository that a folder is in; undefined where there is no git or no commit. */
export async function readHead(folder: string): Promise<Head | undefined> {
  const [object, commit, status] = await Promise.all([
    runGit(folder, ['cat-file', '-p', 'HEAD']),
    runGit(folder, ['rev-parse', 'HEAD']),
    runGit(folder, ['status', '--porcelain', '--', '.']),
  ])
  if (object === undefined || commit === undefined) return undefined
  const header = object.split('\n\n')[0] ?? ''
  return {
    commit: commit.trim(),
    parents: [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, parent]) => parent ?? ''),
    isDirty: status === undefined || status.trim() !== '',
  }
}

/** The top folder of the repository that a folder is in. */
export async function readTopLevel(folder: string): Promise<string | undefined> {
  return (await runGit(folder, ['rev-parse', '--show-toplevel']))?.replace(/\r?\n$/, '') || undefined
}
