import { stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import type { Project } from '../../plan/projects/project.ts'

/** What no build needs: the history, and what tools, builds and tests on a machine leave beside the sources. */
export const unneededNames: readonly string[] = ['.git', '.vs', 'bin', 'obj', 'TestResults', 'node_modules']

/** The folders of such names at the top of the build context and beside its projects, as paths in it. */
export async function findLeftovers(
  context: string,
  { projects }: { projects: readonly Pick<Project, 'path'>[] },
): Promise<string[]> {
  const folders = new Set(['.', ...projects.map(({ path }) => posix.dirname(path))])
  const paths = [...folders].flatMap((folder) => unneededNames.map((name) => posix.join(folder, name)))
  const isFolder = async (path: string): Promise<boolean> =>
    (await stat(join(context, path)).catch(() => undefined))?.isDirectory() === true
  const found = await Promise.all(paths.map(isFolder))
  return paths.filter((_, index) => found[index])
}
