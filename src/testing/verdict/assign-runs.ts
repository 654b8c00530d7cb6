import { fits } from '../../plan/commands/command-targets.ts'
import { foldAttempts } from '../results/attempts.ts'
import { type FlakyTest, type TestRun, groupBy } from '../results/test-results.ts'
import type { SeenRun } from './join-runs.ts'
import type { StartedCommand } from './started-commands.ts'

/**
 * Which command started which run: whose process left its file. Of the others those that a command names, then those that may be of any
 * command, then those whose project it may be: each goes to one that has none yet, where there is one.
 */
export function assignRuns(
  commands: readonly StartedCommand[],
  seen: readonly SeenRun[],
): Map<SeenRun, StartedCommand> {
  const owners = new Map<SeenRun, StartedCommand>()
  for (const run of seen) {
    const owner = commands.find(({ ids }) => run.process !== undefined && ids?.has(run.process) === true)
    if (owner !== undefined) owners.set(run, owner)
  }
  for (const fit of ['yes', 'open', 'maybe'] as const) {
    for (const run of seen.filter((one) => !owners.has(one))) {
      const able = commands.filter(({ targets }) =>
        targets.length === 0 ? fit === 'open' : targets.some((target) => fitOf(target, run) === fit),
      )
      const taken = new Set(owners.values())
      const owner = able.find((one) => !taken.has(one)) ?? (fit === 'maybe' ? undefined : able[0])
      if (owner !== undefined) owners.set(run, owner)
    }
  }
  return owners
}

/** How well a run fits what a command names. */
export function fitOf(target: string, { project, assembly = '' }: TestRun): ReturnType<typeof fits> {
  return fits(target, { project, assembly })
}

/** Runs of commands that are attempts at the same, such as `dotnet test || dotnet test`, as one run each. */
export function foldRetries(
  seen: readonly SeenRun[],
  owners: Map<SeenRun, StartedCommand>,
): { runs: SeenRun[]; flaky: FlakyTest[]; notes: string[] } {
  const series = groupBy(seen, (run) => {
    const isOneOfTwins = hasTwins(run, seen)
    const { isRetried, series = '' } = owners.get(run) ?? {}
    if (isRetried !== true || run.project === '' || (isOneOfTwins && pathOf(run) === '')) return run
    return `${nameRun(run)} ${isOneOfTwins ? pathOf(run) : ''} ${series.includes('\0') ? series : ''}`
  })
  const notes: string[] = []
  const flaky: FlakyTest[] = []
  const runs = [...series.values()].flatMap((attempts): SeenRun[] => {
    const last = attempts.at(-1)
    if (last === undefined) return []
    // What the platform itself retried is told whole by its files.
    const whole = attempts.find((run) => run.flaky !== undefined && run.inFile)
    const folded = whole === undefined ? foldAttempts(attempts) : { run: whole, flaky: [] }
    const run: SeenRun = { ...last, ...folded.run, inLog: last.inLog, inFile: last.inFile }
    const owner = owners.get(last)
    if (owner !== undefined) owners.set(run, owner)
    const within = attempts.flatMap((one) => one.passedLater ?? [])
    const own = [
      ...(run.flaky ?? []),
      ...folded.flaky,
      ...within.filter(({ name }) => !isFailedIn(run, name)),
    ]
    flaky.push(...new Map(own.map((test) => [test.name, test])).values())
    if (whole === undefined && !isTroubled(run) && attempts.some(isTroubled))
      notes.push(
        `The tests of ${nameRun(run)} passed in attempt ${attempts.length} of \`${owner?.text ?? ''}\`.`,
      )
    return [run]
  })
  return { runs, flaky, notes }
}

function isFailedIn({ results }: TestRun, test: string): boolean {
  return results.some(({ outcome, name }) => outcome === 'failed' && name === test)
}

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
