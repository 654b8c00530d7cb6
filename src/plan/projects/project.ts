import { posix } from 'node:path'
import type { IgnoreRule } from '../dockerfile/dockerignore.ts'
import type { EvaluatedProject } from './evaluate-project.ts'
import { listOf } from './expressions.ts'

/** Where a project stands for the build: in it, kept out by lines of the ignore file, or outside of the build context. */
export type ProjectPlace =
  { kind: 'context' } | { kind: 'ignored'; file: string; rules: IgnoreRule[] } | { kind: 'outside' }

/** What a project is for: `build` ones are programs that build others, such as Cake's and Nuke's. */
export type ProjectKind = 'tests' | 'program' | 'build' | 'library'

/** A .NET project of the repository; paths are relative to the build context, with `/`, those outside begin with `../`. */
export interface Project {
  path: string
  place: ProjectPlace
  kind: ProjectKind
  /** What is built from it can be started; test projects may be such, too. */
  isProgram: boolean
  /** A program that says no server: what it does, and whether it ends, nobody knows. */
  isConsole: boolean
  /** Without `.dll`. */
  assemblyName: string
  frameworks: string[]
  packages: ReadonlySet<string>
  references: string[]
  /** The files of the build context that it imports, Directory.Build.props and the like among them. */
  imports: string[]
  /** Files of the build context outside of its folder that it is built with, and folders, which end in `/`. */
  linked: string[]
  /** How `dotnet test` has to be told of it: its runner is VSTest's or Microsoft.Testing.Platform's alone. */
  runner: 'vstest' | 'platform'
  /** The option with which its Microsoft.Testing.Platform runner surely writes TRX. */
  reportOption: '--report-trx' | '--report-xunit-trx' | undefined
  /** It says that it runs on Microsoft.Testing.Platform. */
  isOnPlatform: boolean
  /** It has what measures coverage there. */
  measuresOnPlatform: boolean
  /** Microsoft.Testing.Platform is its runner also when it is started by itself. */
  startsOnPlatform: boolean
  /** `dotnet test` with VSTest fails for it on the SDK of .NET 10 and newer. */
  refusesVsTest: boolean
}

/** A project as the planner needs it. `relative` brings an absolute path of the reader's tree into the one of the build context. */
export function toProject(
  evaluated: EvaluatedProject,
  place: ProjectPlace,
  relative: (path: string) => string,
): Project {
  const name = nameIn(evaluated.path)
  const { properties, packages } = evaluated
  return {
    path: relative(evaluated.path),
    place,
    kind: kindOf(evaluated, name),
    isProgram: isProgram(evaluated),
    isConsole: isExecutable(properties) && !isServer(evaluated),
    assemblyName: properties.get('assemblyname') ?? name,
    frameworks: frameworksOf(properties),
    packages,
    references: evaluated.references.map(relative),
    imports: evaluated.imports.map(relative),
    linked: evaluated.linked.map((path) => `${relative(path)}${path.endsWith('/') ? '/' : ''}`),
    runner: runnerOf(evaluated),
    reportOption: reportOptionOf(evaluated),
    isOnPlatform: isOnPlatform(evaluated),
    measuresOnPlatform: hasPackageOrSdk(
      evaluated,
      /^(?:microsoft\.testing\.extensions\.codecoverage|mstest|tunit)$/,
    ),
    startsOnPlatform: isTrue(properties.get('usemicrosofttestingplatformrunner')),
    refusesVsTest: refusesVsTest(evaluated),
  }
}

/** Takes out what only helps tests: libraries that tests refer to, with packages of a shared file, and programs with the test SDK but nothing to write tests with. */
export function withoutTestHelpers(projects: readonly Project[]): Project[] {
  const byPath = new Map(projects.map((one) => [one.path, one]))
  const used = new Set(projects.flatMap(({ kind, references }) => (kind === 'tests' ? references : [])))
  const hasFramework = (project: Project, seen: Set<Project>): boolean => {
    if (seen.has(project)) return false
    seen.add(project)
    return (
      [...project.packages].some((name) => name !== testSdk && writesTests(name)) ||
      project.references.some((path) => hasFramework(byPath.get(path) ?? project, seen))
    )
  }
  return projects.map((one): Project => {
    if (one.kind !== 'tests') return one
    if (used.has(one.path) && !/(?:tests?|specs?|facts)$/i.test(nameIn(one.path)))
      return { ...one, kind: one.isProgram ? 'program' : 'library' }
    if (!one.packages.has(testSdk) && !one.packages.has(benchmarks)) return one
    // Benchmarks refer to libraries of tests, and have no framework of their own.
    const others = projects.filter((other) => other !== one && one.packages.has(benchmarks))
    return hasFramework(one, new Set(others)) ? one : { ...one, kind: 'program' }
  })
}

const testSdk = 'microsoft.net.test.sdk'
const benchmarks = 'benchmarkdotnet'

/** Whether a package is one to write or run tests with. */
export function writesTests(name: string): boolean {
  return testPackages.test(name) || frameworkPackages.test(name) || /^(?:xunit|nunit|mstest|tunit)/.test(name)
}

function nameIn(path: string): string {
  return posix.basename(path).replace(/\.\w+$/, '')
}

/** Whether a name alone says that a program tests, where nothing is known of its project. */
export function isTestName(name: string): boolean {
  return /(?:Tests|\.[Tt]ests?|Unit[Tt]ests?)$/.test(name)
}

