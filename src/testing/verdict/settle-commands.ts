import { nameOfTarget } from '../../plan/commands/command-targets.ts'
import type { TestCommand } from '../../plan/commands/find-test-commands.ts'
import { escapeForPattern } from '../../shared/text.ts'
import { tooFewTests } from '../log/sign-lines.ts'
import type { RunEvidence } from './gather-evidence.ts'
import { isHost } from './started-commands.ts'
import { fitOf, isTroubled, type StartedCommand } from './seen-runs.ts'

/** How a run of tests ended. Only the first two let the job go on; a `silent` one does where nothing else ran a test, which is told then. */
export type Settlement = 'finished' | 'no-tests' | 'silent' | 'failed' | 'never-started' | 'stopped' | 'lost'

/** A run that a testing RUN started, or should have. */
export interface LedgerEntry {
  kind: Settlement
  /** A sentence that names the run, its project and what happened. */
  what: string
  /** The project of the run, as far as it is known. */
  project?: string | undefined
  /** What keeps its exit code from the build. */
  hiddenBy: string | undefined
  /** It ended by itself, and nothing that is read of runs says why: other words of its output may. */
  isUnexplained?: boolean
}

/** Why `dotnet test` says nothing and ends with 0. */
export const noRunner =
  'it started no runner of tests: what it was given is no test project, or was not restored'

/** Whether an entry keeps the job from going on. */
export function isBad({ kind }: LedgerEntry): boolean {
  return !['finished', 'no-tests', 'silent'].includes(kind)
}

/** Why results are missing where BuildKit cut the log. */
export const clipped =
  'BuildKit cut off what they printed (it keeps 2 MiB of a step, and 200 KiB of a second)'

/** Why a run was stopped, with the tests that ran then, or with how its host ended where that left no words of its own. */
export function describeStop(
  words: string,
  owner: StartedCommand | undefined,
  { logs, processes }: RunEvidence,
): string {
  const names = logs.flatMap(({ signs }) => signs.hangingTests)
  if (names.length > 0) return `${words}; running then: ${names.slice(0, 3).join(', ')}`
  if (!/process crashed$/.test(words)) return words
  const host = processes.find((one) => isHost(one) && one.exitCode && owner?.ids?.has(one.id))
  return host?.exitCode === undefined
    ? `${words} without a word, as where memory ran out or a test ended it`
    : `${words}: a test ended it with exit code ${host.exitCode}`
}

/** What shells and .NET say of commands that they could not start. */
export function refusals({ logs }: RunEvidence): string[] {
  return logs
    .flatMap(({ signs }) => signs.notStarted)
    .map((words) => {
      const [, missing = words] = mayBe.test(words) ? (isMissing.exec(words) ?? []) : []
      return missing
        .replace(/\.$/, '')
        .replace(
          /^The argument (\S+\.(?:dll|exe)) is invalid\.[^]*/,
          '$1 is not there; it has to be built before, with the same -c, -f and -r',
        )
    })
}

