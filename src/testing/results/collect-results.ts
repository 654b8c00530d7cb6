import { createReadStream } from 'node:fs'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import type { BuildRequest } from '../../docker/build/build-request.ts'
import { parseBuildError, findShortage, type Shortage } from '../../docker/build/buildkit-words.ts'
import type { Docker } from '../../docker/docker.ts'
import type { BuildResult } from '../../docker/build/build-result.ts'
import { runBuild, type BuildView } from '../../docker/build/run-build.ts'
import type { Log } from '../../shared/log.ts'
import { collectorDockerfile } from '../../plan/instrument/collector.ts'
import { withoutMarks } from '../../plan/instrument/run-mounts.ts'
import type { Plan } from '../../plan/plan.ts'
import { copyRedacted } from '../../redaction/copy-redacted.ts'
import type { Redactor } from '../../redaction/redactor.ts'
import { extractResults, type ResultFile } from './extract-results.ts'
import type { ModuleCoverage } from '../coverage/coverage-lines.ts'
import { readCoverage } from '../coverage/read-coverage.ts'
import { readTrx } from '../trx/read-trx.ts'
import { readProcesses, type RecordedProcess } from './processes.ts'
import { type TestRun } from './test-results.ts'
import { groupBy } from '../../shared/group-by.ts'
import { messageOf } from '../../shared/errors.ts'

/** An engine that hung while the tests ran hangs here too, and nobody else would stop it; the work itself takes a second. */
export const silenceMs = 45_000

/** What it takes to bring results out of a builder. */
export interface ResultTools {
  docker: Docker
  log: Log
  tempFolder: string
  redactor: Redactor
}

/** The results of a TRX file, with the number of the RUN that wrote it. */
export interface CollectedRun extends TestRun {
  testRun: number
  /** Number of the attempt, where Microsoft.Testing.Extensions.Retry put the file aside. */
  attempt?: number | undefined
}

/** The test results that left the build as files. */
export interface CollectedResults {
  /** One per TRX file. */
  runs: CollectedRun[]
  coverage: ModuleCoverage[]
  processes: RecordedProcess[]
  /** Why none could be brought out, and what gave out, if it was that. */
  obstacle: string | undefined
  shortage: Shortage | undefined
  warnings: string[]
}

/** No result left the build as a file. */
export const nothingCollected: CollectedResults = {
  runs: [],
  coverage: [],
  processes: [],
  obstacle: undefined,
  shortage: undefined,
  warnings: [],
}

/** What left the builder: an archive of result files, or why there is none. */
export type Exported = { kind: 'archive'; path: string } | { kind: 'none'; collected: CollectedResults }

/** Brings the result files out of the builder, also after a build that failed, and empties them there; `waiting` tells that it began before its time. */
export async function exportResults(
  { docker, log, tempFolder }: Omit<ResultTools, 'redactor'>,
  plan: Plan,
  { builder, buildArgs, buildContexts, platforms }: BuildRequest,
  waiting: Pick<BuildView, 'waitsFor' | 'signal'> = {},
): Promise<Exported> {
  const none = (collected: CollectedResults): Exported => ({ kind: 'none', collected })
  const text = collectorDockerfile(plan.instrumented)
  if (text === undefined) return none(nothingCollected)
  const context = join(tempFolder, 'collector')
  const archive = join(tempFolder, 'results.tar')
  try {
    await mkdir(context, { recursive: true })
    await writeFile(join(context, 'Dockerfile'), text)
  } catch (error) {
    return none(noneCollected(messageOf(error)))
  }
  const build = await runBuild(
    docker,
    log,
    'Collect the test results',
    {
      ...{ builder, buildArgs, buildContexts, platforms, context },
      dockerfile: join(context, 'Dockerfile'),
      outputs: [`type=tar,dest=${archive}`],
    },
    { reword: withoutMarks, isQuiet: true, silenceMs, ...waiting },
  )
  const isThere = build.outcome === 'built' && (await stat(archive).catch(() => undefined)) !== undefined
  return isThere ? { kind: 'archive', path: archive } : none(describeLoss(build))
}

