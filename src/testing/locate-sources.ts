import { onceEach, type LocatedMessage } from './compiler-messages.ts'
import { mergeCoverage, type Coverage } from './coverage/merge-coverage.ts'
import type { CollectedResults } from './results/collect-results.ts'
import type { TestRun } from './results/test-results.ts'
import type { Failure } from './test-report.ts'
import type { StepLog } from './verdict/gather-evidence.ts'
import { join } from 'node:path'
import { shownPath } from '../inputs/paths.ts'
import type { Settings } from '../inputs/settings.ts'
import { contextPathOf, readCopiedTree } from '../plan/dockerfile/copied-paths.ts'
import type { Instruction } from '../plan/dockerfile/parse-dockerfile.ts'
import type { Place } from '../shared/errors.ts'
import { kindOfPath } from '../shared/files/workspace-files.ts'

/** Finds the file of the checkout that a path inside the container was copied from; undefined when none surely is. */
export type SourceLocator = (containerPath: string, line: number | undefined) => Place | undefined

/** `… in /src/tests/CartTests.cs:line 28`; the words around path and number are translated, their order is not. */
const framePattern = /(\/[^\s:*?"<>|]+\.(?:cs|fs|vb|razor|cshtml)):\D{0,12}(\d{1,7})/

/** Makes the locator of a job from the COPY instructions of the stages that test. */
export function sourceLocator(
  { context, workspace }: Pick<Settings, 'context' | 'workspace'>,
  { testRuns }: { testRuns: readonly { instruction: Pick<Instruction, 'stage'> }[] },
): SourceLocator {
  const stages = new Set([...testRuns].reverse().map(({ instruction }) => instruction.stage))
  const trees = [...stages].map((stage) => readCopiedTree(stage))
  const exists = (path: string): boolean => kindOfPath(join(context, path)) === 'file'
  return (containerPath, line) => {
    const found = contextPathOf(trees, containerPath, exists)
    if (found === undefined) return undefined
    return { file: shownPath(join(context, found), workspace), line }
  }
}

/** The first frame of a stack trace that is in the checkout: where the test, not the framework, is. */
function locateFailure(stack: string | undefined, locate: SourceLocator): Place | undefined {
  for (const frame of (stack ?? '').split('\n').slice(0, 200)) {
    const [, path, line] = framePattern.exec(frame.slice(0, 2_000)) ?? []
    const place = path === undefined ? undefined : locate(path, Number(line))
    if (place !== undefined) return place
  }
  return undefined
}

/** Every failed test, with its place in the checkout. */
export function locateFailures(runs: readonly TestRun[], locate: SourceLocator): Failure[] {
  return runs.flatMap(({ results, project, framework }) =>
    results
      .filter((result) => result.outcome === 'failed')
      .map((result) => ({ ...result, project, framework, place: locateFailure(result.stack, locate) })),
  )
}

/** What compilers and MSBuild say in some steps, with its place in the checkout. */
export function locateMessages(logs: readonly StepLog[], locate: SourceLocator): LocatedMessage[] {
  return onceEach(
    logs
      .flatMap((log) => log.found.compilerMessages)
      .map((message) => ({
        ...message,
        place: message.file === undefined ? undefined : locate(message.file, message.line),
      })),
  )
}

/** The coverage of all runs, with the paths of the checkout where these are known. */
export function locateCoverage(
  { coverage }: CollectedResults,
  runs: readonly TestRun[],
  locate: SourceLocator,
): Coverage | undefined {
  if (coverage.length === 0) return undefined
  const merged = mergeCoverage(
    coverage,
    runs.map(({ project }) => project),
  )
  const files = merged.files.map((file) => ({
    ...file,
    path: locate(file.path, undefined)?.file ?? file.path,
  }))
  return { ...merged, files }
}
