import { unknownPrograms, type Programs } from '../projects/repository.ts'
import {
  classifyWords,
  isHarmless,
  isTestTarget,
  namesOtherTarget,
  type CommandKind,
} from './classify-command.ts'
import { readTargets } from './command-targets.ts'
import { type ShellScript, scriptOf } from './shell-text.ts'
import { shellCommands, type ShellCommand } from './shell-commands.ts'
import { cutText } from '../../shared/text.ts'
import { parseDockerfile } from '../dockerfile/parse-dockerfile.ts'

/** A command of a testing RUN that starts tests, with what its place in the shell text means for its exit code. */
export interface TestCommand extends Pick<ShellCommand, 'isConditional' | 'isRetried' | 'hiddenBy'> {
  /** As written, on one line, cut. */
  text: string
  /** Projects and assemblies that it names; empty where it may test anything (a solution, a script, a variable). */
  targets: string[]
  /** Its words alone say that it runs tests; another one may only be named after them. */
  isSure: boolean
  /** The tests are a program of their own: it prints what it found, or ended before that. */
  isProgram: boolean
  /** It tests what an earlier build left. */
  usesBuilt: boolean
  /** It lists tests or explains itself, and runs none. */
  isIdle: boolean
  /** Beside others that test, a program that nobody knows is told to test, or an assembly: all that counts is that it was found. */
  isUnknown: boolean
}

/** A text that starts tests, or may: what its commands do, and those of them. */
export interface FoundTests {
  /** It tests when any of its commands does. */
  kind: CommandKind
  /** The commands whose words say that they test, else, where none does, those of which nobody can say what they do. */
  commands: TestCommand[]
}

/** Finds the commands of a shell text that start tests, also in scripts of the repository. */
export function findTests(script: ShellScript, programs: Programs = unknownPrograms): FoundTests {
  const all = shellCommands(script, programs.scriptOf).flatMap((one) => classify(one, programs))
  const kind = strongest(all)
  const commands = all.filter((one) => one.kind !== 'known' && (one.kind === kind || mayTest(one)))
  // A program that builds others may test any of them.
  const isNamed = (target: string): boolean => !/^(?:build|console)$/.test(programs.kindOf(target) ?? '')
  const told = commands.map((one) => testCommand(one.command, one.kind, one.kind !== kind))
  return { kind, commands: told.map((one) => ({ ...one, targets: one.targets.filter(isNamed) })) }
}

/** Whether a shell text goes on where a build that it starts has failed: `dotnet build || true`. */
export function hidesFailedBuild(script: ShellScript): boolean {
  return shellCommands(script).some(
    ({ words, hiddenBy }) =>
      /\bdotnet(?:\.exe)? (?:build|publish|msbuild)\b/.test(words.join(' ')) && hiddenBy !== undefined,
  )
}

/** Whether a command that nobody knows is told to test, or is an assembly, which may have tests. */
function mayTest({ command }: Classified): boolean {
  return (
    /^(?:vs)?test$/.test(command.words[1] ?? '') ||
    readTargets(command.words).some((one) => /\.dll$/i.test(one))
  )
}

interface Classified {
  kind: CommandKind
  command: ShellCommand
}

/** A command, or those of the script that it is. A script that shows nothing does what its name says. */
function classify(command: ShellCommand, programs: Programs): Classified[] {
  const kind = classifyWords(command.words, programs, command.folder)
  const inner = command.inner.flatMap((one) => classify(one, programs))
  const [program = ''] = command.words
  const isBranch = inner.every((one) => one.kind !== 'tests' || one.command.isConditional)
  // A script that is told to publish does not take the branch that tests.
  if (strongest(inner) === 'tests' && isBranch && !command.isConditional && namesOtherTarget(command.text))
    return [{ kind: 'unknown', command }]
  const isSaid =
    strongest(inner) === 'tests' || (inner.length > 0 && kind !== 'tests' && !isHarmless(program))
  return isSaid ? inner : [{ kind, command }]
}

function strongest(all: readonly Classified[]): CommandKind {
  const kinds = all.map(({ kind }) => kind)
  return kinds.includes('tests') ? 'tests' : kinds.includes('unknown') ? 'unknown' : 'known'
}

const idle = /^(?:--?list-?tests?|-lt|--?help|-h|-\?|\/\?|--version|--info|-list)$/i
/** What we put before the command of an ENTRYPOINT. */
const withoutArguments = /^env(?: -u\w+)+ /

/** A command that tests, or that may, by its words and its place. */
export function testCommand(
  { words, text, isConditional, isRetried, hiddenBy }: Omit<ShellCommand, 'folder' | 'inner'>,
  kind: CommandKind,
  isUnknown = false,
): TestCommand {
  const all = words.join(' ')
  const isProgram = !/\bdotnet(?:\.exe)? +(?:test|vstest)\b/.test(all) && !words.some(isTestTarget)
  const isSaid =
    kind === 'tests' && (/\bdotnet +run\b/.test(all) || words.some((word) => /\.(?:dll|exe)$/i.test(word)))
  return {
    text: cutText(text.replace(withoutArguments, ''), 120),
    targets: readTargets(words),
    hiddenBy: hiddenBy === undefined ? undefined : cutText(hiddenBy, 80),
    isConditional,
    isRetried,
    isSure: !isProgram || isSaid || /\/bin\/(?:debug|release)\//i.test(all),
    isProgram,
    usesBuilt: /--no-build\b|\bvstest\b|\.dll\b|\/bin\//.test(text),
    isIdle: words.some((word) => idle.test(word)) || /\bdotnet test\b.* -t(?: |$)/.test(all),
    isUnknown,
  }
}

/**
 * What a step does that ONBUILD of a base image brought into a stage, by BuildKit's words for it (`ONBUILD RUN dotnet
 * test`); undefined for every other step. It stands in no line of the Dockerfile, so it can't be marked.
 */
export function classifyOnbuildRun(words: string): CommandKind | undefined {
  if (!words.startsWith('ONBUILD RUN ')) return undefined
  const { stages } = parseDockerfile(`FROM scratch\n${words.replace('ONBUILD ', '')}\n`, '', [])
  const instruction = stages[0]?.instructions[0]
  return instruction && findTests(scriptOf(instruction)).kind
}
