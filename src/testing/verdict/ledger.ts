import { nameOfTarget } from '../../plan/commands/command-targets.ts'
import type { TestCommand } from '../../plan/commands/test-commands.ts'
import type { CollectedRun } from '../results/collect-results.ts'
import type { RecordedProcess } from '../results/processes.ts'
import { foldPrinted } from '../results/attempts.ts'
import type { FlakyTest, TestRun } from '../results/test-results.ts'
import { tooFewTests, type LogSigns } from '../log/trouble-signs.ts'
import { assignRuns, fitOf, foldRetries, hasTwins, nameRun } from './assign-runs.ts'
import { joinRuns, type SeenRun } from './join-runs.ts'
import { startedCommands, type StartedCommand } from './started-commands.ts'

/** How a run of tests ended. Only the first two let the job go on; a `silent` one does where nothing else ran a test, which is told then. */
export type Settlement = 'finished' | 'no-tests' | 'silent' | 'failed' | 'never-started' | 'stopped' | 'lost'

/** A run that a testing RUN started, or should have. */
export interface LedgerEntry {
  kind: Settlement
  /** A sentence that names the run, its project and what happened. */
  what: string
  /** The project of the run, as far as it is known. */
  project?: string
  /** The testing RUN that it is of. */
  testRun: number | undefined
  /** What keeps its exit code from the build. */
  hiddenBy: string | undefined
}

/** All that is known of a testing RUN. */
export interface RunEvidence {
  testRun: number | undefined
  /** The commands that it should have run; empty where it was cached or not reached. */
  commands: readonly TestCommand[]
  /** What it started; empty where that is not known. */
  processes: readonly RecordedProcess[]
  /** It ended with 0. */
  endedWell: boolean
  files: readonly CollectedRun[]
  logs: readonly { runs: TestRun[]; signs: LogSigns }[]
  /** BuildKit left out some of what it printed. */
  isClipped: boolean
}

/** A testing RUN with every run of it settled. */
export interface SettledRun {
  entries: LedgerEntry[]
  runs: TestRun[]
  flaky: FlakyTest[]
  warnings: string[]
  /** Each of its commands is known to have ended with 0. */
  isClean: boolean
}

/** Whether an entry keeps the job from going on. */
export function isBad({ kind }: LedgerEntry): boolean {
  return !['finished', 'no-tests', 'silent'].includes(kind)
}

