import { fits } from '../../plan/commands/command-targets.ts'
import type { TestCommand } from '../../plan/commands/find-test-commands.ts'
import type { CollectedRun } from '../results/collect-results.ts'
import { flakyTest, foldAttempts } from '../results/attempts.ts'
import { countResults, withFullNames, type FlakyTest, type TestRun } from '../results/test-results.ts'
import { groupBy } from '../../shared/group-by.ts'
import { tellsOfAbort } from '../log/sign-lines.ts'
import { markedAsFailed } from '../trx/trx-fields.ts'

/** A command that a testing RUN started, or, where its processes are not known, should have by its shell text. */
export interface StartedCommand extends TestCommand {
  /** What it ended with, `none` where it never came to its end; undefined where nobody knows. */
  exitCode?: number | 'none'
  /** It is `dotnet test`, and nothing that runs tests came of it. */
  startedNone?: boolean
  /** Its processes. */
  ids?: ReadonlySet<string>
  /** The same for what was started once more in the same way, with the same variables. */
  series?: string
  /** The runs that are known to be its own. */
  own: SeenRun[]
}

/** A run of tests that happened, by what the log, a result file or both say of it. */
export interface SeenRun extends TestRun {
  inLog: boolean
  inFile: boolean
  /** The command that started it. */
  owner?: StartedCommand | undefined
  /** What the log says of an abort, which its file would know of: it is another run's, or a test has printed it. */
  strays?: string[]
  /** Tests that failed in the log and passed in the file. */
  passedLater?: FlakyTest[]
}

/**
 * Brings together what result files and the log of one RUN say. Of a run that both tell of the file is believed; a run that the
 * log alone tells of stands by itself, so that no file of one run covers another.
 */
export function joinRuns(files: readonly CollectedRun[], logged: readonly TestRun[]): SeenRun[] {
  const left = foldFiles(files)
  const nameless = logged.filter(({ project }) => project === '')
  const named = logged.filter(({ project }) => project !== '').map((log) => joinWithFile(log, left))
  const strays = named.flatMap((run) => run.strays ?? [])
  const open = named.find((run) => !run.inFile && run.incomplete && !run.aborted)
  if (open !== undefined && strays.length > 0) Object.assign(open, { errors: strays, aborted: true })
  const rest = left.map((file): SeenRun => ({ ...file, inLog: false, inFile: true }))
  const seen = [...named, ...rest.sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0))]
  return [...seen, ...nameless.flatMap((log) => withoutKnown(log, seen))]
}

/** The files of runs, those with the attempts of one run as one. */
function foldFiles(files: readonly CollectedRun[]): TestRun[] {
  const series = groupBy(files, ({ project, framework = '' }) => `${project}\0${framework}`)
  return [...series.values()].flatMap((own) => {
    const wholes = own.filter(({ attempt }) => attempt === undefined)
    if (wholes.length > 1 || wholes.length === own.length) return own.map(withFullNames)
    // Beside the attempts that were put aside lies the last one, in some versions with its own tests alone.
    const ordered = own.sort((a, b) => (a.attempt ?? Infinity) - (b.attempt ?? Infinity))
    const { run, flaky } = foldAttempts(ordered.map(withFullNames))
    return [{ ...run, flaky }]
  })
}

/** What the log says of a run, with the file that has its results, which is taken out of `left`. */
function joinWithFile(log: TestRun, left: TestRun[]): SeenRun {
  const named = left.filter((file) => areSame(file, log))
  const placed = named.filter(({ assembly = '' }) => assembly.toLowerCase() === log.assembly?.toLowerCase())
  const own = placed.length > 0 ? placed : named
  const file =
    own.find(
      ({ counts: { passed, failed } }) => passed === log.counts.passed && failed === log.counts.failed,
    ) ?? own[0]
  if (file === undefined) return { ...log, inLog: true, inFile: false }
  left.splice(left.indexOf(file), 1)
  const best = file.incomplete && !log.incomplete ? log : file
  const isWhole = !file.incomplete
  const strays = isWhole ? log.errors.filter((one) => tellsOfAbort(one) && !file.errors.includes(one)) : []
  const told = [...file.errors, ...log.errors].filter(
    (words) => words !== markedAsFailed && !strays.includes(words),
  )
  return {
    ...best,
    errors: told.length > 0 ? [...new Set(told)] : file.errors,
    aborted: file.aborted || (log.aborted && !isWhole),
    strays,
    process: file.process,
    assembly: log.assembly?.includes('/') === true ? log.assembly : best.assembly,
    flaky: file.flaky ?? log.flaky,
    passedLater: passedLater(log, file),
    inLog: true,
    inFile: true,
  }
}

/** Tests that the log saw fail and that have passed in the file, which has the last attempt alone (MSTest's `[Retry]`). */
function passedLater(log: TestRun, file: TestRun): FlakyTest[] {
  const failed = log.results.filter(isFailed)
  if (file.incomplete || file.aborted || failed.length <= file.counts.failed) return []
  return failed.slice(0, 100).flatMap(({ name, message }): FlakyTest[] => {
    const own = file.results.filter((result) => result.name === name || result.name.endsWith(`.${name}`))
    const [result] = own
    if (result === undefined || own.some(({ outcome }) => outcome !== 'passed')) return []
    return [flakyTest(file, result, ['failed', 'passed'], message)]
  })
}

