import { posix } from 'node:path'
import { commandOf, scriptIn } from '../commands/shell-text.ts'
import { shellCommands } from '../commands/shell-commands.ts'
import { type CopiedTree, readCopiedTree, treeBefore } from '../dockerfile/copied-paths.ts'
import { type Instruction, type Stage } from '../dockerfile/parse-dockerfile.ts'
import { parseMount, typeOfMount } from '../dockerfile/mounts.ts'
import { instructionsOf, rootOf } from '../dockerfile/stage-graph.ts'
import { hasVariables } from '../dockerfile/variables.ts'
import { isPortable, type Project } from '../projects/project.ts'
import type { Repository } from '../projects/repository.ts'
import { findLayout } from './stage-layout.ts'

const maxProjectCopies = 8
/** Stands for the folder in which an image of somebody's own begins. */
const unknownStart = '/.start'

/** What follows the FROM of a stage that runs test projects and begins from `source`: sources that it lacks, a restore in a layer of its own, the tests. */
export function generateLines(
  source: Stage,
  testProjects: readonly Project[],
  repository: Repository,
): string[] {
  const instructions = instructionsOf(source)
  const runs = instructions.filter(({ keyword }) => keyword === 'RUN')
  const tree = withoutRemoved(source, runs)
  const { root, from, files, sources, shared, needed } = findLayout(tree, testProjects, repository)
  // An image by itself has nothing that the sources could lie among.
  const top = instructions.length === 0 ? '/src' : root
  const folder = top.startsWith(unknownStart) ? posix.relative(tree.workdir, top) : top
  const tests = testProjects.map((test) => ({ ...test, path: posix.relative(from, test.path) }))
  const { user, settled } = usersOf(runs, tree)
  const owner = user === undefined ? '' : `--chown=${user} `
  const copy = (path: string): string => copyLine(path, owner)
  const restore = readRestoreStep(runs)
  const projects = restoredFilesIn(sources, needed, shared)
  const restores = tests.map(
    ({ path }) =>
      `RUN ${restore.flags}${restore.before}${restore.program} restore ${quote(path)}${restore.options}`,
  )
  const major = sdkMajor(source)
  const rolls = tests.some((test) => needsRollForward(test, major))
  return [
    ...(settled === undefined ? [] : [`USER ${settled}`]),
    ...(folder === '' ? [] : [`WORKDIR ${folder}`]),
    ...[...files, ...projects].map(copy),
    // Without the project files by themselves there is nothing to restore before the sources are there.
    ...(projects.length > 0 ? restores : []),
    ...sources.map(copy),
    ...(projects.length > 0 ? [] : restores),
    ...(rolls ? ['ENV DOTNET_ROLL_FORWARD=Major'] : []),
    ...tests.map((test) => `RUN ${restore.flags}${restore.program} ${testCommand(test, major, repository)}`),
  ]
}

/** The project files that a restore needs, in sources that are to be copied, where they are few, with the files that rule over them. */
function restoredFilesIn(
  sources: readonly string[],
  needed: readonly Project[],
  shared: readonly string[],
): string[] {
  if (sources.includes('')) return []
  const found = needed
    .map(({ path }) => path)
    .filter((path) => sources.some((one) => one.endsWith('/') && path.startsWith(one)))
  return found.length > maxProjectCopies ? [] : [...shared, ...found].sort()
}

function copyLine(path: string, owner: string): string {
  if (path === '') return `COPY ${owner}. .`
  const target = path.endsWith('/') ? path : `${posix.dirname(path)}/`
  return /\s/.test(path) ? `COPY ${owner}${JSON.stringify([path, target])}` : `COPY ${owner}${path} ${target}`
}

/** The user who owns what is copied, and the one to set where the stage ends with another than the one that builds. */
function usersOf(
  runs: readonly Instruction[],
  { user }: CopiedTree,
): { user: string | undefined; settled: string | undefined } {
  const build = runs.findLast((run) => /\bdotnet\b/.test(commandOf(run)))
  const building = build === undefined ? user : treeBefore(build).user
  const isRoot = building === undefined || /^(?:root|0)(?::|$)/.test(building)
  const settled = building === user ? undefined : (building ?? 'root')
  return { user: isRoot ? undefined : building, settled }
}

function testCommand(test: Project, major: number | undefined, { platformFolder }: Repository): string {
  const framework = chooseFramework(test, major)
  const options = `${framework === undefined ? '' : ` -f ${framework}`} --no-restore`
  if (platformFolder !== undefined) return `test --project ${quote(test.path)}${options}`
  const isRun = test.runner === 'platform' || (test.refusesVsTest && (major ?? 10) >= 10)
  const verb = isRun ? 'run --project' : 'test'
  return `${verb} ${quote(test.path)}${options}`
}

/** Of several frameworks the one whose runtime the SDK's image has. */
function chooseFramework({ frameworks }: Project, major: number | undefined): string | undefined {
  if (frameworks.length < 2) return undefined
  const portable = frameworks.filter(isPortable)
  const newestFirst = [...portable].sort((a, b) => majorOf(b) - majorOf(a))
  return newestFirst.find((one) => major === undefined || majorOf(one) <= major)
}

/** Whether the SDK's image has only a newer runtime than the tests are built for. */
function needsRollForward(test: Project, major: number | undefined): boolean {
  const framework = chooseFramework(test, major) ?? test.frameworks[0]
  return major !== undefined && framework !== undefined && isPortable(framework) && majorOf(framework) < major
}

