import type { BuildRequest } from '../docker/build-request.ts'
import type { Docker } from '../docker/docker.ts'
import { lastWords } from '../docker/last-words.ts'
import { cacheWarnings, runBuild } from '../docker/run-build.ts'
import type { Step } from '../docker/steps.ts'
import type { Log } from '../log.ts'
import { stageLabel } from '../plan/dockerfile.ts'
import { explainBuildError } from '../plan/missing-file.ts'
import { layoutOutput, type Packing } from '../plan/packing.ts'
import { withoutMarks } from '../plan/run-mounts.ts'
import type { Plan } from '../plan/plan.ts'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import { UserError } from '../user-error.ts'
import { writePlaceholders } from './placeholders.ts'

/** How the build of the final stage went. */
export interface FinalBuild {
  steps: Step[]
  warnings: string[]
}

/** What the final stage was built to. */
export interface LayoutBuild extends FinalBuild {
  layoutFolder: string
}

/**
 * Builds the final stage into an OCI layout folder; nothing is loaded or pushed. Layers that are `known` stay empty files
 * there. Throws a UserError with BuildKit's words and the line of the Dockerfile when the build fails.
 */
export async function buildFinal(
  { docker, log, plan, packing }: { docker: Docker; log: Log; plan: Plan; packing: Packing },
  layoutFolder: string,
  request: PreparedBuilds['image'],
  known: readonly { digest: string }[],
): Promise<LayoutBuild> {
  await writePlaceholders(layoutFolder, known)
  const outputs = [layoutOutput(layoutFolder, packing)]
  const built = await runFinalBuild(docker, log, plan, { ...request, outputs, metadataFile: undefined })
  return { ...built, layoutFolder }
}

/** Builds the final stage to what the request says; it writes no cache. Throws a UserError as `buildFinal` does. */
export async function runFinalBuild(
  docker: Docker,
  log: Log,
  plan: Plan,
  request: Omit<BuildRequest, 'cacheTo'>,
): Promise<FinalBuild> {
  const label = stageLabel(plan.final)
  const build = await runBuild(
    docker,
    log,
    `Image: docker buildx build, stage ${label}`,
    { ...request, cacheTo: [] },
    { reword: withoutMarks, isQuiet: false },
  )
  if (build.outcome !== 'built') {
    const { message, line } = explainBuildError(build.text, plan)
    throw new UserError(`Stage ${label} could not be built`, [message, ...lastWords(build)].join('\n'), {
      file: plan.dockerfile.shown,
      ...(line === undefined ? {} : { line }),
    })
  }
  const steps = build.steps.map((step) => ({ ...step, name: withoutMarks(step.name) }))
  return { steps, warnings: cacheWarnings([build]) }
}
