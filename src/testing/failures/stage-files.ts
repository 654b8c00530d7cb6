import { existsSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { commandOf } from '../../plan/commands/shell-text.ts'
import { containerPathOf, readCopiedTree, treeBefore } from '../../plan/dockerfile/copied-paths.ts'
import { explainAbsence, type Absence } from '../../plan/dockerfile/missing-file.ts'
import { type Instruction, stageLabel } from '../../plan/dockerfile/parse-dockerfile.ts'
import { instructionsOf } from '../../plan/dockerfile/stage-graph.ts'
import { kindOfPath } from '../../shared/files/workspace-files.ts'
import { findFolder, findInContext, isBrought, isProject } from './context-paths.ts'
import { lineOf, type FailurePlace } from './failure.ts'

/** A file of the build context that a stage lacks, and what keeps it out or would bring it. `path` is relative to the context, with `/`. */
export type MissingFile =
  /** `words` is a sentence. */
  | { kind: Absence['kind'] | 'elsewhere'; path: string; words: string }
  /** The COPY that would bring it, and the instruction that it belongs above. */
  | { kind: 'not-copied'; path: string; copy: string; above: Instruction }

const dotnetCommand = /\bdotnet\s+(?:restore|build|publish|test|run|pack|msbuild)\b|\bmsbuild\b/i

/** The first command of dotnet, once the project is there that the failed one names: mostly the restore; else the instruction that failed. */
export function findFirstDotnetRun(place: FailurePlace): Instruction {
  const { instruction } = place
  const all = instructionsOf(instruction.stage)
  const until = all.slice(0, all.indexOf(instruction) + 1)
  const target = findTarget(place)
  const isFirst = (one: Instruction): boolean =>
    one.keyword === 'RUN' &&
    dotnetCommand.test(commandOf(one)) &&
    (target === undefined || isBrought(target, one))
  return until.find(isFirst) ?? instruction
}

/** The project or solution of the context that a command names, by its file or its folder. */
function findTarget(place: FailurePlace): string | undefined {
  const { context } = place.sources.paths
  for (const word of commandOf(place.instruction).split(/\s+/)) {
    if (!/^[\w./-]*\w[\w./-]*$/.test(word) || word.startsWith('-')) continue
    const path = findInContext(posix.resolve(findFolder(place), word), place)
    const kind = kindOfPath(join(context, path))
    const inFolder = kind === 'folder' ? readdirSync(join(context, path)).find(isProject) : undefined
    if (kind === 'file' && isProject(path)) return path
    if (inFolder !== undefined) return posix.join(path, inFolder)
  }
  return undefined
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
  if (!existsSync(join(sources.paths.context, path))) return undefined
  if (isBrought(path, above)) {
    const words = describeOtherPlace(path, posix.normalize(containerPath), place, above)
    return words === undefined ? undefined : { kind: 'elsewhere', path, words }
  }
  return { kind: 'not-copied', path, copy: copyFor(path, containerPath, place, above), above }
}

/** The COPY that brings a file or folder of the context to a place in the container, written as from the WORKDIR before `above`. */
function copyFor(path: string, containerPath: string, place: FailurePlace, above: Instruction): string {
  const { workdir } = treeBefore(above)
  const isFolder = kindOfPath(join(place.sources.paths.context, path)) === 'folder'
  const target = isFolder ? containerPath : posix.dirname(containerPath)
  const inside = posix.relative(workdir, target)
  const to = inside === '' ? './' : `${inside.startsWith('..') ? target : inside}/`
  return `COPY ${isFolder ? `${path}/` : sourceOf(path, place)} ${to}`
}

/** Where COPY puts a file that is looked for in another place, and how both come together; undefined where it is in its place. */
function describeOtherPlace(
  path: string,
  wanted: string,
  place: FailurePlace,
  above: Instruction,
): string | undefined {
  const { instruction } = place
  const tree = treeBefore(instruction)
  const copy = tree.patterns.findLast(({ brings }) => brings(path))
  const known = containerPathOf(tree, path)
  const there = known ?? copy?.placeOf(path)
  if (copy === undefined || there === undefined || there === wanted) return undefined
  const said = `COPY of ${lineOf(place, copy.line)} puts it at ${there}, and it is looked for at ${wanted}.`
  const folder = findFolder(place)
  const isNamed = commandOf(instruction)
    .split(/[\s"']+/)
    .some((word) => posix.resolve(folder, word) === wanted)
  if (known === undefined)
    return `${said} COPY takes what a pattern matches without its folders. Write: ${copyFor(path, wanted, place, above)}`
  if (!isNamed) return `${said} Let a COPY bring it there: ${copyFor(path, wanted, place, above)}`
  return `${said} ${lineOf(place, instruction.firstLine)} runs in ${folder}, and from there it is ${posix.relative(folder, there)}.`
}

/** What a COPY takes: the file, as the team's other lines write it, or the whole folder of a project that no later line brings. */
function sourceOf(path: string, place: FailurePlace): string {
  const { dir, ext, base } = posix.parse(path)
  if (ext === '.projitems') return `${dir}/`
  if (!ext.endsWith('proj')) return path
  const { dockerfile } = place.sources
  const patterns = dockerfile.stages.flatMap((stage) => readCopiedTree(stage).patterns)
  if (dir !== '' && !patterns.some(({ brings }) => brings(path))) return `${dir}/`
  const usesPatterns = new RegExp(`\\*\\${ext}\\b`).test(dockerfile.text)
  return posix.join(dir, usesPatterns ? `*${ext}` : base)
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
    `No COPY brings ${names} into stage ${stageLabel(above.stage)} before ${lineOf(place, above.firstLine)}, ${command}`,
    `Add above ${lineOf(place, above.firstLine)}:`,
    ...new Set(copies.map(({ copy }) => `  ${copy}`)),
  ]
}
