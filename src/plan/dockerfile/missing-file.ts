import { distance } from 'fastest-levenshtein'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { BuildError } from '../../docker/build/buildkit-words.ts'
import { shownPath, type Paths } from '../../inputs/paths.ts'
import { foldersUp, readText, walkFolders } from '../../shared/files/workspace-files.ts'
import { type Dockerfile, findInstruction, findStage, fromOf } from './parse-dockerfile.ts'
import { type IgnoreFile, parseIgnoreFile } from './dockerignore.ts'

/** Where the files of a build come from. */
export interface BuildSources {
  dockerfile: Dockerfile
  /** For each line that is ours, the line of the team's that it stands for; undefined in a generated stage. */
  origins?: ReadonlyMap<number, number | undefined>
  paths: Paths
  ignoreFile: IgnoreFile | undefined
  /** The build secrets that were given, where that is known. */
  secretIds?: readonly string[]
}

/** BuildKit's words for a COPY or ADD whose file is not there (solver/llbsolver, cache/contenthash: checksum of a ref). */
const missing =
  /failed to calculate checksum of ref [^:]+(?:::[^:]+)?: "([^"]+)": not found|^lstat (\S+): no such file or directory/

/** Which file a COPY or ADD takes that is not there, and what most likely keeps it out; undefined for any other error. */
export function explainMissingFile(
  { message, line }: Pick<BuildError, 'message' | 'line'>,
  sources: BuildSources,
): string | undefined {
  const [, taken, folder] = missing.exec(message) ?? []
  const path = (taken ?? folder)?.replace(/^\/+/, '')
  if (path === undefined) return undefined
  const instruction = findInstruction(sources.dockerfile, line)
  const from = instruction && fromOf(instruction)
  if (from !== undefined)
    return `/${path} is not there in ${from}, where COPY --from takes it.${describeOutput(from, sources.dockerfile)}`
  const { context, workspace } = sources.paths
  const why =
    explainAbsence(path, sources)?.words ??
    (hasBackslash(instruction?.argument ?? '') ? backslash : undefined) ??
    describeNearFile(path, sources.paths, true) ??
    'there is no such file.'
  return `${path} is not in the build context, ${nameFolder(shownPath(context, workspace))}: ${why}`
}

/** What a Dockerfile and its shell make of a path of Windows. */
export const backslash = 'a path needs / between its folders, since \\ only marks the character after it.'

/** Whether a text has a path with the separator of Windows. */
export function hasBackslash(text: string): boolean {
  return /\w\\\w/.test(text)
}

