import { posix } from 'node:path'
import {
  writtenFlags,
  type Dockerfile,
  type Instruction,
  type Stage,
} from '../../plan/dockerfile/parse-dockerfile.ts'
import { instructionsOf, neededFor } from '../../plan/dockerfile/stage-graph.ts'
import { scriptOf } from '../../plan/commands/shell-text.ts'
import { shellCommands } from '../../plan/commands/shell-commands.ts'
import { hasVariables, splitWords } from '../../plan/dockerfile/variables.ts'
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
  const runs = instructionsOf(dockerfile, stage).filter(({ keyword }) => keyword === 'RUN')
  return runs.flatMap((instruction) => {
    const { workdir } = readCopiedTree(dockerfile, stage, instruction)
    return shellCommands({ ...scriptOf(instruction), folder: workdir }).flatMap(({ words: all, folder }) => {
      const [program = '', verb = '', ...words] = all
      if (!/^(?:.*\/)?dotnet$/.test(program)) return []
      return [{ verb, words, instruction, workdir: hasVariables(folder) ? undefined : folder }]
    })
  })
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

/**
 * The command that publishes what an image ships, or builds it to a folder of its own: the last one in the stages that it needs, of several
 * the one whose folder is copied on.
 */
export function publishOf(
  dockerfile: Dockerfile,
  final: Stage,
  commands: readonly DotnetCommand[] = dotnetCommandsFor(dockerfile, final),
): DotnetCommand | undefined {
  const found = commands.filter(({ verb }) => verb === 'publish')
  const all = found.length > 0 ? found : commands.filter((one) => one.verb === 'build' && outputOf(one))
  const copied = [...neededFor(dockerfile, final)]
    .flatMap(({ instructions }) => instructions)
    .filter(({ flags }) => flags.some(({ name }) => name === 'from'))
    .flatMap(({ execForm, argument }) => (execForm ?? splitWords(argument)).slice(0, -1))
    .map((source) => posix.resolve('/', source))
  const isCopied = (folder: string | undefined): boolean =>
    folder !== undefined &&
    copied.some((one) => folder === one || one.startsWith(`${folder}/`) || folder.startsWith(`${one}/`))
  return all.findLast((one) => isCopied(outputOf(one))) ?? all.at(-1)
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
