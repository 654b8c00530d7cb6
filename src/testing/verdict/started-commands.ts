import { posix } from 'node:path'
import { fits, nameOfTarget } from '../../plan/commands/command-targets.ts'
import { runsNoTest, type TestCommand } from '../../plan/commands/test-commands.ts'
import { cutText } from '../../shared/text.ts'
import type { RecordedProcess } from '../results/processes.ts'
import { groupBy } from '../results/test-results.ts'

/** A command that a testing RUN started, or, where its processes are not known, should have by its shell text. */
export interface StartedCommand extends TestCommand {
  /** What it ended with, `none` where it never came to its end; undefined where nobody knows. */
  exitCode?: number | 'none'
}

/**
 * The test commands that ran, by the processes of a RUN: those that no other test process has started. Commands of the shell text are
 * added that are none of these. `projects` are names of those that left results.
 */
export function startedCommands(
  commands: readonly TestCommand[],
  processes: readonly RecordedProcess[],
  projects: readonly string[],
): StartedCommand[] {
  const trees = testTrees(testProcesses(commands, processes, projects), processes)
  const isRetried = commands.some((command) => command.isRetried)
  const hiddenBy = commands.find((command) => command.hiddenBy !== undefined)?.hiddenBy
  const started = [...trees].map(([root, own]): StartedCommand => {
    const words = wordsOf(root)
    // A host is killed when it is no longer needed.
    const isCut = own.some((one) => one.exitCode === undefined && !isHost(one))
    return {
      text: cutText(words.join(' '), 120),
      targets: [...new Set(own.flatMap(assembliesOf))],
      hiddenBy,
      isConditional: false,
      isRetried: isRetried || words.includes('--retry-failed-tests'),
      isSure: true,
      isProgram: !isRunner(root),
      usesBuilt: commands.some(({ usesBuilt }) => usesBuilt),
      isIdle: runsNoTest(words),
      exitCode: isCut ? 'none' : (root.exitCode ?? 'none'),
    }
  })
  const isStarted = ({ isSure, targets }: TestCommand): boolean =>
    started.length > 0 &&
    (isSure || targets.length > 0) &&
    targets.every((target) =>
      started.some(({ text, targets: own }) => text.includes(target) || own.some(isOf(target))),
    )
  return [...started, ...commands.filter((command) => !isStarted(command))]
}

/** Test processes by the first of them that led to each, itself among them. */
function testTrees(
  tests: readonly RecordedProcess[],
  processes: readonly RecordedProcess[],
): Map<RecordedProcess, RecordedProcess[]> {
  const byId = new Map(processes.map((one) => [one.id, one]))
  const isTest = new Set(tests)
  return groupBy(tests, (test) => {
    let root = test
    // What tests left may say anything, also that a process started itself.
    const seen = new Set([test])
    for (let at = byId.get(test.parent); at && !seen.has(at); at = byId.get(at.parent)) {
      seen.add(at)
      if (isTest.has(at)) root = at
    }
    return root
  })
}

/** The processes that run tests: runners, and programs of projects that left results, that a command names or that `dotnet run` started. */
function testProcesses(
  commands: readonly TestCommand[],
  processes: readonly RecordedProcess[],
  projects: readonly string[],
): RecordedProcess[] {
  const named = commands.flatMap(({ targets }) => targets.map(nameOfTarget))
  const names = new Set([...projects, ...named].map(lower))
  const runs = commands.some(({ text }) => /\bdotnet run\b/.test(text))
    ? new Set(processes.filter((one) => wordsOf(one)[1] === 'run').map(({ id }) => id))
    : new Set<string>()
  // A program that starts `dotnet test` is a build, which may do with its exit code what it wants.
  const starters = new Set(processes.filter(isRunner).map(({ parent }) => parent))
  return processes.filter(
    (one) =>
      isRunner(one) ||
      names.has(lower(nameOfTarget(one.words[0] ?? ''))) ||
      (runs.has(one.parent) && !starters.has(one.id)),
  )
}

function isOf(target: string): (assembly: string) => boolean {
  return (assembly) => fits(target, { project: nameOfTarget(assembly), assembly }) !== 'no'
}

/** `dotnet test`, or what it runs tests with. */
function isRunner(process: RecordedProcess): boolean {
  const [program = '', subcommand = ''] = wordsOf(process)
  if (program === 'dotnet') return /^(?:test|vstest)$/.test(subcommand)
  return /\/vstest\.console\.dll$/.test(program) || isHost(process)
}

function isHost({ words: [program = ''] }: RecordedProcess): boolean {
  return /\/testhost(?:\.\w+)*\.dll$/.test(program)
}

/** The words of a process as a shell has them. */
function wordsOf({ words: [program = '', ...rest] }: RecordedProcess): string[] {
  return [/\/sdk\/[^/]+\/dotnet\.dll$/.test(program) ? 'dotnet' : program, ...rest]
}

/** The assemblies with tests that a process is given, or is. */
function assembliesOf(process: RecordedProcess): string[] {
  const [program = '', ...rest] = wordsOf(process)
  if (isHost(process)) return []
  if (!isRunner(process)) return [program]
  return rest.filter((word) => /^[^-].*\.dll$/i.test(word)).map((word) => posix.resolve(process.folder, word))
}

function lower(name: string): string {
  return name.toLowerCase()
}
