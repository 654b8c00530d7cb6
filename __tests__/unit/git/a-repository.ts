import { execFileSync } from 'node:child_process'
import { makeTempFolder, type TempFolder } from '../temp-folder.ts'

const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@example.com',
}

/** Runs git with nothing of the user's own configuration, and gives what it prints. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()
}

/** A repository with one commit. */
export async function makeRepository(): Promise<TempFolder> {
  const folder = await makeTempFolder({ 'src/a.txt': '1', 'other/b.txt': '1' })
  git(folder.path, 'init', '--quiet', '--initial-branch=main')
  commit(folder.path, 'first')
  return folder
}

/** Commits everything and gives the commit. */
export function commit(folder: string, message: string): string {
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', message)
  return git(folder, 'rev-parse', 'HEAD')
}
