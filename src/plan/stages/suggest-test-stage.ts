import { posix } from 'node:path'
import { containerPathOf, readCopiedTree, type CopiedTree } from '../dockerfile/copied-paths.ts'
import type { Dockerfile, Stage } from '../dockerfile/parse-dockerfile.ts'
import type { ContextProjects } from './find-projects.ts'
import { chainOf, neededFor } from '../dockerfile/stage-graph.ts'
import { commandOf } from './test-command.ts'

/** A stage that a user can paste, made for one Dockerfile. */
export interface StageSuggestion {
  /** The lines to paste, ending in a blank line. */
  text: string
  /** The stage that it begins from, and what follows its FROM. */
  source: Stage
  lines: string[]
  /**
   * The line from 1 above which they belong: the one of the final stage's `FROM`, or of the comments on top of it; the
   * one below the whole file where the final stage itself has the sources.
   */
  aboveLine: number
  /** What has to be done before pasting, for example naming a stage. */
  first: string | undefined
}

/**
 * A test stage for a Dockerfile that has none: from the SDK stage that the final one copies from, running the test
 * projects of the context at the place where that stage has them. Undefined where no stage builds .NET code.
 */
export function suggestTestStage(
  dockerfile: Dockerfile,
  final: Stage,
  { testProjects, ignoredTestProjects, solutions }: Omit<ContextProjects, 'habits'>,
): StageSuggestion | undefined {
  const source = findSourceStage(dockerfile, final)
  if (source === undefined) return undefined
  const base = source.name ?? freeName(dockerfile)
  // Where all of them are kept out, they have to be let in first.
  const kept = testProjects.length > 0 ? [] : ignoredTestProjects
  const lines = testLines(dockerfile, source, { testProjects: [...testProjects, ...kept], solutions })
  return {
    text: ['# Runs the tests: docker build --target test', `FROM ${base} AS test`, ...lines, '', ''].join(
      '\n',
    ),
    source,
    lines,
    aboveLine: source === final ? linesOf(dockerfile).length + 1 : topOf(dockerfile, final),
    first: describeFirst(dockerfile, source, base, source === final, kept),
  }
}

function describeFirst(
  dockerfile: Dockerfile,
  source: Stage,
  base: string,
  isFinal: boolean,
  ignored: readonly string[],
): string | undefined {
  const from = linesOf(dockerfile)[source.firstLine - 1]?.trim() ?? ''
  const steps = [
    ...(ignored.length > 0
      ? [`let ${ignored.slice(0, 3).join(', ')} into the build, which the ignore file keeps out`]
      : []),
    ...(source.name === undefined
      ? [
          `give the stage in line ${source.firstLine} a name: ${from} AS ${base}` +
            (isFinal ? '' : ` (COPY --from=${source.index} goes on working)`),
        ]
      : []),
    ...(isFinal ? [`set the input target: ${base}, since the test stage stands below it`] : []),
  ]
  return steps.length === 0 ? undefined : steps.join(', and ')
}

/** A name for the stage with the sources that no other stage has. */
function freeName({ stages }: Dockerfile): string {
  const names = stages.map((stage) => stage.name?.toLowerCase())
  return ['build', 'sources', 'sdk'].find((name) => !names.includes(name)) ?? 'test-base'
}

/** The stage with the sources: of those that the final one needs, the one that builds or publishes, or what that began from. */
function findSourceStage(dockerfile: Dockerfile, final: Stage): Stage | undefined {
  const needed = [...neededFor(dockerfile, final)]
  const builds = needed.filter((stage) =>
    runsDotnet(stage, /\bdotnet\s+(?:build|publish|restore|msbuild|pack)\b/),
  )
  const builder = builds.find((stage) => runsDotnet(stage, /\bdotnet\s+publish\b/)) ?? builds[0]
  if (builder === undefined) return undefined
  // The oldest ancestor that has all the sources: a test stage that begins there does not wait for publish.
  let source = builder
  for (const parent of chainOf(dockerfile, builder).slice(1)) {
    if (source.instructions.some(({ keyword }) => /^(?:COPY|ADD)$/.test(keyword)) || !builds.includes(parent))
      break
    source = parent
  }
  return source
}

function runsDotnet(stage: Stage, command: RegExp): boolean {
  return stage.instructions.some(
    (instruction) => instruction.keyword === 'RUN' && command.test(commandOf(instruction)),
  )
}

function testLines(
  dockerfile: Dockerfile,
  source: Stage,
  { testProjects, solutions }: Pick<ContextProjects, 'testProjects' | 'solutions'>,
): string[] {
  const tree = readCopiedTree(dockerfile, source)
  if (testProjects.length === 0) {
    return [`WORKDIR ${tree.workdir}`, 'RUN dotnet test']
  }
  const layoutKept = placesOf(tree, testProjects)
  if (layoutKept !== undefined)
    return [`WORKDIR ${layoutKept.root}`, ...commands(testProjects, solutions, tree)]
  // That stage does not have the test projects: they are copied, beside the sources where these kept their layout.
  const root = rootOf(tree) ?? posix.join('/', 'tests-src')
  return [`WORKDIR ${root}`, 'COPY . .', ...commands(testProjects, solutions, undefined)]
}

function commands(testProjects: string[], solutions: string[], tree: CopiedTree | undefined): string[] {
  const [solution] = solutions
  const solutionIsThere = solution !== undefined && (!tree || containerPathOf(tree, solution) !== undefined)
  if (testProjects.length > 1 && solutions.length === 1 && solutionIsThere)
    return [`RUN dotnet test ${quote(solution)}`]
  return testProjects.map((project) => `RUN dotnet test ${quote(project)}`)
}

/** The container folder in which every one of these context paths stands at its own relative path. */
function placesOf(tree: CopiedTree, paths: string[]): { root: string } | undefined {
  const roots = new Set(
    paths.map((path) => {
      const place = containerPathOf(tree, path)
      return place?.endsWith(`/${path}`) ? place.slice(0, -path.length - 1) || '/' : undefined
    }),
  )
  const [root] = roots
  return roots.size === 1 && root !== undefined ? { root } : undefined
}

function rootOf(tree: CopiedTree): string | undefined {
  for (const { source, destination } of tree.copies) {
    const place = destination.replace(/\/$/, '')
    if (source !== '' && place.endsWith(`/${source}`)) return place.slice(0, -source.length - 1) || '/'
    const folder = posix.dirname(source)
    if (source !== '' && folder !== '.' && place.endsWith(`/${folder}`))
      return place.slice(0, -folder.length - 1) || '/'
  }
  return undefined
}

function topOf(dockerfile: Dockerfile, final: Stage): number {
  const lines = linesOf(dockerfile)
  let top = final.firstLine
  while (top > 1 && /^\s*#/.test(lines[top - 2] ?? '')) top--
  return top
}

function linesOf({ text }: Dockerfile): string[] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/)
}

function quote(path: string): string {
  return /[^\w./-]/.test(path) ? `"${path}"` : path
}
