import { existsSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { readCopiedTree } from '../../plan/dockerfile/copied-paths.ts'
import { commandOf } from '../../plan/commands/shell-text.ts'
import { readText } from '../../shared/files/workspace-files.ts'
import type { LocatedMessage } from '../compiler-messages.ts'
import { errorsOf, type FailedBuild, type BuildFailure, type FailurePlace } from './failure.ts'
import {
  describeMissing,
  explainMissing,
  findAbove,
  findFirstDotnetRun,
  findInContext,
  isBrought,
  type MissingFile,
} from './stage-files.ts'

/** What MSBuild, NuGet and the compilers say of a file that is not there, by code. */
const missingFile: [codes: RegExp, text: RegExp][] = [
  [/^MSB(?:3202|4025|4019|4020|3030)$/, /["'“«]([^"'”»]+)["'”»]/],
  [/^MSB9008$/, /\S*[\\/]?[^\s"']+\.\w*proj/],
  [/^CS(?:2001|1504)$/, /['"“«]([^'"”»]+)['"”»]/],
  [/^CS7027$/, /['"“«]([^'"”»]+\.[sp]\w{2})['"”»]/],
  [/^CS1566$/, /['"“«](\/[^'"”»]+)['"”»]/],
  [/^BC(?:2001|30002)$/, /['"“«]([^'"”»]+\.vb)['"”»]/],
  [/^FS(?:0225|0084)$/, /['"“«]([^'"”»]+)['"”»]/],
  [/^NU1301$/, /local source '([^']+)'/],
]

/** What the restore passes over: it goes on, and something later fails. */
const skippedProject = /^\s*Skipping project "([^"]+)" because it was not found\.$/

/** What `dotnet` says of a project that it was given; the path follows it. */
const givenProject =
  /^(?:Switch: (\S.*)|.*(?:provided (?:project )?file path does not exist|Could not find a project|does not exist): ?(\S+(?:proj|slnx?|slnf)))\.?$/

/**
 * A project, or a file that a project names, is not in the stage that builds it, and the files at hand tell why: no COPY brings it in time,
 * an ignore file keeps it out, a submodule was not checked out.
 */
export function readMissingProject(build: FailedBuild): BuildFailure | undefined {
  const { place } = build
  if (place === undefined) return undefined
  const paths = withReferences(findMissingPaths(build, place), place)
  const missing = paths.flatMap((path) => explainMissing(path, place) ?? [])
  if (missing.length === 0) return undefined
  return { title: titleOf(missing, place), message: describeMissing(missing, place).join('\n') }
}

/** The projects, then those that they refer to: NuGet names only the first that it does not find. */
function withReferences(paths: readonly string[], place: FailurePlace): string[] {
  const all = new Set(paths)
  for (const path of all) {
    if (!/\.\w+proj$/.test(path) || all.size > 200) continue
    const text = readText(join(place.sources.paths.context, findInContext(path, place)))
    for (const [, reference = ''] of text.matchAll(/<ProjectReference\s[^>]*Include="([^"$*]+)"/g))
      all.add(posix.resolve(posix.dirname(path), reference.replaceAll('\\', '/')))
  }
  return [...all]
}

function titleOf(missing: readonly MissingFile[], place: FailurePlace): string {
  const kinds = new Set(missing.map(({ kind }) => kind))
  if (!missing.some(({ path }) => /(?:proj|\.slnx?|\.slnf)$/.test(path)))
    return kinds.has('not-copied')
      ? 'A file was not copied into the stage'
      : 'A file is kept out of the build'
  if (kinds.has('kept-out')) return 'A project is kept out of the build'
  if (kinds.has('elsewhere')) return 'A project is elsewhere in the stage'
  const isRestore = /\brestore\b/.test(commandOf(findFirstDotnetRun(place)))
  return isRestore ? 'A project was not copied before the restore' : 'A project was not copied into the stage'
}

function findSkipped({ allLines }: FailedBuild): string[] {
  return allLines.flatMap((line) => skippedProject.exec(line)?.[1] ?? [])
}

