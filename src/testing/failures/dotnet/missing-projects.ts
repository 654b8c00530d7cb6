import { existsSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { commandOf } from '../../../plan/commands/shell-text.ts'
import { readText } from '../../../shared/files/workspace-files.ts'
import type { LocatedMessage } from '../../compiler-messages.ts'
import { ranCommand, type FailedBuild, type BuildFailure, type FailurePlace } from '../failure.ts'
import {
  findAbove,
  findFolder,
  findInContext,
  findProjectFolder,
  isBrought,
  isProject,
  readInContext,
  workdirOf,
} from '../context-paths.ts'
import { describeMissing, explainMissing, findFirstDotnetRun, type MissingFile } from '../stage-files.ts'

/** A path that a message names: in quotation marks, or begun from a folder; names of types have capitals after their last dot. */
const namedPaths: readonly RegExp[] = [
  /["'“«]([^"'”»\n]*(?:[\\/][^"'”»\n]+|\.[a-z0-9]{2,10}))["'”»]/g,
  /(?:^|\s)((?:\/|\.\.?[\\/])[^\s"'”»]+\.\w+)/g,
]

/** What builds, NuGet and the SDK write themselves. */
const isOutput = /(?:^|[\\/])(?:bin|obj|\.nuget)[\\/]|\/dotnet\/sdk\/|^\/tmp\//

/** What the restore passes over: it goes on, and something later fails. */
const skippedProject = /^\s*Skipping project "([^"]+)" because it was not found\.$/

/** What `dotnet` says of a project that it was given; the path follows it. */
const givenProject =
  /^(?:Switch: (\S.*)|.*(?:provided (?:project )?file path does not exist|Could not find a project|does not exist): ?(\S+(?:proj|slnx?|slnf)))\.?$/

/** A project, or a file that it names, is not in the stage that builds it, and the files at hand tell why. */
export function readMissingProject(build: FailedBuild): BuildFailure | undefined {
  const named = findMissingPaths(build)
  const direct = named.flatMap((path) => explainMissing(path, build) ?? [])
  // What a project refers to is looked for from where the project is.
  const isElsewhere = direct.some(({ kind }) => kind === 'elsewhere')
  const missing = [
    ...(isElsewhere
      ? direct
      : withReferences(named, build).flatMap((path) => explainMissing(path, build) ?? [])),
    ...findPathsOfTools(build).flatMap((path) => explainMissing(path, build, build.instruction) ?? []),
  ]
  if (missing.length === 0) return undefined
  const message = describeMissing(missing, build).join('\n')
  return { title: titleOf(missing, build), message, isMissingFile: true }
}

/** The projects, then those that they refer to: NuGet names only the first that it does not find. */
export function withReferences(paths: readonly string[], place: FailurePlace): string[] {
  const all = new Set(paths)
  for (const path of all) {
    if (!/\.\w+proj$/.test(path) || all.size > 200) continue
    for (const [, reference = ''] of readInContext(path, place).matchAll(
      /<ProjectReference\s[^>]*Include="([^"$*]+)"/g,
    ))
      all.add(posix.resolve(posix.dirname(path), reference.replaceAll('\\', '/')))
  }
  return [...all]
}

/** What a build lacks, in a headline. */
export function titleOf(missing: readonly MissingFile[], place: FailurePlace): string {
  const hasProject = missing.some(({ path }) => isProject(path))
  const has = (wanted: MissingFile['kind']): boolean => missing.some(({ kind }) => kind === wanted)
  if (has('submodule')) return 'A submodule was not checked out'
  if (has('lfs')) return 'A file of Git LFS was not fetched'
  if (has('unversioned')) return 'A file is not in the repository'
  if (has('case')) return 'A path differs in upper and lower case'
  if (has('ignored'))
    return hasProject ? 'A project is kept out of the build' : 'A file is kept out of the build'
  if (has('outside'))
    return hasProject ? 'A project is outside of the build context' : 'A file is outside of the build context'
  if (has('elsewhere'))
    return hasProject
      ? 'A project is in another folder of the stage'
      : 'A file is in another folder of the stage'
  if (!hasProject) return 'A file was not copied into the stage'
  const isRestore = /\brestore\b/.test(commandOf(findFirstDotnetRun(place)))
  return isRestore ? 'A project was not copied before the restore' : 'A project was not copied into the stage'
}

