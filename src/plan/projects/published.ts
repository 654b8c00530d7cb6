import { toMatcher } from '../dockerfile/dockerignore.ts'
import { posix } from 'node:path'
import {
  brings,
  contextPathOf,
  type CopiedTree,
  readCopiedTree,
  treeBefore,
} from '../dockerfile/copied-paths.ts'
import { copyWords, fromOf, isCopy, type Stage } from '../dockerfile/parse-dockerfile.ts'
import { mountsOf } from '../dockerfile/mounts.ts'
import {
  chainOf,
  instructionsOf,
  neededFor,
  sourcesOf,
  startInstructions,
} from '../dockerfile/stage-graph.ts'
import { expandWord, hasVariables } from '../dockerfile/variables.ts'
import { scriptOf } from '../commands/shell-text.ts'
import { shellCommands } from '../commands/shell-commands.ts'
import { dotnetCommandsFor, firstPath, ownDotnetCommands, type DotnetCommand } from './dotnet-commands.ts'
import type { Project } from './project.ts'
import { nameOf, type Repository } from './repository.ts'

/**
 * The projects that an image is published from: that of the program which it starts, and those that a `dotnet publish` or
 * `dotnet build` on the way to it names, test projects where it has no other; without either, the programs that its stages have. Empty
 * where none is known.
 */
export function findPublished(final: Stage, repository: Repository): Project[] {
  const inContext = repository.projects.filter(({ place }) => place.kind === 'context')
  const apps = inContext.filter(({ kind }) => kind !== 'tests')
  const started = startedBy(final, apps)
  const findNamed = (among: readonly Project[]): BuiltProject[] => {
    const needed = [...neededFor(final)]
    const all = needed.flatMap((stage) => builtIn(final, stage, among, repository))
    const copied = all.filter((one) => one.ships !== 'no')
    return copied.length > 0 ? copied : all
  }
  const named = findNamed(apps)
    .filter(({ isSolution }) => !isSolution || started.length === 0)
    .map(({ project }) => project)
  const found = [...new Set([...started, ...named])]
  const programs = found.filter(({ kind }) => kind === 'program')
  if (programs.length > 0) return programs
  if (found.length > 0) return found
  const tests = findNamed(inContext).filter(({ isSolution }) => !isSolution)
  return tests.length > 0
    ? tests.map(({ project }) => project)
    : apps.filter(({ kind }) => kind === 'program')
}

/** Whether an image has .NET code: by what it starts, a word of its stages or a project that they copy. That of a frontend has nothing to do with tests beside it. */
export function hasDotnet(final: Stage, { projects }: Repository): boolean {
  const apps = projects.filter(({ kind }) => kind !== 'tests')
  if (startedBy(final, apps).length > 0) return true
  return [...neededFor(final)].some((stage) => {
    const words = [stage.base, ...stage.instructions.map(({ argument }) => argument)].join('\n')
    return (
      /dotnet|aspnet|\bmono\b|msbuild|xbuild|nuget|\.dll\b|\.\w\wproj\b|\.slnx?\b|\bnet\d+\.\d/i.test(
        words,
      ) || takesProject(readCopiedTree(stage), apps)
    )
  })
}

/** Whether what COPY and ADD bring from the build context has one of these projects in it. */
export function takesProject(tree: CopiedTree, projects: readonly Project[]): boolean {
  return projects.some(({ path, place }) => place.kind === 'context' && brings(tree, path))
}

/** Whether an image, one of tools not, takes files of the build context or of another one, which a name behind `--from` may be. */
export function takesFiles(final: Stage): boolean {
  const all = [...neededFor(final)].flatMap(({ instructions }) => instructions)
  return all.some((one) => {
    return mountsOf(one, 'bind').length > 0 || (isCopy(one) && !/[:/]/.test(fromOf(one) ?? ''))
  })
}

/** The project of the program in ENTRYPOINT or CMD. */
function startedBy(final: Stage, apps: readonly Project[]): Project[] {
  const names = startInstructions(instructionsOf(final))
    .flatMap((one) => shellCommands(scriptOf(one)).flatMap(({ words }) => words))
    .filter((word) => /\.dll$/i.test(word) || /^(?:\.{0,2}\/)?[\w./-]+$/.test(word))
    .map(nameOf)
  return apps.filter(({ assemblyName }) => names.includes(assemblyName))
}

interface BuiltProject {
  project: Project
  isSolution: boolean
  ships: Ships
}

/** What the build commands of a stage name; the folder of a command that names nothing. */
function builtIn(
  final: Stage,
  stage: Stage,
  apps: readonly Project[],
  { solutions }: Repository,
): BuiltProject[] {
  const tree = readCopiedTree(stage)
  return ownDotnetCommands(stage).flatMap((command): BuiltProject[] => {
    const { verb, expanded: words } = command
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
      ships: ships(final, command),
    }))
  })
}

/** The last command that publishes what an image ships, or builds it to a folder of its own; of several the one whose folder is copied on. */
export function publishOf(
  final: Stage,
  commands: readonly DotnetCommand[] = dotnetCommandsFor(final),
): DotnetCommand | undefined {
  const found = commands.filter(({ verb }) => verb === 'publish')
  const all =
    found.length > 0 ? found : commands.filter(({ verb, output }) => verb === 'build' && output !== undefined)
  const shipping = all.map((one) => ({ one, ships: ships(final, one) }))
  const last = (wanted: Ships): DotnetCommand | undefined =>
    shipping.findLast(({ ships }) => ships === wanted)?.one
  return last('yes') ?? last('perhaps') ?? all.at(-1)
}

type Ships = 'yes' | 'perhaps' | 'no'

/** Whether an image takes what a command writes: a stage that publishes for many images has a folder for each. */
export function ships(final: Stage, { output, instruction }: DotnetCommand): Ships {
  if (output === undefined) return 'perhaps'
  const { stage } = instruction
  const isOn = (one: Stage): boolean => chainOf(one).includes(stage)
  const needed = [...neededFor(final)]
  const copied = needed.flatMap((other) =>
    other.instructions
      .filter((one) => sourcesOf(one).some(isOn))
      .flatMap((one) => {
        const { variables } = treeBefore(one)
        const words = copyWords(one).slice(0, -1)
        return words.map((word) => posix.resolve('/', expandWord(word, variables)))
      }),
  )
  if (copied.some((path) => !hasVariables(path) && meet(path, output))) return 'yes'
  // What a stage above this one does with it, nobody reads.
  const isPassedOn = needed.some((one) => one !== stage && isOn(one))
  return isPassedOn || copied.some(hasVariables) ? 'perhaps' : 'no'
}

/** Whether a path, which may have a pattern in it, takes a folder or something in it. */
function meet(path: string, folder: string): boolean {
  const isWithin = (one: string, other: string): boolean => `${one}/`.startsWith(posix.join(other, '/'))
  const fixed = path.replace(/\/[^/]*[*?[].*$/, '')
  return isWithin(folder, path) || isWithin(fixed, folder) || toMatcher(path).test(folder.slice(1))
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
