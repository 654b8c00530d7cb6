import { posix } from 'node:path'
import { endOfStage, findStage, isCopy, type Dockerfile, type Stage } from '../dockerfile/parse-dockerfile.ts'
import { containerPathOf, readCopiedTree } from '../dockerfile/copied-paths.ts'
import { chainOf, parentOf, neededFor, rootOf } from '../dockerfile/stage-graph.ts'
import { mayNeedServices, saysUnit, withServices } from '../projects/image-tests.ts'
import type { Project } from '../projects/project.ts'
import { takesProject } from '../projects/published.ts'
import type { Repository } from '../projects/repository.ts'
import { generateLines } from './generate-stage.ts'
import { isSdk, namesDotnet } from '../stages/stage-commands.ts'
import { commandOf } from '../commands/shell-text.ts'

/** A stage that a user can paste, made for one Dockerfile, and that is generated where none was pasted yet. */
export interface StageSuggestion {
  /** The lines to paste, ending in a blank line. */
  text: string
  /** The stage that it begins from; undefined where that is an image. */
  source: Stage | undefined
  image: string
  /** What follows its FROM. */
  lines: string[]
  /** Where the lines belong: above a line, counted from 1, or into a stage of the team's, below its last line. */
  where: { kind: 'above'; line: number } | { kind: 'into'; stage: Stage; line: number }
  /** What has to be done before pasting, for example naming a stage. */
  first: string | undefined
}

/** A stage that runs these test projects, or the lines that one lacks which stands ready for them; undefined where no stage builds .NET code. */
export function suggestTestStage(
  final: Stage,
  waiting: readonly Stage[],
  tests: readonly Project[],
  repository: Repository,
): StageSuggestion | undefined {
  const { dockerfile } = final
  const ready = chooseWaiting(waiting)
  if (ready !== undefined) {
    const lines = generateLines(ready, tests, repository)
    const where = { kind: 'into' as const, stage: ready, line: endOfStage(ready) }
    return { text: `${lines.join('\n')}\n`, source: ready, image: '', lines, where, first: undefined }
  }
  const source = findSourceStage(final, repository)
  const image = sdkBeside(final)
  if (source === undefined && image === undefined) return undefined
  const base = source === undefined ? (image ?? '') : (source.name ?? freeName(dockerfile))
  const lines = generateLines(source ?? stageOfImage(base, dockerfile), tests, repository)
  const name = findStage(dockerfile.stages, 'test') === undefined ? 'test' : 'run-tests'
  const line = source === final ? linesOf(dockerfile).length + 1 : topOf(final)
  const head = [`# Runs the tests: docker build --target ${name}`, `FROM ${base} AS ${name}`]
  return {
    text: [...head, ...lines, '', ''].join('\n'),
    source,
    image: base,
    lines,
    where: { kind: 'above', line },
    first: source && describeFirst(source, base, source === final),
  }
}

/** A stage that is nothing but an image. */
function stageOfImage(base: string, dockerfile: Dockerfile): Stage {
  return { dockerfile, index: 0, name: undefined, base, firstLine: 1, fromLastLine: 1, instructions: [] }
}

/** Of stages that stand ready for tests the one of unit tests; others need what a build has not. */
function chooseWaiting(waiting: readonly Stage[]): Stage | undefined {
  const usable = waiting.filter((stage) => parentOf(stage) !== undefined || takesSources(stage))
  return (
    usable.find(({ name }) => saysUnit(name ?? '')) ?? usable.find(({ name }) => /^tests?$/i.test(name ?? ''))
  )
}

/** Tests without those for which another stage stands ready, in their folder or by its name; all of them where that leaves none. */
export function withoutWaiting(
  waiting: readonly Stage[],
  tests: readonly Project[],
  projects: readonly Project[],
): readonly Project[] {
  const ready = chooseWaiting(waiting)
  const others = waiting.filter((stage) => stage !== ready)
  const isOther = ready !== undefined && others.some(({ name }) => withServices.test(name ?? ''))
  const trees = others.map((stage) => readCopiedTree(stage))
  const left = tests.filter(
    (test) =>
      !(isOther && mayNeedServices(test, projects)) &&
      trees.every((tree) => posix.dirname(containerPathOf(tree, test.path) ?? '') !== tree.workdir),
  )
  return left.length === 0 ? tests : left
}

/** The SDK's image of the version that the final stage runs on, for what is built elsewhere and copied from the build context. */
function sdkBeside(final: Stage): string | undefined {
  const { copies, patterns } = readCopiedTree(final)
  if (copies.length === 0 && patterns.length === 0) return undefined
  const image = rootOf(final).base
  const found = /^(.*\/dotnet\/)(?:nightly\/)?(?:aspnet|runtime|runtime-deps):(\d+\.\d+)/.exec(image)
  return found === null ? undefined : `${found[1] ?? ''}sdk:${found[2] ?? ''}`
}

function describeFirst(source: Stage, base: string, isFinal: boolean): string | undefined {
  const from = linesOf(source.dockerfile)[source.firstLine - 1]?.trim() ?? ''
  const naming =
    `give the stage in line ${source.firstLine} a name: ${from} AS ${base}` +
    (isFinal ? '' : ` (COPY --from=${source.index} goes on working)`)
  const steps = [
    ...(source.name === undefined ? [naming] : []),
    ...(isFinal ? [`set the input target: ${base}, since the test stage stands below it`] : []),
  ]
  return steps.join(', and ') || undefined
}

/** A name for the stage with the sources that no other stage has. */
function freeName(dockerfile: Dockerfile): string {
  return (
    ['build', 'sources', 'sdk'].find((name) => findStage(dockerfile.stages, name) === undefined) ??
    'test-base'
  )
}

function topOf(final: Stage): number {
  const lines = linesOf(final.dockerfile)
  let top = final.firstLine
  while (top > 1 && /^\s*#/.test(lines[top - 2] ?? '')) top--
  return top
}

function linesOf({ text }: Dockerfile): string[] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/)
}

/** The stage of those for the final one that publishes, else builds .NET code, by `dotnet` or a program of the repository's, or what that one began from. */
export function findSourceStage(final: Stage, { projects }: Repository): Stage | undefined {
  // A tool that is installed, and what was built elsewhere, is not built from these projects.
  const buildsProject = (stage: Stage): boolean =>
    takesSources(stage) && takesProject(readCopiedTree(stage), projects)
  const needed = [...neededFor(final)]
  const builds = needed.filter((stage) =>
    runsDotnet(stage, /\bdotnet\s+(?:build|publish|restore|msbuild|pack)\b/),
  )
  const builder =
    builds.find((stage) => runsDotnet(stage, /\bdotnet\s+publish\b/)) ??
    builds[0] ??
    needed.find((stage) => stage.instructions.some(namesDotnet) && buildsProject(stage)) ??
    needed.find((stage) => isSdk(stage) && buildsProject(stage))
  if (builder === undefined) return undefined
  // The oldest ancestor that has all the sources: a test stage that begins there does not wait for publish.
  let source = builder
  for (const parent of chainOf(builder).slice(1)) {
    if (takesSources(source) || !(builds.includes(parent) || takesSources(parent))) break
    source = parent
  }
  return source
}

function takesSources(stage: Stage): boolean {
  return stage.instructions.some(isCopy)
}

function runsDotnet(stage: Stage, command: RegExp): boolean {
  return stage.instructions.some(
    (instruction) => instruction.keyword === 'RUN' && command.test(commandOf(instruction)),
  )
}
