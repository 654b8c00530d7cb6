import {
  writeAnew,
  writtenFlags,
  type Dockerfile,
  type Instruction,
  type Stage,
} from '../../plan/dockerfile/parse-dockerfile.ts'
import { fromLine } from './dotnet-image.ts'
import type { ImageFacts } from './image-facts.ts'

/** A fix of several parts, with a blank line between them; a part that begins with `Or` is another way. */
export function fixOf(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n')
}

/** The lines that something stands in. */
type Lines = Pick<Instruction, 'firstLine' | 'lastLine'>

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

/** Properties for the application's project. */
export function inProject({ projectFile }: ImageFacts, ...properties: readonly string[]): string {
  return inFile(`the PropertyGroup of ${projectFile}`, properties)
}

/** A RUN with other commands, and with words before them such as more flags; out with it where it has none left. */
export function runInPlace(run: Instruction, commands: readonly string[], ...before: string[]): string {
  if (commands.length === 0) return takeOut(run)
  return inPlaceOf(run, [writeAnew(run, ...before, commands.join(' && '))])
}

/** Another image in a FROM. */
export function fromInPlace(dockerfile: Dockerfile, stage: Stage, image: string): string {
  const place = { firstLine: stage.firstLine, lastLine: stage.fromLastLine }
  return inPlaceOf(place, [fromLine(dockerfile, stage, image)])
}

/** The lines of an instruction, as the team wrote them. */
export function writtenLines({ text }: Pick<Dockerfile, 'text'>, { firstLine, lastLine }: Lines): string[] {
  return text.split(/\r?\n/).slice(firstLine - 1, lastLine)
}

/** What ends a line that goes on below. */
export function continuationOf({ text }: Dockerfile): string {
  return /^(?:#.*\r?\n)*#[ \t]*escape[ \t]*=[ \t]*`/i.test(text) ? '`' : '\\'
}

/** The lines of an instruction with more flags, which replace those of their names. */
export function withFlags(
  { text }: Dockerfile,
  instruction: Instruction,
  flags: readonly string[],
): string[] {
  const [first = '', ...others] = writtenLines({ text }, instruction)
  const names = flags.map((flag) => flag.split('=')[0] ?? '').filter((name) => name !== '--mount')
  // No user has a name in a layer of its own.
  const isNamed = flags.some((flag) => /^--chown=.*[a-z$]/i.test(flag))
  const gone = instruction.flags.filter(
    ({ name }) => names.includes(`--${name}`) || (isNamed && name === 'link'),
  )
  const lines = [first.replace(/^\s*\S+/, (keyword) => [keyword, ...flags].join(' ')), ...others]
  return gone.reduce((all, flag) => {
    const [written = ''] = writtenFlags({ flags: [flag] })
    const at = all.findIndex(
      (line, index) => line.includes(`${written} `) && (index > 0 || !flags.includes(written)),
    )
    return at < 0 ? all : all.with(at, (all[at] ?? '').replace(`${written} `, ''))
  }, lines)
}

/** `line 3`, `lines 3 to 5`. */
export function linesOf({ firstLine, lastLine }: Lines): string {
  return firstLine === lastLine ? `line ${firstLine}` : `lines ${firstLine} to ${lastLine}`
}
