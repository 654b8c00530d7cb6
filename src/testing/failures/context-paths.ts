import { existsSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { readTargets } from '../../plan/commands/command-targets.ts'
import { commandOf } from '../../plan/commands/shell-text.ts'
import {
  brings,
  mounts,
  containerPathOf,
  contextPathOf,
  type CopiedTree,
  readCopiedTree,
  treeBefore,
} from '../../plan/dockerfile/copied-paths.ts'
import type { Instruction } from '../../plan/dockerfile/parse-dockerfile.ts'
import { shownPath } from '../../inputs/paths.ts'
import type { Place } from '../../shared/errors.ts'
import { foldersUp, kindOfPath, readText } from '../../shared/files/workspace-files.ts'
import type { FailurePlace } from './failure.ts'

/** Whether a path is of a project or a solution. */
export function isProject(path = ''): boolean {
  return /\.(?:slnx?|slnf|\w+proj)$/.test(path)
}

/** Whether a COPY or a bind mount brings a file of the context into the stage before an instruction, or is meant to. */
export function isBrought(path: string, before: Instruction): boolean {
  return brings(treeBefore(before), path) || mounts(before, path)
}

/** The file of the context that stands, or would stand, at a path in the container: by COPY, else the longest end of the path that is there. May lead out with `..`. */
export function findInContext(containerPath: string, place: FailurePlace): string {
  const { context } = place.sources.paths
  const exists = (path: string, isFolder = false): boolean =>
    isFolder ? kindOfPath(join(context, path)) === 'folder' : existsSync(join(context, path))
  const tree = readCopiedTree(place.instruction.stage)
  const path = posix.normalize(containerPath)
  const known = contextPathOf([tree], path, exists)
  if (known !== undefined) return known
  const roots = rootsOf(tree)
  const relatives = (roots.length > 0 ? roots : [workdirOf(place)]).map((root) => posix.relative(root, path))
  const parts = path.split('/').filter((part) => part !== '')
  const ends = parts.map((_, index) => parts.slice(index).join('/'))
  return [...relatives, ...ends].find((path) => exists(path)) ?? relatives[0] ?? path
}

/** The text of the file of the build context that stands at an absolute path in the container; empty where there is none. */
export function readInContext(containerPath: string, place: FailurePlace): string {
  return readText(join(place.sources.paths.context, findInContext(containerPath, place)))
}

/** Where the command runs: a `cd` in front of it counts. */
export function findFolder(place: FailurePlace): string {
  const workdir = workdirOf(place)
  const [, folder] = /(?:^|&&|;)\s*cd\s+([^\s;&|$]+)\s*(?:&&|;)/.exec(commandOf(place.instruction)) ?? []
  return folder === undefined ? workdir : posix.resolve(workdir, folder)
}

/** Where the command looks for a project: the folder that it names, else where it runs. */
export function findProjectFolder(place: FailurePlace): string {
  const [given = '.'] = readTargets(commandOf(place.instruction).split(/\s+/))
  return posix.resolve(findFolder(place), given)
}

/** Where the root of the context stands in the container, as far as each COPY tells. */
function rootsOf({ copies }: CopiedTree): string[] {
  return copies.flatMap(({ source, destination }) => {
    const folder = destination === '/' ? '/' : destination.replace(/\/$/, '')
    if (source === '') return [folder]
    return folder.endsWith(`/${source}`) ? [folder.slice(0, -source.length - 1) || '/'] : []
  })
}

/** The place in the checkout of a file in the container; undefined when it is none of the build context. */
export function locateIn(
  place: FailurePlace,
  containerPath: string,
  line: number | undefined,
): Place | undefined {
  const { context, workspace } = place.sources.paths
  const path = containerPath.startsWith('/') ? findInContext(containerPath, place) : containerPath
  if (kindOfPath(join(context, path)) !== 'file') return undefined
  return { file: shownPath(join(context, path), workspace), line }
}

/** The nearest file of one of these names in a project's folder or one above it, in the workspace, by its place in the container. */
export function findAbove(
  names: readonly string[],
  projectInContainer: string,
  place: FailurePlace,
): string | undefined {
  const { context, workspace } = place.sources.paths
  const project = findInContext(projectInContainer, place)
  const folders = foldersUp(dirname(join(context, project)), workspace)
  for (const [depth, folder] of folders.entries()) {
    const name = names.find((one) => existsSync(join(folder, one)))
    if (name !== undefined) return posix.join(projectInContainer, '../'.repeat(depth + 1), name)
  }
  return undefined
}

/** Where an instruction runs. */
export function workdirOf({ instruction }: Pick<FailurePlace, 'instruction'>): string {
  return treeBefore(instruction).workdir
}

/** Where the root of the build context stands in the container, as far as a file that is known at both places tells. */
export function containerPathIn(place: FailurePlace, path: string): string {
  const tree = readCopiedTree(place.instruction.stage)
  const known = containerPathOf(tree, path)
  return known ?? posix.join(rootsOf(tree)[0] ?? tree.workdir, path)
}