function majorOf(framework: string): number {
  return Number(/^net(?:coreapp)?(\d+)/.exec(framework)?.[1] ?? 0)
}

/** The major version of .NET in a stage, by the tag of the image that it begins from, or the package that it installs. */
function sdkMajor(source: Stage): number | undefined {
  const image = rootOf(source).base
  const installs = instructionsOf(source).map(({ argument }) => argument)
  const major =
    /(?:dotnet|sdk).*:v?(\d+)\.\d/.exec(image)?.[1] ?? /\bdotnet-?sdk-?(\d+)/.exec(installs.join('\n'))?.[1]
  return major === undefined ? undefined : Number(major)
}

function quote(path: string): string {
  return /[^\w./-]/.test(path) ? `"${path}"` : path
}

/** What a stage has of the build context at its end, where its commands delete or move away some of it: `rm -rf /src`. */
function withoutRemoved(source: Stage, runs: readonly Instruction[]): CopiedTree {
  const removals = runs.flatMap((run) =>
    shellCommands(scriptIn(run)).flatMap(({ words, folder, isConditional }) =>
      isConditional ? [] : removedBy(words, folder).map((path) => ({ path, line: run.firstLine })),
    ),
  )
  const image = rootOf(source).base
  const isKnown = /^mcr\.microsoft\.com\/|^[^/]*$/.test(image)
  const tree = readCopiedTree(source, undefined, isKnown ? '/' : unknownStart)
  // From elsewhere nothing says where that is.
  const isFar = !tree.workdir.startsWith(unknownStart)
  const copies = tree.copies
    .filter(({ destination }) => !(isFar && destination.startsWith(unknownStart)))
    .map((copy) => ({
      ...copy,
      removed: removals.filter(({ line }) => line > copy.line).map(({ path }) => path),
    }))
  return { ...tree, copies }
}

/** The absolute paths that a command deletes or moves away, as far as its words tell; all that is in a folder counts as the folder. */
function removedBy([program = '', ...rest]: readonly string[], folder: string): string[] {
  if (!/^(?:rm|mv)$/.test(program)) return []
  const words = rest.filter((word) => !word.startsWith('-'))
  return (program === 'mv' ? words.slice(0, -1) : words)
    .map((word) => word.replace(/(?:^|\/)\*$/, '') || '.')
    .filter((word) => !hasVariables(word) && !/[*?[\]]/.test(word))
    .map((word) => posix.resolve(folder, word))
}

/** What a restore of a stage brings along, so that one more reaches the same feeds. */
interface RestoreStep {
  /** Mounts and the network, as flags of a RUN, each with a space behind it. */
  flags: string
  /** What stands in front of `dotnet`: variables that a secret's value goes into. */
  before: string
  /** `dotnet`, with its path where the stage writes one: an SDK beside that of the image. */
  program: string
  /** Options such as `--configfile`, each with a space in front. */
  options: string
}

/** Reads it from the first of a stage's RUNs that restores, also as a part of build or publish. */
function readRestoreStep(runs: readonly Instruction[]): RestoreStep {
  const restore =
    runs.find((run) => /\bdotnet\s+restore\b/.test(commandOf(run))) ??
    runs.find((run) => /\bdotnet\s+(?:publish|build)\b/.test(commandOf(run)))
  if (restore === undefined) return { flags: '', before: '', program: 'dotnet', options: '' }
  const { workdir } = treeBefore(restore)
  const flags = restore.flags.flatMap(({ name, value }) => {
    if (name === 'network') return [`--network=${value} `]
    return name === 'mount' && !bringsSources(value) ? [`--mount=${withAbsoluteTarget(value, workdir)} `] : []
  })
  const command = commandOf(restore)
  const [, before, program] =
    /((?:\b\w+=(?:"[^"]*"|'[^']*'|\$\([^)]*\)|\S+)\s+|export\s+[^&;]+&&\s*)*)((?:[^\s"';&|]*\/)?dotnet)\s+(?:restore|publish|build)\b/.exec(
      command,
    ) ?? []
  const [own = ''] = /\bdotnet\s+(?:restore|publish|build)\b(?:[^&|;\n]|\\\r?\n)*/.exec(command) ?? []
  const options = [...own.matchAll(/\s(--configfile|-s|--source)[=\s]("[^"]*"|\S+)/g)]
  return {
    flags: flags.join(''),
    before: before ?? '',
    program: program ?? 'dotnet',
    options: options
      .map(([, name, value = '']) => ` ${name ?? ''} ${absolute(value, name ?? '', workdir)}`)
      .join(''),
  }
}

/** Whether a mount is of the build context, which the tests have by COPY, and not of a file that says where packages come from. */
function bringsSources(mount: string): boolean {
  const options = parseMount(mount)
  return typeOfMount(options) === 'bind' && !options.has('from') && !/nuget\.config(?:,|$)/i.test(mount)
}

/** Another WORKDIR must not move a mount. */
function withAbsoluteTarget(mount: string, workdir: string): string {
  return mount.replace(
    /(^|,)(target|dst|destination)=([^/$"',][^,]*)/,
    (_, comma: string, name: string, path: string) => `${comma}${name}=${posix.resolve(workdir, path)}`,
  )
}

function absolute(value: string, option: string, workdir: string): string {
  return option === '--configfile' && /^[\w.]/.test(value) ? posix.resolve(workdir, value) : value
}
