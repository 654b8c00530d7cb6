import { distance } from 'fastest-levenshtein'
import { existsSync, readdirSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep, dirname, posix } from 'node:path'
import type { Problems } from '../shared/errors.ts'
import { readText, walkFiles } from '../shared/files/workspace-files.ts'

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

/** Finds context and Dockerfile inside the workspace, links followed: a build would send what they lead to to the builder. */
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
    problems.add(
      'context',
      `"${context}" is a URL; write a Git repository as https://….git, or check it out first and give its folder.`,
    )
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
    const shown = shownPath(filePath, root)
    const inside = listDockerfiles(root).find((one) => dirname(one.file) === shown)
    problems.add('file', `${shown} is not a file.${inside === undefined ? '' : ` Set file: ${inside.file}`}`)
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
    const shown = shownPath(path, root)
    problems.add(
      input,
      `${what} ${shown}.${input === 'file' ? ` ${describeOthers(root)}` : nearFolder(shown, root)}`,
    )
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

/** A path relative to a folder that it is in, with `/`, for people; else as it is. */
export function shownPath(path: string, root: string): string {
  const short = relative(root, path)
  return short === '' ? '.' : isOutside(short) ? path : short.split(sep).join('/')
}

/** Whether a path that `relative` gave leads out of the folder that it began from. */
export function isOutside(fromRoot: string): boolean {
  return fromRoot === '..' || fromRoot.startsWith(`..${sep}`) || isAbsolute(fromRoot)
}

const maxListed = 8
const dockerfileName = /^(?:(?:docker|container)file(?:[._-][\w.-]+)?|[\w.-]+\.(?:docker|container)file)$/i
const otherEnding = /\.(?:dockerignore|md|sh|ps1|cs|json|ya?ml|template|j2)$/i

/** The folder with a Dockerfile, or one above it, that was most likely meant; a path of Windows has another separator. */
function nearFolder(written: string, root: string): string {
  const folders = listDockerfiles(root).flatMap(({ file, context }) => [dirname(file), context])
  const plain = (path: string): string => path.replaceAll('\\', '/').toLowerCase()
  const near = folders.find((one) => one !== '.' && distance(plain(one), plain(written)) <= 2)
  return near === undefined ? '' : ` Did you mean ${near}?`
}

/** The Dockerfiles that there are, as the inputs that choose them, one a line. */
function describeOthers(root: string): string {
  const found = listDockerfiles(root)
  if (found.length === 0) {
    const isEmpty = walkFiles(root).next().done
    return isEmpty === true
      ? 'The workspace is empty: a workflow needs actions/checkout in a step before this one.'
      : 'The repository has no Dockerfile at all; docker init writes a first one.'
  }
  const lines = found.slice(0, maxListed).map(({ file, context }) => {
    return `\n  file: ${file}${context === '.' ? '' : `, context: ${context}`}`
  })
  const left = found.length - lines.length
  return `${found.length === 1 ? 'Set' : 'Set one of'}:${lines.join('')}${left > 0 ? `\n  and ${left} more` : ''}`
}

/** The Dockerfiles of a workspace, each with the folder that its COPY lines begin from; those with .NET first, else nearest to the top first. */
function listDockerfiles(workspace: string): { file: string; context: string }[] {
  return [...walkFiles(workspace)]
    .filter((path) => dockerfileName.test(posix.basename(path)) && !otherEnding.test(path))
    .map((file) => ({ file, text: readText(join(workspace, file)).replace(/^\s*#.*$/gm, '') }))
    .filter(({ text }) => /^\s*FROM\s/im.test(text))
    .sort((a, b) => Number(/dotnet/i.test(b.text)) - Number(/dotnet/i.test(a.text)))
    .map(({ file, text }) => ({ file, context: contextOf(workspace, file, text) }))
}

/** The highest folder, at the Dockerfile or above it, that has most of what COPY lines, else other lines name; else its own where that has a project. */
function contextOf(workspace: string, file: string, text: string): string {
  const copied = [...text.matchAll(/^\s*(?:COPY|ADD)\s+(?!--from)(?:--\S+\s+)*(.+)$/gim)]
    .flatMap(([, words = '']) =>
      words
        .replace(/[[\]",]/g, ' ')
        .trim()
        .split(/\s+/)
        .slice(0, -1),
    )
    // Of a pattern the folder that it is in.
    .map((path) => path.replace(/[^/]*[*?$].*$/, ''))
    .filter((path) => !/^(?:\.?\/)*\.?$/.test(path))
  const mentioned = [
    ...text.matchAll(/^\s*WORKDIR\s+(\S+)|\bcd\s+(\S+)|([\w./-]+\.(?:\w+proj|slnx?))\b/gim),
  ].flatMap(([, workdir, folder, project]) => endsOf(workdir ?? folder ?? project ?? ''))
  const names = readdirSync(join(workspace, dirname(file)))
  const ownFolder = names.some((name) => /\.(?:\w+proj|slnx?)$/.test(name)) ? dirname(file) : '.'
  return folderWith(workspace, file, copied) ?? folderWith(workspace, file, mentioned) ?? ownFolder
}

/** `/src/App/App.csproj` with each of its ends, since nobody knows to where the context was copied. */
function endsOf(path: string): string[] {
  const parts = path
    .replace(/["']/g, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
  return parts.map((_, index) => parts.slice(index).join('/'))
}

/** The highest folder, at a file or above it, that has most of these paths; undefined where none has any. */
function folderWith(workspace: string, file: string, paths: readonly string[]): string | undefined {
  let best: { folder: string | undefined; count: number } = { folder: undefined, count: 0 }
  const above = [dirname(file)]
  while (above[0] !== '.') above.unshift(dirname(above[0] ?? '.'))
  for (const folder of above) {
    const count = paths.filter((path) => existsSync(join(workspace, folder, path))).length
    if (count > best.count) best = { folder, count }
  }
  return best.folder
}
