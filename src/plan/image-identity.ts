import { createHash } from 'node:crypto'
import { basename, relative, sep } from 'node:path'
import { isSecret } from '../inputs/secrets.ts'
import type { Settings } from '../inputs/settings.ts'
import { stageLabel, type Dockerfile, type Stage } from './dockerfile/parse-dockerfile.ts'

/** Which image a measurement is of; the build arguments tell two builds of it apart, not two images. */
export interface ImageIdentity {
  /** The image's name in reports and baselines. */
  imageKey: string
  /** The Dockerfile, relative to the build context. */
  file: string
  /** The stage that ships, as `stageLabel` gives it; empty for a last one without a name, whose number a new stage would change. */
  target: string
  /** By name, each with the beginning of its value's hash: too short to tell the value, empty where that looks like a secret. */
  buildArgs: [name: string, valueHash: string][]
}

/** The identity of the image that a stage is built to. */
export function identityOf(
  settings: Settings,
  final: Pick<Stage, 'name' | 'index'>,
  { stages }: Pick<Dockerfile, 'stages'>,
): ImageIdentity {
  const isPlain = final.name === undefined && final.index === stages.length - 1
  const target = isPlain ? '' : stageLabel(final)
  return {
    imageKey: settings.imageKey ?? defaultImageKey(settings, target),
    file: relative(settings.context, settings.file).split(sep).join('/'),
    target,
    buildArgs: [...new Map(settings.buildArgs.map(hashValue))].sort(([a], [b]) => (a < b ? -1 : 1)),
  }
}

function hashValue(arg: readonly [name: string, value: string]): [string, string] {
  const hash = createHash('sha256').update(arg[1]).digest('hex')
  return [arg[0], isSecret(arg) ? '' : hash.slice(0, 8)]
}

/** The names of build arguments that came, went or have another value; of secrets only whether they came or went. */
export function changedBuildArgs(
  before: Pick<ImageIdentity, 'buildArgs'>,
  after: Pick<ImageIdentity, 'buildArgs'>,
): string[] {
  const [then, now] = [new Map(before.buildArgs), new Map(after.buildArgs)]
  const names = [...new Set([...then.keys(), ...now.keys()])].sort()
  return names.filter((name) => then.get(name) !== now.get(name))
}

/** The image's name, the first tag without its tag part, else the path of the Dockerfile, without the name that it mostly has, and the stage. */
function defaultImageKey({ imageNames, tags, fileShown, workspace }: Settings, target: string): string {
  const firstTag = imageNames[0] ?? tags[0]
  if (firstTag !== undefined) return firstTag.replace(/:[^:/]+$/, '')
  const place = fileShown.replace(/(?:^|\/)Dockerfile$/, '') || basename(workspace)
  return target === '' ? place : `${place}:${target}`
}
