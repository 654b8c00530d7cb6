import { nameOfTarget } from '../../plan/commands/command-targets.ts'
import type { TestCommand } from '../../plan/commands/test-commands.ts'
import type { CollectedRun } from '../results/collect-results.ts'
import { foldPrinted } from '../results/attempts.ts'
import type { FlakyTest, TestRun } from '../results/test-results.ts'
import { assignRuns, foldRetries, hasTwins, nameRun } from './assign-runs.ts'
import { joinRuns, type SeenRun } from './join-runs.ts'
import {
  clipped,
  hangingTests,
  isBad,
  refusals,
  type LedgerEntry,
  type RunEvidence,
  type Settlement,
} from './ledger-entry.ts'
import { settleAborts, settleCommand, warningsOf, type OwnedCommand } from './settle-commands.ts'
import { startedCommands, type StartedCommand } from './started-commands.ts'

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
  const owned = [...commands, ...unknown].map((command): OwnedCommand => ({
    ...command,
    own: seen.filter((run) => owners.get(run) === command),
  }))
  const aborts = seen.some(({ aborted }) => aborted) ? [] : settleAborts(owned, evidence)
  entries.push(...aborts.map(({ entry }) => entry))
  const settled = aborts.map(({ command }) => command)
  const ofCommands = owned.filter((one) => endedWell && !one.isIdle && !settled.includes(one))
  const warnings = [...notes]
  for (const command of ofCommands) {
    const entry = settleCommand(command, owned, evidence)
    if (entry !== undefined) entries.push(entry)
    warnings.push(...warningsOf(command, entry))
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

/** What the tests came to stood in what BuildKit cut off. */
function ofNothing({ testRun }: RunEvidence): LedgerEntry {
  const what = `nothing shows what the tests came to: ${clipped}`
  return { kind: 'lost', what, testRun, hiddenBy: undefined }
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

/** Where a run is, if another project has its name. */
function folderOf(run: SeenRun, all: readonly SeenRun[]): string {
  const [folder = ''] = run.assembly?.split(/\/(?:bin|artifacts)\//) ?? []
  return hasTwins(run, all) && folder.includes('/') ? ` in ${folder}` : ''
}
