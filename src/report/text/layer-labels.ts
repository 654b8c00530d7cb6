import { linkPlace, type Linked } from './links.ts'
import { code, cut } from './markdown.ts'
import type { ReportJson } from '../model/report-schema.ts'

type Layer = NonNullable<ReportJson['image']>['layers'][number]

/** What made a layer, as inline code. */
export function describeLayer(layer: Layer): string {
  return code(cut(layer.createdBy === '' ? layer.digest.slice(0, 19) : layer.createdBy, 100))
}

/** The line of the Dockerfile that made a layer, as a link where its commit is known, and the stage that its files come from. */
export function placeOf(layer: Layer | undefined, { file, source }: Linked): string {
  if (layer === undefined) return ''
  if (layer.isBase) return 'base image'
  const from = layer.copiedFrom === undefined ? '' : ` from ${code(layer.copiedFrom)}`
  const { line } = layer
  return line === undefined ? '' : `${linkPlace({ file, line }, source, `line ${line}`)}${from}`
}