/** Reads the result files, and leaves them in `resultsFolder` without secrets. Trouble is a warning: then the log remains, or the folder misses files. */
export async function readResults(
  { tempFolder, redactor }: Pick<ResultTools, 'tempFolder' | 'redactor'>,
  exported: Exported,
  resultsFolder: string,
): Promise<CollectedResults> {
  if (exported.kind === 'none') return exported.collected
  const folder = join(tempFolder, 'results')
  const { files, processFiles, warnings } = await extractResults(exported.path, folder)
  const processes = await readProcesses(processFiles)
  const collected: CollectedResults = { ...nothingCollected, runs: [], coverage: [], processes, warnings }
  for (const file of files) {
    const chunks = createReadStream(file.path)
    if (file.kind === 'trx' || (await hasTests(file.path))) {
      const run = await readTrx(chunks, basename(file.path))
      const attempt = /[/_]Retries_[^/_]+_(\d{1,3})\/[^/]+$/.exec(file.path)?.[1]
      collected.runs.push({
        ...run,
        ...{ testRun: file.run, process: file.process },
        attempt: attempt === undefined ? undefined : Number(attempt),
      })
    } else {
      collected.coverage.push(...(await readCoverage(chunks)))
    }
  }
  const lost = await leaveFiles(files, folder, resultsFolder, redactor)
  return { ...collected, runs: withoutCopies(collected), warnings: [...warnings, ...lost] }
}

/** Whether a file is a TRX, whatever a team's logger has called it. */
async function hasTests(path: string): Promise<boolean> {
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { end: 1023 })
  for await (const chunk of chunks) return /<TestRun[\s>]/.test(chunk.toString())
  return false
}

/** Each run once: runners that end at the same time may both have kept what lies in a folder of theirs. The one that was given its assembly did it. */
export function withoutCopies({
  runs,
  processes,
}: Pick<CollectedResults, 'runs' | 'processes'>): CollectedRun[] {
  const byRun = groupBy(runs, (run) => {
    const { testRun, assembly = '', framework = '', startedAt, durationMs } = run
    return startedAt === undefined ? run : [testRun, assembly, framework, startedAt, durationMs].join('\0')
  })
  return [...byRun.values()].flatMap((copies) => {
    const own = copies.find(({ assembly = '', process }) =>
      processes.some(({ id, words }) => id === process && words.join('\0').toLowerCase().includes(assembly)),
    )
    return own ?? copies.slice(0, 1)
  })
}

function describeLoss(build: BuildResult): CollectedResults {
  const why =
    build.outcome === 'timed-out'
      ? `the builder gave no sign of life for ${silenceMs / 1000} s.`
      : (build.output.at(-1)?.text ?? parseBuildError(build.text).message)
  return { ...noneCollected(why), shortage: findShortage(build) }
}

function noneCollected(why: string): CollectedResults {
  return {
    ...nothingCollected,
    obstacle: why.replace(/\.$/, ''),
    warnings: [`The result files could not be collected, the log is read instead: ${why}`],
  }
}

/** Leaves the files for later steps, which may show them to everybody: without secrets. Gives a warning when that failed. */
async function leaveFiles(
  files: readonly ResultFile[],
  from: string,
  to: string,
  redactor: Redactor,
): Promise<string[]> {
  try {
    for (const { path } of files) {
      const target = join(to, relative(from, path))
      await mkdir(dirname(target), { recursive: true })
      await copyRedacted(path, target, redactor)
      // It may be large, and nobody reads it any more.
      await rm(path)
    }
    return []
  } catch (error) {
    const why = messageOf(error)
    return [`Lost: files of test results, which could not be left in ${to} (${why}).`]
  }
}
