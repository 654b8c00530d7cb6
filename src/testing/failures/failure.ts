import type { BuildError } from '../../docker/build/buildkit-words.ts'
import type { DockerfileFinding } from '../../docker/build/build-result.ts'
import { commandOf } from '../../plan/commands/shell-text.ts'
import type { BuildSources } from '../../plan/dockerfile/missing-file.ts'
import { nameLine, type Instruction } from '../../plan/dockerfile/parse-dockerfile.ts'
import { formatCount } from '../../shared/format.ts'
import { cutText } from '../../shared/text.ts'
import type { LocatedMessage } from '../compiler-messages.ts'

/** What made a build fail: a title, and in the message what happened, where, and the way out, a line for each. */
export interface BuildFailure {
  title: string
  message: string
  /** The tests had passed by then, so that their counts are worth a word. */
  isAfterTests?: boolean
  /** A file of the repository is not there, which may be what tests failed over. */
  isMissingFile?: boolean
  /** The line of the Dockerfile, from 1, where BuildKit names none. */
  line?: number | undefined
}

/** The instruction that failed (one without a keyword where nobody tells it), and the files that a build is made from. */
export interface FailurePlace {
  sources: BuildSources
  instruction: Instruction
}

/** A build that failed, as far as its output and its Dockerfile tell. */
export interface FailedBuild extends FailurePlace {
  /** BuildKit's words. */
  error: BuildError
  /** What the step that failed printed, as plain text; empty where no step ran. */
  lines: string[]
  /** What all steps printed, such as what an earlier restore passed over. */
  allLines: string[]
  /** Messages of compilers, MSBuild and NuGet in the step that failed. */
  messages: LocatedMessage[]
  /** The errors among them. */
  errors: LocatedMessage[]
  /** What BuildKit's checks found in the Dockerfile. */
  checks: readonly DockerfileFinding[]
  /** BuildKit had begun with a step: it knew what it read in the Dockerfile. */
  hasStep: boolean
  /** The step runs tests. */
  isTest: boolean
}

/** Most lines of one kind in a message. */
const maxLines = 10

/** Each line once, the first ten of them, and how many more there are. */
export function listLines(lines: readonly string[], total = new Set(lines).size): string[] {
  const shown = [...new Set(lines)].slice(0, maxLines)
  return total > shown.length ? [...shown, `… and ${formatCount(total - shown.length)} more`] : shown
}

/** What to do: the same in each case, or by what was found. */
export type WayOut<Found> = string | ((build: FailedBuild, found: Found) => string | string[])

/** The lines of a way out. */
export function tellWayOut<Found>(
  way: WayOut<Found> | undefined,
  build: FailedBuild,
  found: Found,
): string[] {
  return [typeof way === 'function' ? way(build, found) : (way ?? [])].flat()
}

/** What exit codes of shells say where no words do: 128 and the number of a signal. */
export const endings: ReadonlyMap<number, string> = new Map([
  [124, 'The command took longer than timeout lets it.'],
  [134, 'The command ended itself (SIGABRT).'],
  [139, 'The command crashed (SIGSEGV).'],
])

/** Codes of MSBuild for a command that it ran and that failed: why, only the command has said. */
export const ranCommand = /^MSB(?:3073|3077|6006)$/

/** The command that failed: BuildKit's words have all of it, as the shell gets it. */
export function describeEnd({ error, instruction }: FailedBuild): string {
  if (error.exitCode === undefined || instruction.keyword !== 'RUN') return error.message
  const [command = ''] = commandOf(instruction).split('\n')
  return `RUN ${cutText(command.replace(/\s+/g, ' ').trim(), 120)} ended with exit code ${error.exitCode}.`
}

/** A line of the Dockerfile as messages name it. */
export function lineOf({ sources }: Pick<FailedBuild, 'sources'>, line: number): string {
  const { dockerfile, origins } = sources
  return nameLine(dockerfile.shown, origins?.has(line) === true ? origins.get(line) : line)
}

/** Errors of MSBuild, the SDK or NuGet of one kind: how they are called, and what to do where their own words don't say that. */
export interface ErrorFamily {
  codes: RegExp
  /** What an error also says, where its code or its lack of one does not tell. */
  words?: RegExp
  title?: string
  wayOut?: WayOut<readonly LocatedMessage[]>
}

function isOf({ codes, words }: ErrorFamily, { code, text }: LocatedMessage): boolean {
  return codes.test(code) && words?.test(text) !== false
}

/** The first family that an error is of, whether all are of it, and its way out. */
export function findFamily(
  families: readonly ErrorFamily[],
  build: FailedBuild,
  errors: readonly LocatedMessage[],
): { title: string | undefined; isAll: boolean; wayOut: string[] } {
  const family = families.find((one) => errors.some((error) => isOf(one, error)))
  const isAll = family !== undefined && errors.every((error) => isOf(family, error))
  return { title: family?.title, isAll, wayOut: tellWayOut(family?.wayOut, build, errors) }
}
