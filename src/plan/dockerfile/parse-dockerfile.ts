import * as v from 'valibot'
import { parseAs } from '../../shared/schema-values.ts'
import {
  DockerfileParser,
  type From,
  type Instruction as ParsedInstruction,
  type ModifiableInstruction,
} from 'dockerfile-ast'
import { UserError } from '../../shared/errors.ts'
import { expandWord, platformVariables, splitWords, takeArguments } from './variables.ts'

/** One instruction of a Dockerfile. Lines count from 1, as BuildKit and editors do. */
export interface Instruction {
  /** The one that it stands in, which nobody who lists or compares the others sees. */
  readonly stage: Stage
  /** In upper case. */
  keyword: string
  flags: { name: string; value: string }[]
  /** What follows keyword and flags on one line: continuations joined, comments dropped; here-documents with their body. */
  argument: string
  /** The words of the exec form (`["dotnet", "test"]`), when it is one. */
  execForm: string[] | undefined
  firstLine: number
  lastLine: number
}

/** One `FROM` with all that follows up to the next one. */
export interface Stage {
  /** The file that it is of; hidden as an instruction's stage is. */
  readonly dockerfile: Dockerfile
  index: number
  /** As written; stage names compare without case. */
  name: string | undefined
  /** The image or stage after `FROM`, variables expanded as far as they are known here. */
  base: string
  firstLine: number
  /** Where its `FROM` ends, which may go on below its first line. */
  fromLastLine: number
  instructions: Instruction[]
}

/** A Dockerfile as far as this program needs to understand it. */
export interface Dockerfile {
  /** The path that messages show. */
  shown: string
  text: string
  stages: Stage[]
  /** What `ARG` in a stage takes: the build arguments that were given, and what stands above the first FROM. */
  buildArgs: ReadonlyMap<string, string>
  globalArgs: ReadonlyMap<string, string>
  /** What it is read for, where that is known. */
  platform: string | undefined
}

/**
 * Parses a Dockerfile, with build arguments that win over the defaults of `ARG`, and the platform that a FROM may name (`FROM base-$TARGETARCH`).
 * Throws a UserError for a file that has no stage.
 */
export function parseDockerfile(
  text: string,
  shown: string,
  buildArgs: [string, string][],
  platform?: string,
): Dockerfile {
  // A byte order mark is not part of the first keyword; BuildKit strips it too.
  const clean = text.replace(/^\uFEFF/, '')
  // A carriage return by itself ends no line for BuildKit, but it does for the parser.
  const parsed = DockerfileParser.parse(clean.replace(/\r(?!\n)/g, ' '))
  const lines = clean.split(/\r?\n/)
  const escape = parsed.getEscapeCharacter()
  const given = new Map(buildArgs)
  const variables = new Map<string, string>()
  const stages: Stage[] = []
  const dockerfile: Dockerfile = {
    shown,
    text: clean,
    stages,
    buildArgs: given,
    globalArgs: variables,
    platform,
  }
  const froms = parsed.getFROMs()
  for (const node of parsed.getInstructions()) {
    const instruction = toInstruction(node, lines, escape)
    const stage = stages.at(-1)
    const from = instruction.keyword === 'FROM' ? froms[stages.length] : undefined
    if (from !== undefined) {
      const ofPlatform = platform === undefined ? [] : platformVariables(platform)
      stages.push(toStage(from, instruction, dockerfile, new Map([...ofPlatform, ...variables])))
    } else if (stage !== undefined) {
      stage.instructions.push(partOf(instruction, 'stage', stage))
    } else if (instruction.keyword === 'ARG') {
      takeArguments(instruction.argument, variables, given)
    }
  }
  if (stages.length === 0) {
    const what = clean.trim() === '' ? 'is empty' : 'has no FROM instruction'
    throw new UserError('No stage to build', `${shown} ${what}, so there is nothing to build.`, {
      file: shown,
      line: 1,
    })
  }
  return dockerfile
}

/** A part that knows its whole, which is no part of it when it is listed, compared or printed. */
function partOf<Part extends object, Name extends string, Whole>(part: Part, name: Name, whole: Whole) {
  return Object.defineProperty(part, name, { value: whole }) as Part & Readonly<Record<Name, Whole>>
}

/** A Dockerfile and its final stage as they are for another platform: a FROM may name one. */
export function readFor(
  platform: string,
  { dockerfile, final }: { dockerfile: Dockerfile; final: Stage },
): { dockerfile: Dockerfile; final: Stage } {
  const { text, shown, buildArgs } = dockerfile
  const read = parseDockerfile(text, shown, [...buildArgs], platform)
  return { dockerfile: read, final: read.stages[final.index] ?? final }
}

