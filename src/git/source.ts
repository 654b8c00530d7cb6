import { realpath } from 'node:fs/promises'
import { readTopLevel } from './head.ts'
import { runGit } from './git.ts'

/** A commit in a repository that people can open in a browser. */
export interface Source {
  /** Its page, such as `https://github.com/acme/shop`. */
  repository: string
  commit: string
}

/**
 * The commit that is checked out in a workspace, and the page of the repository that it came from; undefined where paths in the
 * workspace are not those of the repository, or where it is not one of this server.
 */
export async function readSource(workspace: string, server: string | undefined): Promise<Source | undefined> {
  const [top, commit, origin] = await Promise.all([
    readTopLevel(workspace),
    runGit(workspace, ['rev-parse', 'HEAD']),
    runGit(workspace, ['remote', 'get-url', 'origin']),
  ])
  if (!server || top === undefined || commit === undefined || origin === undefined) return undefined
  if ((await realpath(top)) !== (await realpath(workspace))) return undefined
  const repository = origin.trim().replace(/\.git$/, '')
  const [, path = ''] = repository.split(`${server}/`)
  return repository.startsWith(`${server}/`) && /^[\w.-]+\/[\w.-]+$/.test(path)
    ? { repository, commit: commit.trim() }
    : undefined
}
