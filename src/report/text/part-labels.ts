import { changeOf, countsAsNone } from '../../compare/size-change.ts'
import type { SizeMetric } from '../../inputs/settings.ts'
import { cultureOf } from '../../measure/dotnet/owners.ts'
import { capitalize, joinParts, listWords, plural } from '../../shared/format.ts'
import { cutText } from '../../shared/text.ts'
import { changeOfFile, type Changes, type Source, sourceOf, sourceOfHeaders } from './change-source.ts'
import { formatChange } from './format.ts'
import type { ReportJson } from '../model/report-schema.ts'

type Comparison = NonNullable<ReportJson['comparison']>
type PartChange = Comparison['parts'][number]
type FileChange = Comparison['files'][number]

/** Makes a foreign name fit for the report: inline code in Markdown, a cleaned line in a terminal. */
export type Quote = (name: string) => string

/** The parts whose change does not count as none, or that have another version, the largest first. */
export function changedParts(comparison: Comparison, metric: SizeMetric): PartChange[] {
  return comparison.parts
    .filter(
      (part) =>
        !countsAsNone(part.compressedChangeBytes, comparison) ||
        !countsAsNone(part.uncompressedChangeBytes, comparison) ||
        part.versionBefore !== part.versionAfter,
    )
    .sort((a, b) => Math.abs(changeOf(b, metric)) - Math.abs(changeOf(a, metric)))
}

const partNames: Record<FileChange['part']['kind'], (name: string, quote: Quote) => string> = {
  base: (name, quote) => `base image ${quote(name)}`,
  package: (name, quote) => `package ${quote(name)}`,
  project: (name, quote) => `project ${quote(name)}`,
  runtime: (name, quote) => `.NET runtime ${quote(name)}`,
  'single-file': (name, quote) => `single-file app ${quote(name)}`,
  'static-web-assets': (name, quote) => `static web assets ${quote(name)}`.trimEnd(),
  other: () => 'other files',
  repeated: (name, quote) => `files written again by ${quote(cutText(name, 80))}`,
  unlisted: (name, quote) => `layer ${quote(cutText(name, 80))}, not listed`,
  archive: () => 'folders and tar headers',
  config: () => 'the image’s config',
  recompressed: () => 'recompressed, same content',
}

/** What people call a part of an image: `package Newtonsoft.Json`, `base image mcr…/aspnet:10.0`. */
export function namePart({ kind, name }: FileChange['part'], quote: Quote): string {
  return partNames[kind](name, quote)
}

/** How a part's version changed: `13.0.1 → 13.0.3`, `13.0.3 (new)`, `removed`; empty when there is nothing to say. */
export function describeVersions({ kind, versionBefore, versionAfter }: PartChange, quote: Quote): string {
  const prefix = kind === 'base' ? '.NET ' : ''
  if (versionBefore === undefined && versionAfter === undefined) return ''
  if (versionAfter === undefined) return kind === 'base' ? '' : `${quote(versionBefore ?? '')} (removed)`
  if (versionBefore === undefined && kind !== 'base') return `${quote(versionAfter)} (new)`
  if (versionBefore === undefined || versionBefore === versionAfter) return `${prefix}${quote(versionAfter)}`
  return `${prefix}${quote(`${versionBefore} → ${versionAfter}`)}`
}

/** Why the size changed, as prose: base image and your layers apart where both did, and the largest cause by name; empty where nothing did. */
export function describeReason(
  comparison: Omit<Comparison, 'compressedChangeBytes' | 'uncompressedChangeBytes'>,
  metric: SizeMetric,
  quote: Quote,
): string {
  if (comparison.isBelowMinChange) return ''
  const cause = describeCause(comparison, metric, quote)
  return joinParts(' ', [describePublish(comparison.publishChanges, quote), cause])
}

/** How the application is published now and was not before, in the words of its project file; empty where that is the same. */
export function describePublish(changes: Comparison['publishChanges'], quote: Quote): string {
  const sentence = (start: string, isOn: boolean): string[] => {
    const settings = (changes ?? []).filter((change) => change.isOn === isOn)
    const words = settings.map(({ setting }) => setting.split(' or ').map(quote).join(' or '))
    return words.length === 0 ? [] : [`${start} with ${listWords(words)}.`]
  }
  return [...sentence('Now published', true), ...sentence('No longer published', false)].join(' ')
}

