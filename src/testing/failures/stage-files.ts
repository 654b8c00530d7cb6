import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { containerPathOf, readCopiedTree, type CopiedTree } from '../../plan/dockerfile/copied-paths.ts'
import { toMatcher } from '../../plan/dockerfile/dockerignore.ts'
import { explainAbsence, type Absence } from '../../plan/dockerfile/missing-file.ts'
import { stageLabel, type Instruction } from '../../plan/dockerfile/parse-dockerfile.ts'
import { mountsOf } from '../../plan/dockerfile/parse-dockerfile.ts'
import { chainOf } from '../../plan/dockerfile/stage-graph.ts'
import { commandOf } from '../../plan/commands/shell-text.ts'
import { contextPathOf } from '../../plan/workspace-path.ts'
import type { Place } from '../../shared/errors.ts'
import { lineOf, type FailurePlace } from './failure.ts'

/** A file of the build context that a stage lacks, and what keeps it out or would bring it. `path` is relative to the context, with `/`. */
export type MissingFile =
  /** `words` is a sentence. */
  | { kind: Absence['kind'] | 'elsewhere'; path: string; words: string }
  /** The COPY that would bring it, and the instruction that it belongs above. */
  | { kind: 'not-copied'; path: string; copy: string; above: Instruction }

const dotnetCommand = /\bdotnet\s+(?:restore|build|publish|test|run|pack|msbuild)\b|\bmsbuild\b/i

/**
 * The first command of dotnet that needs the project files, once the project is there that the failed one names: mostly the restore; else
 * the instruction that failed.
 */
export function findFirstDotnetRun(place: FailurePlace): Instruction {
  const { sources, stage, instruction } = place
  const all = chainOf(sources.dockerfile, stage)
    .reverse()
    .flatMap(({ instructions }) => instructions)
  const until = all.slice(0, all.indexOf(instruction) + 1)
  const target = findTarget(place)
  const isFirst = (one: Instruction): boolean =>
    one.keyword === 'RUN' &&
    dotnetCommand.test(commandOf(one)) &&
    (target === undefined || isBrought(target, place, one))
  return until.find(isFirst) ?? instruction
}

/** The project or solution of the context that a command names, by its file or its folder. */
function findTarget(place: FailurePlace): string | undefined {
  const { context } = place.sources.paths
  for (const word of commandOf(place.instruction).split(/\s+/)) {
    if (!/^[\w./-]*\w[\w./-]*$/.test(word) || word.startsWith('-')) continue
    const path = findInContext(posix.resolve(findFolder(place), word), place)
    const found = statSync(join(context, path), { throwIfNoEntry: false })
    const inFolder =
      found?.isDirectory() === true ? readdirSync(join(context, path)).find(isProject) : undefined
    if (found?.isFile() === true && isProject(path)) return path
    if (inFolder !== undefined) return posix.join(path, inFolder)
  }
  return undefined
}

/** Whether a path is of a project or a solution. */
export function isProject(path: string): boolean {
  return /\.(?:slnx?|slnf|\w+proj)$/.test(path)
}

/** Whether a COPY or a bind mount brings a file of the context into the stage before an instruction, or is meant to. */
export function isBrought(path: string, { sources, stage }: FailurePlace, before: Instruction): boolean {
  const { patterns } = readCopiedTree(sources.dockerfile, stage, before)
  return patterns.some(({ brings }) => brings(path)) || isMounted(path, before)
}

function isMounted(path: string, instruction: Instruction): boolean {
  return mountsOf(instruction, 'bind').some(
    (options) =>
      !options.has('from') && toMatcher(options.get('source') ?? options.get('src') ?? '').test(path),
  )
}

/**
 * The file of the build context (relative, with `/`) that stands, or would stand, at an absolute path in the container: by the COPY
 * instructions where these tell, else the longest end of the path that is there. Leads out of the context with `..`.
 */
export function findInContext(containerPath: string, { sources, stage, instruction }: FailurePlace): string {
  const { context } = sources.paths
  const exists = (path: string): boolean => existsSync(join(context, path))
  const tree = readCopiedTree(sources.dockerfile, stage)
  const path = posix.normalize(containerPath)
  const known = contextPathOf([tree], path, exists)
  if (known !== undefined) return known
  const roots = [...rootsOf(tree), readCopiedTree(sources.dockerfile, stage, instruction).workdir]
  const relatives = roots.map((root) => posix.relative(root, path))
  const parts = path.split('/').filter((part) => part !== '')
  const ends = parts.map((_, index) => parts.slice(index).join('/'))
  return [...relatives, ...ends].find(exists) ?? relatives[0] ?? path
}

/** Where the command runs: a `cd` in front of it counts. */
export function findFolder(place: FailurePlace): string {
  const workdir = workdirOf(place)
  const [, folder] = /(?:^|&&|;)\s*cd\s+([^\s;&|$]+)\s*(?:&&|;)/.exec(commandOf(place.instruction)) ?? []
  return folder === undefined ? workdir : posix.resolve(workdir, folder)
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
  const isFile = (path: string): boolean =>
    statSync(join(context, path), { throwIfNoEntry: false })?.isFile() === true
  const path = containerPath.startsWith('/') ? findInContext(containerPath, place) : containerPath
  if (!isFile(path)) return undefined
  const file = relative(workspace, join(context, path)).split(sep).join('/')
  return { file, ...(line === undefined ? {} : { line }) }
}