/** Where a stage publishes to, so far as its commands say it. */
function describeOutput(name: string, { stages, shown }: Dockerfile): string {
  const outputs = (findStage(stages, name)?.instructions ?? []).flatMap(
    ({ keyword, argument, firstLine }) => {
      const to = /\bdotnet publish\b.*?\s(?:-o|--output)[\s=]+["']?([^\s"';&]+)/s.exec(argument)?.[1]
      return keyword === 'RUN' && to !== undefined ? [`${to} (${shown}:${firstLine})`] : []
    },
  )
  return outputs.length === 0 ? '' : ` dotnet publish writes to ${outputs.join(', ')}.`
}

/** Why a file of the repository does not come into the build; `words` end a sentence. */
export interface Absence {
  kind: 'ignored' | 'outside' | 'submodule' | 'case' | 'lfs' | 'unversioned'
  words: string
}

/** What keeps a file, whose path is relative to the context, out of the build; undefined where nothing that is at hand tells. */
export function explainAbsence(path: string, { ignoreFile, paths }: BuildSources): Absence | undefined {
  const { context } = paths
  const rule = ignoreFile?.ruleFor(path)
  if (rule !== undefined && existsSync(join(context, path)))
    return {
      kind: 'ignored',
      words: `line ${rule.line} of ${ignoreFile?.name ?? ''}, "${rule.pattern}", keeps it out.`,
    }
  if (isPointer(join(context, path)))
    return {
      kind: 'lfs',
      words: 'the checkout has a pointer of Git LFS in its place. Set lfs: true for actions/checkout.',
    }
  const outside = path.startsWith('../') ? describeOutside(path, paths) : undefined
  if (outside !== undefined) return { kind: 'outside', words: outside }
  const submodule = findSubmodule(path, paths)
  if (submodule !== undefined) return { kind: 'submodule', words: submodule }
  const other = findOtherCase(context, path)
  if (other !== undefined)
    return { kind: 'case', words: `what is there is ${other}, and upper and lower case differ on Linux.` }
  const outer = findOuterFolder(path, paths)
  if (outer !== undefined) {
    const folder = shownPath(outer, paths.workspace)
    return { kind: 'outside', words: `${nameFolder(folder)} has it. ${setContext(folder, paths)}` }
  }
  const unversioned = explainUnversioned(path, paths)
  return unversioned === undefined ? undefined : { kind: 'unversioned', words: unversioned }
}

/** Whether a file is what Git LFS leaves in the place of one that it did not fetch. */
function isPointer(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return (
    found?.isFile() === true && found.size < 1024 && readText(path).startsWith('version https://git-lfs.')
  )
}

/** The line of .gitignore for a file that only the machine of who wrote the Dockerfile has. */
function explainUnversioned(path: string, { context, workspace }: Paths): string | undefined {
  if (existsSync(join(context, path))) return undefined
  // A pattern without a slash inside is one for every folder.
  const text = readText(join(workspace, '.gitignore')).replace(/^(!?)(?=[^#!/\n][^/\n]*\/?$)/gm, '$1**/')
  const rule = parseIgnoreFile(text).ruleFor(shownPath(join(context, path), workspace))
  return rule === undefined
    ? undefined
    : `line ${rule.line} of .gitignore, "${rule.pattern.replace(/^\*\*\//, '')}", keeps it out of the repository. Commit it, or let a RUN above make it.`
}

/** A file beside or above the context, which no COPY can reach. */
function describeOutside(path: string, { context, workspace, fileShown }: Paths): string | undefined {
  if (!existsSync(join(context, path))) return undefined
  const folder = shownPath(join(context, /^(?:\.\.\/)+/.exec(path)?.[0] ?? ''), workspace)
  return `it is outside of the build context. Set context: ${folder}, and file: ${fileShown}, and let COPY begin there.`
}

/** The submodule of .gitmodules that a path which isn't there lies in. */
function findSubmodule(path: string, { context, workspace }: Paths): string | undefined {
  if (existsSync(join(context, path))) return undefined
  const wanted = shownPath(join(context, path), workspace)
  const lines = readText(join(workspace, '.gitmodules')).split('\n')
  for (const [index, line] of lines.entries()) {
    const folder = /^\s*path\s*=\s*"?(.*?)\/?"?\s*$/.exec(line)?.[1]
    if (folder === undefined || !(wanted === folder || wanted.startsWith(`${folder}/`))) continue
    const nested = existsSync(join(workspace, folder, '.git'))
    return nested
      ? undefined
      : `${folder} is a submodule (.gitmodules:${index + 1}) that was not checked out. Set submodules: true for actions/checkout.`
  }
  return undefined
}

/** A path as it is on the disk where only the case of letters differs. */
function findOtherCase(context: string, path: string): string | undefined {
  const found: string[] = []
  for (const wanted of path.split('/')) {
    const names = listNames(join(context, ...found))
    const name =
      names.find((one) => one === wanted) ?? names.find((one) => one.toLowerCase() === wanted.toLowerCase())
    if (name === undefined) return undefined
    found.push(name)
  }
  const other = found.join('/')
  return other === path ? undefined : other
}

/** The nearest folder above the context, in the workspace, below which the path is: Visual Studio's Dockerfiles are built from the solution's. */
function findOuterFolder(path: string, { context, workspace }: Paths): string | undefined {
  return foldersUp(context, workspace)
    .slice(1)
    .find((folder) => existsSync(join(folder, path)))
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function setContext(folder: string, { fileShown }: Paths): string {
  return `Set context: ${folder}, and file: ${fileShown}.`
}

function nameFolder(shown: string): string {
  return shown === '.' ? 'the workspace' : shown
}

/**
 * Where a file is that the context does not have at a path: below the folder that is meant as the context, under a name written a little differently,
 * or in another folder. What a COPY takes, another context may have; what a command looks for not.
 */
export function describeNearFile(path: string, paths: Paths, isOfCopy: boolean): string | undefined {
  const { context, workspace, fileShown } = paths
  const shown = (folder: string): string => shownPath(join(context, folder), workspace)
  const inner = foldersOfDockerfile(paths).find((folder) => existsSync(join(context, folder, path)))
  if (inner !== undefined && isOfCopy) return `${shown(inner)} has it. ${setContext(shown(inner), paths)}`
  const { dir, base } = posix.parse(path)
  const [here] = walkFolders(join(context, dir), { maxFolders: 1 })
  const similar = here?.entries.find(({ name }) => isNear(name, base))?.name
  if (similar !== undefined) return `what is there is ${posix.join(dir, similar)}.`
  const folders = [...walkFolders(context)].map((folder) => folder.path)
  const above = folders.find((folder) => existsSync(join(context, folder, path)))
  if (above !== undefined && isOfCopy)
    return `what is there is ${posix.join(above, path)}. Write that in COPY, or set context: ${shown(above)}, and file: ${fileShown}.`
  const found = folders.filter((folder) => existsSync(join(context, folder, base))).slice(0, 3)
  return found.length === 0
    ? undefined
    : `what is there is ${found.map((folder) => posix.join(folder, base)).join(', ')}.`
}

/** The folders from that of the Dockerfile up to the context, relative to it: one of them is mostly meant. */
function foldersOfDockerfile({ context, file }: Paths): string[] {
  return foldersUp(dirname(file), context)
    .slice(0, -1)
    .map((folder) => shownPath(folder, context))
}

/** Whether two names differ by two letters at most. */
function isNear(name: string, wanted: string): boolean {
  return wanted.length >= 4 && distance(name, wanted) <= 2
}
