import type { BuildRequest } from '../docker/build-request.ts'
import type { Settings } from '../inputs/settings.ts'

/** What every build of the job has in common; file, target and secrets come from `writeDockerfiles`. */
export type CommonRequest = Omit<
  BuildRequest,
  'dockerfile' | 'target' | 'secrets' | 'outputs' | 'tags' | 'cacheTo' | 'metadataFile'
>

/** The part of the builds that comes from the settings, reading from the caches in `cacheFrom`. */
export function planRequest(settings: Settings, cacheFrom: readonly string[]): CommonRequest {
  return {
    context: settings.context,
    builder: settings.builder,
    buildArgs: settings.buildArgs,
    pull: settings.pull,
    noCache: settings.noCache,
    cacheFrom,
  }
}
