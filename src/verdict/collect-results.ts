import { createReadStream } from 'node:fs'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { toBuildRequest, type BuildRequest } from '../docker/build-request.ts'
import { parseBuildError } from '../docker/build-error.ts'
import type { Docker } from '../docker/docker.ts'
import { runBuild } from '../docker/run-build.ts'
import type { Log } from '../log.ts'
import { collectorDockerfile } from '../plan/collector.ts'
import { withoutMarks } from '../plan/run-mounts.ts'
import type { Plan } from '../plan/plan.ts'
import { extractResults } from './extract-results.ts'
import { readCoverage, type CoverageReport } from './read-coverage.ts'
import { readTrx } from './read-trx.ts'
import type { TestRun } from './test-results.ts'

/** An engine that hung while the tests ran hangs here too, and nobody else would stop it; the work itself takes a second. */
const silenceMs = 45_000

/** The test results that left the build as files. */
export interface CollectedResults {
  /** One per TRX file, with the number of the RUN that wrote it. */
  runs: (TestRun & { testRun: number })[]
  coverage: CoverageReport[]
  warnings: string[]
}

/** No result left the build as a file. */
export const nothingCollected: CollectedResults = { runs: [], coverage: [], warnings: [] }

/**
 * Brings the result files out of the builder, also after a build that failed, and empties them there. They are left in
 * `resultsFolder`. Trouble is a warning: then the log is what remains.
 */
export async function collectResults(
  docker: Docker,
  log: Log,
  plan: Plan,
  {
    builder,
    buildArgs,
    buildContexts,
    platforms,
  }: Pick<BuildRequest, 'builder' | 'buildArgs' | 'buildContexts' | 'platforms'>,
  tempFolder: string,
  resultsFolder: string,
): Promise<CollectedResults> {
  const text = collectorDockerfile(plan.instrumented)
  if (text === undefined) return nothingCollected
  const context = join(tempFolder, 'collector')
  const archive = join(tempFolder, 'results.tar')
  await mkdir(context, { recursive: true })
  await writeFile(join(context, 'Dockerfile'), text)
  const build = await runBuild(
    docker,
    log,
    'Collect the test results',
    toBuildRequest({
      builder,
      buildArgs,
      buildContexts,
      platforms,
      context,
      dockerfile: join(context, 'Dockerfile'),
      outputs: [`type=tar,dest=${archive}`],
    }),
    { reword: withoutMarks, isQuiet: true, silenceMs },
  )
  if (build.outcome !== 'built' || !(await stat(archive).catch(() => undefined))) {
    const why =
      build.outcome === 'timed-out'
        ? `the builder gave no sign of life for ${silenceMs / 1000} s.`
        : parseBuildError(build.text).message
    return {
      ...nothingCollected,
      warnings: [`The result files could not be collected, the log is read instead: ${why}`],
    }
  }
  const { files, warnings } = await extractResults(archive, resultsFolder)
  const collected: CollectedResults = { runs: [], coverage: [], warnings }
  for (const file of files) {
    const chunks = createReadStream(file.path)
    if (file.kind === 'trx') {
      const run = await readTrx(chunks, { fileName: basename(file.path) })
      collected.runs.push({ ...run, testRun: file.run })
    } else {
      const report = await readCoverage(chunks)
      if (report.modules.length > 0) collected.coverage.push(report)
    }
  }
  return collected
}
