import { posix } from 'node:path'
import { contextPathOf, type CopiedTree, readCopiedTree } from '../dockerfile/copied-paths.ts'
import { parseMount, typeOfMount, type Dockerfile, type Stage } from '../dockerfile/parse-dockerfile.ts'
import { instructionsOf, neededFor } from '../dockerfile/stage-graph.ts'
import { hasVariables } from '../dockerfile/variables.ts'
import { scriptOf } from '../commands/shell-text.ts'
import { shellCommands } from '../commands/shell-commands.ts'
import { expandedWords, firstPath, ownDotnetCommands, ships } from './dotnet-commands.ts'
import type { Project } from './project.ts'
import { nameOf, type Repository } from './repository.ts'

/**
 * The projects that an image is published from: that of the program which it starts, and those that a `dotnet publish` or
 * `dotnet build` on the way to it names; without either, the programs that its stages have. Empty where none is known.
 */
export function findPublished(dockerfile: Dockerfile, final: Stage, repository: Repository): Project[] {
  const apps = repository.projects.filter(({ kind, place }) => kind !== 'tests' && place.kind === 'context')
  const started = startedBy(dockerfile, final, apps)
  const needed = neededFor(dockerfile, final)
  const all = [...needed].flatMap((stage) => builtIn(dockerfile, final, stage, apps, repository))
  const copied = all.filter((one) => one.ships !== 'no')
  const named = (copied.length > 0 ? copied : all)
    .filter(({ isSolution }) => !isSolution || started.length === 0)
    .map(({ project }) => project)
  const found = [...new Set([...started, ...named])]
  const programs = found.filter(({ kind }) => kind === 'program')
  if (programs.length > 0) return programs
  return found.length > 0 ? found : apps.filter(({ kind }) => kind === 'program')
}

/**
 * Whether anything tells that an image has .NET code in it: the program that it starts, a word of its stages, or a project that these copy.
 * The image of a frontend or a database has nothing to do with the tests beside it.
 */
export function hasDotnet(dockerfile: Dockerfile, final: Stage, { projects }: Repository): boolean {
  const apps = projects.filter(({ kind }) => kind !== 'tests')
  if (startedBy(dockerfile, final, apps).length > 0) return true
  return [...neededFor(dockerfile, final)].some((stage) => {
    const words = [stage.base, ...stage.instructions.map(({ argument }) => argument)].join('\n')
    const { patterns } = readCopiedTree(dockerfile, stage)
    return (
      /dotnet|aspnet|\bmono\b|msbuild|xbuild|nuget|\.dll\b|\.\w\wproj\b|\.slnx?\b|\bnet\d+\.\d/i.test(
        words,
      ) ||
      apps.some(({ path, place }) => place.kind === 'context' && patterns.some(({ brings }) => brings(path)))
    )
  })
}

/** Whether an image, one of tools not, takes files of the build context or of another one, which a name behind `--from` may be. */
export function takesFiles(dockerfile: Dockerfile, final: Stage): boolean {
  const all = [...neededFor(dockerfile, final)].flatMap(({ instructions }) => instructions)
  return all.some(({ keyword, flags }) => {
    const binds = flags.some(
      ({ name, value }) => name === 'mount' && typeOfMount(parseMount(value)) === 'bind',
    )
    const isOfImage = flags.some(({ name, value }) => name === 'from' && /[:/]/.test(value))
    return binds || (/^(?:COPY|ADD)$/.test(keyword) && !isOfImage)
  })
}

/** The project of the program in ENTRYPOINT or CMD. */
function startedBy(dockerfile: Dockerfile, final: Stage, apps: readonly Project[]): Project[] {
  const all = instructionsOf(dockerfile, final)
  const starts = [
    all.findLast(({ keyword }) => keyword === 'ENTRYPOINT'),
    all.findLast(({ keyword }) => keyword === 'CMD'),
  ]
  const words = starts.flatMap((one) =>
    one === undefined ? [] : shellCommands(scriptOf(one)).flatMap((command) => command.words),
  )
  const names = words
    .filter((word) => /\.dll$/i.test(word) || /^(?:\.{0,2}\/)?[\w./-]+$/.test(word))
    .map(nameOf)
  return apps.filter(({ assemblyName }) => names.includes(assemblyName))
}

interface BuiltProject {
  project: Project
  isSolution: boolean
  ships: ReturnType<typeof ships>
}

/** What the build commands of a stage name; the folder of a command that names nothing. */
function builtIn(
  dockerfile: Dockerfile,
  final: Stage,
  stage: Stage,
  apps: readonly Project[],
  { solutions }: Repository,
): BuiltProject[] {
  const tree = readCopiedTree(dockerfile, stage)
  return ownDotnetCommands(dockerfile, stage).flatMap((command): BuiltProject[] => {
    const words = expandedWords(command)
    const { verb } = command
    const publishes =
      /^(?:publish|build)$/.test(verb) || (verb === 'msbuild' && words.some((one) => /publish/i.test(one)))
    const written = firstPath(words)
    if (!publishes || (written !== undefined && hasVariables(written))) return []
    const path = posix.resolve(command.folder, written?.replaceAll('\\', '/') ?? '.')
    const solution = solutions.find((one) => contextPathOf([tree], path, (found) => found === one.path))
    const projects =
      solution === undefined
        ? projectsAt(path, tree, apps)
        : apps.filter((one) => solution.projects.includes(one.path))
    return projects.map((project) => ({
      project,
      isSolution: solution !== undefined,
      ships: ships(dockerfile, final, command),
    }))
  })
}

/** The projects that a file or a folder of the container is; by the name alone where no COPY tells where it is from. */
function projectsAt(path: string, tree: CopiedTree, apps: readonly Project[]): Project[] {
  const matches = (one: Project): boolean =>
    contextPathOf([tree], path, (found) => found === one.path || found === posix.dirname(one.path)) !==
      undefined ||
    (posix.dirname(one.path) === '.' &&
      contextPathOf([tree], posix.join(path, one.path), (found) => found === one.path) !== undefined)
  const known = apps.filter(matches)
  if (known.length > 0) return known
  const named = apps.filter((one) => nameOf(one.path) === nameOf(path))
  return named.length === 1 ? named : []
}
