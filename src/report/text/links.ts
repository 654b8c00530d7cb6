import { formatPlace } from '../../shared/errors.ts'
import { code } from './markdown.ts'
import type { ReportJson } from '../model/report-schema.ts'

/** What a report knows of where its files are: its Dockerfile, and the commit in its repository. */
export type Linked = Pick<ReportJson, 'file' | 'source'>

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
