import { posix } from 'node:path'
import { parse, type Command, type SyntaxNode } from 'unbash'
import { childrenOf } from '../../plan/commands/shell-nodes.ts'
import { commandOf, wordsOf } from '../../plan/commands/shell-text.ts'
import { containerPathOf, treeBefore } from '../../plan/dockerfile/copied-paths.ts'
import { writeAnew, type Dockerfile, type Instruction } from '../../plan/dockerfile/parse-dockerfile.ts'
import { hasVariables } from '../../plan/dockerfile/variables.ts'
import { firstPath, type DotnetCommand } from '../../plan/projects/dotnet-commands.ts'
import { continuationOf, inPlaceOf, linesOf, writtenLines } from './edits.ts'

/** A command of the Dockerfile, and the words that it has to have instead. */
export interface CommandChange {
  command: Pick<DotnetCommand, 'verb' | 'words' | 'instruction'> & { program?: string }
  /** Where it changes, too. */
  verb?: string
  words: readonly string[]
}

/** Commands with other words, each RUN once and the rest of it as the team wrote it. */
export function commandsInPlace(dockerfile: Dockerfile, changes: readonly CommandChange[]): string {
  const instructions = [...new Set(changes.map(({ command }) => command.instruction))]
  return instructions
    .sort((a, b) => a.firstLine - b.firstLine)
    .map((instruction) => {
      const here = changes.filter(({ command }) => command.instruction === instruction)
      const lines = rewritten(dockerfile, instruction, here)
      const commands = here.map(({ command, verb = command.verb, words }) =>
        [command.program ?? 'dotnet', verb, ...words.map(quoteWord)].join(' '),
      )
      return lines === undefined
        ? `In ${linesOf(instruction)}, change the command:\n${commands.join('\n')}`
        : inPlaceOf(instruction, lines)
    })
    .join('\n\n')
}

/** The lines of a RUN with other words; undefined where a command is not found among what is written. */
function rewritten(
  dockerfile: Dockerfile,
  instruction: Instruction,
  changes: CommandChange[],
): string[] | undefined {
  const { execForm } = instruction
  if (execForm !== undefined) {
    const script = execForm.indexOf(commandOf(instruction))
    const text = withChanges(execForm[script] ?? '', 0, changes)
    const words = changes.flatMap(({ command, verb = command.verb, words }) => [
      execForm[0] ?? '',
      verb,
      ...words,
    ])
    if (script >= 0 && text === undefined) return undefined
    const all = script < 0 ? words : execForm.with(script, text ?? '')
    return [writeAnew(instruction, JSON.stringify(all).replaceAll('","', '", "'))]
  }
  const written = writtenLines(dockerfile, instruction).join('\n')
  const afterFirst = written.indexOf('\n') + 1
  const starts = /^.*<</.test(written) ? [0, afterFirst] : [0]
  for (const start of starts) {
    const text = withChanges(written, start, changes, continuationOf(dockerfile))
    if (text !== undefined) return text.split('\n')
  }
  return undefined
}

function withChanges(
  written: string,
  start: number,
  changes: CommandChange[],
  continuation?: string,
): string | undefined {
  const shown = written.slice(start)
  const readable = continuation === undefined || start > 0 ? shown : onOneLine(shown, continuation)
  const found = changes.map((change) => findWords(readable, change))
  if (found.some((one) => one === undefined)) return undefined
  return changes
    .map((change, index) => ({ change, words: found[index] ?? [] }))
    .sort((a, b) => (b.words[0]?.pos ?? 0) - (a.words[0]?.pos ?? 0))
    .reduce((all, { change, words }) => withWords(all, start, words, change), written)
}

/** A RUN as its shell sees it, each character where it was: without continuations and the comments and empty lines between them. */
function onOneLine(written: string, continuation: string): string {
  if (/^.*<</.test(written)) return written
  const blank = (text: string): string => ' '.repeat(text.length)
  return written
    .replace(/^[ \t]*(?:#.*)?(?:\n|$)/gm, blank)
    .replace(continuation === '`' ? /`[ \t]*\n/g : /\\[ \t]*\n/g, blank)
}

interface WrittenWord {
  value: string
  pos: number
  end: number
}

/** A command's words in a shell text, the program first; undefined where they stand there otherwise. */
function findWords(text: string, { command }: CommandChange): WrittenWord[] | undefined {
  const { program = 'dotnet', verb, words } = command
  const found = commandsOf(parse(text)).flatMap((node) => {
    const all = wordsOf(node)
    const start = all.findIndex(
      ({ value }, index) => value.split('/').at(-1) === program && all[index + 1]?.value === verb,
    )
    return start >= 0 && all.length - start - 2 === words.length ? [all.slice(start)] : []
  })
  const isSame = (all: WrittenWord[]): boolean => words.every((word, index) => all[index + 2]?.value === word)
  return found.find(isSame) ?? found[0]
}

function commandsOf(node: SyntaxNode): Command[] {
  const own: Command[] = node.type === 'Command' ? [node] : []
  return [...own, ...childrenOf(node).flatMap(commandsOf)]
}

/** The text with other words in place of a command's, those that stay as they are written, line ends before them too. */
function withWords(text: string, start: number, written: WrittenWord[], change: CommandChange): string {
  const { command, verb = command.verb, words } = change
  const old = written.slice(2)
  const slice = (from: number, to: number): string => text.slice(start + from, start + to)
  let at = -1
  const parts = words.map((word) => {
    const index = command.words.findIndex((one, number) => number > at && one === word)
    const kept = old[index]
    if (kept === undefined) return ` ${quoteWord(word)}`
    at = index
    return slice(written[index + 1]?.end ?? kept.pos, kept.end)
  })
  const [, verbWord] = written
  const end = written.at(-1)?.end ?? 0
  return `${text.slice(0, start + (verbWord?.pos ?? end))}${verb}${parts.join('')}${text.slice(start + end)}`
}

/** A command with other words, as the RUN that the team wrote it in: with its mounts and what is set before it. */
export function commandWith(
  { verb, instruction }: Pick<DotnetCommand, 'verb' | 'instruction'>,
  words: readonly string[],
): string {
  return writeAnew(instruction, 'dotnet', verb, ...words.map(quoteWord))
}

/** A word as a shell has to be given it, in which variables still count. */
function quoteWord(word: string): string {
  return /^[\w./:=@,+$%{}-]+$/.test(word) ? word : `"${word.replace(/"/g, '\\"')}"`
}

/**
 * The words of a command with a project of the build context in place of what it is given, such as a solution; as they are where they mean
 * that project already. Undefined where nothing tells where the project lies in the stage.
 */
export function wordsFor(
  { words, instruction, folder }: DotnetCommand,
  project: string,
): string[] | undefined {
  const place = containerPathOf(treeBefore(instruction), project)
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
