import { fits } from '../../plan/commands/command-targets.ts'
import type { TestCommand } from '../../plan/commands/test-commands.ts'
import type { CollectedRun } from '../results/collect-results.ts'
import { foldAttempts } from '../results/attempts.ts'
import type { FlakyTest, TestRun } from '../results/test-results.ts'
import type { LogSigns } from '../log/signs.ts'
import { joinRuns, type SeenRun } from './join-runs.ts'

/** How a run of tests ended. Only the first two let the job go on; a `silent` one does where nothing else ran a test, which is told then. */
export type Settlement = 'finished' | 'no-tests' | 'silent' | 'failed' | 'never-started' | 'stopped' | 'lost'

/** A run that a testing RUN started, or should have. */
export interface LedgerEntry {
  kind: Settlement
  /** A sentence that names the run, its project and what happened. */
  what: string
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
}

/** Whether an entry keeps the job from going on. */
export function isBad({ kind }: LedgerEntry): boolean {
  return !['finished', 'no-tests', 'silent'].includes(kind)
}

/** Settles every run that a testing RUN started, by its commands, its log and its result files. */
export function settle(evidence: RunEvidence): SettledRun {
  const { commands, endedWell } = evidence
  const seen = joinRuns(
    evidence.files,
    evidence.logs.flatMap((log) => log.runs),
  )
  const owners = assign(commands, seen)
  const { runs, flaky, notes } = foldRetries(seen, owners)
  const entries = runs
    .filter((run) => owners.get(run)?.isIdle !== true)
    .map((run) => settleSeen(run, owners.get(run), evidence))
  entries.push(...settleSigns(evidence, runs))
  const warnings = notes
  if (endedWell) {
    const owned = new Map(
      commands.map((command) => [command, seen.filter((run) => owners.get(run) === command)]),
    )
    for (const [command, own] of owned) {
      if (command.isIdle) continue
      const entry = settleCommand(command, own, evidence)
      if (entry !== undefined) entries.push(entry)
      if (own.length > 0 && own.every(({ counts }) => counts.total === 0))
        warnings.push(`\`${command.text}\` ran no test.`)
      if (entry?.kind === 'no-tests') warnings.push(`${entry.what}.`)
    }
    const isCounted = runs.every(({ inFile }) => inFile) && runs.length > 0
    if (evidence.isClipped && runs.length === 0 && !entries.some(isBad)) {
      const what = `nothing shows what the tests came to: ${clipped}`
      entries.push({ kind: 'lost', what, testRun: evidence.testRun, hiddenBy: undefined })
    } else if (evidence.isClipped && !isCounted && !entries.some(isBad))
      warnings.push(`More tests may have run than were counted: ${clipped}.`)
  }
  return { entries, runs, flaky, warnings }
}

const clipped = 'BuildKit cut off what they printed (it keeps 2 MiB of a step, and 200 KiB of a second)'

/** Which command started which run. Commands that name a project take theirs first, in their order; the rest takes what is left. */
function assign(commands: readonly TestCommand[], seen: readonly SeenRun[]): Map<SeenRun, TestCommand> {
  const owners = new Map<SeenRun, TestCommand>()
  const fitting = (run: SeenRun, targets: readonly string[], word: string): boolean =>
    targets.some((target) => fits(target, { project: run.project, assembly: run.assembly ?? '' }) === word)
  const take = (command: TestCommand, is: (run: SeenRun) => boolean): void => {
    const run = seen.find((candidate) => !owners.has(candidate) && is(candidate))
    if (run !== undefined) owners.set(run, command)
  }
  const has = (command: TestCommand): boolean => [...owners.values()].includes(command)
  for (const command of commands)
    for (const target of command.targets) take(command, (run) => fitting(run, [target], 'yes'))
  for (const command of commands) if (command.targets.length === 0) take(command, () => true)
  for (const command of commands)
    if (!has(command)) take(command, (run) => fitting(run, command.targets, 'maybe'))
  for (const run of seen) {
    if (owners.has(run)) continue
    const owner =
      commands.findLast(({ targets }) => fitting(run, targets, 'yes')) ??
      commands.find(({ targets }) => targets.length === 0)
    if (owner !== undefined) owners.set(run, owner)
  }
  return owners
}

