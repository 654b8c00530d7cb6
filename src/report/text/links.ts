import { cutText } from '../../shared/text.ts'
import { code } from './markdown.ts'
import type { ReportJson } from '../model/report-schema.ts'
import { formatPlace } from '../../shared/errors.ts'

type Layer = NonNullable<ReportJson['image']>['layers'][number]

/** What made a layer, as inline code. */
export function describeLayer(layer: Layer): string {
  return code(cutText(layer.createdBy === '' ? layer.digest.slice(0, 19) : layer.createdBy, 100))
}

/** The line of the Dockerfile that made a layer, as a link where its commit is known, and the stage that its files come from. */
export function placeOf(layer: Layer | undefined, { file, source }: Linked): string {
  if (layer === undefined) return ''
  if (layer.isBase) return 'base image'
  const from = layer.copiedFrom === undefined ? '' : ` from ${code(layer.copiedFrom)}`
  const { line } = layer
  return line === undefined ? '' : `${linkPlace({ file, line }, source, `line ${line}`)}${from}`
}

/** What a report knows of where its files are: its Dockerfile, and the commit in its repository. */
type Linked = Pick<ReportJson, 'file' | 'source'>

/**
 * A place of the checkout as inline code; where its commit is known, as a link to that line. `label` stands for it where the file
 * is plain from the surroundings.
 */
export function linkPlace(
  place: { file: string; line?: number | undefined },
  source: ReportJson['source'],
  label?: string,
): string {
  const shown = label ?? code(formatPlace(place))
  if (source === undefined || !isInCheckout(place.file)) return shown
  const path = place.file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  const line = place.line === undefined ? '' : `#L${place.line}`
  return `<a href="${source.repository}/blob/${source.commit}/${path}${line}">${shown}</a>`
}

function isInCheckout(file: string): boolean {
  return (
    file.length < 500 &&
    !file.startsWith('/') &&
    !file.split('/').some((part) => ['', '.', '..'].includes(part))
  )
}
