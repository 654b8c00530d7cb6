import { readFile, writeFile } from 'node:fs/promises'
import type { AheadBuild } from '../build/build-ahead.ts'
import type { BuildRequest } from '../docker/build/build-request.ts'
import type { Shortage } from '../docker/build/find-shortage.ts'
import type { Host } from './job-context.ts'
import type { Settings } from '../inputs/settings.ts'
import type { Plan } from '../plan/plan.ts'
import { withNewMarks } from '../plan/instrument/run-mounts.ts'
import type { TestReport } from '../testing/describe-tests.ts'
import { runTests, type BesideTests } from '../testing/run-tests.ts'

/** What the tests came to, and whether the image was built at the same time. */
export interface TestsBeside {
  tests: TestReport
  hadCompany: boolean
}

const nobody: BesideTests = { begin: () => undefined, stop: () => undefined }

const again: Partial<Record<Shortage, string>> = { memory: 'memory', disk: 'disk space' }

/**
 * Runs the tests while the image is built. Where memory or the builder's disk gave out, so that nobody knows what the tests would have
 * come to, they run once more by themselves: what is built beside them never decides how they end.
 */
export async function testBeside(
  host: Host,
  settings: Settings,
  plan: Plan,
  request: BuildRequest,
  ahead: AheadBuild,
): Promise<TestsBeside> {
  const tests = await runTests(host, settings, plan, request, ahead)
  const isUnknown = tests.result === 'error' || tests.result === 'no-tests'
  if (!isUnknown || !ahead.hasBegun()) return { tests, hadCompany: ahead.hasBegun() }
  const shortage = tests.shortage ?? (await ahead.end())
  const what = shortage && again[shortage]
  if (what === undefined) return { tests, hadCompany: true }
  await ahead.end()
  const warning =
    `The tests ran a second time, by themselves: too little ${what} was left while the image was built beside them. ` +
    'With parallel-build: false it waits for them.'
  host.log.info(warning)
  await writeFile(request.dockerfile, withNewMarks(await readFile(request.dockerfile, 'utf8')))
  const second = await runTests(host, settings, plan, request, nobody)
  return { tests: { ...second, warnings: [warning, ...second.warnings] }, hadCompany: false }
}