/** Says what a stage lacks of the build context at an absolute path in the container before `above`; undefined when it should be there. */
export function explainMissing(
  containerPath: string,
  place: FailurePlace,
  above = findFirstDotnetRun(place),
): MissingFile | undefined {
  const { sources } = place
  const path = findInContext(containerPath, place)
  const absence = explainAbsence(path, sources)
  if (absence !== undefined) return { path, ...absence }
  const full = join(sources.paths.context, path)
  if (!existsSync(full)) return undefined
  if (isBrought(path, place, above)) {
    const there = containerPathOf(readCopiedTree(sources.dockerfile, place.stage, place.instruction), path)
    if (there === undefined || there === posix.normalize(containerPath)) return undefined
    return {
      kind: 'elsewhere',
      path,
      words: `COPY puts it at ${there}, and it is looked for at ${containerPath}.`,
    }
  }
  const { workdir } = readCopiedTree(sources.dockerfile, place.stage, above)
  const isFolder = statSync(full).isDirectory()
  const target = isFolder ? containerPath : posix.dirname(containerPath)
  const inside = posix.relative(workdir, target)
  const to = inside === '' ? './' : `${inside.startsWith('..') ? target : inside}/`
  const from = isFolder ? `${path}/` : sourceOf(path, place)
  return { kind: 'not-copied', path, copy: `COPY ${from} ${to}`, above }
}

/** What a COPY takes: the file, as the team's other lines write it, or the whole folder of a project that no later line brings. */
function sourceOf(path: string, place: FailurePlace): string {
  const { dir, ext, base } = posix.parse(path)
  if (ext === '.projitems') return `${dir}/`
  if (!ext.endsWith('proj')) return path
  const { dockerfile } = place.sources
  const patterns = dockerfile.stages.flatMap((stage) => readCopiedTree(dockerfile, stage).patterns)
  if (dir !== '' && !patterns.some(({ brings }) => brings(path))) return `${dir}/`
  const usesPatterns = new RegExp(`\\*\\${ext}\\b`).test(dockerfile.text)
  return posix.join(dir, usesPatterns ? `*${ext}` : base)
}

/** The nearest file of one of these names in a project's folder or one above it, in the workspace, by its place in the container. */
export function findAbove(
  names: readonly string[],
  projectInContainer: string,
  place: FailurePlace,
): string | undefined {
  const { context, workspace } = place.sources.paths
  const project = findInContext(projectInContainer, place)
  let inContainer = posix.dirname(projectInContainer)
  for (let folder = dirname(join(context, project)); folder.startsWith(workspace); folder = dirname(folder)) {
    const name = names.find((one) => existsSync(join(folder, one)))
    if (name !== undefined) return posix.join(inContainer, name)
    inContainer = posix.join(inContainer, '..')
  }
  return undefined
}

/** Where an instruction runs. */
export function workdirOf({ sources, stage, instruction }: FailurePlace): string {
  return readCopiedTree(sources.dockerfile, stage, instruction).workdir
}

/** Where the root of the build context stands in the container, as far as a file that is known at both places tells. */
export function containerPathIn(place: FailurePlace, path: string): string {
  const tree = readCopiedTree(place.sources.dockerfile, place.stage)
  const known = containerPathOf(tree, path)
  return known ?? posix.join(rootsOf(tree)[0] ?? tree.workdir, path)
}

/** The files that a stage lacks in words: what keeps each out, then what to add, by the line that it belongs above. */
export function describeMissing(missing: readonly MissingFile[], place: FailurePlace): string[] {
  const kept = missing.flatMap((file) =>
    file.kind === 'not-copied' ? [] : [`${file.path} is not where the build looks for it: ${file.words}`],
  )
  const copies = missing
    .flatMap((file) => (file.kind === 'not-copied' ? [file] : []))
    // The first place of a file is that of who named it best.
    .filter(({ path }, index, all) => all.findIndex((one) => one.path === path) === index)
  const [first] = copies
  if (first === undefined) return [...new Set(kept)]
  const { above } = first
  const command = `RUN ${commandOf(above)}`.replace(/\s+/g, ' ').slice(0, 80)
  const names = [...new Set(copies.map(({ path }) => path))].join(', ')
  return [
    ...new Set(kept),
    `No COPY brings ${names} into stage ${stageOf(above, place)} before ${lineOf(place, above.firstLine)}, ${command}`,
    `Add above ${lineOf(place, above.firstLine)}:`,
    ...new Set(copies.map(({ copy }) => `  ${copy}`)),
  ]
}

function stageOf(instruction: Instruction, { sources, stage }: FailurePlace): string {
  const owner = sources.dockerfile.stages.find(({ instructions }) => instructions.includes(instruction))
  return stageLabel(owner ?? stage)
}