/** Settles every run that a testing RUN started, by its processes, its log and its result files; without processes by its commands. */
export function settle(evidence: RunEvidence): SettledRun {
  const { endedWell, files, logs, testRun } = evidence
  const logged = logs.flatMap((log) => log.runs)
  const commands = startedCommands(
    evidence.commands.filter((one) => !one.isUnknown),
    evidence.processes,
  )
  const unknown = evidence.commands.filter((one) => one.isUnknown)
  const joined = joinRuns(
    files.map((file) => withName(file, commands)),
    logged,
  )
  const owners = assignRuns(commands, joined)
  const seen = joined.map((run) => {
    const owner = owners.get(run)
    if (owner === undefined || run.mayHavePassed !== true || run.inFile || !endedWellItself(owner, evidence))
      return run
    const whole = { ...run, ...foldPrinted(run, true) }
    owners.set(whole, owner)
    return whole
  })
  const { runs, flaky, notes } = foldRetries(seen, owners)
  const entries = runs
    .filter((run) => owners.get(run)?.isIdle !== true)
    .map((run) => settleRun(run, runs, owners.get(run), evidence))
  entries.push(...settleTeardowns(evidence, runs))
  const left = new Set<StartedCommand>([...commands, ...unknown].filter(({ isIdle }) => !isIdle))
  const ranBy = (command: StartedCommand): SeenRun[] => seen.filter((run) => owners.get(run) === command)
  // `./test.sh || dotnet test`: what was not found has another one in its place.
  const isReplaced = (command: TestCommand): boolean =>
    command.isRetried &&
    ranBy(command).length === 0 &&
    commands.some((one) => one.isRetried && ranBy(one).length > 0)
  const isAborted = seen.some(({ aborted }) => aborted)
  for (const { signs } of isAborted ? [] : logs.filter((log) => log.signs.aborted)) {
    const [words = 'the test run was aborted'] = signs.errors
    // It is most likely of the command that has left nothing else, or nothing of one of its targets.
    const owner = [...left].find((one) => one.isSure && leavesOut(one, ranBy(one)))
    if (owner !== undefined) left.delete(owner)
    const named = owner ?? (commands.length === 1 ? commands[0] : undefined)
    const of = named === undefined ? '' : `\`${named.text}\` failed${whichOf(named, ranBy(named), 'for')}: `
    const what = `${of}${words}${hangingTests(logs)}`
    const kind = words === tooFewTests ? 'failed' : 'stopped'
    const project = named && projectOf(named, ranBy(named))
    entries.push({ kind, what, testRun, hiddenBy: (named ?? commands[0])?.hiddenBy, ...project })
  }
  const warnings = notes
  for (const command of endedWell ? left : []) {
    const own = ranBy(command)
    const entry =
      isTriedAgain(command, commands) || isReplaced(command)
        ? undefined
        : settleCommand(command, own, evidence)
    if (entry !== undefined) entries.push(entry)
    if (entry?.kind === 'no-tests') warnings.push(`${entry.what}.`)
    if (own.length > 0 && own.every(({ counts, aborted }) => counts.total === 0 && !aborted))
      warnings.push(`\`${command.text}\` ran no test.`)
    if (command.exitCode === 0 && own.length > 0 && leavesOut(command, own))
      warnings.push(
        `More tests may have run than were counted: ${namesMissing(command, own)} left no results.`,
      )
  }
  if (endedWell && evidence.isClipped && !entries.some(isBad)) {
    if (runs.length === 0) entries.push(ofNothing(evidence))
    else if (!runs.every(({ inFile }) => inFile))
      warnings.push(`More tests may have run than were counted: ${clipped}.`)
  }
  const isClean = commands.length > 0 && commands.every(({ exitCode }) => exitCode === 0)
  return { entries, runs, flaky, warnings, isClean }
}

/** Programs of which a fixture failed when its tests had ended, where neither their log nor their results say it. */
function settleTeardowns({ processes, testRun }: RunEvidence, runs: readonly TestRun[]): LedgerEntry[] {
  return processes.flatMap(({ errors = [], words: [program = ''] }): LedgerEntry[] => {
    const project = nameOfTarget(program)
    const [why] = errors
    if (why === undefined || runs.some((run) => run.project === project && run.errors.length > 0)) return []
    const what = `the test run of ${project} failed, although no test did: ${why}`
    return [{ kind: 'failed', what, testRun, hiddenBy: undefined, project }]
  })
}

function ofNothing({ testRun }: RunEvidence): LedgerEntry {
  return {
    kind: 'lost',
    what: `nothing shows what the tests came to: ${clipped}`,
    testRun,
    hiddenBy: undefined,
  }
}

/** A file without a test does not name its project; the process that left it may have been given one alone. */
function withName(file: CollectedRun, commands: readonly StartedCommand[]): CollectedRun {
  const { process } = file
  if (file.project !== '' || process === undefined) return file
  const [assembly, ...more] = commands.find(({ ids }) => ids?.has(process))?.targets ?? []
  return assembly === undefined || more.length > 0
    ? file
    : { ...file, project: nameOfTarget(assembly), assembly }
}

/** Whether a command ended with 0, and not because that was asked for. */
function endedWellItself(
  { text, exitCode, hiddenBy }: StartedCommand,
  { processes, endedWell }: RunEvidence,
): boolean {
  const words = [text, ...processes.flatMap((one) => one.words)]
  const isWell = exitCode === 0 || (exitCode === undefined && endedWell && hiddenBy === undefined)
  return isWell && !words.some((word) => word.includes('--ignore-exit-code'))
}

