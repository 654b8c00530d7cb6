import { posix } from 'node:path'
import { readCopiedTree, type CopiedPath } from '../../../../plan/dockerfile/copied-paths.ts'
import { neededFor } from '../../../../plan/dockerfile/stage-graph.ts'
import { hasVariables } from '../../../../plan/dockerfile/variables.ts'
import {
  type Dockerfile,
  findInstruction,
  writtenFlags,
} from '../../../../plan/dockerfile/parse-dockerfile.ts'
import { folderOf, withReferences } from '../../../../plan/projects/image-tests.ts'
import type { Advice } from '../../advice.ts'
import { dotnetCommands, firstPath, type DotnetCommand } from '../../../../plan/projects/dotnet-commands.ts'
import { commandWith } from '../../command-edits.ts'
import { fixOf, inPlaceOf } from '../../edits.ts'
import { projectFileOf, type ImageFacts } from '../../image-facts.ts'

/**
 * Sources that are copied before packages are restored, so that any change of them restores again. Not where a cache mount
 * keeps the packages.
 */
export function findRestoreOrder(facts: ImageFacts): Advice[] {
  const { dockerfile, final } = facts
  const found = new Map<number, Advice>()
  for (const stage of neededFor(dockerfile, final)) {
    const restore = dotnetCommands(dockerfile, stage).find(restores)
    if (restore === undefined || hasCacheMount(restore)) continue
    const { firstLine } = restore.instruction
    const copy = readCopiedTree(dockerfile, stage).copies.find(
      ({ source, line }) => source === '' && line < firstLine,
    )
    if (copy !== undefined) found.set(copy.line, adviceOn(facts, copy, restore))
  }
  return [...found.values()]
}

function restores({ verb, words }: DotnetCommand): boolean {
  if (verb === 'restore') return true
  return (
    /^(?:build|publish|test|pack|run)$/.test(verb) &&
    !words.includes('--no-restore') &&
    !words.includes('--no-build')
  )
}

function hasCacheMount({ instruction: { flags } }: DotnetCommand): boolean {
  return flags.some(({ name, value }) => name === 'mount' && /(?:^|,)type=cache(?:,|$)/.test(value))
}

/** How often packages were restored anew, where earlier builds told. */
function tellMisses({ record }: ImageFacts): string {
  const told = [...record.history, record].filter((point) => point.isRestoreCached !== undefined)
  const missed = told.filter((point) => point.isRestoreCached === false).length
  return told.length < 2 ? '' : ` Of the last ${told.length} builds, ${missed} restored them anew.`
}

function adviceOn(facts: ImageFacts, copy: CopiedPath, restore: DotnetCommand): Advice {
  const { dockerfile } = facts
  const { firstLine } = restore.instruction
  const written = dockerfile.text.split(/\r?\n/)[copy.line - 1]?.trim() ?? 'COPY . .'
  const lines = linesFor(facts, copy, restore)
  return {
    id: 'restore-order',
    title: `Every change of a source file restores all packages again, since line ${copy.line} copies everything before line ${firstLine} restores.${tellMisses(facts)}`,
    evidence: [
      `${dockerfile.shown}:${copy.line} ${written.slice(0, 200)}`,
      `${dockerfile.shown}:${firstLine} dotnet ${restore.verb}`,
    ],
    place: { file: dockerfile.shown, line: copy.line },
    fix:
      lines === undefined
        ? `Copy the project files first, one line for each project that is referenced:\n${guessedLines(facts, restore).join('\n')}\n${written}`
        : fixOf(
            'Copy the project files first.',
            inPlaceOf({ firstLine: copy.line, lastLine: copy.line }, [...lines, written]),
          ),
    link: 'https://docs.docker.com/build/cache/optimize/',
  }
}

/** Where the build context doesn't tell what is restored. */
function guessedLines(facts: ImageFacts, { words }: DotnetCommand): string[] {
  const named = words.find((word) => /\.(?:\w+proj|slnx?)$/i.test(word))?.replace(/^\.\//, '')
  const file = named ?? projectFileOf(facts)
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '../'
  return [`COPY ${file} ${folder}`, `RUN dotnet restore ${file}`]
}

const maxFiles = 20

/** A COPY for each folder with files that the restore reads, and the restore itself; undefined where they aren't known or are many. */
function linesFor(facts: ImageFacts, copy: CopiedPath, restore: DotnetCommand): string[] | undefined {
  const { dockerfile, repository } = facts
  if (hasVariables(restore.folder)) return undefined
  const written = firstPath(restore.words)
  const path = posix.relative(copy.destination, posix.resolve(restore.folder, written ?? '.'))
  const isMeant = (one: { path: string }): boolean => one.path === path || folderOf(one.path) === path
  const inContext = repository.projects.filter(({ place }) => place.kind === 'context')
  const solution = repository.solutions.find(isMeant)
  const project = inContext.find(isMeant)
  const target = project ?? solution
  if (target === undefined) return undefined
  const listed =
    project === undefined ? inContext.filter((one) => solution?.projects.includes(one.path)) : [project]
  const projects = withReferences(listed, inContext)
  const shared = repository.sharedFiles.filter(
    (one) =>
      !/^Directory\./i.test(posix.basename(one)) &&
      projects.some((other) => folderOf(one) === '' || other.path.startsWith(`${folderOf(one)}/`)),
  )
  const files = [
    ...new Set([target.path, ...shared, ...projects.flatMap(({ path, imports }) => [path, ...imports])]),
  ]
  if (files.length > maxFiles || files.some((one) => /\s/.test(one))) return undefined
  const { prefix, flags } = formOf(dockerfile, copy)
  const folders = [...new Set(files.map(folderOf))].sort()
  const copies = folders.map((folder) => {
    const here = files.filter((one) => folderOf(one) === folder).sort()
    return ['COPY', ...flags, ...here, `${prefix}${folder === '' ? '' : `${folder}/`}` || './'].join(' ')
  })
  const options = restore.words.filter((word) => word !== written)
  const kept = restore.verb === 'restore' ? options : optionsOfRestore(options)
  return [...copies, commandWith({ ...restore, verb: 'restore' }, [`${prefix}${target.path}`, ...kept])]
}

/** What stands in front of a path of the context where a COPY of all of it puts it, and that COPY's flags. */
function formOf(dockerfile: Dockerfile, copy: CopiedPath): { prefix: string; flags: string[] } {
  const instruction = findInstruction(dockerfile, copy.line)
  const target = (instruction?.execForm ?? instruction?.argument.split(/\s+/))?.at(-1) ?? '.'
  const prefix = /^\.\/?$/.test(target) ? '' : `${target.replace(/\/$/, '')}/`
  return { prefix, flags: instruction === undefined ? [] : writtenFlags(instruction) }
}

/** Of a command that restores by the way what `dotnet restore` takes as well. */
function optionsOfRestore(words: readonly string[]): string[] {
  return words.filter(
    (word, index) =>
      /^(?:-r|--runtime|-a|--arch|--os|-s|--source|--configfile)(?:$|[=:])|^[-/]+p(?:roperty)?:/.test(word) ||
      /^(?:-r|--runtime|-a|--arch|--os|-s|--source|--configfile)$/.test(words[index - 1] ?? ''),
  )
}
