import { posix } from 'node:path'
import { isTestName, type Project } from './project.ts'

/** What the projects of the context say about tests. */
export interface TestHabits {
  /** A project or a props file sets RunSettingsFilePath. */
  hasOwnRunSettings: boolean
  /** A project, a props file or a .runsettings file names loggers. */
  hasOwnLogger: boolean
  /** The option with which every test project's Microsoft.Testing.Platform runner writes TRX; undefined where unknown. */
  platformReportOption: '--report-trx' | '--report-xunit-trx' | undefined
  /** Whether all test projects have what measures coverage on Testing Platform; absent where not all run on it, so that coverlet.collector measures. */
  platformCoverage?: boolean
  /** The test executables themselves, which `dotnet run` starts, take that option, and not only `dotnet test` does. */
  executablesKnowOption: boolean
}

/** What the repository says of its projects; paths are relative to the build context, with `/`. */
export interface Repository {
  projects: readonly Project[]
  solutions: readonly { path: string; projects: string[] }[]
  /** Files that rule over the projects at and below their folder, as far as the build context has them. */
  sharedFiles: readonly string[]
  /** The folder whose global.json makes Microsoft.Testing.Platform the runner of `dotnet test`. */
  platformFolder: string | undefined
  /** The texts of scripts. */
  scripts: ReadonlyMap<string, string>
  habits: TestHabits
}

/** What is known of the programs that a Dockerfile starts. */
export interface Programs {
  /** What a program of this name or path is; undefined where no project and no script says it. Only a host runs `hosted` tests. */
  kindOf: (program: string) => Project['kind'] | 'console' | 'hosted' | undefined
  /** The text of a script by the words of a command. */
  scriptOf: (path: string) => string | undefined
  /** Whether there are test projects. */
  hasTests: boolean
}

/** For places where no repository is known: names alone say what a program is. */
export const unknownPrograms: Programs = {
  kindOf: (program) => (isTestName(nameOf(program)) ? 'tests' : undefined),
  scriptOf: () => undefined,
  hasTests: false,
}

/** For places where the name of a program proves nothing: only verbs such as `dotnet test` do. */
export const noPrograms: Programs = { ...unknownPrograms, kindOf: () => undefined }

/** The programs of a repository, by their projects' and assemblies' names. */
export function programsOf({ projects, scripts }: Pick<Repository, 'projects' | 'scripts'>): Programs {
  return {
    kindOf: (program) => {
      const project = findProject(projects, program)
      if (project === undefined) return unknownPrograms.kindOf(program)
      const { kind, isConsole, isProgram, isOnPlatform } = project
      if (kind === 'program' && isConsole) return 'console'
      return kind === 'tests' && !isProgram && !isOnPlatform ? 'hosted' : kind
    },
    scriptOf: (path) => findScript(scripts, path),
    hasTests: projects.some(({ kind }) => kind === 'tests'),
  }
}

/** The project of a name, a path of a project or its folder in a container, or an assembly. */
function findProject(projects: readonly Project[], written: string): Project | undefined {
  const path = trimPath(written)
  const within = (part: string): boolean => part !== '.' && `/${path}`.endsWith(`/${part}`)
  const byPath = projects.filter((one) => within(one.path) || within(posix.dirname(one.path)))
  const name = nameOf(path)
  const byName = projects.filter((one) => one.assemblyName === name || nameOf(one.path) === name)
  // The longest path that fits is the nearest one.
  const nearest = byPath.sort((a, b) => b.path.length - a.path.length)
  // A folder of a container that is none of the context's is where all of it was copied to.
  const atTop = written.endsWith('/') ? projects.filter((one) => posix.dirname(one.path) === '.') : []
  return nearest[0] ?? byName[0] ?? (atTop.length === 1 ? atTop[0] : undefined)
}

function trimPath(written: string): string {
  return posix.normalize(written.replaceAll('\\', '/')).replace(/^(?:\.{0,2}\/)+|\/$/g, '')
}

/** Without folder and the ending of an assembly or a project. */
export function nameOf(path: string): string {
  return posix.basename(path.replaceAll('\\', '/')).replace(/\.(?:dll|exe|csproj|fsproj|vbproj)$/i, '')
}

function findScript(scripts: ReadonlyMap<string, string>, written: string): string | undefined {
  const path = trimPath(written)
  const fitting = [...scripts].filter(([one]) => `/${path}`.endsWith(`/${one}`))
  const [nearest] = fitting.sort(([a], [b]) => b.length - a.length)
  return nearest?.[1]
}
