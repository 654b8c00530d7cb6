import type { Step } from '../docker/build/build-result.ts'
import type { InstrumentedDockerfile } from '../plan/instrument/instrument.ts'
import { classifyOnbuildRun } from '../plan/commands/find-test-commands.ts'
import { testRunNumber } from '../plan/instrument/run-mounts.ts'

/** The steps of ONBUILD that may test, where no RUN of the file does. Without a mark of ours the cache may answer them when they should run. */
export function findOnbuildTests(
  steps: readonly Step[],
  { testRuns }: Pick<InstrumentedDockerfile, 'testRuns'>,
): Step[] {
  if (testRuns.length > 0) return []
  return steps.filter((step) => ['tests', 'unknown'].includes(classifyOnbuildRun(step.name) ?? ''))
}

/** The steps of each RUN that tests, with ONBUILD's; one of a stage that two others descend from has a step in the build of each. */
export function findTestSteps(steps: readonly Step[], instrumented: InstrumentedDockerfile): Step[][] {
  const { testRuns } = instrumented
  const hasCertain = testRuns.some((run) => run.isCertain)
  const wanted = testRuns.flatMap((run, number) => (run.isCertain || !hasCertain ? [number] : []))
  const onbuild = findOnbuildTests(steps, instrumented)
  const names = [...new Set(onbuild.map((step) => step.name))]
  return [
    ...wanted.map((number) => steps.filter((step) => testRunNumber(step.name) === number)),
    ...names.map((name) => onbuild.filter((step) => step.name === name)),
  ]
}

/** Whether all that comes before the tests was built. BuildKit's own steps don't count: a cache that is not there yet is a failed one. */
export function reachedTests(steps: readonly Step[], testSteps: readonly Step[]): boolean {
  const failed = steps.filter(({ outcome, position }) => outcome === 'failed' && position !== undefined)
  return testSteps.length > 0 && failed.every((step) => testSteps.includes(step))
}