/** .NET's host lists what may be the matter; one line of that says what is. */
const mayBe = /^(?:The command could not be loaded|Could not execute because)/
const isMissing =
  /^\s*\*?\s*(?:You intended to execute a \.NET \w+, but )?(.*(?:\bSDKs?\b.* found|(?:\.(?:dll|exe)'?|dotnet-\S+) does not exist).*)$/m

/** What the log says of aborts that it gives to no run, each with the command that it is most likely of: one that left nothing, or nothing of one of its targets. */
export function settleAborts(
  commands: readonly StartedCommand[],
  evidence: RunEvidence,
  strays: readonly string[],
): { entry: LedgerEntry; command: StartedCommand | undefined }[] {
  const left = commands.filter((one) => one.isSure && !one.isIdle && one.exitCode !== 0 && leavesOut(one))
  const aborted = evidence.logs.flatMap(({ signs }) => (signs.aborted ? [signs] : []))
  return aborted.map(({ errors: [words = strays[0] ?? 'the test run was aborted'] }) => {
    const command = left.shift()
    const named = command ?? (commands.length === 1 ? commands[0] : undefined)
    const of = named === undefined ? '' : `\`${named.text}\` failed${whichOf(named, 'for')}: `
    const what = `${of}${describeStop(words, named, evidence)}`
    const kind = words === tooFewTests ? 'failed' : 'stopped'
    const hiddenBy = (named ?? commands[0])?.hiddenBy
    return { command, entry: { kind, what, hiddenBy, project: named && projectOf(named) } }
  })
}

/** Settles a command of a RUN that has ended well, as far as its own runs don't do that. */
export function settleCommand(
  command: StartedCommand,
  all: readonly StartedCommand[],
  evidence: RunEvidence,
): LedgerEntry | undefined {
  const { hiddenBy, targets, text, exitCode, own } = command
  if (isTriedAgain(command, all)) return undefined
  const entry = (kind: Settlement, what: string): LedgerEntry => {
    return { kind, what: `\`${text}\` ${what}`, hiddenBy, project: projectOf(command) }
  }
  const isHidden = hiddenBy !== undefined && exitCode === undefined
  const said = refusals(evidence)
  // .NET does not say which command it was that found no SDK, nor a program its name: one that left nothing.
  const mayHaveFailed = isHidden || (typeof exitCode === 'number' && exitCode > 0)
  const isLost = mayHaveFailed && own.length === 0 && command.isSure && !command.isConditional
  const refused =
    said.find((words) => isAbout(words, command)) ??
    (isLost ? said.find((words) => !all.some((one) => isAbout(words, one))) : undefined)
  // `./test.sh || dotnet test`: what is not there has another one in its place.
  const isReplaced = command.isRetried && all.some((one) => one.isRetried && one.own.length > 0)
  if (refused !== undefined && (isHidden || own.length === 0))
    return isReplaced ? undefined : entry('never-started', `never started: ${refused}`)
  if (command.isUnknown) return undefined
  if (exitCode !== undefined && exitCode !== 0) {
    if (own.some(isTroubled)) return undefined
    if (exitCode === 'none') return entry('stopped', 'did not come to its end: it crashed or was stopped')
    if (exitCode === 8) return entry('no-tests', 'found no test to run')
    if (!leavesOut(command)) {
      const hadTests = own.some(({ counts }) => counts.total > 0)
      const end = `ended with exit code ${exitCode}`
      return entry(
        'failed',
        hadTests ? `${end}, although no test failed` : `found no test to run, and ${end}`,
      )
    }
    const what = `ended with exit code ${exitCode}, and left no results of ${namesMissing(command)}`
    return { ...entry('lost', what), isUnexplained: true }
  }
  if (exitCode === 0 && own.length > 0) return undefined
  if (command.isConditional || !command.isSure || (!isHidden && own.length > 0)) return undefined
  if (!isHidden) {
    const what = command.startedNone === true ? noRunner : 'nothing shows that it ran a test'
    return entry(command.isProgram ? 'silent' : 'no-tests', `ended well, but ${what}`)
  }
  const why = 'it never started, was stopped, or its results are lost'
  if (leavesOut(command)) return entry('lost', `left no result${whichOf(command, 'of')}: ${why}`)
  const isCut = evidence.isClipped && (targets.length === 0 || !own.every(({ inFile }) => inFile))
  if (!isCut && (targets.length > 0 || own.some(({ inLog }) => inLog))) return undefined
  const what = isCut
    ? `the results of \`${text}\` are incomplete: ${clipped}`
    : `nothing shows all that \`${text}\` ran: its output is not in the log, and one project may hide another`
  return { ...entry('lost', ''), what }
}

/** What is to be said of a command that does not keep the job from going on. */
export function warningsOf(
  command: StartedCommand,
  entry: LedgerEntry | undefined,
  { processes }: RunEvidence,
): string[] {
  const { own, text, exitCode, targets, isUnknown, isRetried, hiddenBy } = command
  const warnings = entry?.kind === 'no-tests' ? [`${entry.what}.`] : []
  const wasSeen = processes.some(({ words: [program = ''] }) =>
    targets.some((target) => nameOfTarget(target) === nameOfTarget(program)),
  )
  if (
    isUnknown &&
    !isRetried &&
    hiddenBy !== undefined &&
    entry === undefined &&
    processes.length > 0 &&
    !wasSeen
  )
    warnings.push(`\`${text}\` started nothing of .NET, and its exit code is hidden: it may not have tested.`)
  if (own.length > 0 && own.every(({ counts, aborted }) => counts.total === 0 && !aborted))
    warnings.push(`\`${text}\` ran no test.`)
  if (exitCode === 0 && own.length > 0 && leavesOut(command))
    warnings.push(`More tests may have run than were counted: ${namesMissing(command)} left no results.`)
  return warnings
}

/** Whether a command is an attempt, and the same was started once more. */
function isTriedAgain(command: StartedCommand, all: readonly StartedCommand[]): boolean {
  const seriesOf = ({ text, series = text }: StartedCommand): string => series
  const later = all.slice(all.indexOf(command) + 1)
  return command.isRetried && later.some((one) => seriesOf(one) === seriesOf(command))
}

/** What a command names and none of its runs is. */
function missingTargets({ targets, own }: StartedCommand): string[] {
  return targets.filter((target) => own.every((run) => fitOf(target, run) === 'no'))
}

function namesMissing(command: StartedCommand): string {
  const names = missingTargets(command).map(nameOfTarget)
  return names.length === 0 ? 'its tests' : [...new Set(names)].slice(0, 3).join(', ')
}

function leavesOut(command: StartedCommand): boolean {
  return command.own.length === 0 || missingTargets(command).length > 0
}

/** The project that has not run, where a command names just one that hasn't, or names one alone. */
function projectOf(command: StartedCommand): string | undefined {
  const missed = missingTargets(command)
  const [missing, ...more] = missed.length > 0 ? missed : command.targets
  return missing === undefined || more.length > 0 ? undefined : nameOfTarget(missing)
}

function whichOf(command: StartedCommand, word: string): string {
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
      const literal = escapeForPattern(word)
      return word.length > 1 && new RegExp(`(?:^|[\\s/'"‘:-])${literal}(?:['"’:,.\\s]|$)`).test(said)
    })
}