const clipped = 'BuildKit cut off what they printed (it keeps 2 MiB of a step, and 200 KiB of a second)'

/** The tests that ran when a run was stopped. */
function hangingTests(logs: RunEvidence['logs']): string {
  const names = logs.flatMap(({ signs }) => signs.hangingTests)
  return names.length === 0 ? '' : `; running then: ${names.slice(0, 3).join(', ')}`
}

/** Settles a run of which the log or a file tells. */
function settleRun(
  run: SeenRun,
  all: readonly SeenRun[],
  owner: TestCommand | undefined,
  { testRun, logs }: RunEvidence,
): LedgerEntry {
  const { counts, errors, assembly = '' } = run
  const name =
    run.project === '' && owner !== undefined ? `\`${owner.text}\`` : `${nameRun(run)}${folderOf(run, all)}`
  const entry = (kind: Settlement, what: string): LedgerEntry => {
    const [target, ...more] = run.project === '' ? (owner?.targets ?? []) : [run.project]
    const project = target === undefined || more.length > 0 ? {} : { project: nameOfTarget(target) }
    return { kind, what, testRun, hiddenBy: owner?.hiddenBy, ...project }
  }
  // Why a run was stopped says more than that it ended, and the type of an exception alone less than whatever else there is.
  const telling =
    errors.find((text) => /^Data collector/.test(text)) ??
    errors.find((text) => !/^\[FATAL ERROR\] \S+$/.test(text)) ??
    errors[0]
  if (run.aborted) {
    const why = `${telling ?? 'it was aborted'}${hangingTests(logs)}`
    return entry('stopped', `the test run of ${name} was stopped: ${why}`)
  }
  if (run.incomplete && run.inFile)
    return entry('lost', `the results of ${name} are not whole: ${telling ?? 'their file was cut'}`)
  if (run.incomplete) {
    const by = owner === undefined ? '' : ` (\`${owner.text}\`)`
    const refused = refusals(logs).find((words) => assembly.includes('/') && words.includes(assembly))
    return refused === undefined
      ? entry('stopped', `the test run of ${name} began and did not come to its end${by}`)
      : entry('never-started', `the test run of ${name} never started${by}: ${refused}`)
  }
  if (counts.failed === 0 && errors.length > 0) {
    const why = errors.slice(0, 3).join('\n')
    return entry('failed', `the test run of ${name} failed, although no test did: ${why}`)
  }
  // Where the log has one sum for several runs, no number is known of each.
  const isKnown = run.inFile || all.every(({ project }) => project !== '')
  return counts.total === 0 && isKnown
    ? entry('no-tests', `${name} had no test to run`)
    : entry('finished', `${name} finished`)
}

/** Whether a command is an attempt, and the same was started once more. */
function isTriedAgain(command: StartedCommand, all: readonly StartedCommand[]): boolean {
  return (
    command.isRetried &&
    all
      .slice(all.indexOf(command) + 1)
      .some(({ text, series = text }) => series === (command.series ?? command.text))
  )
}

