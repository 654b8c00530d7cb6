import { distance } from 'fastest-levenshtein'
import { existsSync, readdirSync, type Dirent } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { shownPath, type Paths } from '../../inputs/paths.ts'

/** How deep folders of the context are searched for a file, and how many. */
const maxDepth = 4
const maxFolders = 2000

/**
 * Says where a file is that a COPY takes and that the context does not have at that path: below the folder that is meant as the context, under
 * a name that is written a little differently, or in another folder. Undefined where nothing is like it. What a COPY takes, another
 * context may have; what a command looks for not.
 */
export function describeNearFile(path: string, paths: Paths, isOfCopy: boolean): string | undefined {
  const { context, fileShown } = paths
  const inner = foldersOfDockerfile(paths).find((folder) => existsSync(join(context, folder, path)))
  if (inner !== undefined && isOfCopy)
    return `${shownPath(join(context, inner), paths.workspace)} has it. Set context: ${shownPath(join(context, inner), paths.workspace)}, and file: ${fileShown}.`
  const { dir, base } = posix.parse(path)
  const similar = listEntries(join(context, dir)).find(({ name }) => isNear(name, base))?.name
  if (similar !== undefined) return `what is there is ${posix.join(dir, similar)}.`
  const folders = listFolders(context)
  const above = folders.find((folder) => existsSync(join(context, folder, path)))
  if (above !== undefined && isOfCopy)
    return `what is there is ${posix.join(above, path)}. Write that in COPY, or set context: ${shownPath(join(context, above), paths.workspace)}, and file: ${fileShown}.`
  const found = folders.filter((folder) => existsSync(join(context, folder, base))).slice(0, 3)
  return found.length === 0
    ? undefined
    : `what is there is ${found.map((folder) => posix.join(folder, base)).join(', ')}.`
}

/** The folders from that of the Dockerfile up to the context, relative to it: one of them is mostly meant. */
function foldersOfDockerfile({ context, file }: Paths): string[] {
  const folders: string[] = []
  for (let folder = dirname(file); folder.startsWith(`${context}/`); folder = dirname(folder))
    folders.push(folder.slice(context.length + 1))
  return folders
}

/** The folders of the context, the nearest first, without what builds and package managers write. */
function listFolders(context: string): string[] {
  const folders = ['']
  for (const folder of folders) {
    if (folders.length > maxFolders || folder.split('/').length > maxDepth) break
    for (const entry of listEntries(join(context, folder)))
      if (entry.isDirectory() && !/^(?:\.git|bin|obj|node_modules)$/.test(entry.name))
        folders.push(posix.join(folder, entry.name))
  }
  return folders
}

function listEntries(folder: string): Dirent[] {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []
}

/** Whether two names differ by two letters at most. */
function isNear(name: string, wanted: string): boolean {
  return wanted.length >= 4 && distance(name, wanted) <= 2
}
