import { posix } from 'node:path'
import { readCopiedTree, type CopiedTree } from '../dockerfile/copied-paths.ts'
import {
  parseMount,
  typeOfMount,
  type Dockerfile,
  type Instruction,
  type Stage,
} from '../dockerfile/parse-dockerfile.ts'
import { chainOf, instructionsOf, neededFor, sourcesOf } from '../dockerfile/stage-graph.ts'
import { expandWord, hasVariables, splitWords } from '../dockerfile/variables.ts'
import { scriptIn, scriptOf } from '../commands/shell-text.ts'
import { shellCommands } from '../commands/shell-commands.ts'
import { contextPathOf } from '../workspace-path.ts'
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
  const all = [...needed].flatMap((stage) => builtIn(dockerfile, stage, apps, repository))
  const copied = all.filter((one) => isCopied(dockerfile, one, needed))
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
  stage: Stage
  /** The folder that the command writes to, where it says so. */
  output: string | undefined
}

/** Whether a stage takes what was built in another one: a stage that publishes for many images has a folder for each. */
function isCopied(
  dockerfile: Dockerfile,
  { stage, output }: BuiltProject,
  needed: ReadonlySet<Stage>,
): boolean {
  const others = [...needed].filter((one) => !chainOf(dockerfile, one).includes(stage))
  if (output === undefined || others.length + 1 < needed.size) return true
  const isWithin = (path: string, folder: string): boolean => `${path}/`.startsWith(posix.join(folder, '/'))
  return others.some((other) =>
    other.instructions.some(
      (one) =>
        sourcesOf(dockerfile, other, one).some((from) => chainOf(dockerfile, from).includes(stage)) &&
        (one.execForm ?? splitWords(one.argument))
          .slice(0, -1)
          .map((word) =>
            posix.resolve('/', expandWord(word, readCopiedTree(dockerfile, other, one).variables)),
          )
          .some(
            (path) =>
              hasVariables(path) || /[*?]/.test(path) || isWithin(output, path) || isWithin(path, output),
          ),
    ),
  )
}

/** What the build commands of a stage name. */
function builtIn(
  dockerfile: Dockerfile,
  stage: Stage,
  apps: readonly Project[],
  { solutions }: Repository,
): BuiltProject[] {
  return stage.instructions.flatMap((instruction) =>
    buildArguments(dockerfile, stage, instruction).flatMap(({ path, tree, output }): BuiltProject[] => {
      const solution = solutions.find((one) => nameMatches(one.path, path, tree))
      if (solution !== undefined)
        return apps
          .filter((one) => solution.projects.includes(one.path))
          .map((project) => ({ project, isSolution: true, stage, output }))
      return projectsAt(path, tree, apps).map((project) => ({ project, isSolution: false, stage, output }))
    }),
  )
}

/** The container paths that `dotnet publish` and `dotnet build` are given; the folder of the command where none is. */
function buildArguments(
  dockerfile: Dockerfile,
  stage: Stage,
  instruction: Instruction,
): { path: string; tree: CopiedTree; output: string | undefined }[] {
  if (instruction.keyword !== 'RUN' || !/\bdotnet\b/.test(instruction.argument)) return []
  const tree = readCopiedTree(dockerfile, stage, instruction)
  const whole = { ...tree, copies: readCopiedTree(dockerfile, stage).copies }
  const found: { path: string; tree: CopiedTree; output: string | undefined }[] = []
  for (const { words, folder } of shellCommands(scriptIn(dockerfile, stage, instruction))) {
    const [program = '', verb = '', ...rest] = words
    const publishes =
      /^(?:publish|build)$/.test(verb) || (verb === 'msbuild' && rest.some((one) => /publish/i.test(one)))
    if (!/(?:^|\/)dotnet$/.test(program) || !publishes) continue
    const written = firstPath(rest)
    const output = outputOf(rest, folder)
    if (written === undefined) found.push({ path: folder, tree: whole, output })
    else if (!hasVariables(written))
      found.push({ path: posix.resolve(folder, written.replaceAll('\\', '/')), tree: whole, output })
  }
  return found
}

const withValue =
  /^(?:-c|--configuration|-o|--output|-f|--framework|-r|--runtime|-a|--arch|-v|--verbosity|--os|--version-suffix|--manifest|--artifacts-path|-p|--property)$/

function outputOf(words: readonly string[], folder: string): string | undefined {
  const at = words.findIndex((word) => /^(?:-o|--output)(?:=|$)/.test(word))
  const written = at < 0 ? undefined : (/=(.*)/.exec(words[at] ?? '')?.[1] ?? words[at + 1])
  return written === undefined || hasVariables(written) ? undefined : posix.resolve(folder, written)
}

/** The project, solution or folder that a command of .NET is given: its first word that is no option and no option's value. */
export function firstPath(words: readonly string[]): string | undefined {
  return words.find((word, index) => !/^[-/]\w*[:=]|^-/.test(word) && !withValue.test(words[index - 1] ?? ''))
}

function nameMatches(path: string, containerPath: string, tree: CopiedTree): boolean {
  return contextPathOf([tree], containerPath, (one) => one === path) !== undefined
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