/** Runs of commands that are attempts at the same, such as `dotnet test || dotnet test`, as one run each. */
function foldRetries(
  seen: readonly SeenRun[],
  owners: Map<SeenRun, TestCommand>,
): { runs: SeenRun[]; flaky: FlakyTest[]; notes: string[] } {
  const series = new Map<string, SeenRun[]>()
  for (const [index, run] of seen.entries()) {
    const retry = owners.get(run)?.retry
    const key =
      retry === undefined || run.project === ''
        ? String(index)
        : `${retry} ${run.project} ${run.framework ?? ''}`
    series.set(key, [...(series.get(key) ?? []), run])
  }
  const runs: SeenRun[] = []
  const flaky: FlakyTest[] = []
  const notes: string[] = []
  for (const attempts of series.values()) {
    const last = attempts.at(-1)
    if (last === undefined) continue
    // What the platform itself retried is told whole by its files.
    const whole =
      attempts.find((run) => run.flaky !== undefined && run.inFile) ??
      (attempts.length === 1 ? last : undefined)
    const folded = whole === undefined ? foldAttempts(attempts) : { run: whole, flaky: [] }
    const run: SeenRun = { ...last, ...folded.run, inLog: last.inLog, inFile: last.inFile }
    runs.push(run)
    const owner = owners.get(last)
    if (owner !== undefined) owners.set(run, owner)
    const own = [
      ...new Map([...(run.flaky ?? []), ...folded.flaky].map((test) => [test.name, test])).values(),
    ]
    flaky.push(...own)
    if (whole === undefined && !isTroubled(run) && attempts.some(isTroubled))
      notes.push(
        `The tests of ${nameOf(run)} passed in attempt ${attempts.length} of \`${owner?.text ?? ''}\`.`,
      )
  }
  return { runs, flaky, notes }
}

function isTroubled({ counts, errors, aborted, incomplete }: TestRun): boolean {
  return counts.failed > 0 || errors.length > 0 || aborted || incomplete
}

/** The tests that ran when a run was stopped. */
function hangingTests(logs: RunEvidence['logs']): string {
  const names = logs.flatMap(({ signs }) => signs.hangingTests)
  return names.length === 0 ? '' : `; running then: ${names.slice(0, 3).join(', ')}`
}

function settleSeen(
  run: SeenRun,
  owner: TestCommand | undefined,
  { testRun, logs }: RunEvidence,
): LedgerEntry {
  const { counts, errors, assembly = '' } = run
  const entry = (kind: Settlement, what: string): LedgerEntry => ({
    kind,
    what,
    testRun,
    hiddenBy: owner?.hiddenBy,
  })
  const name = nameOf(run)
  // The type of an exception alone says less than whatever else there is.
  const telling = errors.find((text) => !/^\[FATAL ERROR\] \S+$/.test(text)) ?? errors[0]
  if (run.aborted)
    return entry(
      'stopped',
      `the test run of ${name} was stopped: ${telling ?? 'it was aborted'}${hangingTests(logs)}`,
    )
  if (run.incomplete) {
    if (run.inFile)
      return entry('lost', `the results of ${name} are not whole: ${telling ?? 'their file was cut'}`)
    const by = owner === undefined ? '' : ` (\`${owner.text}\`)`
    const refused = logs
      .flatMap(({ signs }) => signs.notStarted)
      .find((words) => assembly.includes('/') && words.includes(assembly))
    if (refused !== undefined)
      return entry(
        'never-started',
        `the test run of ${name} never started${by}: ${refused.replace(/\.$/, '')}`,
      )
    return entry('stopped', `the test run of ${name} began and did not come to its end${by}`)
  }
  if (counts.failed === 0 && errors.length > 0)
    return entry(
      'failed',
      `the test run of ${name} failed, although no test did: ${errors.slice(0, 3).join('\n')}`,
    )
  if (counts.total === 0) return entry('no-tests', `${name} had no test to run`)
  return entry('finished', `${name} finished`)
}

