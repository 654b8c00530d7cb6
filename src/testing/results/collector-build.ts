import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toBuildRequest, type BuildRequest } from '../../docker/build/build-request.ts'
import type { BuildResult } from '../../docker/build/build-result.ts'
import { runBuild, type BuildView } from '../../docker/build/run-build.ts'
import type { Docker } from '../../docker/docker.ts'
import { collectorDockerfile } from '../../plan/instrument/collector.ts'
import { withoutMarks } from '../../plan/instrument/run-mounts.ts'
import type { Plan } from '../../plan/plan.ts'
import { formatDuration } from '../../shared/format.ts'
import { HeldLog } from '../../shared/held-log.ts'
import type { Log } from '../../shared/log.ts'

/** An engine that hung while the tests ran hangs here too, and nobody else would stop it; the work itself takes a second. */
export const silenceMs = 45_000

const title = 'Collect the test results'

/** The build that brings result files out of the builder into an archive; its disposal stops it. */
export interface CollectorBuild extends AsyncDisposable {
  archive: string
  /** Begins it while the tests run: it comes to where it waits for the place that their RUN holds, and is through a moment after that. */
  begin: () => void
  /** Waits for what was begun; undefined where nothing was, or it failed. */
  finish: () => Promise<BuildResult | undefined>
  /** Builds it from its beginning. */
  build: () => Promise<BuildResult>
}

/** Prepares that build; undefined when no RUN leaves results. */
export function prepareCollector(
  { docker, log, tempFolder }: { docker: Docker; log: Log; tempFolder: string },
  { instrumented }: Pick<Plan, 'instrumented'>,
  {
    builder,
    buildArgs,
    buildContexts,
    platforms,
  }: Pick<BuildRequest, 'builder' | 'buildArgs' | 'buildContexts' | 'platforms'>,
): CollectorBuild | undefined {
  const text = collectorDockerfile(instrumented)
  if (text === undefined) return undefined
  const context = join(tempFolder, 'collector')
  const dockerfile = join(context, 'Dockerfile')
  const archive = join(tempFolder, 'results.tar')
  const request = toBuildRequest({
    ...{ builder, buildArgs, buildContexts, platforms, context, dockerfile },
    outputs: [`type=tar,dest=${archive}`],
  })
  const start = async (to: Log, view: Partial<BuildView>): Promise<BuildResult> => {
    await mkdir(context, { recursive: true })
    await writeFile(dockerfile, text)
    return runBuild(docker, to, title, request, { reword: withoutMarks, isQuiet: true, ...view })
  }
  // Of several RUNs it would take the results of the first while others still write; a place that jobs share is not held.
  const canWait = instrumented.testRuns.length === 1 && !instrumented.place.mayBeCached
  const abort = new AbortController()
  // How long it was at it tells of the tests.
  const held = Object.assign(new HeldLog(), { info: () => undefined })
  let begun: Promise<BuildResult | undefined> | undefined
  return {
    archive,
    begin: () => {
      // Cancelled: whoever waits for the tests hears of it.
      if (canWait) begun ??= start(held, { signal: abort.signal }).catch(() => undefined)
    },
    finish: async () => {
      const startedAt = performance.now()
      const timer = setTimeout(() => {
        abort.abort()
      }, silenceMs)
      const build = await begun
      clearTimeout(timer)
      if (build?.outcome !== 'built') return undefined
      await log.group(title, (print) => {
        held.release(print)
        return Promise.resolve()
      })
      log.info(`${title}: done in ${formatDuration(performance.now() - startedAt)}`)
      return build
    },
    build: () => start(log, { silenceMs }),
    async [Symbol.asyncDispose]() {
      abort.abort()
      await begun
    },
  }
}
