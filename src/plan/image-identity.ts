import { createHash } from 'node:crypto'
import { basename, relative, sep } from 'node:path'
import type { Settings } from '../inputs/settings.ts'

/** What two measurements must share to be of the same image. */
export interface ImageIdentity {
  /** The image's name in reports and baselines. */
  imageKey: string
  /** The Dockerfile, relative to the build context. */
  file: string
  /** The stage that ships, as `stageLabel` gives it. */
  target: string
  /** A hash that differs when the build arguments do; their values may be secret. */
  buildArgsDigest: string
}

/** The identity of the image that a stage is built to. */
export function identityOf(settings: Settings, target: string): ImageIdentity {
  const sorted = [...settings.buildArgs].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    imageKey: settings.imageKey ?? defaultImageKey(settings, target),
    file: relative(settings.context, settings.file).split(sep).join('/'),
    target,
    buildArgsDigest: createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 16),
  }
}

/** The first tag without its tag part, else the folder of the Dockerfile with the stage. */
function defaultImageKey({ tags, fileShown, workspace }: Settings, target: string): string {
  const [firstTag] = tags
  if (firstTag !== undefined) return firstTag.replace(/:[^:/]+$/, '')
  return `${fileShown.replace(/\/?[^/]+$/, '') || basename(workspace)}:${target}`
}
