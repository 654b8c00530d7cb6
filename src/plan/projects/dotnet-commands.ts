import { posix } from 'node:path'
import { shellCommands } from '../commands/shell-commands.ts'
import { scriptOf } from '../commands/shell-text.ts'
import { treeBefore } from '../dockerfile/copied-paths.ts'
import type { Instruction, Stage } from '../dockerfile/parse-dockerfile.ts'
import { chainOf, neededFor } from '../dockerfile/stage-graph.ts'
import { expandVariables, hasVariables } from '../dockerfile/variables.ts'

/** One `dotnet <verb>` of a RUN. */
export interface DotnetCommand {
  verb: string
  /** What follows the verb, without quotes. */
  words: string[]
  instruction: Instruction
  /** The same with all that is known of their variables. */
  expanded: string[]
  /** Where it runs, with the variables that can't be known. */
  folder: string
  /** The absolute folder that a build or publish writes to, when its command says so. */
  output: string | undefined
}

/** The commands of .NET's command line in a stage and those that it descends from, in the order in which they run. */
export function dotnetCommands(stage: Stage): DotnetCommand[] {
  return chainOf(stage).reverse().flatMap(ownDotnetCommands)
}

/** The commands of .NET's command line that an image is built with, each once. */
export function dotnetCommandsFor(final: Stage): DotnetCommand[] {
  const needed = neededFor(final)
  return final.dockerfile.stages.filter((stage) => needed.has(stage)).flatMap(ownDotnetCommands)
}

/** Those of a stage's own instructions. */
export function ownDotnetCommands(stage: Stage): DotnetCommand[] {
  return stage.instructions.flatMap((instruction) => {
    if (instruction.keyword !== 'RUN' || !/\bdotnet\b/.test(instruction.argument)) return []
    const { workdir, variables } = treeBefore(instruction)
    const script = { ...scriptOf(instruction), folder: workdir }
    return shellCommands(script).flatMap(({ words: [program = '', verb = '', ...words], folder }) => {
      if (!/(?:^|\/)dotnet$/.test(program)) return []
      const expanded = words.flatMap((word) => {
        const known = expandVariables(word, variables)
        return known === word ? [word] : known.split(/\s+/)
      })
      return [{ verb, words, expanded, instruction, folder, output: outputOf(expanded, folder) }]
    })
  })
}

function outputOf(words: readonly string[], folder: string): string | undefined {
  const output = optionOf(words, ['-o', '--output']) ?? propertyOf(words, 'PublishDir')
  const place = output === undefined ? undefined : posix.resolve(folder, output)
  return place === undefined || hasVariables(place) ? undefined : place
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
