import { posix } from 'node:path'
import { fits, nameOfTarget, readTargets } from '../../plan/commands/command-targets.ts'
import { cutText } from '../../shared/text.ts'
import type { CollectedRun } from '../results/collect-results.ts'
import { foldPrinted } from '../results/attempts.ts'
import type { FlakyTest, TestRun } from '../results/test-results.ts'
import type { RunEvidence } from './gather-evidence.ts'
import {
  assignRuns,
  foldRetries,
  hasTwins,
  joinRuns,
  nameRun,
  type SeenRun,
  type StartedCommand,
} from './seen-runs.ts'
import {
  clipped,
  describeStop,
  isBad,
  refusals,
  settleAborts,
  settleCommand,
  warningsOf,
  type LedgerEntry,
  type Settlement,
} from './settle-commands.ts'
import { startedCommands, wordsOf } from './started-commands.ts'

/** A testing RUN with every run of it settled. */
export interface SettledRun {
  entries: LedgerEntry[]
  runs: TestRun[]
  flaky: FlakyTest[]
  warnings: string[]
  /** Each of its commands is known to have ended with 0. */
  isClean: boolean
}

/** Settles every run that a testing RUN started, by its processes, its log and its result files; without processes by its commands. */
export function settle(evidence: RunEvidence): SettledRun {
  const { endedWell, files, logs } = evidence
  const commands = startedCommands(evidence.commands, evidence.processes)
  const known = commands.filter((one) => !one.isUnknown)
  const seen = joinRuns(
    files.map((file) => withName(file, known)),
    logs.flatMap((log) => log.runs),
  )
  assignRuns(known, seen)
  for (const run of seen)
    if (run.mayHavePassed === true && !run.inFile && endedWellItself(run.owner, evidence))
      Object.assign(run, foldPrinted(run, true))
  const { runs, flaky, notes: warnings } = foldRetries(seen)
  const tested = runs.filter(({ owner }) => owner?.isIdle !== true)
  const isWhole =
    known.length > 0 &&
    known.every(
      (one) =>
        one.exitCode === 0 &&
        endedWellItself(one, evidence) &&
        one.own.length > 0 &&
        one.own.every(({ inFile }) => inFile),
    )
  const strays = seen.flatMap((run) => run.strays ?? [])
  const isTold = isWhole || seen.some(({ aborted }) => aborted)
  const aborts = isTold ? [] : settleAborts(commands, evidence, strays)
  const entries = [
    ...failedBuilds(evidence, runs),
    ...tested.map((run) => settleRun(run, runs, evidence)),
    ...settleTeardowns(evidence, runs),
    ...aborts.map(({ entry }) => entry),
  ]
  for (const command of commands) {
    if (command.isIdle || aborts.some((abort) => abort.command === command)) continue
    const entry = settleCommand(command, commands, evidence)
    // Of a RUN that failed nobody knows how far it came, but for what was refused.
    if (!endedWell && entry?.kind !== 'never-started') continue
    if (entry !== undefined) entries.push(entry)
    warnings.push(...warningsOf(command, entry, evidence))
  }
  if (endedWell && evidence.isClipped && !entries.some(isBad)) {
    const what = `nothing shows what the tests came to: ${clipped}`
    if (runs.length === 0) entries.push({ kind: 'lost', what, hiddenBy: undefined })
    else if (!runs.every(({ inFile }) => inFile))
      warnings.push(`More tests may have run than were counted: ${clipped}.`)
  }
  const isClean = known.length > 0 && known.every(({ exitCode }) => exitCode === 0)
  return { entries, runs, flaky, warnings, isClean }
}

