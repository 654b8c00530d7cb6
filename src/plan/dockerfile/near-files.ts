import { distance } from 'fastest-levenshtein'
import { existsSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { shownPath, type Paths } from '../../inputs/paths.ts'
import { walkFolders } from '../../shared/files/workspace-files.ts'

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
  const [here] = walkFolders(join(context, dir), { maxFolders: 1 })
  const similar = here?.entries.find(({ name }) => isNear(name, base))?.name
  if (similar !== undefined) return `what is there is ${posix.join(dir, similar)}.`
  const folders = [...walkFolders(context)].map((folder) => folder.path)
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

/** Whether two names differ by two letters at most. */
function isNear(name: string, wanted: string): boolean {
  return wanted.length >= 4 && distance(name, wanted) <= 2
}
