import type { Docker } from '../docker/docker.ts'
import { runBuild } from '../docker/run-build.ts'
import type { Step } from '../docker/steps.ts'
import type { Settings } from '../inputs/settings.ts'
import type { Log } from '../log.ts'
import type { Plan } from '../plan/plan.ts'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import { withoutMarks } from '../plan/run-mounts.ts'

/** The build of the final stage's steps while the tests run; its disposal stops it. */
export interface AheadBuild extends AsyncDisposable {
  /**
   * Gives the steps of the build that followed, in which those that were built ahead are cached, as they were
   * when they ran.
   */
  addTo: (steps: readonly Step[]) => Promise<Step[]>
}

/** A second build has no place of its own in the log; what goes wrong in it comes again in the build that follows. */
const noLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  group: (_, work) => work(() => undefined),
}

/**
 * Begins to build the final stage in the same builder, to nowhere, when `overlap` asks for it. BuildKit runs what both
 * builds need once. Not where the final stage descends from one that tests, nor without the cache, where it would run twice.
 */
export function buildAhead(
  docker: Docker,
  { overlap, noCache }: Pick<Settings, 'overlap' | 'noCache'>,
  { tests, instrumented }: Pick<Plan, 'tests' | 'instrumented'>,
  request: PreparedBuilds['image'],
): AheadBuild {
  const abort = new AbortController()
  const isPossible =
    tests.kind === 'stages' && !instrumented.finalHasTests && !noCache && request.noCacheStages.length === 0
  const outputs = ['type=cacheonly']
  const building =
    overlap && isPossible
      ? runBuild(
          docker,
          noLog,
          '',
          { ...request, tags: [], cacheTo: [], outputs, metadataFile: undefined },
          { reword: withoutMarks, isQuiet: true, signal: abort.signal },
        ).then(
          ({ steps }) => steps,
          // Cancelled: whoever waits for the other build hears of it.
          () => [],
        )
      : Promise.resolve<Step[]>([])
  return {
    // Its last step may end a moment after that of the build that followed.
    addTo: async (steps) => addAhead(steps, await building),
    async [Symbol.asyncDispose]() {
      abort.abort()
      await building
    },
  }
}

function addAhead(steps: readonly Step[], ahead: readonly Step[]): Step[] {
  const built = new Map(ahead.filter(({ outcome }) => outcome === 'done').map((step) => [keyOf(step), step]))
  return steps.map((step) => {
    const before = step.outcome === 'cached' ? built.get(keyOf(step)) : undefined
    return before === undefined ? step : { ...step, outcome: 'done', durationMs: before.durationMs }
  })
}

function keyOf({ stage, position, name }: Step): string {
  return JSON.stringify([stage, position, withoutMarks(name)])
}
