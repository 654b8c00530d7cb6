import { onceFor } from '../../shared/once-for.ts'
import { readOwnFiles } from '../analyze/attribution.ts'
import type { ImageRecord } from '../record/image-record.ts'
import { readRuntimeConfig } from './json-documents.ts'

/** The settings of `dotnet publish` that an image shows, as a project names them; one file may be either of two. */
export const publishSettings = [
  'SelfContained',
  'PublishSingleFile or PublishAot',
  'PublishTrimmed',
  'PublishReadyToRun',
  'InvariantGlobalization',
] as const

/** A setting of `dotnet publish`. */
export type PublishSetting = (typeof publishSettings)[number]

/** How the applications of an image were published; a setting that it does not show is not there. */
export const readPublishSettings = onceFor(readSettings)

function readSettings(record: ImageRecord): Map<PublishSetting, boolean> {
  const settings = new Map<PublishSetting, boolean>()
  const own = record.layers.slice(record.base?.layerCount ?? 0)
  const configs = own
    .flatMap(({ content }) => content?.documents ?? [])
    .filter(({ path }) => path.endsWith('.runtimeconfig.json'))
    .flatMap(({ text }) => readRuntimeConfig(text) ?? [])
  if (configs.length > 0) {
    settings.set(
      'SelfContained',
      configs.some(({ isSelfContained }) => isSelfContained),
    )
    settings.set(
      'PublishTrimmed',
      configs.some(({ isTrimmed }) => isTrimmed),
    )
    settings.set(
      'InvariantGlobalization',
      configs.some(({ isInvariant }) => isInvariant),
    )
  }
  const files = readOwnFiles(record)
  const hasSingleFile = files.some(({ owner }) => owner.owner.kind === 'single-file')
  if (configs.length > 0 || hasSingleFile) settings.set('PublishSingleFile or PublishAot', hasSingleFile)
  const assemblies = files.filter(
    ({ owner }) => owner.owner.kind === 'project' && owner.trait.kind === 'assembly',
  )
  const told = assemblies.filter(({ isReadyToRun }) => isReadyToRun !== undefined)
  if (told.length > 0)
    settings.set(
      'PublishReadyToRun',
      told.some(({ isReadyToRun }) => isReadyToRun),
    )
  return settings
}
