import { readFile, writeFile } from 'node:fs/promises'
import type { DockerTools } from '../docker/docker.ts'
import type { Shortage } from '../docker/build/buildkit-words.ts'
import type { Plan } from '../plan/plan.ts'
import { withNewMarks } from '../plan/instrument/run-mounts.ts'
import type { TestReport } from '../testing/test-report.ts'
import type { InParallel } from '../testing/build-tests.ts'
import { runTests } from '../testing/run-tests.ts'
import { judgeTests, type Judgement } from '../testing/verdict/red-or-green.ts'
import type { Reporter } from './job.ts'
import type { ParallelImage } from './parallel-image.ts'
import type { PreparedJob } from './prepare-job.ts'

/** What the tests came to, and what that means for the job. */
export interface Tested {
  tests: TestReport
  judgement: Judgement
}

const nobody: InParallel = { begin: () => undefined, stop: () => undefined }

const again: Partial<Record<Shortage, string>> = { memory: 'memory', disk: 'disk space' }

/**
 * Runs the tests while the image is built. Where memory or the builder's disk gave out, so that nobody knows what the tests would have
 * come to, they run once more by themselves: what is built in parallel never decides how they end.
 */
export async function testImage(
  { docker, log, tempFolder }: DockerTools,
  { folder, redactor }: Pick<Reporter, 'folder' | 'redactor'>,
  { settings, builds }: Pick<PreparedJob, 'settings' | 'builds'>,
  plan: Plan,
  parallel: ParallelImage,
): Promise<Tested> {
  const run = (inParallel: InParallel): Promise<TestReport> =>
    runTests(
      { docker, log, tempFolder, reportFolder: folder, redactor },
      settings,
      plan,
      builds.tests,
      inParallel,
    )
  const judge = (tests: TestReport, ranInParallel: boolean): Tested => {
    log.info(`Tests: ${tests.reason}.`)
    return { tests, judgement: judgeTests(tests, settings, ranInParallel) }
  }
  const tests = await run(parallel)
  const isUnknown = tests.result === 'error' || tests.result === 'no-tests'
  if (!isUnknown || !parallel.hasBegun) return judge(tests, parallel.hasBegun)
  const shortage = tests.shortage ?? (await parallel.findShortage())
  const what = shortage && again[shortage]
  if (what === undefined) return judge(tests, true)
  await parallel.end()
  const warning =
    `The tests ran a second time, by themselves: too little ${what} was left while the image was built at the same time. ` +
    'With parallel-build: false it waits for them.'
  log.info(warning)
  const { dockerfile } = builds.tests
  await writeFile(dockerfile, withNewMarks(await readFile(dockerfile, 'utf8')))
  const second = await run(nobody)
  return judge({ ...second, warnings: [warning, ...second.warnings] }, false)
}