/** Of a run of the log that has no name what no other run is known to have: failures, or all where nothing else is known. */
function withoutKnown(log: TestRun, seen: readonly SeenRun[]): SeenRun[] {
  if (seen.every(({ inFile }) => !inFile)) return [{ ...log, inLog: true, inFile: false }]
  const known = new Set(seen.flatMap(({ results }) => results.filter(isFailed).map(({ name }) => name)))
  const results = log.results.filter((one) => isFailed(one) && !known.has(one.name))
  if (results.length === 0) return []
  return [{ ...log, results, counts: countResults(results), inLog: true, inFile: false }]
}

function areSame(a: TestRun, b: TestRun): boolean {
  const haveBoth = a.framework !== undefined && b.framework !== undefined
  return a.project === b.project && (!haveBoth || a.framework === b.framework)
}

/**
 * Gives each run to the command that started it: whose process left its file. Of the others those that a command names, then those that
 * may be of any command, then those whose project it may be: each goes to one that has none yet, where there is one.
 */
export function assignRuns(commands: readonly StartedCommand[], seen: readonly SeenRun[]): void {
  const give = (run: SeenRun, owner: StartedCommand | undefined): void => {
    run.owner = owner
    owner?.own.push(run)
  }
  for (const run of seen)
    give(
      run,
      commands.find(({ ids }) => run.process !== undefined && ids?.has(run.process) === true),
    )
  for (const fit of ['yes', 'open', 'maybe'] as const) {
    for (const run of seen.filter(({ owner }) => owner === undefined)) {
      const able = commands.filter(({ targets }) =>
        targets.length === 0 ? fit === 'open' : targets.some((target) => fitOf(target, run) === fit),
      )
      give(run, able.find(({ own }) => own.length === 0) ?? (fit === 'maybe' ? undefined : able[0]))
    }
  }
}

/** How well a run fits what a command names. */
export function fitOf(target: string, { project, assembly = '' }: TestRun): ReturnType<typeof fits> {
  return fits(target, { project, assembly })
}

/** Runs of commands that are attempts at the same, such as `dotnet test || dotnet test`, as one run each. */
export function foldRetries(seen: readonly SeenRun[]): {
  runs: SeenRun[]
  flaky: FlakyTest[]
  notes: string[]
} {
  const series = groupBy(seen, (run) => {
    const path = hasTwins(run, seen) ? pathOf(run) : undefined
    const { isRetried, series: started = '' } = run.owner ?? {}
    if (isRetried !== true || run.project === '' || path === '') return run
    return `${nameRun(run)} ${path ?? ''} ${started.includes('\0') ? started : ''}`
  })
  const notes: string[] = []
  const flaky: FlakyTest[] = []
  const runs = [...series.values()].flatMap((attempts): SeenRun[] => {
    const last = attempts.at(-1)
    if (last === undefined) return []
    const { inLog, inFile, owner } = last
    // What the platform itself retried is told whole by its files.
    const whole = attempts.find((run) => run.flaky !== undefined && run.inFile)
    const folded = whole === undefined ? foldAttempts(attempts) : { run: whole, flaky: [] }
    const run: SeenRun = { ...last, ...folded.run, inLog, inFile, owner }
    const within = attempts
      .flatMap((one) => one.passedLater ?? [])
      .filter(({ name }) => !isFailedIn(run, name))
    const own = [...(run.flaky ?? []), ...folded.flaky, ...within]
    flaky.push(...new Map(own.map((test) => [test.name, test])).values())
    if (whole === undefined && !isTroubled(run) && attempts.some(isTroubled))
      notes.push(
        `The tests of ${nameRun(run)} passed in attempt ${attempts.length} of \`${owner?.text ?? ''}\`.`,
      )
    return [run]
  })
  return { runs, flaky, notes }
}

function isFailed({ outcome }: { outcome: string }): boolean {
  return outcome === 'failed'
}

function isFailedIn({ results }: TestRun, test: string): boolean {
  return results.some((one) => isFailed(one) && one.name === test)
}

/** Whether a run has a failed test, failed as a whole or did not come to its end. */
export function isTroubled({ counts, errors, aborted, incomplete }: TestRun): boolean {
  return counts.failed > 0 || errors.length > 0 || aborted || incomplete
}

/** Whether several projects have the name of a run's. */
export function hasTwins(run: TestRun, all: readonly TestRun[]): boolean {
  const paths = all.filter((one) => nameRun(one) === nameRun(run)).map(pathOf)
  return new Set(paths.filter((path) => path !== '')).size > 1
}

/** Where the assembly of a run is; TRX files have it in small letters. */
function pathOf({ assembly = '' }: TestRun): string {
  return assembly.includes('/') ? assembly.toLowerCase() : ''
}

/** How people call a run: its project, with its framework where that is known. */
export function nameRun({ project, framework }: Pick<TestRun, 'project' | 'framework'>): string {
  if (project === '') return 'a project'
  return framework === undefined ? project : `${project} (${framework})`
}