/** Builds of what was tested that failed, and were not done again: the tests ran on what was there before. */
function failedBuilds({ commands, processes }: RunEvidence, runs: readonly SeenRun[]): LedgerEntry[] {
  if (!commands.some(({ usesBuilt }) => usesBuilt)) return []
  const builds = processes
    .map((one) => ({ ...one, words: wordsOf(one), text: wordsOf(one).join(' ') }))
    .filter(({ text }) => text.startsWith('dotnet build'))
  return builds.flatMap(({ words, text, folder, exitCode = 0 }): LedgerEntry[] => {
    const isMended = exitCode === 0 || builds.some((one) => one.exitCode === 0 && one.text === text)
    const targets = readTargets(words).map((target) => posix.resolve(folder, target))
    const isOf = ({ project, assembly = '' }: SeenRun): boolean =>
      targets.some((target) => fits(target, { project, assembly }) === 'yes')
    const project = isMended ? undefined : runs.find(isOf)?.project
    if (project === undefined) return []
    const what = `\`${cutText(text, 120)}\` failed, so the tests of ${project} ran on what an earlier build had left`
    return [{ kind: 'failed', what, hiddenBy: undefined, project }]
  })
}

/** Programs of which a fixture failed when its tests had ended, where neither their log nor their results say it. */
function settleTeardowns({ processes }: RunEvidence, runs: readonly TestRun[]): LedgerEntry[] {
  return processes.flatMap(({ errors = [], words: [program = ''] }): LedgerEntry[] => {
    const project = nameOfTarget(program)
    const [why] = errors
    if (why === undefined || runs.some((run) => run.project === project && run.errors.length > 0)) return []
    const what = `the test run of ${project} failed, although no test did: ${why}`
    return [{ kind: 'failed', what, hiddenBy: undefined, project }]
  })
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
  command: StartedCommand | undefined,
  { processes, endedWell }: RunEvidence,
): boolean {
  if (command === undefined) return false
  const { text, exitCode, hiddenBy } = command
  const words = [text, ...processes.flatMap((one) => one.words)]
  const isWell = exitCode === 0 || (exitCode === undefined && endedWell && hiddenBy === undefined)
  return isWell && !words.some((word) => word.includes('--ignore-exit-code'))
}

/** Settles a run of which the log or a file tells. */
function settleRun(run: SeenRun, all: readonly SeenRun[], evidence: RunEvidence): LedgerEntry {
  const { counts, errors, results, assembly = '', owner } = run
  const name =
    run.project === '' && owner !== undefined ? `\`${owner.text}\`` : `${nameRun(run)}${folderOf(run, all)}`
  const entry = (kind: Settlement, what: string): LedgerEntry => {
    const [target, ...more] = run.project === '' ? (owner?.targets ?? []) : [run.project]
    const project = target === undefined || more.length > 0 ? undefined : nameOfTarget(target)
    return { kind, what, hiddenBy: owner?.hiddenBy, project }
  }
  // Why a run was stopped says more than that it ended, and the type of an exception alone less than whatever else there is.
  const telling =
    errors.find((text) => /^Data collector/.test(text)) ??
    errors.find((text) => !/^\[FATAL ERROR\] \S+$/.test(text)) ??
    errors[0]
  if (run.aborted) {
    const [, refusal] = refusedOptions.exec(telling ?? '') ?? []
    if (refusal !== undefined)
      return entry('never-started', `the test run of ${name} never started: ${refusal}`)
    const why = describeStop(telling ?? 'it was aborted', owner, evidence)
    return entry('stopped', `the test run of ${name} was stopped: ${why}`)
  }
  if (run.incomplete && run.inFile)
    return entry('lost', `the results of ${name} are incomplete: ${telling ?? 'their file was cut'}`)
  if (run.incomplete) {
    const by = owner === undefined ? '' : ` (\`${owner.text}\`)`
    // A runner that says which assembly it was given, and ended by itself before a result.
    const hasEnded = typeof owner?.exitCode === 'number' && assembly.includes('/') && results.length === 0
    const refused =
      refusals(evidence).find((words) => assembly.includes('/') && words.includes(assembly)) ??
      (hasEnded ? run.lastLine : undefined)
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

/** Microsoft.Testing.Platform's exit code for a command line that it does not understand, and the first line of why. */
const refusedOptions = /^Exit code: 5\n(?:Standard output: *)?(.+)/

/** Where a run is, if another project has its name. */
function folderOf(run: SeenRun, all: readonly SeenRun[]): string {
  const [folder = ''] = run.assembly?.split(/\/(?:bin|artifacts)\//) ?? []
  return hasTwins(run, all) && folder.includes('/') ? ` in ${folder}` : ''
}
