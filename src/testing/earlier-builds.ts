import { posix } from 'node:path'
import { fits, readTargets } from '../plan/commands/command-targets.ts'
import { cutText } from '../shared/text.ts'
import { stopsBuild, type LocatedMessage } from './compiler-messages.ts'
import type { TestRun } from './results/test-results.ts'
import type { SettledRun } from './verdict/ledger.ts'
import type { RunEvidence } from './verdict/ledger-entry.ts'
import { wordsOf } from './verdict/started-commands.ts'

/** Errors that stopped a build in a step before the tests, which ended well all the same. */
export interface EarlierErrors {
  /** Of what was tested as it was left. */
  ofTested: LocatedMessage[]
  ofOthers: LocatedMessage[]
}

/** Sorts the compile errors that a step before the tests hid. What a test command builds again tells of itself. */
export function sortEarlierErrors(
  errors: readonly LocatedMessage[],
  evidence: readonly RunEvidence[],
  runs: readonly TestRun[],
): EarlierErrors {
  const usesBuilt = evidence.some(({ commands }) => commands.some((command) => command.usesBuilt))
  const found = usesBuilt ? errors.filter(stopsBuild) : []
  const isTested = ({ project, file = '' }: LocatedMessage): boolean => {
    const path = project ?? file
    const name = posix.parse(path).name
    return runs.some((run) => run.project === name || run.assembly?.startsWith(`${posix.dirname(path)}/bin/`))
  }
  return { ofTested: found.filter(isTested), ofOthers: found.filter((error) => !isTested(error)) }
}

/** A settled RUN, with what failed where a build of what it tested did, and was not done again: the tests ran on what was there before. */
export function withFailedBuild(
  { commands, processes, testRun }: RunEvidence,
  settled: SettledRun,
): SettledRun {
  if (!commands.some(({ usesBuilt }) => usesBuilt)) return settled
  const builds = processes.map((one) => ({ ...one, command: wordsOf(one) }))
  for (const { command, folder, exitCode } of builds) {
    if (command[0] !== 'dotnet' || command[1] !== 'build' || exitCode === 0 || exitCode === undefined)
      continue
    const targets = readTargets(command).map((target) => posix.resolve(folder, target))
    const run = settled.runs.find(({ project, assembly = '' }) =>
      targets.some((target) => fits(target, { project, assembly }) === 'yes'),
    )
    const isMended = builds.some((one) => one.exitCode === 0 && one.command.join(' ') === command.join(' '))
    if (run === undefined || isMended) continue
    const { project } = run
    const what = `\`${cutText(command.join(' '), 120)}\` failed, so the tests of ${project} ran on what an earlier build had left`
    const entry = { kind: 'failed', what, testRun, hiddenBy: undefined, project } as const
    return { ...settled, entries: [entry, ...settled.entries] }
  }
  return settled
}
