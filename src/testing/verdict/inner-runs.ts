import { posix } from 'node:path'
import { nameOfTarget } from '../../plan/commands/command-targets.ts'
import type { RecordedProcess } from '../results/processes.ts'
import type { TestRun } from '../results/test-results.ts'
import { stopsBuild } from '../compiler-messages.ts'
import type { RunEvidence, StepLog } from './gather-evidence.ts'
import { isHost, leadersOf, startedCommands } from './started-commands.ts'

/**
 * What is known of a RUN without what its tests themselves have started or printed: a test of a tool may run `dotnet test` on a sample
 * that has to fail, and show its output.
 */
export function withoutInner(evidence: RunEvidence): RunEvidence {
  const { commands, files, logs } = evidence
  const runs = [...files, ...logs.flatMap((log) => log.runs)]
  const byId = new Map(evidence.processes.map((one) => [one.id, one]))
  const ranTests = (process: RecordedProcess): boolean =>
    isHost(process) ||
    (process.hasTests && runs.some(({ project }) => project === nameOfTarget(process.words[0] ?? '')))
  const inner = evidence.processes.filter((one) =>
    // What runs the tests of a host is in its folder.
    leadersOf(one, byId).some((leader) => folderOf(leader) !== folderOf(one) && ranTests(leader)),
  )
  const processes = evidence.processes.filter((one) => !inner.includes(one))
  const own = namesIn(processes)
  const ofTests = namesIn(inner)
  // What is started without the variables of the RUN is not written down.
  const isWhole =
    processes.length > 0 && startedCommands(commands, processes).every(({ ids }) => ids !== undefined)
  const isPrinted = ({ project, assembly = '' }: TestRun): boolean => {
    const isPath = assembly.includes('/')
    const isKnown = own.has(project.toLowerCase()) || !/\.(?:dll|exe)$/.test(assembly)
    return isWhole && !isKnown && (!isPath || ofTests.has(project.toLowerCase()))
  }
  return {
    ...evidence,
    processes,
    files: files.filter(({ process }) => !inner.some(({ id }) => id === process)),
    logs: logs.map((log) => ({ ...log, runs: log.runs.filter((run) => !isPrinted(run)) })),
  }
}

/** The output of a RUN without errors of builds that a test has printed: nothing of the SDK has failed in it. */
export function withoutPrintedErrors(log: StepLog, run: Pick<RunEvidence, 'processes'> | undefined): StepLog {
  const processes = run?.processes ?? []
  const isOfSdk = ({ words: [program = ''] }: RecordedProcess): boolean => program.includes('/sdk/')
  if (processes.length === 0 || processes.some((one) => isOfSdk(one) && one.exitCode !== 0)) return log
  const compilerMessages = log.found.compilerMessages.filter((message) => !stopsBuild(message))
  return { ...log, found: { ...log.found, compilerMessages } }
}

function folderOf({ words: [program = ''] }: RecordedProcess): string {
  return posix.dirname(program)
}

/** Names of all that processes are, or are given. */
function namesIn(processes: readonly RecordedProcess[]): Set<string> {
  return new Set(processes.flatMap(({ words }) => words.map((word) => nameOfTarget(word).toLowerCase())))
}
