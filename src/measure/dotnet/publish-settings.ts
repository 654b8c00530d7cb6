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
  const configs = record.layers
    .slice(record.base?.layerCount ?? 0)
    .flatMap(({ content }) => content?.documents ?? [])
    .filter(({ path }) => path.endsWith('.runtimeconfig.json'))
    .flatMap(({ text }) => readRuntimeConfig(text) ?? [])
  const files = readOwnFiles(record)
  const hasSingleFile = files.some(({ owner }) => owner.owner.kind === 'single-file')
  const compiled = files
    .filter(({ owner }) => owner.owner.kind === 'project' && owner.trait.kind === 'assembly')
    .flatMap(({ isReadyToRun }) => isReadyToRun ?? [])
  const isKnown = configs.length > 0
  const all: [PublishSetting, isShown: boolean, isOn: boolean][] = [
    ['SelfContained', isKnown, configs.some(({ isSelfContained }) => isSelfContained)],
    ['PublishTrimmed', isKnown, configs.some(({ isTrimmed }) => isTrimmed)],
    ['InvariantGlobalization', isKnown, configs.some(({ isInvariant }) => isInvariant)],
    ['PublishSingleFile or PublishAot', isKnown || hasSingleFile, hasSingleFile],
    ['PublishReadyToRun', compiled.length > 0, compiled.includes(true)],
  ]
  return new Map(all.flatMap(([name, isShown, isOn]) => (isShown ? [[name, isOn] as const] : [])))
}
