import type { Settings } from '../inputs/settings.ts'
import type { Plan } from './plan.ts'
import { neededBeside } from './dockerfile/stage-graph.ts'
import { commandOf } from './commands/shell-text.ts'

/** Whether the image is built while the tests run, or after them and why. */
export type ParallelBuild = { kind: 'parallel' } | { kind: 'after'; reason: string }

/** Commands that change something outside of the build, which tests that fail must prevent. */
const sending =
  /\bnuget(?:\.exe)?\s+push\b|\b(?:npm|pnpm|yarn)\s+publish\b|\bef\s+database\s+update\b|\bgit\s+push\b|\bdocker\s+push\b/

/** Tests and final stage go side by side, but where it was not asked for, one builds on the other, steps would run twice, or one sends something out. */
export function chooseParallelBuild(
  plan: Pick<Plan, 'tests' | 'final' | 'testsOnly' | 'instrumented'>,
  { parallelBuild, noCache, noCacheFilters }: Pick<Settings, 'parallelBuild' | 'noCache' | 'noCacheFilters'>,
): ParallelBuild {
  const after = (reason: string): ParallelBuild => ({ kind: 'after', reason })
  const { tests, instrumented } = plan
  if (plan.testsOnly) return after('nothing but tests is there')
  if (!parallelBuild) return after('parallel-build is false')
  if (tests.kind !== 'stages') return after('no stage tests')
  if (instrumented.finalHasTests) return after('it needs a test stage')
  if (noCache || noCacheFilters.length > 0) return after('without the cache its steps would run twice')
  const { dockerfile } = instrumented
  const shipped = dockerfile.stages[plan.final.index] ?? plan.final
  const sender = neededBeside(shipped, tests.stages)
    .flatMap(({ instructions }) => instructions)
    .find((one) => one.keyword === 'RUN' && sending.test(commandOf(one)))
  if (sender === undefined) return { kind: 'parallel' }
  const line = instrumented.origins.get(sender.firstLine) ?? sender.firstLine
  return after(
    `line ${line} sends something out: RUN ${commandOf(sender).replace(/\s+/g, ' ').slice(0, 200)}`,
  )
}
