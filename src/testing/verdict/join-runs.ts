import type { CollectedRun } from '../results/collect-results.ts'
import { flakyTest, foldAttempts } from '../results/attempts.ts'
import {
  countResults,
  groupBy,
  withFullNames,
  type FlakyTest,
  type TestRun,
} from '../results/test-results.ts'
import { markedAsFailed } from '../trx/trx-fields.ts'

/** A run of tests that happened, by what the log, a result file or both say of it. */
export interface SeenRun extends TestRun {
  inLog: boolean
  inFile: boolean
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
  const rest = left.map((file): SeenRun => ({ ...file, inLog: false, inFile: true }))
  const seen = [...named, ...rest.sort(byStart)]
  return [...seen, ...nameless.flatMap((log) => withoutKnown(log, seen))]
}

/** The files of runs, those with the attempts of one run as one. */
function foldFiles(files: readonly CollectedRun[]): TestRun[] {
  const series = groupBy(files, ({ project, framework = '' }) => `${project}\0${framework}`)
  return [...series.values()].flatMap((own) => {
    const wholes = own.filter(({ attempt }) => attempt === undefined)
    if (wholes.length > 1 || wholes.length === own.length) return own.map(withFullNames)
    const ordered = own
      .filter(({ attempt }) => attempt !== undefined)
      .sort((a, b) => (a.attempt ?? 0) - (b.attempt ?? 0))
    // Beside the attempts that were put aside lies the last one, in some versions with its own tests alone.
    const { run, flaky } = foldAttempts([...ordered, ...wholes].map(withFullNames))
    return [{ ...run, flaky }]
  })
}

/** What the log says of a run, with the file that has its results, which is taken out of `left`. */
function joinWithFile(log: TestRun, left: TestRun[]): SeenRun {
  const named = left.filter((file) => areSame(file, log))
  const placed = named.filter(({ assembly = '' }) => assembly.toLowerCase() === log.assembly?.toLowerCase())
  const own = placed.length > 0 ? placed : named
  const file = own.find(({ counts }) => haveSame(counts, log.counts)) ?? own[0]
  if (file === undefined) return { ...log, inLog: true, inFile: false }
  left.splice(left.indexOf(file), 1)
  const best = file.incomplete && !log.incomplete ? log : file
  const told = [...file.errors, ...log.errors].filter((words) => words !== markedAsFailed)
  return {
    ...best,
    errors: told.length > 0 ? [...new Set(told)] : file.errors,
    aborted: file.aborted || log.aborted,
    incomplete: best.incomplete,
    ...(file.process === undefined ? {} : { process: file.process }),
    ...(log.assembly?.includes('/') === true ? { assembly: log.assembly } : {}),
    ...(file.flaky === undefined && log.flaky !== undefined ? { flaky: log.flaky } : {}),
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
  const results = log.results.filter((result) => isFailed(result) && !known.has(result.name))
  if (results.length === 0) return []
  return [{ ...log, results, counts: countResults(results), inLog: true, inFile: false }]
}

function isFailed({ outcome }: { outcome: string }): boolean {
  return outcome === 'failed'
}

function areSame(a: TestRun, b: TestRun): boolean {
  const haveBoth = a.framework !== undefined && b.framework !== undefined
  return a.project === b.project && (!haveBoth || a.framework === b.framework)
}

function haveSame(a: TestRun['counts'], b: TestRun['counts']): boolean {
  return a.passed === b.passed && a.failed === b.failed
}

function byStart(a: SeenRun, b: SeenRun): number {
  return (a.startedAt ?? 0) - (b.startedAt ?? 0)
}
