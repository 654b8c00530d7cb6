import { kindOfPath, walkFiles } from '../../../shared/files/workspace-files.ts'
import { firstMatch } from '../../../shared/text.ts'
import { join, posix } from 'node:path'
import { commandOf } from '../../../plan/commands/shell-text.ts'
import { backslash, describeNearFile, hasBackslash } from '../../../plan/dockerfile/missing-file.ts'
import { describeMessage, parseCompilerMessage, type LocatedMessage } from '../../compiler-messages.ts'
import {
  type BuildFailure,
  endings,
  type ErrorFamily,
  type FailedBuild,
  findFamily,
  lineOf,
  listLines,
  ranCommand,
} from '../failure.ts'
import { findMissingCompanions, titleOf } from './missing-projects.ts'
import { findFolder, findInContext, findProjectFolder, isProject } from '../context-paths.ts'
import { describeMissing, findFirstDotnetRun } from '../stage-files.ts'
import { tellingLines } from '../tools.ts'
import { describeBase, describeNoBuild } from '../ways-out.ts'

const aotTools =
  'Native AOT links with clang: add above RUN apt-get update && apt-get install -y clang zlib1g-dev (Alpine: apk add clang build-base zlib-dev).'

const families: readonly ErrorFamily[] = [
  { codes: /^MSB10(?:03|09|11)$/, title: 'dotnet does not find the project', wayOut: describeProjects },
  { codes: /^MSB1008$/, title: 'dotnet takes one project at a time' },
  { codes: /^MSB1\d{3}$/, title: 'dotnet does not know an option' },
  { codes: /^MSB4025$/, title: 'A project file can not be read' },
  {
    codes: /^MSB42(?:36|37)$/,
    title: 'An MSBuild SDK was not found',
    wayOut: (_, errors) =>
      errors.some(({ text }) => /SDK '(?!Microsoft\.NET\.)/.test(text))
        ? 'It is a package of NuGet: it needs a version (Sdk="Name/1.2.3", or msbuild-sdks in a global.json that the stage has) and a feed that has it.'
        : [],
  },
  {
    codes: /^(?:MSB3030|NETSDK1085)$/,
    words: /(?:^|["/])(?:obj|bin)\/|NoBuild/,
    title: 'The output of an earlier build is missing',
    wayOut: describeNoBuild,
  },
  {
    codes: /^$/,
    words: /^(?:Platform linker|Symbol stripping tool) /,
    title: 'A program is not in the image',
    wayOut: aotTools,
  },
  {
    codes: /^$/,
    words: /linker command failed/,
    title: 'A native library is not in the image',
    wayOut: (build) => [
      ...tellingLines(build.lines.filter((line) => /\bcannot find -?\w/.test(line))),
      `${aotTools} For another processor it also wants the libraries of that one.`,
    ],
  },
  {
    codes: /^MSB6003$/,
    title: 'A native library is not in the image',
    wayOut: (build) =>
      `${describeBase(build)} Alpine has musl, and programs made for glibc don’t start there: begin from an sdk image without alpine, or install Alpine’s own ` +
      '(for protoc: RUN apk add protobuf grpc-plugins, ENV PROTOBUF_PROTOC=/usr/bin/protoc GRPC_PROTOC_PLUGIN=/usr/bin/grpc_csharp_plugin).',
  },
  { codes: /^NETSDK1194$/, wayOut: describeProjects },
  { codes: /^NETSDK1013$/, wayOut: describeMisnamedProps },
  { codes: /^NU5\d{3}$/, title: 'The NuGet package could not be made' },
  {
    codes: /^MSB3644$/,
    title: 'A project is for .NET Framework',
    wayOut:
      'To build it here: the package Microsoft.NETFramework.ReferenceAssemblies. It only runs on Windows.',
  },
  {
    codes: /^MSB4019$/,
    words: /VSToolsPath|\/VisualStudio\/v|Microsoft\.WebApplication\.targets|SqlTasks\.targets/,
    title: 'A project needs Visual Studio',
    wayOut:
      'The .NET SDK does not have what it imports. Build without it: name the projects that the image needs, or a solution filter (.slnf) of them.',
  },
  { codes: /^NETSDK1147$/, title: 'A workload of the .NET SDK is missing', wayOut: describeWorkload },
  {
    codes: /^NETSDK1(?:045|209)$/,
    title: 'The .NET SDK is too old for the framework',
    wayOut: (build) => `${describeBase(build)} Take one with a newer SDK.`,
  },
  {
    codes: /^MSB4068$/,
    words: /<Solution>/,
    title: 'The .NET SDK is too old for .slnx',
    wayOut: (build) =>
      `${describeBase(build)} Take one with an SDK of 9.0.200 or newer, or name a project in place of the solution.`,
  },
  {
    codes: /^NETSDK1100$/,
    title: 'A project is for Windows',
    wayOut:
      'To build it here all the same: <EnableWindowsTargeting>true</EnableWindowsTargeting>. It only runs on Windows.',
  },
  {
    codes: ranCommand,
    title: 'A command of the project failed',
    wayOut: describeCommand,
  },
]

/** MSBuild stopped over something else than code: a target of the team's or a package's own, a tool that it ran, the SDK. */
export function readMsbuildErrors(build: FailedBuild): BuildFailure | undefined {
  const errors = build.errors
  if (errors.length === 0) return undefined
  const missing = findMissingCompanions(build)
  const { title, wayOut } = findFamily(families, build, errors)
  return {
    title: missing.length > 0 ? titleOf(missing, build) : (title ?? 'MSBuild stopped the build'),
    message: [
      ...listLines(errors.map(describeMessage)),
      ...(missing.length > 0 ? describeMissing(missing, build) : wayOut),
    ].join('\n'),
  }
}

/** What MSBuild prints while all is well. */
const progress =
  /^\s*(?:Determining projects to restore|Restored \/|All projects are up-to-date|\S+ -> \/|Build FAILED|\d+ (?:Warning|Error)\(s\)|Time Elapsed)/

/** Why commands of a target fail in a container alone. */
const undefinedFolder =
  '$(SolutionDir) has a value only where the solution is built, and not one project: $(MSBuildThisFileDirectory) always has.'

function describeCommand(build: FailedBuild, errors: readonly LocatedMessage[]): string[] {
  return [
    ...tellingLines(
      build.lines.filter((line) => parseCompilerMessage(line) === undefined && !progress.test(line)),
    ),
    ...(errors.some(({ text }) => text.includes('*Undefined*')) ? [undefinedFolder] : []),
    ...errors.flatMap(({ text }) => endings.get(Number(/exited with code (\d+)/.exec(text)?.[1])) ?? []),
  ]
}

function describeWorkload(build: FailedBuild, errors: readonly LocatedMessage[]): string[] {
  const texts = errors.map(({ text }) => text)
  const names = firstMatch(texts, /must be installed: ([\w. -]+)/)
  if (names === undefined) return []
  const above = lineOf(build, findFirstDotnetRun(build).firstLine)
  return [`Add above ${above}:`, `  RUN dotnet workload install ${names.trim()}`]
}

/** Files that set a framework for all projects, and that only a file system without upper and lower case finds. */
function describeMisnamedProps({ sources }: FailedBuild): string[] {
  const read = ['Directory.Build.props', 'Directory.Build.targets']
  return [...walkFiles(sources.paths.context)].flatMap((path) => {
    const name = posix.basename(path)
    const meant = read.find((one) => one !== name && one.toLowerCase() === name.toLowerCase())
    return meant === undefined ? [] : [`On Linux ${path} is not read: name it ${meant}.`]
  })
}

/** The solutions and projects of the folder of the checkout that the command runs in; of those below it where it has none. */
function describeProjects(place: FailedBuild, errors: readonly LocatedMessage[]): string[] {
  if (hasBackslash(commandOf(place.instruction))) return [`In a shell ${backslash}`]
  const at = lineOf(place, place.instruction.firstLine)
  const workdir = findFolder(place)
  const { paths } = place.sources
  const given = errors.find(({ code }) => code === 'MSB1009')
  const [, written] = /: (\S+)$/.exec(given?.text ?? '') ?? []
  const wanted = written === undefined ? findProjectFolder(place) : posix.resolve(workdir, written)
  const path = findInContext(wanted, place)
  const near =
    kindOfPath(join(paths.context, path)) === undefined ? describeNearFile(path, paths, false) : undefined
  if (near !== undefined) return [`${at} looks for ${wanted}: ${near}`]
  const inContext = join(paths.context, findInContext(`${workdir}/`, place))
  const all = [...walkFiles(inContext)].filter(isProject)
  const depths = all.map((path) => path.split('/').length)
  const found = all.filter((_, index) => depths[index] === Math.min(...depths)).slice(0, 5)
  if (found.length === 0) return []
  return [
    `Name ${found.length === 1 ? 'it' : 'one of them'} in ${at}: in ${workdir} the repository has ${found.join(', ')}.`,
  ]
}
