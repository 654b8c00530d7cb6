import { posix } from 'node:path'
import { fits, nameOfTarget, readTargets } from '../../plan/commands/command-targets.ts'
import { isTestTarget } from '../../plan/commands/classify-command.ts'
import { testCommand, type TestCommand } from '../../plan/commands/find-test-commands.ts'
import type { RecordedProcess } from '../results/processes.ts'
import {} from '../results/test-results.ts'
import { groupBy } from '../../shared/group-by.ts'
import type { StartedCommand } from './seen-runs.ts'

/**
 * The test commands that ran, by the processes of a RUN: those that no other test process has started. Commands of the shell text are
 * added that are none of these.
 */
export function startedCommands(
  commands: readonly TestCommand[],
  processes: readonly RecordedProcess[],
): StartedCommand[] {
  const known = commands.filter((one) => !one.isUnknown)
  const named = new Set(known.flatMap(({ targets }) => targets.map(nameInLower)))
  const isTest = new Set(processes.filter((one) => isTestProcess(one, named)))
  const trees = testTrees(isTest, processes)
  const series = groupBy(trees.keys(), seriesOf)
  const hidden = known.filter((command) => command.hiddenBy !== undefined)
  const started = [...trees].map(([root, own]): StartedCommand => {
    const words = wordsOf(root)
    const text = words.join(' ')
    const tests = own.filter((one) => isTest.has(one))
    // A host is killed when it is no longer needed.
    const isCut = tests.some((one) => one.exitCode === undefined && !isHost(one))
    const assemblies = [...new Set(tests.flatMap(assembliesOf))]
    const targets = assemblies.length > 0 ? assemblies : readTargets(words)
    // Of a loop that nobody can read is known that it started the same once more.
    const isOwn = (one: TestCommand): boolean => isAmong(one, [{ text, targets }])
    const isUnseen = !known.some(isOwn)
    const isRepeated = isUnseen && (series.get(seriesOf(root))?.length ?? 0) > 1
    const isRetried = isRepeated || known.some((command) => command.isRetried)
    const hiddenBy = (hidden.find((one) => isNamed(one) && isOwn(one)) ?? hidden[0])?.hiddenBy
    return {
      ...testCommand({ words, text, isConditional: false, isRetried, hiddenBy }, 'tests'),
      targets,
      isSure: true,
      isProgram: !isRunner(root),
      startedNone: words[1] === 'test' && tests.length === 1,
      exitCode: isCut ? 'none' : (root.exitCode ?? 'none'),
      ids: new Set(own.map(({ id }) => id)),
      series: isRepeated ? seriesOf(root) : text,
      own: [],
    }
  })
  const sure = known.filter((one) => one.isSure && !one.isConditional && !one.isRetried)
  // Where fewer were started than the text surely has, each is one command of it: `cd nowhere && dotnet test; dotnet test B`.
  const isShort = sure.length > started.length
  const free = [...started]
  const found = [...commands.filter(isNamed), ...commands.filter((one) => !isNamed(one))].filter(
    (command) => {
      const at = free.findIndex((one) => isAmong(command, [one]))
      return isShort ? at >= 0 && free.splice(at, 1).length > 0 : isAmong(command, started)
    },
  )
  const left = commands.filter((command) => !found.includes(command))
  // What did not come to its tests, such as `dotnet run` of a program that is not there, says with its exit code that it failed.
  const endOf = ({ text, isConditional, isRetried }: TestCommand): Pick<StartedCommand, 'exitCode'> => {
    const own = processes.find((one) => !trees.has(one) && text.endsWith(wordsOf(one).join(' ')))
    return own === undefined || isConditional || isRetried ? {} : { exitCode: own.exitCode ?? 'none' }
  }
  return [...started, ...left.map((command) => ({ ...command, own: [], ...endOf(command) }))]
}

/** Whether the words of a command say what it tests, and all of that is named by what was started. */
function isAmong(
  { isSure, targets, isUnknown }: TestCommand,
  started: readonly Pick<TestCommand, 'text' | 'targets'>[],
): boolean {
  const isSaid = started.length > 0 && !isUnknown && (isSure || targets.length > 0)
  return (
    isSaid &&
    targets.every((target) =>
      started.some(({ text, targets: own }) => text.includes(target) || own.some(isOf(target))),
    )
  )
}

/** Processes by the first test process that led to each, itself among them; `dotnet run` of one counts as that. */
function testTrees(
  isTest: ReadonlySet<RecordedProcess>,
  processes: readonly RecordedProcess[],
): Map<RecordedProcess, RecordedProcess[]> {
  const byId = new Map(processes.map((one) => [one.id, one]))
  const runs = [...isTest]
    .flatMap(({ parent }) => byId.get(parent) ?? [])
    .filter((one) => wordsOf(one)[1] === 'run')
  const roots = new Set([...isTest, ...runs])
  const trees = groupBy(processes, (one) => [one, ...leadersOf(one, byId)].findLast((at) => roots.has(at)))
  return new Map([...trees].flatMap(([root, own]) => (root && own.includes(root) ? [[root, own]] : [])))
}

/** What led to a process, from the nearest on. */
export function leadersOf(
  process: RecordedProcess,
  byId: ReadonlyMap<string, RecordedProcess>,
): RecordedProcess[] {
  // What tests left may say anything, also that a process started itself.
  const seen = new Set([process])
  for (let at = byId.get(process.parent); at && !seen.has(at); at = byId.get(at.parent)) seen.add(at)
  return [...seen].slice(1)
}

/** The same for processes that were started in the same way. */
function seriesOf({ words, folder, environment }: RecordedProcess): string {
  return [environment, folder, ...words].join('\0')
}

/** Whether a process runs tests: a runner, a program with tests, or one that a command names. */
function isTestProcess(process: RecordedProcess, named: ReadonlySet<string>): boolean {
  const [program = ''] = process.words
  if (isRunner(process)) return true
  return !/\/sdk\//.test(program) && (process.hasTests || named.has(nameInLower(program)))
}

function isOf(target: string): (assembly: string) => boolean {
  return (assembly) => fits(target, { project: nameOfTarget(assembly), assembly }) !== 'no'
}

/** `dotnet test`, or what it runs tests with. */
function isRunner(process: RecordedProcess): boolean {
  const [program = '', subcommand = ''] = wordsOf(process)
  if (program === 'dotnet') return /^(?:test|vstest)$/.test(subcommand) || process.words.some(isTestTarget)
  return /\/vstest\.console\.dll$/.test(program) || isHost(process)
}

/** Whether a process is the one that VSTest runs the tests of an assembly in. */
export function isHost({ words: [program = ''] }: RecordedProcess): boolean {
  return /\/testhost(?:\.\w+)*\.dll$/.test(program)
}

/** The words of a process as a shell has them. */
export function wordsOf({ words: [program = '', ...rest] }: RecordedProcess): string[] {
  return [/\/sdk\/[^/]+\/dotnet\.dll$/.test(program) ? 'dotnet' : program, ...rest]
}

/** The assemblies with tests that a process is given, or is. */
function assembliesOf(process: RecordedProcess): string[] {
  const [program = '', ...rest] = wordsOf(process)
  if (isHost(process)) return []
  if (!isRunner(process)) return [program]
  return rest
    .filter((word) => /^[^-*?{}[\]][^*?{}[\]]*\.dll$/i.test(word))
    .map((word) => posix.resolve(process.folder, word))
}

function nameInLower(target: string): string {
  return nameOfTarget(target).toLowerCase()
}

function isNamed({ targets }: TestCommand): boolean {
  return targets.length > 0
}