function findMissingPaths(build: FailedBuild, place: FailurePlace): string[] {
  const workdir = findFolder(place)
  // The project that has no assets file may be one that the restore never saw.
  const unrestored = errorsOf(build).flatMap(({ code, project }) =>
    code === 'NETSDK1004' && project !== undefined ? [project] : [],
  )
  // What a restore passed over and a later COPY brought does no harm, where a later command restores it.
  const isHarmless = (path: string): boolean =>
    unrestored.length === 0 &&
    explainMissing(path, place)?.kind !== 'kept-out' &&
    isBrought(findInContext(path, place), place, place.instruction)
  const skipped = errorsOf(build).length === 0 ? [] : findSkipped(build).filter((path) => !isHarmless(path))
  const given = build.lines.flatMap((line) => {
    const [, option, path = option] = givenProject.exec(line.trim()) ?? []
    return path === undefined || path.startsWith('-') ? [] : [posix.resolve(workdir, path)]
  })
  const solutions = errorsOf(build).some(({ code }) => code === 'MSB1003')
    ? findSolutions(place, workdir)
    : []
  const named = build.messages.flatMap((message) => pathIn(message, workdir) ?? [])
  return [...new Set([...skipped, ...named, ...given, ...solutions, ...unrestored])]
}

/** Where the command runs: a `cd` in front of it counts. */
function findFolder({ sources, stage, instruction }: FailurePlace): string {
  const { workdir } = readCopiedTree(sources.dockerfile, stage, instruction)
  const [, folder] = /(?:^|&&|;)\s*cd\s+([^\s;&|$]+)\s*(?:&&|;)/.exec(commandOf(instruction)) ?? []
  return folder === undefined ? workdir : posix.resolve(workdir, folder)
}

/** The solution, else the project, of the folder of the checkout that the command runs in, where it looks for one. */
function findSolutions(place: FailurePlace, workdir: string): string[] {
  const folder = join(place.sources.paths.context, findInContext(`${workdir}/`, place))
  const names = existsSync(folder) ? readdirSync(folder) : []
  const [name] = [/\.slnx?$/, /\.\w+proj$/].flatMap((kind) => names.filter((one) => kind.test(one)))
  return name === undefined ? [] : [posix.join(workdir, name)]
}

function pathIn({ code, text, project }: LocatedMessage, workdir: string): string | undefined {
  const pattern = missingFile.find(([codes]) => codes.test(code))?.[1]
  const found = pattern?.exec(text)
  const path = (found?.[1] ?? found?.[0])?.replaceAll('\\', '/')
  return path && posix.resolve(project === undefined ? workdir : posix.dirname(project), path)
}

/** What NuGet and MSBuild need beside the projects, by the errors that tell that it is not there. */
const companions: [codes: RegExp, names: string[]][] = [
  [/^NU10(?:15|10)$/, ['Directory.Packages.props', 'Directory.Build.props', 'Directory.Build.targets']],
  [/^NU1004$/, ['Directory.Packages.props', 'Directory.Build.props']],
  [/^NU1(?:100|101|102|103|301)$/, ['nuget.config', 'NuGet.config', 'NuGet.Config']],
  [/^NETSDK1(?:013|127|022)$/, ['Directory.Build.props', 'Directory.Build.targets']],
  [/^MSB4236$/, ['global.json']],
]

/**
 * The files beside the projects (central package versions, lock file, feeds, common properties) that errors of a build ask for and that
 * the stage lacks, as lines of a message.
 */
export function describeMissingCompanions({ place, messages }: FailedBuild): string[] {
  if (place === undefined) return []
  const missing = messages.flatMap(({ code, severity, file, project = file }) => {
    const names = companions.find(([codes]) => severity === 'error' && codes.test(code))?.[1] ?? []
    const projectFile = [file, project].find((path) => path !== undefined && /\.\w+proj$/.test(path))
    if (projectFile === undefined) return []
    const groups = names[0] === 'nuget.config' ? [names] : names.map((name) => [name])
    return groups.flatMap((group) => {
      const path = findAbove(group, projectFile, place)
      return path === undefined ? [] : (explainMissing(path, place) ?? [])
    })
  })
  return describeMissing(missing, place)
}
