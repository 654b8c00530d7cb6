import { stat, readFile } from 'node:fs/promises'
import { getExecOutput } from '@actions/exec'
import { dirname, join, resolve } from 'node:path'
import { environmentForGit } from '../shared/child-environment.ts'

/** Runs git in a folder and gives what it prints; undefined where it fails, or is not there. */
export async function runGit(
  folder: string,
  args: string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  try {
    // A spawn that fails in a file, not a folder, throws past the promise of @actions/exec.
    if (!(await stat(folder)).isDirectory()) return undefined
    // In a container of a job, the workspace belongs to the runner's user, and git refuses such a clone; it is what the job works on.
    const trust = process.env['GITHUB_ACTIONS'] === 'true' ? ['-c', 'safe.directory=*'] : []
    const result = await getExecOutput('git', [...trust, ...args], {
      cwd: folder,
      silent: true,
      ignoreReturnCode: true,
      env: { ...environmentForGit(process.env), ...env },
    })
    return result.exitCode === 0 ? result.stdout : undefined
  } catch {
    return undefined
  }
}

/** Whether a text is a commit as git names it. Commits come from events and stored records: nothing else may become an argument of git. */
export function isCommit(text: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(text)
}

/** The checked-out commit. */
interface Head {
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
