import { posix } from 'node:path'
import { shellCommands } from '../commands/shell-commands.ts'
import { scriptOf } from '../commands/shell-text.ts'
import { readCopiedTree } from '../dockerfile/copied-paths.ts'
import { copyWords, type Dockerfile, type Instruction, type Stage } from '../dockerfile/parse-dockerfile.ts'
import { chainOf, neededFor, sourcesOf } from '../dockerfile/stage-graph.ts'
import { toMatcher } from '../dockerfile/dockerignore.ts'
import { expandVariables, expandWord, hasVariables } from '../dockerfile/variables.ts'

/** One `dotnet <verb>` of a RUN. */
export interface DotnetCommand {
  verb: string
  /** What follows the verb, without quotes. */
  words: string[]
  instruction: Instruction
  stage: Stage
  /** Where it runs, with the variables that can't be known. */
  folder: string
  variables: ReadonlyMap<string, string>
}

/** The commands of .NET's command line in a stage and those that it descends from, in the order in which they run. */
export function dotnetCommands(dockerfile: Dockerfile, stage: Stage): DotnetCommand[] {
  return chainOf(dockerfile, stage)
    .reverse()
    .flatMap((one) => ownDotnetCommands(dockerfile, one))
}

/** The commands of .NET's command line that an image is built with, each once. */
export function dotnetCommandsFor(dockerfile: Dockerfile, final: Stage): DotnetCommand[] {
  const needed = neededFor(dockerfile, final)
  return dockerfile.stages
    .filter((stage) => needed.has(stage))
    .flatMap((stage) => ownDotnetCommands(dockerfile, stage))
}

/** Those of a stage's own instructions. */
export function ownDotnetCommands(dockerfile: Dockerfile, stage: Stage): DotnetCommand[] {
  return stage.instructions.flatMap((instruction) => {
    if (instruction.keyword !== 'RUN' || !/\bdotnet\b/.test(instruction.argument)) return []
    const { workdir, variables } = readCopiedTree(dockerfile, stage, instruction)
    const script = { ...scriptOf(instruction), folder: workdir }
    return shellCommands(script).flatMap(({ words: [program = '', verb = '', ...words], folder }) =>
      /(?:^|\/)dotnet$/.test(program) ? [{ verb, words, instruction, stage, folder, variables }] : [],
    )
  })
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
  const shipping = all.map((one) => ({ one, ships: ships(dockerfile, final, one) }))
  const last = (wanted: Ships): DotnetCommand | undefined =>
    shipping.findLast(({ ships }) => ships === wanted)?.one
  return last('yes') ?? last('perhaps') ?? all.at(-1)
}

type Ships = 'yes' | 'perhaps' | 'no'

/** Whether an image takes what a command writes: a stage that publishes for many images has a folder for each. */
export function ships(dockerfile: Dockerfile, final: Stage, command: DotnetCommand): Ships {
  const output = outputOf(command)
  if (output === undefined) return 'perhaps'
  const isOn = (one: Stage): boolean => chainOf(dockerfile, one).includes(command.stage)
  const needed = [...neededFor(dockerfile, final)]
  const copied = needed.flatMap((other) =>
    other.instructions
      .filter((one) => sourcesOf(dockerfile, other, one).some(isOn))
      .flatMap((one) => {
        const { variables } = readCopiedTree(dockerfile, other, one)
        const words = copyWords(one).slice(0, -1)
        return words.map((word) => posix.resolve('/', expandWord(word, variables)))
      }),
  )
  if (copied.some((path) => !hasVariables(path) && meet(path, output))) return 'yes'
  // What a stage above this one does with it, nobody reads.
  const isPassedOn = needed.some((one) => one !== command.stage && isOn(one))
  return isPassedOn || copied.some(hasVariables) ? 'perhaps' : 'no'
}

/** Whether a path, which may have a pattern in it, takes a folder or something in it. */
function meet(path: string, folder: string): boolean {
  const isWithin = (one: string, other: string): boolean => `${one}/`.startsWith(posix.join(other, '/'))
  const fixed = path.replace(/\/[^/]*[*?[].*$/, '')
  return isWithin(folder, path) || isWithin(fixed, folder) || toMatcher(path).test(folder.slice(1))
}

/** Words of a command with all that is known of their variables. */
export function expandedWords({ words, variables }: Pick<DotnetCommand, 'words' | 'variables'>): string[] {
  return words.flatMap((word) => {
    const expanded = expandVariables(word, variables)
    return expanded === word ? [word] : expanded.split(/\s+/)
  })
}

/** The absolute folder that a build or publish writes to, when its command says so. */
export function outputOf(command: DotnetCommand): string | undefined {
  const words = expandedWords(command)
  const output = optionOf(words, ['-o', '--output']) ?? propertyOf(words, 'PublishDir')
  const folder = output === undefined ? undefined : posix.resolve(command.folder, output)
  return folder === undefined || hasVariables(folder) ? undefined : folder
}

const withValue =
  /^(?:-c|--configuration|-o|--output|-f|--framework|-r|--runtime|-a|--arch|-v|--verbosity|--os|--version-suffix|--manifest|--artifacts-path|-p|--property)$/

/** The project, solution or folder that a command of .NET is given: its first word that is no option and no option's value. */
export function firstPath(words: readonly string[]): string | undefined {
  return words.find((word, index) => !/^[-/]\w*[:=]|^-/.test(word) && !withValue.test(words[index - 1] ?? ''))
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
