import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runGit, readTopLevel } from './git.ts'

/** What tells a repository from all others of one user: its remote, such as `github.com/acme/shop`, else the path of its root, or the folder. */
export async function nameRepository(folder: string): Promise<string> {
  const top = await readTopLevel(folder)
  const place = await realpath(top ?? folder).catch(() => top ?? folder)
  if (top === undefined) return place
  const remote = pickRemote(await runGit(folder, ['config', '--get-regexp', '^remote\\..*\\.url$']))
  if (remote !== undefined) return nameRemote(remote, place)
  const common = await runGit(folder, ['rev-parse', '--path-format=absolute', '--git-common-dir'])
  const gitFolder = common?.replace(/\r?\n$/, '')
  return gitFolder !== undefined && basename(gitFolder) === '.git' ? dirname(gitFolder) : place
}

/** `origin`, else the first one. */
function pickRemote(listed: string | undefined): string | undefined {
  const remotes = (listed ?? '').split('\n').flatMap((line) => {
    const [, name, url] = /^remote\.(.*)\.url (.+)$/.exec(line) ?? []
    return name === undefined || url === undefined ? [] : [{ name, url }]
  })
  return (remotes.find(({ name }) => name === 'origin') ?? remotes[0])?.url
}

/** A remote's address without protocol, user, password and `.git`, the same by SSH and HTTPS; what has no host is a path, seen from `root`. */
export function nameRemote(written: string, root: string): string {
  const url = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/@]*@)?([^/?#]+)\/*([^?#]*)/i.exec(written)
  // Neither `file:///shop` nor `C:\shop`, which are paths.
  const scp =
    url === null && !written.includes('://') ? /^(?:[^/@:]+@)?([^/@:]{2,}):(?!\\)\/*(.+)/.exec(written) : null
  const [host, path] = url === null ? [scp?.[1], scp?.[2]] : [url[2], url[3]]
  if (host !== undefined && path !== undefined) return `${host.toLowerCase()}/${withoutEnd(path)}`
  const local = written.startsWith('file://') ? fileURLToPath(written) : written
  return withoutEnd(isAbsolute(local) ? local : resolve(root, local))
}

function withoutEnd(path: string): string {
  return path.replace(/\/+$/, '').replace(/\.git$/, '')
}

/** A commit in a repository that people can open in a browser. */
interface Source {
  /** Its page, such as `https://github.com/acme/shop`. */
  repository: string
  commit: string
  /** Where the clone is in the workspace; absent where it is the workspace. */
  folder?: string
}

/** The checked-out commit and its repository's page; undefined where the clone is not in the workspace, or from another server. */
export async function readSource(
  inside: string,
  workspace: string,
  server: string | undefined,
): Promise<Source | undefined> {
  const [top, commit, origin] = await Promise.all([
    readTopLevel(inside),
    runGit(inside, ['rev-parse', 'HEAD']),
    // As it was cloned: `url.….insteadOf` of a user's configuration can put a token into it.
    runGit(inside, ['config', '--get', 'remote.origin.url']),
  ])
  if (!server || top === undefined || commit === undefined || origin === undefined) return undefined
  const folder = relative(await realpath(workspace), await realpath(top)).replaceAll(sep, '/')
  if (folder.split('/')[0] === '..' || isAbsolute(folder)) return undefined
  const repository = origin.trim().replace(/\.git$/, '')
  const [, path = ''] = repository.split(`${server}/`)
  return repository.startsWith(`${server}/`) && /^[\w.-]+\/[\w.-]+$/.test(path)
    ? { repository, commit: commit.trim(), ...(folder !== '' && { folder }) }
    : undefined
}