/** What the log says of a run that it does not name. */
function settleSigns({ logs, testRun, commands }: RunEvidence, runs: readonly SeenRun[]): LedgerEntry[] {
  const hiddenBy = commands.find((command) => command.hiddenBy !== undefined)?.hiddenBy
  const isTold = runs.some(({ aborted }) => aborted)
  return logs
    .filter(({ signs }) => signs.aborted && !isTold)
    .map(({ signs }) => {
      const [telling = 'the test run was aborted'] = signs.errors
      return { kind: 'stopped', what: `${telling}${hangingTests(logs)}`, testRun, hiddenBy }
    })
}

/** Settles a command that has ended, as far as its runs don't do that. */
function settleCommand(
  command: TestCommand,
  own: readonly SeenRun[],
  { logs, testRun, isClipped }: RunEvidence,
): LedgerEntry | undefined {
  const { hiddenBy, targets, text } = command
  const entry = (kind: Settlement, what: string): LedgerEntry => ({ kind, what, testRun, hiddenBy })
  const refused = logs.flatMap(({ signs }) => signs.notStarted).find((words) => isAbout(words, command))
  if (refused !== undefined && (hiddenBy !== undefined || own.length === 0))
    return entry('never-started', `\`${text}\` never started: ${refused.replace(/\.$/, '')}`)
  const missing = targets.filter(
    (target) =>
      !own.some((run) => fits(target, { project: run.project, assembly: run.assembly ?? '' }) !== 'no'),
  )
  if (hiddenBy === undefined) {
    if (own.length > 0 || command.isConditional || !command.isSure) return undefined
    const what = `\`${text}\` ended well, but nothing shows that it ran a test`
    return entry(command.isProgram ? 'silent' : 'no-tests', what)
  }
  if (command.isConditional || !command.isSure) return undefined
  if (own.length === 0 || missing.length > 0) {
    const which = missing.length > 0 && targets.length > 1 ? ` of ${missing.join(', ')}` : ''
    return entry(
      'lost',
      `\`${text}\` left no result${which}: it never started, was stopped, or its results are lost`,
    )
  }
  const areKnown = targets.length > 0 && own.every(({ inFile }) => inFile)
  if (isClipped && !areKnown) return entry('lost', `the results of \`${text}\` are not whole: ${clipped}`)
  if (targets.length === 0 && own.every(({ inLog }) => !inLog))
    return entry(
      'lost',
      `nothing shows all that \`${text}\` ran: its output is not in the log, and one project may hide another`,
    )
  return undefined
}

/** Whether words such as `/bin/sh: 1: run-tests: not found` are about a command. */
function isAbout(words: string, { text }: TestCommand): boolean {
  const said = words.toLowerCase()
  return text
    .toLowerCase()
    .split(' ')
    .filter(
      (word) => !/^(?:-.*|\w+=.*|dotnet|test|vstest|run|exec|timeout|env|bash|sh|\d+[smh]?)$/.test(word),
    )
    .map((word) => word.replace(/["']/g, '').replace(/^.*\/(?=[^/]{2})/, ''))
    .some(
      (word) => word.length > 1 && new RegExp(`(?:^|[\\s/'"‘:-])${escape(word)}(?:['"’:,.\\s]|$)`).test(said),
    )
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** How people call a run: its project, with its framework where that is known. */
function nameOf({ project, framework }: Pick<TestRun, 'project' | 'framework'>): string {
  if (project === '') return 'a project'
  return framework === undefined ? project : `${project} (${framework})`
}