function describeCause(
  comparison: Parameters<typeof describeReason>[0],
  metric: SizeMetric,
  quote: Quote,
): string {
  const { parts, files, minChangeBytes } = comparison
  // What was only compressed otherwise is no cause.
  const changed = parts.filter(
    (part) => part.kind !== 'recompressed' && !countsAsNone(changeOf(part, metric), { minChangeBytes }),
  )
  const base = changed.find((part) => part.kind === 'base')
  const own = changed.filter((part) => part !== base)
  const [only, ...others] = changed
  if (only?.kind === 'config' && others.length === 0)
    return `Only the image’s config changed, such as its environment or labels: ${formatChange(changeOf(only, metric))}.`
  const ownChange = own.reduce((sum, part) => sum + changeOf(part, metric), 0)
  const largest = largestOf(own, ownChange, metric)
  const cause =
    largest && (languagesAbove(largest, files, metric) ?? describePart(largest, comparison, metric, quote))
  if (base === undefined) return cause === undefined ? '' : `Largest cause: ${cause}.`
  const ofBase = `${capitalize(describePart(base, comparison, metric, quote))}.`
  if (cause === undefined) return `${ofBase} Your layers: no change.`
  return `${ofBase} Your layers: ${formatChange(ownChange)}, largest cause: ${cause}.`
}

/** The satellite assemblies that came or went, where together they are as much as the largest part: often each is a package of its own. */
function languagesAbove(
  largest: PartChange,
  files: readonly FileChange[],
  metric: SizeMetric,
): string | undefined {
  const isNew = changeOf(largest, metric) > 0
  const texts = files.filter(
    ({ kind, path, part }) =>
      kind === (isNew ? 'added' : 'removed') && part.kind !== 'single-file' && cultureOf(path) !== undefined,
  )
  const languages = new Set(texts.map(({ path }) => cultureOf(path)))
  const changeBytes = texts.reduce((sum, file) => sum + changeOfFile(file, metric), 0)
  if (languages.size < 2 || Math.abs(changeBytes) < 0.9 * Math.abs(changeOf(largest, metric)))
    return undefined
  return `texts in ${languages.size} languages (${isNew ? 'new' : 'removed'}) ${formatChange(changeBytes)}`
}

/** The part that moved the size furthest in the direction in which it went. */
function largestOf(parts: readonly PartChange[], total: number, metric: SizeMetric): PartChange | undefined {
  const sign = total < 0 ? -1 : 1
  return [...parts].sort((a, b) => sign * (changeOf(b, metric) - changeOf(a, metric)))[0]
}

/**
 * A part with its versions and its change. Where no other version tells why, with the RUN, file or folder that it comes from: `RUN apt-get install curl
 * +4.01 MB`, `app/seed.json +705.00 kB`, `project Shop (app/Shop.pdb) +203.52 kB`.
 */
export function describePart(part: PartChange, changes: Changes, metric: SizeMetric, quote: Quote): string {
  const { kind, name, versionBefore, versionAfter } = part
  const change = formatChange(changeOf(part, metric))
  if (kind === 'archive')
    return joinParts(' ', [
      namePart(part, quote),
      describeHeaders(sourceOfHeaders(part, changes, metric), quote),
      change,
    ])
  const isTold = kind === 'repeated' || versionBefore !== versionAfter
  const source = isTold ? undefined : sourceOf(part, changes, metric)
  if (kind === 'other' && source !== undefined)
    return `${quote(cutText(source.name, 80))} ${formatChange(source.change)}`
  // That code grew needs no name of its assembly or program.
  const isOwn = [name, `${name}.dll`].some((own) => `/${source?.name}`.endsWith(`/${own}`))
  const where = source === undefined || isOwn ? '' : `(${quote(source.name)})`
  return joinParts(' ', [namePart(part, quote), describeVersions(part, quote), where, change])
}

/** Whose headers came or went: `of 18,000 new files in app/node_modules/`. */
function describeHeaders(source: Source | undefined, quote: Quote): string {
  if (source === undefined) return ''
  const { name, change } = source
  const what = plural(Math.abs(change), change > 0 ? 'new file' : 'removed file')
  return `of ${what}${name === '' ? '' : ` in ${quote(name)}`}`
}