/** Packages that make `dotnet test` run a project. */
const testPackages =
  /^(?:microsoft\.net\.test\.sdk|mstest|tunit|xunit\.v3(?:\.mtp-\w+)?|xunit\.runner\.visualstudio|nunit3testadapter|mstest\.testadapter|yolodev\.expecto\.testsdk|fixie\.testadapter|machine\.specifications\.runner\.visualstudio)$/

/** Packages to write tests with, which libraries that help tests have as well. */
const frameworkPackages =
  /^(?:xunit(?:\.core)?|nunit(?:\.framework)?|mstest\.testframework|expecto|microsoft\.visualstudio\.qualitytools\.unittestframework)$/

const buildPackages =
  /^(?:cake\.\w+|nuke\.common|bullseye|simpleexec|fake\.core\.\w+|fun\.build|modularpipelines)$/

function kindOf(evaluated: EvaluatedProject, name: string): ProjectKind {
  if (isTests(evaluated, name)) return 'tests'
  const isBuild = [...evaluated.packages].some((one) => buildPackages.test(one))
  return isBuild ? 'build' : isProgram(evaluated) ? 'program' : 'library'
}

function isProgram(evaluated: EvaluatedProject): boolean {
  return isExecutable(evaluated.properties) || isServer(evaluated)
}

function isServer({ properties, sdks }: EvaluatedProject): boolean {
  const serves = /^Microsoft\.NET\.Sdk\.(?:Web|Worker|BlazorWebAssembly)$|^Aspire\.AppHost\.Sdk$/i
  return sdks.some((sdk) => serves.test(sdk)) || properties.has('azurefunctionsversion')
}

function isTests({ properties, packages, sdks, isPartlyUnknown }: EvaluatedProject, name: string): boolean {
  const said = properties.get('istestproject')
  const names = [...packages]
  // A file for all that is in a folder of tests says it of benchmarks, too.
  const isHelper = isExecutable(properties) && !isTestName(name) && !names.some(writesTests)
  if (/^(?:true|false)$/i.test(said ?? '')) return isTrue(said) && !isHelper
  if (isTrue(properties.get('istestingplatformapplication')) || isTrue(properties.get('isunittestproject')))
    return true
  // What is for any runtime has none that its tests could run on.
  const frameworks = frameworksOf(properties)
  if (frameworks.length > 0 && frameworks.every((one) => one.startsWith('netstandard'))) return false
  if (isOfMsTestSdk(sdks)) return true
  if (names.some((one) => testPackages.test(one))) return true
  return isTestName(name) && (isPartlyUnknown || names.some((one) => frameworkPackages.test(one)))
}

function isExecutable(properties: ReadonlyMap<string, string>): boolean {
  return /^(?:win)?exe$/i.test(properties.get('outputtype') ?? '')
}

/** Whether a framework is one of .NET that runs on Linux: `net10.0`, `net6`, `net60`, `netcoreapp3.1`; `net48` is .NET Framework. */
export function isPortable(framework: string): boolean {
  return /^net(?:coreapp\d+(?:\.\d+)?|(?:[5-9]|\d\d+)\.\d+|[5-9]\d?)$/i.test(framework)
}

function frameworksOf(properties: ReadonlyMap<string, string>): string[] {
  return listOf(properties.get('targetframeworks') ?? properties.get('targetframework') ?? '')
}

function runnerOf({ properties, packages, sdks }: EvaluatedProject): Project['runner'] {
  if (isTrue(properties.get('testingplatformdotnettestsupport')) || packages.has('tunit')) return 'platform'
  if (isOfMsTestSdk(sdks) && !isTrue(properties.get('usevstest'))) return 'platform'
  const hasVsTest = packages.has('microsoft.net.test.sdk') || packages.has('mstest')
  return [...packages].some((one) => /^xunit\.v3/.test(one)) && !hasVsTest ? 'platform' : 'vstest'
}

function reportOptionOf(evaluated: EvaluatedProject): Project['reportOption'] {
  if ([...evaluated.packages].some((one) => /^xunit\.v3(?:\.|$)/.test(one))) return '--report-xunit-trx'
  const knows = hasPackageOrSdk(evaluated, /^(?:microsoft\.testing\.extensions\.trxreport|mstest|tunit)$/)
  return knows ? '--report-trx' : undefined
}

function isTrue(text: string | undefined): boolean {
  return text?.trim().toLowerCase() === 'true'
}

const runnerProperties = [
  'usemicrosofttestingplatformrunner',
  'enablemstestrunner',
  'enablenunitrunner',
  'testingplatformdotnettestsupport',
]

function isOnPlatform(evaluated: EvaluatedProject): boolean {
  const says = runnerProperties.some((name) => isTrue(evaluated.properties.get(name)))
  return says || hasPackageOrSdk(evaluated, /^(?:tunit|microsoft\.testing\.extensions\..*)$/)
}

/** From .NET 10 on an application of the platform is refused (https://aka.ms/dotnet-test-mtp-error). xunit.v3 is one from its version 4 on. */
function refusesVsTest({ properties, versions }: EvaluatedProject): boolean {
  const said = properties.get('istestingplatformapplication')
  if (said !== undefined) return isTrue(said)
  if (Number.parseInt(versions.get('xunit.v3') ?? '', 10) >= 4) return true
  return runnerProperties.some((name) => isTrue(properties.get(name)))
}

/** Whether a project has such a package, or the SDK of MSTest, which brings the same. */
function hasPackageOrSdk({ packages, sdks }: EvaluatedProject, pattern: RegExp): boolean {
  return [...packages].some((one) => pattern.test(one)) || isOfMsTestSdk(sdks)
}

function isOfMsTestSdk(sdks: readonly string[]): boolean {
  return sdks.some((sdk) => /^MSTest\.Sdk$/i.test(sdk))
}