function findSkipped({ allLines }: FailedBuild): string[] {
  return allLines.flatMap((line) => skippedProject.exec(line)?.[1] ?? [])
}

/** What shells, node, Python, .NET and others say of a file that they don't find. */
const missedByTools: readonly RegExp[] = [
  /ENOENT: no such file or directory, \w+ '([^']+)'/,
  /No such file or directory: '([^']+)'/,
  /Could not find (?:file|a part of the path) '([^']+)'/,
  /(?:can't|cannot) (?:open (?:file )?|cd to )'?([^\s':]+)/,
  /(?:^|[\s'"])([\w./-]+)['"]?: (?:Cannot open: )?[Nn]o such file or directory$/,
  /\bsh: (?:line )?(?:\d+: )?([\w.-]*\/[\w./-]+): not found$/,
  /existing (package-lock\.json)/,
]

/** The files that the tools of a step don't find, where no compiler has found more. */
function findPathsOfTools(build: FailedBuild): string[] {
  const { lines, messages } = build
  if (messages.some(({ code, severity }) => severity === 'error' && !ranCommand.test(code))) return []
  // What a project copies beside its program stands in its folder.
  const asSource = (path: string): string => path.replace(/\/bin\/[^/]+\/[^/]+\//, '/')
  const missed = lines.flatMap((line) => {
    const path = missedByTools.map((words) => words.exec(line)?.[1]).find((one) => one !== undefined)
    // A `cd` that fails leads nowhere.
    const from = /\bcd\b/.test(line) ? workdirOf(build) : findFolder(build)
    return path === undefined ? [] : [posix.resolve(from, asSource(path))]
  })
  return [...new Set(missed)]
}

function findMissingPaths(build: FailedBuild): string[] {
  const workdir = findFolder(build)
  // The project that has no assets file may be one that the restore never saw.
  const unrestored = build.errors.flatMap(({ code, project, text }) =>
    code === 'NETSDK1004' ? (project ?? findProjectOfAssets(text, build) ?? []) : [],
  )
  // What a restore passed over and a later COPY brought does no harm, where a later command restores it.
  const isHarmless = (path: string): boolean =>
    unrestored.length === 0 &&
    ['not-copied', 'elsewhere', undefined].includes(explainMissing(path, build)?.kind) &&
    isBrought(findInContext(path, build), build.instruction)
  // Of a restore only what NuGet says makes it fail.
  const mayBlame = build.errors.some(({ code }) => !/^NU\d/.test(code))
  const skipped = mayBlame ? findSkipped(build).filter((path) => !isHarmless(path)) : []
  const given = build.lines.flatMap((line) => {
    const [, option, path = option] = givenProject.exec(line.trim()) ?? []
    return path === undefined || path.startsWith('-') ? [] : [posix.resolve(workdir, path)]
  })
  const solutions = build.errors.some(({ code }) => code === 'MSB1003')
    ? findSolutions(build, findProjectFolder(build))
    : []
  const named = build.messages.flatMap((message) => pathsIn(message, workdir))
  return [...new Set([...skipped, ...named, ...given, ...solutions, ...unrestored])]
}

/** The project whose assets file is not there: the terminal logger does not name it. */
function findProjectOfAssets(text: string, place: FailurePlace): string | undefined {
  const inContainer = /'(\/[^']*)\/obj\/project\.assets\.json'/.exec(text)?.[1]
  return inContainer === undefined ? undefined : findSolutions(place, inContainer, [/\.\w+proj$/])[0]
}

/** The solution, else the project, of the folder of the checkout that the command runs in, where it looks for one. */
function findSolutions(
  place: FailurePlace,
  workdir: string,
  kinds: readonly RegExp[] = [/\.slnx?$/, /\.\w+proj$/],
): string[] {
  const folder = join(place.sources.paths.context, findInContext(`${workdir}/`, place))
  const names = existsSync(folder) ? readdirSync(folder) : []
  const [name] = kinds.flatMap((kind) => names.filter((one) => kind.test(one)))
  return name === undefined ? [] : [posix.join(workdir, name)]
}

/** The files that an error names, or the warning of a reference to a project that is not there, which the build goes on after. */
function pathsIn({ severity, code, text, project, file }: LocatedMessage, workdir: string): string[] {
  if (code === 'NU1301' || (severity === 'warning' && code !== 'MSB9008')) return []
  const folder = project === undefined ? workdir : posix.dirname(project)
  if (file !== undefined && /^File not found\.?$/i.test(text)) return [posix.resolve(folder, file)]
  const paths = namedPaths
    .flatMap((pattern) => [...text.matchAll(pattern)].map(([, path = '']) => path.replaceAll('\\', '/')))
    .filter((path) => !isOutput.test(path))
  // Beside the whole path some have what the project says.
  const whole = paths.filter((path) => path.startsWith('/'))
  return (whole.length > 0 ? whole : paths).map((path) => posix.resolve(folder, path))
}

/** The names that NuGet knows its settings by. */
export const nugetConfigs = ['nuget.config', 'NuGet.config', 'NuGet.Config']

const analyzerConfigs = ['.editorconfig', '.globalconfig']

/** What NuGet, MSBuild and compilers need beside the projects, by the errors that tell that it is not there. */
const companions: [codes: RegExp, names: string[]][] = [
  [/^NU10(?:15|10)$/, ['Directory.Packages.props', 'Directory.Build.props', 'Directory.Build.targets']],
  [/^NU1004$/, ['Directory.Packages.props', 'Directory.Build.props']],
  [/^NU1(?:100|101|102|103|301)$/, nugetConfigs],
  [/^NETSDK1(?:013|127|022)$/, ['Directory.Build.props', 'Directory.Build.targets']],
  [/^MSB4236$/, ['global.json']],
  [/^CS(?:0103|0234|0246|[89]\d{3})$/, ['Directory.Build.props']],
  [/^(?!MSB|NETSDK|NU)[A-Z]+\d+$/, analyzerConfigs],
]

/** Settings of analyzers only matter where they name the code of the error. */
function mayMatter({ path }: MissingFile, code: string, { sources }: FailurePlace): boolean {
  const isOfAnalyzers = analyzerConfigs.some((name) => path.endsWith(name))
  return !isOfAnalyzers || readText(join(sources.paths.context, path)).includes(code)
}

/** The files beside the projects (central versions, lock file, feeds, common properties) that errors ask for and the stage lacks. */
export function findMissingCompanions(place: FailedBuild): MissingFile[] {
  return place.messages.flatMap(({ code, severity, text, file, project = file }) => {
    const names = companions.flatMap(([codes, some]) =>
      severity === 'error' && codes.test(code) ? some : [],
    )
    const projectFile = [file, project].find((path) => path !== undefined && /\.\w+proj$/.test(path))
    const folder = code === 'NU1301' ? /local source '([^']+)'/.exec(text)?.[1] : undefined
    // It may be the name of a source, which nuget.config tells.
    const local = folder === undefined ? undefined : explainMissing(folder, place)
    if (local !== undefined) return local
    if (projectFile === undefined) return []
    const groups = names.includes('nuget.config') ? [names] : names.map((name) => [name])
    return groups.flatMap((group) => {
      const path = findAbove(group, projectFile, place)
      const file = path === undefined ? undefined : explainMissing(path, place)
      return file === undefined || !mayMatter(file, code, place) ? [] : file
    })
  })
}