/** What messages call a stage: its name, or its number as BuildKit counts it. */
export function stageLabel(stage: Pick<Stage, 'name' | 'index'>): string {
  return stage.name ?? `stage-${stage.index}`
}

/** The line that a stage ends with. */
export function endOfStage({ instructions, fromLastLine }: Stage): number {
  return instructions.at(-1)?.lastLine ?? fromLastLine
}

/** The stage of a name (compared without case) or of a number, as `COPY --from` and `--target` take it. */
export function findStage(stages: readonly Stage[], wanted: string): Stage | undefined {
  const lower = wanted.toLowerCase()
  // The last one of a name wins, as in BuildKit.
  const named = stages.findLast((stage) => stage.name?.toLowerCase() === lower)
  return named ?? (/^\d+$/.test(wanted) ? stages[Number(wanted)] : undefined)
}

/** The instructions of all stages, in the order of their lines. */
export function allInstructions({ stages }: Pick<Dockerfile, 'stages'>): Instruction[] {
  return stages.flatMap(({ instructions }) => instructions)
}

/** The instruction that stands on a line. */
export function findInstruction(dockerfile: Dockerfile, line: number | undefined): Instruction | undefined {
  return allInstructions(dockerfile).find(
    ({ firstLine, lastLine }) => line !== undefined && firstLine <= line && line <= lastLine,
  )
}

/** Whether an instruction copies files. */
export function isCopy({ keyword }: Instruction): boolean {
  return keyword === 'COPY' || keyword === 'ADD'
}

/** What stands after `COPY --from=`. */
export function fromOf({ flags }: Pick<Instruction, 'flags'>): string | undefined {
  return flags.find(({ name }) => name === 'from')?.value
}

/** The words of a COPY or ADD: what it takes, and the target at their end. */
export function copyWords({ execForm, argument }: Pick<Instruction, 'execForm' | 'argument'>): string[] {
  return execForm ?? splitWords(argument)
}

function toStage(
  node: From,
  { argument, firstLine, lastLine }: Omit<Instruction, 'stage'>,
  dockerfile: Dockerfile,
  variables: Map<string, string>,
): Stage {
  const parts = {
    index: dockerfile.stages.length,
    // BuildKit takes every blank of Unicode for one between words, the parser only those of ASCII.
    name: node.getBuildStage() ?? /^\S+\s+as\s+(\S+)$/i.exec(argument.trim())?.[1],
    base: expandWord(node.getImage() ?? '', variables),
    firstLine,
    fromLastLine: lastLine,
    instructions: [],
  }
  return partOf(parts, 'dockerfile', dockerfile)
}

function toInstruction(node: ParsedInstruction, lines: string[], escape: string): Omit<Instruction, 'stage'> {
  const range = node.getRange()
  const flags = 'getFlags' in node ? (node as ModifiableInstruction).getFlags() : []
  const argument = joinLines(node.getRawArgumentsContent() ?? '', escape)
  return {
    keyword: node.getKeyword(),
    flags: flags.map((flag) => ({ name: flag.getName(), value: flag.getValue() ?? '' })),
    argument,
    execForm: parseExecForm(argument),
    firstLine: range.start.line + 1,
    lastLine: Math.min(range.end.line + 1, lines.length),
  }
}

/** Joins continuation lines and drops the comment lines between them, as BuildKit's parser does. */
function joinLines(raw: string, escape: string): string {
  if (/(?:^|\s)\d*<<-?["']?[A-Za-z_]/.test(raw)) return raw.trim()
  const kept: string[] = []
  let continued = false
  for (const line of raw.split(/\r?\n/)) {
    if (continued && (/^\s*#/.test(line) || line.trim() === '')) continue
    const open = line.trimEnd().endsWith(escape)
    kept.push(open ? line.trimEnd().slice(0, -1) : line)
    continued = open
  }
  return kept
    .map((line) => line.trim())
    .join(' ')
    .trim()
}

function parseExecForm(argument: string): string[] | undefined {
  if (!argument.startsWith('[')) return undefined
  return parseAs(v.array(v.string()), argument)
}

/** The flags of an instruction as they are written, such as `--from=publish`. */
export function writtenFlags({ flags }: Pick<Instruction, 'flags'>): string[] {
  return flags.map(({ name, value }) => (value === '' ? `--${name}` : `--${name}=${value}`))
}

/** An instruction with its own flags and other words behind them. */
export function writeAnew(one: Pick<Instruction, 'keyword' | 'flags'>, ...words: readonly string[]): string {
  return [one.keyword, ...writtenFlags(one), ...words].join(' ')
}

/** A line of a Dockerfile as messages name it; one without a number is of a stage that we generated. */
export function nameLine(shown: string, line: number | undefined): string {
  return line === undefined ? `${shown} (generated stage)` : `${shown}:${line}`
}
