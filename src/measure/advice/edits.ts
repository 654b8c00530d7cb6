import { forEachChild, parse, type Command, type SyntaxNode } from 'unbash'
import type { Dockerfile, Instruction, Stage } from '../../plan/dockerfile/parse-dockerfile.ts'
import { wordsOf } from '../../plan/commands/shell-text.ts'
import { fromLine } from './dotnet-image.ts'
import { commandWith, quoteWord, type DotnetCommand } from './dotnet-commands.ts'

/** A fix of several parts, with a blank line between them; a part that begins with `Or` is another way. */
export function fixOf(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n')
}

/** The lines that something stands in. */
type Lines = Pick<Instruction, 'firstLine' | 'lastLine'>

/** A command of the Dockerfile, and the words that it has to have instead. */
export interface CommandChange {
  command: Pick<DotnetCommand, 'verb' | 'words' | 'instruction'> & { program?: string }
  /** Where it changes, too. */
  verb?: string
  words: readonly string[]
}

/** Lines to paste over others. All places in fixes are named by these few sentences, which our tests follow as a reader does. */
export function inPlaceOf(place: Lines, lines: readonly string[]): string {
  return `In place of ${linesOf(place)}:\n${lines.join('\n')}`
}

/** Lines to paste between others. */
export function pasteAt(where: 'Above' | 'Below', line: number, lines: readonly string[]): string {
  return `${where} line ${line}:\n${lines.join('\n')}`
}

/** What has to go. */
export function takeOut(place: Lines): string {
  return `Take ${linesOf(place)} out.`
}

/** Lines for another file. */
export function inFile(name: string, lines: readonly string[]): string {
  return `In ${name}:\n${lines.join('\n')}`
}

/** Another image in a FROM. */
export function fromInPlace(dockerfile: Dockerfile, stage: Stage, image: string): string {
  const place = { firstLine: stage.firstLine, lastLine: stage.fromLastLine }
  return inPlaceOf(place, [fromLine(dockerfile, stage, image)])
}

/** The lines of an instruction, as the team wrote them. */
export function writtenLines({ text }: Dockerfile, { firstLine, lastLine }: Lines): string[] {
  return text.split(/\r?\n/).slice(firstLine - 1, lastLine)
}

/** Commands with other words, each RUN once and the rest of it as the team wrote it. */
export function commandsInPlace(dockerfile: Dockerfile, changes: readonly CommandChange[]): string {
  const instructions = [...new Set(changes.map(({ command }) => command.instruction))]
  return instructions
    .sort((a, b) => a.firstLine - b.firstLine)
    .map((instruction) => {
      const here = changes.filter(({ command }) => command.instruction === instruction)
      return inPlaceOf(instruction, rewritten(dockerfile, instruction, here))
    })
    .join('\n\n')
}

function rewritten(dockerfile: Dockerfile, instruction: Instruction, changes: CommandChange[]): string[] {
  const written = writtenLines(dockerfile, instruction).join('\n')
  const afterFirst = written.indexOf('\n') + 1
  for (const start of afterFirst > 0 ? [0, afterFirst] : [0]) {
    const found = changes.map((change) => findWords(written.slice(start), change))
    if (found.some((one) => one === undefined)) continue
    const text = changes
      .map((change, index) => ({ change, words: found[index] ?? [] }))
      .sort((a, b) => (b.words[0]?.pos ?? 0) - (a.words[0]?.pos ?? 0))
      .reduce((all, { change, words }) => withWords(all, start, words, change), written)
    return text.split('\n')
  }
  return changes.map(({ command, verb = command.verb, words }) => commandWith({ ...command, verb }, words))
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
  const found: Command[] = node.type === 'Command' ? [node] : []
  forEachChild(node, (child) => {
    found.push(...commandsOf(child))
  })
  return found
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

function linesOf({ firstLine, lastLine }: Lines): string {
  return firstLine === lastLine ? `line ${firstLine}` : `lines ${firstLine} to ${lastLine}`
}
