import type { Dockerfile, Stage } from '../dockerfile/parse-dockerfile.ts'
import { chainOf, neededFor } from '../dockerfile/stage-graph.ts'
import { isSdk } from '../stages/choose-final.ts'
import { commandOf } from '../commands/shell-text.ts'

/**
 * The stage with the SDK and the sources: of those that the final one needs, the one that publishes or builds, by `dotnet` itself or by a
 * program of the repository's; or what that one began from. Undefined where no stage builds .NET code.
 */
export function findSourceStage(dockerfile: Dockerfile, final: Stage): Stage | undefined {
  const needed = [...neededFor(dockerfile, final)]
  const builds = needed.filter((stage) =>
    runsDotnet(stage, /\bdotnet\s+(?:build|publish|restore|msbuild|pack)\b/),
  )
  const builder =
    builds.find((stage) => runsDotnet(stage, /\bdotnet\s+publish\b/)) ??
    builds[0] ??
    needed.find((stage) => runsDotnet(stage, /\bdotnet\b/) && takesSources(stage)) ??
    needed.find((stage) => isSdk(dockerfile, stage) && takesSources(stage))
  if (builder === undefined) return undefined
  // The oldest ancestor that has all the sources: a test stage that begins there does not wait for publish.
  let source = builder
  for (const parent of chainOf(dockerfile, builder).slice(1)) {
    if (takesSources(source) || !(builds.includes(parent) || takesSources(parent))) break
    source = parent
  }
  return source
}

function takesSources(stage: Stage): boolean {
  return stage.instructions.some(({ keyword }) => /^(?:COPY|ADD)$/.test(keyword))
}

function runsDotnet(stage: Stage, command: RegExp): boolean {
  return stage.instructions.some(
    (instruction) => instruction.keyword === 'RUN' && command.test(commandOf(instruction)),
  )
}
