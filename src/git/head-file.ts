import { readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isCommit } from './commit.ts'

/**
 * Reads which commit is checked out in a folder from git's own files (gitrepository-layout(5)): for machines that have the clone but
 * no git, or a git that refuses it since it belongs to another user. Undefined where the files don't say.
 */
export async function readHeadFile(folder: string): Promise<string | undefined> {
  const gitFolder = await findGitFolder(resolve(folder))
  if (gitFolder === undefined) return undefined
  const head = await read(join(gitFolder, 'HEAD'))
  const [, ref] = /^ref: (refs\/\S+)$/.exec(head ?? '') ?? []
  if (ref === undefined) return asCommit(head)
  // A worktree has a HEAD of its own; its branches are those of the repository.
  const common = await read(join(gitFolder, 'commondir'))
  const shared = common === undefined ? gitFolder : resolve(gitFolder, common)
  return asCommit(await read(join(shared, ref))) ?? findPacked(await read(join(shared, 'packed-refs')), ref)
}

/** The folder with git's files, of the folder or of one that it is in; a worktree or a submodule only names it. */
async function findGitFolder(folder: string): Promise<string | undefined> {
  const path = join(folder, '.git')
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) return path
  const [, named] = /^gitdir: (.+)$/.exec((found && (await read(path))) ?? '') ?? []
  if (named !== undefined) return resolve(folder, named)
  return dirname(folder) === folder ? undefined : findGitFolder(dirname(folder))
}

function findPacked(packed: string | undefined, ref: string): string | undefined {
  const line = packed?.split('\n').find((one) => one.endsWith(` ${ref}`))
  return asCommit(line?.slice(0, -ref.length - 1))
}

async function read(path: string): Promise<string | undefined> {
  return (await readFile(path, 'utf8').catch(() => undefined))?.trim()
}

function asCommit(text: string | undefined): string | undefined {
  return text !== undefined && isCommit(text) ? text : undefined
}
