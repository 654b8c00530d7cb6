import { posix } from 'node:path'
import { containerPathOf, readCopiedTree } from '../../plan/dockerfile/copied-paths.ts'
import { writtenFlags, type Dockerfile } from '../../plan/dockerfile/parse-dockerfile.ts'
import { hasVariables } from '../../plan/dockerfile/variables.ts'
import { firstPath, type DotnetCommand } from '../../plan/projects/dotnet-commands.ts'

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
  { words, instruction, stage, folder }: DotnetCommand,
  project: string,
): string[] | undefined {
  const place = containerPathOf(readCopiedTree(dockerfile, stage, instruction), project)
  if (place === undefined || hasVariables(folder)) return undefined
  const before = firstPath(words)
  const meant = posix.resolve(folder, before ?? '.')
  if (meant === place || meant === posix.dirname(place)) return words
  return [posix.relative(folder, place), ...words.filter((word) => word !== before)]
}

/** Words without an option, in any of its forms, and its value. */
export function withoutOption(words: readonly string[], names: readonly string[]): string[] {
  return words.filter(
    (word, index) =>
      !names.some((name) => word === name || word.startsWith(`${name}=`) || word.startsWith(`${name}:`)) &&
      !names.includes(words[index - 1] ?? ''),
  )
}