/** Settles a command of a RUN that has ended well, as far as its own runs don't do that. */
function settleCommand(
  command: StartedCommand,
  own: readonly SeenRun[],
  { logs, testRun, isClipped }: RunEvidence,
): LedgerEntry | undefined {
  const { hiddenBy, targets, text, exitCode } = command
  const entry = (kind: Settlement, what: string): LedgerEntry => {
    return { kind, what, testRun, hiddenBy, ...projectOf(command, own) }
  }
  const isHidden = hiddenBy !== undefined && exitCode === undefined
  const refused = refusals(logs).find((words) => isAbout(words, command))
  if (refused !== undefined && (isHidden || own.length === 0))
    return entry('never-started', `\`${text}\` never started: ${refused}`)
  if (command.isUnknown) return undefined
  if (exitCode !== undefined && exitCode !== 0) {
    const isTold = own.some(
      (run) => run.counts.failed > 0 || run.errors.length > 0 || run.aborted || run.incomplete,
    )
    if (isTold) return undefined
    if (exitCode === 'none')
      return entry('stopped', `\`${text}\` did not come to its end: it crashed or was stopped`)
    if (exitCode === 8) return entry('no-tests', `\`${text}\` found no test to run`)
    const ended = `\`${text}\` ended with exit code ${exitCode}`
    return leavesOut(command, own)
      ? entry('lost', `${ended}, and left no results of ${namesMissing(command, own)}`)
      : entry('failed', `${ended}, although no test failed`)
  }
  if (exitCode === 0 && own.length > 0) return undefined
  if (command.isConditional || !command.isSure || (!isHidden && own.length > 0)) return undefined
  if (!isHidden) {
    const what = `\`${text}\` ended well, but nothing shows that it ran a test`
    return entry(command.isProgram ? 'silent' : 'no-tests', what)
  }
  if (leavesOut(command, own)) {
    const why = 'it never started, was stopped, or its results are lost'
    return entry('lost', `\`${text}\` left no result${whichOf(command, own, 'of')}: ${why}`)
  }
  const areInFiles = own.every(({ inFile }) => inFile)
  if (isClipped && (targets.length === 0 || !areInFiles))
    return entry('lost', `the results of \`${text}\` are not whole: ${clipped}`)
  if (targets.length > 0 || own.some(({ inLog }) => inLog)) return undefined
  const why = 'its output is not in the log, and one project may hide another'
  return entry('lost', `nothing shows all that \`${text}\` ran: ${why}`)
}

/** What a command names and none of its runs is. */
function missingTargets({ targets }: TestCommand, own: readonly SeenRun[]): string[] {
  return targets.filter((target) => own.every((run) => fitOf(target, run) === 'no'))
}

function namesMissing(command: TestCommand, own: readonly SeenRun[]): string {
  const names = missingTargets(command, own).map(nameOfTarget)
  return names.length === 0 ? 'its tests' : [...new Set(names)].slice(0, 3).join(', ')
}

function leavesOut(command: TestCommand, own: readonly SeenRun[]): boolean {
  return own.length === 0 || missingTargets(command, own).length > 0
}

/** The project that has not run, where a command names just one that hasn't, or names one alone. */
function projectOf(command: TestCommand, own: readonly SeenRun[]): { project?: string } {
  const missed = missingTargets(command, own)
  const [missing, ...more] = missed.length > 0 ? missed : command.targets
  return missing === undefined || more.length > 0 ? {} : { project: nameOfTarget(missing) }
}

function whichOf(command: TestCommand, own: readonly SeenRun[], word: string): string {
  const missing = missingTargets(command, own)
  return missing.length > 0 && command.targets.length > 1 ? ` ${word} ${missing.join(', ')}` : ''
}

/** Where a run is, if another project has its name. */
function folderOf(run: SeenRun, all: readonly SeenRun[]): string {
  const [folder = ''] = run.assembly?.split(/\/(?:bin|artifacts)\//) ?? []
  return hasTwins(run, all) && folder.includes('/') ? ` in ${folder}` : ''
}

/** What shells and .NET say of commands that they could not start. */
function refusals(logs: RunEvidence['logs']): string[] {
  return logs.flatMap(({ signs }) => signs.notStarted).map((words) => words.replace(/\.$/, ''))
}

/** Whether words such as `/bin/sh: 1: run-tests: not found` are about a command. */
function isAbout(words: string, { text }: TestCommand): boolean {
  const said = words.toLowerCase()
  const common = /^(?:-.*|\w+=.*|dotnet|test|vstest|run|exec|timeout|env|bash|sh|\d+[smh]?)$/
  return text
    .toLowerCase()
    .split(' ')
    .filter((word) => !common.test(word))
    .map((word) => word.replace(/["']/g, '').replace(/^.*\/(?=[^/]{2})/, ''))
    .some((word) => {
      const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      return word.length > 1 && new RegExp(`(?:^|[\\s/'"‘:-])${literal}(?:['"’:,.\\s]|$)`).test(said)
    })
}
