import type { BuildRequest } from '../docker/build-request.ts'
import type { Settings } from '../inputs/settings.ts'
import type { Dockerfile, Stage } from './dockerfile.ts'

/** What every build of the job has in common. */
export type CommonRequest = Omit<BuildRequest, 'target' | 'outputs' | 'tags' | 'cacheTo' | 'metadataFile'>

/** The part of the builds that comes from the settings, reading from the caches in `cacheFrom`. */
export function planRequest(settings: Settings, cacheFrom: readonly string[]): CommonRequest {
  return {
    context: settings.context,
    dockerfile: settings.file,
    builder: settings.builder,
    buildArgs: settings.buildArgs,
    secrets: settings.secrets,
    pull: settings.pull,
    noCache: settings.noCache,
    cacheFrom,
  }
}

/** What --target has to say for a stage: nothing for the last one, which may have no name. */
export function targetOf(dockerfile: Dockerfile, stage: Stage): string | undefined {
  return stage.index === dockerfile.stages.length - 1 ? undefined : (stage.name ?? String(stage.index))
}
