import { readFile } from 'node:fs/promises'
import { join, posix, relative, sep } from 'node:path'
import * as v from 'valibot'
import { walkFiles } from '../../shared/files/workspace-files.ts'
import { parseAs } from '../../shared/schema-values.ts'
import type { IgnoreFile } from '../dockerfile/dockerignore.ts'
import { evaluateProject, type ProjectFiles } from './evaluate-project.ts'
import { toProject, withoutTestHelpers, type Project, type ProjectPlace } from './project.ts'
import type { Repository, TestHabits } from './repository.ts'
import { toSlashes } from './expressions.ts'
import { parseXmlTree, type XmlElement } from './xml-tree.ts'

const maxFolders = 5_000
const maxTextLength = 1024 * 1024
const maxScriptLength = 64 * 1024

const projectFile = /\.(?:cs|fs|vb)proj$/i
const solutionFile = /\.sln[xf]?$/i
const sharedFile = /^(?:Directory\.\w+\.(?:props|targets)|nuget\.config|global\.json|packages\.lock\.json)$/i
const otherFile =
  /\.(?:props|targets|projitems|runsettings)$|^(?:packages\.config|paket\.(?:references|dependencies))$/i
const scriptFile =
  /\.(?:sh|bash|ps1|cmd|bat|py|rb|pl|[cm]js)$|^(?:(?:build|ci|(?:run-?)?tests?)\.js|makefile|package\.json)$/i

/** Reads the .NET projects of the build context, and those of the workspace around it, which the build can't reach; of at most 5,000 folders. */
export async function readRepository(
  context: string,
  workspace: string,
  ignoreFile: IgnoreFile | undefined,
): Promise<Repository> {
  const inside = relative(workspace, context).split(sep).join('/')
  const isWithin = inside !== '..' && !inside.startsWith('../')
  const root = isWithin ? workspace : context
  // A tree of its own, in which the workspace is the root.
  const contextFolder = posix.join('/', isWithin ? inside : '')
  const texts = await readTexts(context, contextFolder, undefined)
  if (contextFolder !== '/') {
    for (const [path, text] of await readTexts(root, '/', contextFolder)) texts.set(path, text)
  }
  const fromContext = (path: string): string => posix.relative(contextFolder, path)
  const placeOf = (path: string): ProjectPlace => {
    const own = fromContext(path)
    if (own.startsWith('../')) return { kind: 'outside' }
    const rules = ignoreFile?.rulesFor(own) ?? []
    return rules.length === 0 ? { kind: 'context' } : { kind: 'ignored', file: ignoreFile?.name ?? '', rules }
  }
  const paths = [...texts.keys()]
  const files: ProjectFiles = {
    read: (path) => texts.get(path),
    projectPaths: paths.filter((path) => projectFile.test(path)),
  }
  const projects = withoutTestHelpers(
    files.projectPaths.map((path) => {
      const evaluated = evaluateProject(path, files)
      const isIn = (one: string): boolean => placeOf(one).kind === 'context'
      const { imports, linked } = evaluated
      return toProject(
        { ...evaluated, imports: imports.filter(isIn), linked: linked.filter(isIn) },
        placeOf(path),
        fromContext,
      )
    }),
  )
  const reachable = [...texts].filter(
    ([path]) => limitOf(posix.basename(path)) > 0 && placeOf(path).kind === 'context',
  )
  const named = (pattern: RegExp): [string, string][] =>
    reachable.filter(([path]) => pattern.test(posix.basename(path)))
  const platform = named(/^global\.json$/i).find(([, text]) =>
    /"test"\s*:\s*\{[^}]*"runner"\s*:\s*"Microsoft\.Testing\.Platform"/.test(text),
  )
  return {
    projects,
    solutions: named(solutionFile).map(([path, text]) => ({
      path: fromContext(path),
      projects: readSolution(path, text).map(fromContext),
    })),
    sharedFiles: named(sharedFile).map(([path]) => fromContext(path)),
    platformFolder: platform && posix.dirname(fromContext(platform[0])),
    scripts: new Map(named(scriptFile).map(([path, text]) => [fromContext(path), text])),
    habits: readHabits(
      projects,
      reachable.map(([, text]) => text),
    ),
  }
}

/** The texts of all files that say something of projects, empty ones for all others, nearest to the top first. `without` is a folder that is left out. */
async function readTexts(
  folder: string,
  root: string,
  without: string | undefined,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  const leftOut = without === undefined ? undefined : posix.relative(root, without)
  for (const own of walkFiles(folder, { maxFolders, without: leftOut })) {
    const limit = limitOf(posix.basename(own))
    const text = limit === 0 ? '' : await readFile(join(folder, own), 'utf8').catch(() => '')
    texts.set(posix.join(root, own), text.slice(0, limit))
  }
  return texts
}

function limitOf(name: string): number {
  if (scriptFile.test(name)) return maxScriptLength
  return [projectFile, solutionFile, sharedFile, otherFile].some((pattern) => pattern.test(name))
    ? maxTextLength
    : 0
}

function readHabits(projects: readonly Project[], texts: readonly string[]): TestHabits {
  const tests = projects.filter(({ kind, place }) => kind === 'tests' && place.kind === 'context')
  const options = new Set(tests.map(({ reportOption }) => reportOption))
  const [only] = options
  return {
    hasOwnRunSettings: texts.some((text) => text.includes('<RunSettingsFilePath>')),
    hasOwnLogger: texts.some((text) => /<VSTestLogger>|<VSTestResultsDirectory>|<Logger\s/.test(text)),
    // An option that one project does not know fails its whole run, so all of them must know the same.
    platformReportOption: options.size === 1 ? only : undefined,
    ...(tests.length > 0 && tests.every(({ isOnPlatform }) => isOnPlatform)
      ? { platformCoverage: tests.every(({ measuresOnPlatform }) => measuresOnPlatform) }
      : {}),
    executablesKnowOption: only === '--report-trx' || tests.every(({ startsOnPlatform }) => startsOnPlatform),
  }
}

/** The projects that a solution (.sln, .slnx) or a filter of one (.slnf) lists, as paths from where `path` is. */
function readSolution(path: string, text: string): string[] {
  return listed(path, text)
    .map((written) => posix.join(posix.dirname(path), toSlashes(written)))
    .filter((project) => /\.\w+proj$/i.test(project))
}

function listed(path: string, text: string): string[] {
  if (/\.slnx$/i.test(path)) return projectsIn(parseXmlTree(text))
  if (/\.sln$/i.test(path)) {
    const projects = text.matchAll(/^\s*Project\("[^"]*"\)\s*=\s*"[^"]*"\s*,\s*"([^"]+)"/gm)
    return [...projects].map(([, written = '']) => written)
  }
  // The paths in a filter begin at its solution.
  const { solution } = parseAs(filterSchema, text.replace(/^\uFEFF/, '')) ?? {}
  return (
    solution?.projects.map((one) => posix.join(posix.dirname(toSlashes(solution.path)), toSlashes(one))) ?? []
  )
}

const filterSchema = v.object({ solution: v.object({ path: v.string(), projects: v.array(v.string()) }) })

function projectsIn(element: XmlElement | undefined): string[] {
  if (element === undefined) return []
  const own = element.name === 'Project' ? [element.attributes['Path'] ?? ''] : []
  return [...own, ...element.children.flatMap(projectsIn)]
}
