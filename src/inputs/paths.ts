import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { describeDockerfiles, listDockerfiles } from './list-dockerfiles.ts'
import type { Problems } from './problems.ts'

/** Where things are on this disk. All but `…Shown` are absolute and free of symbolic links. */
export interface Paths {
  workspace: string
  context: string
  file: string
  /** The Dockerfile relative to the workspace, with `/`, for people and annotations. */
  fileShown: string
}

/** Those of something that has more. */
export function pathsOf({ workspace, context, file, fileShown }: Paths): Paths {
  return { workspace, context, file, fileShown }
}

const gitUrlPattern = /^(https?:\/\/|git:\/\/|ssh:\/\/|git@|github\.com\/)/i

/**
 * Finds context and Dockerfile, and holds both inside the workspace also when a symbolic link leads elsewhere:
 * a build would send what the link points at to the builder.
 */
export async function findContext(
  context: string,
  file: string,
  workspace: string,
  problems: Problems,
): Promise<Paths> {
  const root = await realpath(workspace)
  const found: Paths = {
    workspace: root,
    context: root,
    file: join(root, 'Dockerfile'),
    fileShown: 'Dockerfile',
  }
  if (gitUrlPattern.test(context)) {
    problems.add('context', `"${context}" is a URL; check the repository out first and give its folder.`)
    return found
  }
  const contextPath = await locate('context', resolve(root, context), root, problems)
  if (contextPath === undefined) {
    // A Dockerfile that was named can be looked for all the same, so that both problems are told at once.
    if (file !== '') await locate('file', resolve(root, file), root, problems)
    return found
  }
  if (!(await stat(contextPath)).isDirectory()) {
    problems.add('context', `${shownPath(contextPath, root)} is a file; the build context is a folder.`)
    return found
  }
  const written = file === '' ? join(contextPath, 'Dockerfile') : resolve(root, file)
  const filePath = await locate('file', written, root, problems)
  if (filePath === undefined) return found
  if (!(await stat(filePath)).isFile()) {
    problems.add('file', `${shownPath(filePath, root)} is not a file.`)
    return found
  }
  return { workspace: root, context: contextPath, file: filePath, fileShown: shownPath(filePath, root) }
}

async function locate(
  input: 'context' | 'file',
  path: string,
  root: string,
  problems: Problems,
): Promise<string | undefined> {
  let real: string
  try {
    real = await realpath(path)
  } catch {
    const what = input === 'file' ? 'there is no Dockerfile at' : 'there is no folder'
    const hint = input === 'file' ? ` ${await describeOthers(root)}` : ''
    problems.add(input, `${what} ${shownPath(path, root)}.${hint}`)
    return undefined
  }
  if (isOutside(relative(root, real))) {
    const link = real === path ? '' : `, by way of a link to ${real}`
    problems.add(
      input,
      `${shownPath(path, root)} is outside the workspace ${root}${link}; builds read only what is inside.`,
    )
    return undefined
  }
  return real
}

async function describeOthers(root: string): Promise<string> {
  const found = await listDockerfiles(root)
  if (found.length === 0) return 'Set the input file to its path, relative to the workspace.'
  return `${found.length === 1 ? 'Set' : 'Set one of'}:\n${describeDockerfiles(found)}`
}

/** A path relative to a folder that it is in, with `/`, for people; else as it is. */
export function shownPath(path: string, root: string): string {
  const short = relative(root, path)
  return short === '' ? '.' : isOutside(short) ? path : short.split(sep).join('/')
}

/** Whether a path that `relative` gave leads out of the folder that it began from. */
export function isOutside(fromRoot: string): boolean {
  return fromRoot === '..' || fromRoot.startsWith(`..${sep}`) || isAbsolute(fromRoot)
}
