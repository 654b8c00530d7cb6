import { nameOfTarget } from '../../plan/commands/command-targets.ts'
import type { TestCommand } from '../../plan/commands/test-commands.ts'
import { tooFewTests } from '../log/trouble-signs.ts'
import { fitOf, isTroubled } from './assign-runs.ts'
import type { SeenRun } from './join-runs.ts'
import {
  clipped,
  hangingTests,
  refusals,
  type LedgerEntry,
  type RunEvidence,
  type Settlement,
} from './ledger-entry.ts'
import type { StartedCommand } from './started-commands.ts'

/** A command with the runs that are known to be its own. */
export interface OwnedCommand extends StartedCommand {
  own: readonly SeenRun[]
}

/** What the log says of aborts that it gives to no run, each with the command that it is most likely of: one that left nothing, or nothing of one of its targets. */
export function settleAborts(
  commands: readonly OwnedCommand[],
  { logs, testRun }: RunEvidence,
): { entry: LedgerEntry; command: OwnedCommand | undefined }[] {
  const left = new Set(commands.filter((one) => one.isSure && !one.isIdle && leavesOut(one)))
  return logs
    .filter(({ signs }) => signs.aborted)
    .map(({ signs }) => {
      const [words = 'the test run was aborted'] = signs.errors
      const [command] = left
      if (command !== undefined) left.delete(command)
      const named = command ?? (commands.length === 1 ? commands[0] : undefined)
      const of = named === undefined ? '' : `\`${named.text}\` failed${whichOf(named, 'for')}: `
      const what = `${of}${words}${hangingTests(logs)}`
      const kind = words === tooFewTests ? 'failed' : 'stopped'
      const { hiddenBy } = named ?? commands[0] ?? { hiddenBy: undefined }
      return { command, entry: { kind, what, testRun, hiddenBy, ...(named && projectOf(named)) } }
    })
}

/** Settles a command of a RUN that has ended well, as far as its own runs don't do that. */
export function settleCommand(
  command: OwnedCommand,
  all: readonly OwnedCommand[],
  { logs, testRun, isClipped }: RunEvidence,
): LedgerEntry | undefined {
  const { hiddenBy, targets, text, exitCode, own } = command
  if (isTriedAgain(command, all)) return undefined
  const entry = (kind: Settlement, what: string): LedgerEntry => {
    return { kind, what, testRun, hiddenBy, ...projectOf(command) }
  }
  const isHidden = hiddenBy !== undefined && exitCode === undefined
  const refused = refusals(logs).find((words) => isAbout(words, command))
  // `./test.sh || dotnet test`: what is not there has another one in its place.
  const isReplaced = command.isRetried && all.some((one) => one.isRetried && one.own.length > 0)
  if (refused !== undefined && (isHidden || own.length === 0))
    return isReplaced ? undefined : entry('never-started', `\`${text}\` never started: ${refused}`)
  if (command.isUnknown) return undefined
  if (exitCode !== undefined && exitCode !== 0) {
    if (own.some(isTroubled)) return undefined
    if (exitCode === 'none')
      return entry('stopped', `\`${text}\` did not come to its end: it crashed or was stopped`)
    if (exitCode === 8) return entry('no-tests', `\`${text}\` found no test to run`)
    const ended = `\`${text}\` ended with exit code ${exitCode}`
    return leavesOut(command)
      ? entry('lost', `${ended}, and left no results of ${namesMissing(command)}`)
      : entry('failed', `${ended}, although no test failed`)
  }
  if (exitCode === 0 && own.length > 0) return undefined
  if (command.isConditional || !command.isSure || (!isHidden && own.length > 0)) return undefined
  if (!isHidden) {
    const what = `\`${text}\` ended well, but nothing shows that it ran a test`
    return entry(command.isProgram ? 'silent' : 'no-tests', what)
  }
  if (leavesOut(command)) {
    const why = 'it never started, was stopped, or its results are lost'
    return entry('lost', `\`${text}\` left no result${whichOf(command, 'of')}: ${why}`)
  }
  if (isClipped && (targets.length === 0 || !own.every(({ inFile }) => inFile)))
    return entry('lost', `the results of \`${text}\` are not whole: ${clipped}`)
  if (targets.length > 0 || own.some(({ inLog }) => inLog)) return undefined
  const why = 'its output is not in the log, and one project may hide another'
  return entry('lost', `nothing shows all that \`${text}\` ran: ${why}`)
}

/** What is to be said of a command that does not keep the job from going on. */
export function warningsOf(command: OwnedCommand, entry: LedgerEntry | undefined): string[] {
  const { own, text, exitCode } = command
  const warnings = entry?.kind === 'no-tests' ? [`${entry.what}.`] : []
  if (own.length > 0 && own.every(({ counts, aborted }) => counts.total === 0 && !aborted))
    warnings.push(`\`${text}\` ran no test.`)
  if (exitCode === 0 && own.length > 0 && leavesOut(command))
    warnings.push(`More tests may have run than were counted: ${namesMissing(command)} left no results.`)
  return warnings
}

/** Whether a command is an attempt, and the same was started once more. */
function isTriedAgain(command: OwnedCommand, all: readonly OwnedCommand[]): boolean {
  const seriesOf = ({ text, series = text }: OwnedCommand): string => series
  const later = all.slice(all.indexOf(command) + 1)
  return command.isRetried && later.some((one) => seriesOf(one) === seriesOf(command))
}

/** What a command names and none of its runs is. */
function missingTargets({ targets, own }: OwnedCommand): string[] {
  return targets.filter((target) => own.every((run) => fitOf(target, run) === 'no'))
}

function namesMissing(command: OwnedCommand): string {
  const names = missingTargets(command).map(nameOfTarget)
  return names.length === 0 ? 'its tests' : [...new Set(names)].slice(0, 3).join(', ')
}

function leavesOut(command: OwnedCommand): boolean {
  return command.own.length === 0 || missingTargets(command).length > 0
}

/** The project that has not run, where a command names just one that hasn't, or names one alone. */
function projectOf(command: OwnedCommand): { project?: string } {
  const missed = missingTargets(command)
  const [missing, ...more] = missed.length > 0 ? missed : command.targets
  return missing === undefined || more.length > 0 ? {} : { project: nameOfTarget(missing) }
}

function whichOf(command: OwnedCommand, word: string): string {
  const missing = missingTargets(command)
  return missing.length > 0 && command.targets.length > 1 ? ` ${word} ${missing.join(', ')}` : ''
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
