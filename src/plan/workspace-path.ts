import { posix } from 'node:path'
import type { CopiedTree } from './dockerfile/copied-paths.ts'

/**
 * The file of the build context (relative, with `/`) that a COPY brought to an absolute path in the container. The last
 * COPY that can have brought it wins, if `exists` knows such a file; a guess is never made. What stands at the folder that a COPY names can
 * only be a folder: a file keeps its name below it.
 */
export function contextPathOf(
  trees: readonly CopiedTree[],
  containerPath: string,
  exists: (contextPath: string, isFolder: boolean) => boolean,
): string | undefined {
  const path = posix.normalize(containerPath)
  for (const { copies } of trees) {
    for (const { source, destination } of [...copies].reverse()) {
      const candidate = sourceOf(source, destination, path)
      const isFolder = destination.endsWith('/') && path === destination.slice(0, -1)
      if (candidate !== undefined && exists(candidate, isFolder)) return candidate
    }
  }
  return undefined
}

function sourceOf(source: string, destination: string, path: string): string | undefined {
  const folder = destination.replace(/\/$/, '')
  if (path === folder) return source === '' ? undefined : source
  if (!path.startsWith(`${folder}/`)) return undefined
  const rest = path.slice(folder.length + 1)
  // A file that was copied below a folder keeps its own name; a folder gives its content.
  if (destination.endsWith('/') && rest === posix.basename(source)) return source
  return source === '' ? rest : `${source}/${rest}`
}
