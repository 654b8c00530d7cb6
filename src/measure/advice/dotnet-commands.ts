import { posix } from 'node:path'
import {
  writtenFlags,
  type Dockerfile,
  type Instruction,
  type Stage,
} from '../../plan/dockerfile/parse-dockerfile.ts'
import { chainOf, neededFor } from '../../plan/dockerfile/stage-graph.ts'
import { scriptOf } from '../../plan/commands/shell-text.ts'
import { shellCommands } from '../../plan/commands/shell-commands.ts'
import { hasVariables } from '../../plan/dockerfile/variables.ts'
import { containerPathOf, readCopiedTree } from '../../plan/dockerfile/copied-paths.ts'
import { firstPath } from '../../plan/projects/published.ts'

/** One `dotnet <verb>` of a RUN. */
export interface DotnetCommand {
  verb: string
  /** What follows the verb, without quotes. */
  words: string[]
  instruction: Instruction
  /** Where it runs; undefined where a variable in a WORKDIR can't be known. */
  workdir: string | undefined
}

/** The commands of .NET's command line in a stage and those that it descends from, in the order in which they run. */
export function dotnetCommands(dockerfile: Dockerfile, stage: Stage): DotnetCommand[] {
  let workdir: string | undefined = '/'
  const commands: DotnetCommand[] = []
  for (const instruction of chainOf(dockerfile, stage)
    .reverse()
    .flatMap((one) => one.instructions)) {
    if (instruction.keyword === 'WORKDIR') workdir = enter(workdir, unquoted(instruction.argument))
    if (instruction.keyword !== 'RUN') continue
    for (const { words: all } of shellCommands(scriptOf(instruction))) {
      const [program = '', verb = '', ...words] = all
      if (/^(?:.*\/)?dotnet$/.test(program)) commands.push({ verb, words, instruction, workdir })
    }
  }
  return commands
}

/** The commands of .NET's command line that an image is built with, each once. */
export function dotnetCommandsFor(dockerfile: Dockerfile, final: Stage): DotnetCommand[] {
  const needed = neededFor(dockerfile, final)
  return dockerfile.stages
    .filter((stage) => needed.has(stage))
    .flatMap((stage) =>
      dotnetCommands(dockerfile, stage).filter(({ instruction }) => stage.instructions.includes(instruction)),
    )
}

/** The command that publishes what an image ships, or builds it to a folder of its own: the last one in the stages that it needs. */
export function publishOf(dockerfile: Dockerfile, final: Stage): DotnetCommand | undefined {
  return publishIn(dotnetCommandsFor(dockerfile, final))
}

/** The same among commands that are known. */
export function publishIn(commands: readonly DotnetCommand[]): DotnetCommand | undefined {
  return (
    commands.findLast(({ verb }) => verb === 'publish') ??
    commands.findLast((one) => one.verb === 'build' && outputOf(one) !== undefined)
  )
}

/** A command with other words, as the RUN that the team wrote it in: with its mounts and what is set before it. */
export function commandWith(
  { verb, instruction }: Pick<DotnetCommand, 'verb' | 'instruction'>,
  words: readonly string[],
): string {
  return ['RUN', ...writtenFlags(instruction), 'dotnet', verb, ...words.map(quoteWord)].join(' ')
}

/** A word as a shell has to be given it, in which variables still count. */
export function quoteWord(word: string): string {
  return /^[\w./:=@,+$%{}-]+$/.test(word) ? word : `"${word.replace(/"/g, '\\"')}"`
}

/**
 * The words of a command with a project of the build context in place of what it is given, such as a solution; as they are where they mean
 * that project already. Undefined where nothing tells where the project lies in the stage.
 */
export function wordsFor(
  dockerfile: Dockerfile,
  { words, instruction, workdir }: DotnetCommand,
  project: string,
): string[] | undefined {
  const stage = dockerfile.stages.find(({ instructions }) => instructions.includes(instruction))
  const place = stage && containerPathOf(readCopiedTree(dockerfile, stage, instruction), project)
  if (place === undefined || workdir === undefined) return undefined
  const before = firstPath(words)
  const meant = posix.resolve(workdir, before ?? '.')
  if (meant === place || meant === posix.dirname(place)) return words
  return [posix.relative(workdir, place), ...words.filter((word) => word !== before)]
}

/** Words without an option, in any of its forms, and its value. */
export function withoutOption(words: readonly string[], names: readonly string[]): string[] {
  return words.filter(
    (word, index) =>
      !names.some((name) => word === name || word.startsWith(`${name}=`) || word.startsWith(`${name}:`)) &&
      !names.includes(words[index - 1] ?? ''),
  )
}

/** The value of an option in any of its forms: `-o x`, `-o:x`, `-o=x`. */
export function optionOf(words: readonly string[], names: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    if (names.includes(word)) return words[index + 1]
    const name = names.find((one) => word.startsWith(`${one}=`) || word.startsWith(`${one}:`))
    if (name !== undefined) return word.slice(name.length + 1)
  }
  return undefined
}

/** The value of an MSBuild property that is given on the command line: `-p:Configuration=Release`. */
export function propertyOf(words: readonly string[], property: string): string | undefined {
  const pattern = new RegExp(`^(?:-{1,2}|/)p(?:roperty)?[:=]${property}=(.*)$`, 'i')
  return words.map((word) => pattern.exec(word)?.[1]).findLast((value) => value !== undefined)
}

/** The absolute folder that a build or publish writes to, when its command says so. */
export function outputOf({ words, workdir }: DotnetCommand): string | undefined {
  const output = optionOf(words, ['-o', '--output']) ?? propertyOf(words, 'PublishDir')
  return output === undefined ? undefined : withoutSlash(enter(workdir, output))
}

function enter(workdir: string | undefined, folder: string): string | undefined {
  if (hasVariables(folder)) return undefined
  if (folder.startsWith('/')) return posix.normalize(folder)
  return workdir === undefined ? undefined : posix.join(workdir, folder)
}

function withoutSlash(path: string | undefined): string | undefined {
  return path === undefined || path === '/' ? path : path.replace(/\/+$/, '')
}

function unquoted(word: string): string {
  return word.replace(
    /"([^"]*)"|'([^']*)'/g,
    (_all, double?: string, single?: string) => double ?? single ?? '',
  )
}
