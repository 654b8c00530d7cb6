import { posix } from 'node:path'
import { commandOf } from '../../../../plan/commands/shell-text.ts'
import { readCopiedTree, type CopiedPath } from '../../../../plan/dockerfile/copied-paths.ts'
import { hasVariables } from '../../../../plan/dockerfile/variables.ts'
import { findInstruction, writtenFlags } from '../../../../plan/dockerfile/parse-dockerfile.ts'
import { mountsOf } from '../../../../plan/dockerfile/mounts.ts'
import { folderOf, withReferences } from '../../../../plan/projects/image-tests.ts'
import { type Advice, evidenceAt } from '../../advice.ts'
import { dotnetCommands, firstPath, type DotnetCommand } from '../../../../plan/projects/dotnet-commands.ts'
import { commandWith } from '../../command-edits.ts'
import { fixOf, inPlaceOf, pasteAt, takeOut, writtenLines } from '../../edits.ts'
import type { ImageFacts } from '../../image-facts.ts'

/** Sources that are copied before packages are restored, so that any change of them restores again. Not where a cache mount keeps the packages. */
export function findRestoreOrder(facts: ImageFacts): Advice[] {
  const { needed } = facts
  const found = new Map<number, Advice>()
  for (const stage of needed) {
    const restore = dotnetCommands(stage).find(restores)
    if (restore === undefined || mountsOf(restore.instruction, 'cache').length > 0) continue
    const { firstLine } = restore.instruction
    const copy = readCopiedTree(stage).copies.find(({ source, line }) => source === '' && line < firstLine)
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

/** How often packages were restored anew, where earlier builds told. */
function tellMisses({ record }: ImageFacts): string {
  const told = [...record.history, record].filter((point) => point.isRestoreCached !== undefined)
  const missed = told.filter((point) => point.isRestoreCached === false).length
  return told.length < 2 ? '' : ` Of the last ${told.length} builds, ${missed} restored them anew.`
}

function adviceOn(facts: ImageFacts, copy: CopiedPath, restore: DotnetCommand): Advice {
  const { dockerfile } = facts
  const { firstLine } = restore.instruction
  const place = { firstLine: copy.line, lastLine: copy.line }
  const written = writtenLines(dockerfile, place)[0]?.trim() ?? 'COPY . .'
  const lines = linesFor(facts, copy, restore)
  return {
    id: 'restore-order',
    title: `Every change of a source file restores all packages again, since line ${copy.line} copies everything before line ${firstLine} restores.${tellMisses(facts)}`,
    evidence: [
      evidenceAt(dockerfile, copy.line, written),
      evidenceAt(dockerfile, firstLine, `dotnet ${restore.verb}`),
    ],
    place: { file: dockerfile.shown, line: copy.line },
    fix:
      lines === undefined
        ? `Copy the project files first, one line for each project that is referenced:\n${guessedLines(facts, restore).join('\n')}\n${written}`
        : fixOf('Copy the project files first.', inPlaceOf(place, [...lines, written])),
    link: 'https://docs.docker.com/build/cache/optimize/',
  }
}

/** Where the build context doesn't tell what is restored. */
function guessedLines(facts: ImageFacts, { words }: DotnetCommand): string[] {
  const named = words.find((word) => /\.(?:\w+proj|slnx?)$/i.test(word))?.replace(/^\.\//, '')
  const file = named ?? facts.projectFile
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
  // What stands in front of a path of the context where the COPY of all of it puts it, and that COPY's flags.
  const instruction = findInstruction(dockerfile, copy.line)
  const place = (instruction?.execForm ?? instruction?.argument.split(/\s+/))?.at(-1) ?? '.'
  const prefix = /^\.\/?$/.test(place) ? '' : `${place.replace(/\/$/, '')}/`
  const flags = instruction === undefined ? [] : writtenFlags(instruction)
  const folders = [...new Set(files.map(folderOf))].sort()
  const copies = folders.map((folder) => {
    const here = files.filter((one) => folderOf(one) === folder).sort()
    return ['COPY', ...flags, ...here, `${prefix}${folder === '' ? '' : `${folder}/`}` || './'].join(' ')
  })
  const options = restore.words.filter((word) => word !== written)
  const kept = restore.verb === 'restore' ? options : optionsOfRestore(options)
  return [...copies, commandWith({ ...restore, verb: 'restore' }, [`${prefix}${target.path}`, ...kept])]
}

/** Of a command that restores by the way what `dotnet restore` takes as well. */
function optionsOfRestore(words: readonly string[]): string[] {
  return words.filter(
    (word, index) =>
      /^(?:-r|--runtime|-a|--arch|--os|-s|--source|--configfile)(?:$|[=:])|^[-/]+p(?:roperty)?:/.test(word) ||
      /^(?:-r|--runtime|-a|--arch|--os|-s|--source|--configfile)$/.test(words[index - 1] ?? ''),
  )
}

/** Names of build arguments whose values change with every build. */
const changing =
  /(?:^|_)(?:VERSION(?:_?SUFFIX|_?PREFIX)?|REVISION|COMMIT(?:_?(?:SHA|HASH|ID))?|GIT_?(?:SHA|COMMIT|HASH|REF)|SHA|BUILD_?(?:NUMBER|ID|DATE|TIME|VERSION)|(?:APP|PACKAGE|ASSEMBLY|FILE|INFORMATIONAL|IMAGE|RELEASE|SEM)_?VERSION|TIMESTAMP|CACHE_?BUST\w*)$/i
/** Versions of what is installed, which change seldom. */
const installed =
  /DOTNET|SDK|NODE|ASPNET|RUNTIME|ALPINE|DEBIAN|UBUNTU|LIB|TOOL|NUGET|NPM|CONFIGURATION|RUBY|PYTHON|JAVA|GO_/i

/**
 * An ARG whose value changes with every build, above a RUN that restores: a RUN sees every ARG above it, so each build restores all packages
 * anew. Not where the restore uses it, and not an ARG that stands above the first FROM and isn't declared in the stage.
 */
export function findEarlyArgument({ dockerfile, needed }: ImageFacts): Advice[] {
  return [...needed].flatMap((stage): Advice[] => {
    const restore = dotnetCommands(stage).find(({ verb }) => verb === 'restore')?.instruction
    if (restore === undefined || !stage.instructions.includes(restore)) return []
    const above = stage.instructions.filter(({ firstLine }) => firstLine < restore.firstLine)
    const found = above.find(({ keyword, argument }) => {
      const name = nameOf(argument)
      const isEarly = keyword === 'ARG' || (keyword === 'ENV' && /\$/.test(argument))
      return isEarly && changing.test(name) && !installed.test(name) && !uses(commandOf(restore), name)
    })
    if (found === undefined) return []
    const name = nameOf(found.argument)
    const moved = above.filter((one) => one === found || uses(one.argument, name))
    // What needs the value above the restore keeps it there.
    if (moved.some(({ keyword }) => keyword !== 'ARG' && keyword !== 'ENV')) return []
    const written = writtenLines(dockerfile, restore)[0]?.trim() ?? ''
    return [
      {
        id: 'early-argument',
        title: `Every new value of ${name} restores all packages anew: line ${found.firstLine} declares it above the restore in line ${restore.firstLine}.`,
        evidence: [
          evidenceAt(dockerfile, found.firstLine, `${found.keyword} ${found.argument}`),
          evidenceAt(dockerfile, restore.firstLine, written),
        ],
        place: { file: dockerfile.shown, line: found.firstLine },
        fix: fixOf(
          ...moved.map(takeOut),
          pasteAt(
            'Below',
            restore.lastLine,
            moved.flatMap((one) => writtenLines(dockerfile, one)),
          ),
        ),
        link: 'https://docs.docker.com/reference/dockerfile/#impact-on-build-caching',
      },
    ]
  })
}

function uses(text: string, name: string): boolean {
  return new RegExp(`\\$\\{?${name}\\b`).test(text)
}

function nameOf(argument: string): string {
  return /^\w+/.exec(argument)?.[0] ?? ''
}
