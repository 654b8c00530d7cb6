import { type LayerChange, layerChangeBytes } from '../../compare/compare-contents.ts'
import { changeOf } from '../../compare/size-change.ts'
import type { SizeMetric } from '../../inputs/settings.ts'
import type { LayerRecord } from '../../measure/record/image-record.ts'
import type { ReportJson } from '../model/report-schema.ts'

type Comparison = NonNullable<ReportJson['comparison']>
type PartChange = Comparison['parts'][number]
type FileChange = Comparison['files'][number]

type LayerHead = Pick<LayerRecord, 'createdBy' | 'compressedBytes' | 'uncompressedBytes'> | undefined

/** What a comparison says of files and layers, in report.json and before. */
export interface Changes {
  files: readonly FileChange[]
  layers: readonly { kind: LayerChange['kind']; before?: LayerHead; after?: LayerHead }[]
}

/** What a change comes from, in bytes, or in files where these are counted. */
export interface Source {
  name: string
  change: number
}

/** A file or folder, and how much came to it and went from it in all. */
interface Place extends Source {
  moved: number
}

/** Of other parts the folder is known by what they are. */
const inFolders = new Set<PartChange['kind']>(['other', 'static-web-assets'])

/** The RUN, file or folder that a part's change comes from; of files that are no part of .NET at least the one that has most of it. */
export function sourceOf(
  part: PartChange,
  { files, layers }: Changes,
  metric: SizeMetric,
): Source | undefined {
  const { kind, name } = part
  const own = files.filter((file) => file.part.kind === kind && file.part.name === name)
  const places = placesOf(own, inFolders.has(kind), (file) => changeOfFile(file, metric))
  const total = changeOf(part, metric)
  if (kind !== 'other') return smallestOf(places, total)
  const runs = layers
    .map((layer) => ({
      name: (layer.after ?? layer.before)?.createdBy ?? '',
      change: layerChangeBytes(layer, metric),
    }))
    .filter((run) => run.name.startsWith('RUN ') && run.change / total <= maxRatio)
  const whole = runs.find(({ change }) => isAsMuch(change, total)) ?? smallestOf(places, total)
  if (whole !== undefined) return whole
  const [most] = [...runs, ...places.filter((place) => /^[^/]+\/?$/.test(place.name))].sort(
    (a, b) => (b.change - a.change) * Math.sign(total),
  )
  // Where many places have little each, none of them is the reason.
  if (most === undefined || most.change / total < minShare) return undefined
  return smallestOf(places, most.change, most.name) ?? most
}

/** The files, at least two, whose headers make the archives larger or smaller, by their count; with the folder that most of them are in. */
export function sourceOfHeaders(
  part: PartChange,
  { files }: Changes,
  metric: SizeMetric,
): Source | undefined {
  const counts = { added: 1, removed: -1, changed: 0, renamed: 0 }
  const places = placesOf(files, true, ({ kind }) => counts[kind])
  const total = files.reduce((sum, { kind }) => sum + counts[kind], 0)
  if (total * changeOf(part, metric) <= 0 || Math.abs(total) < 2) return undefined
  return { name: smallestOf(places, total)?.name ?? '', change: total }
}

/** Each file and, with a slash at its end, each folder with what it changed by. */
function placesOf(
  files: readonly FileChange[],
  withFolders: boolean,
  changeIn: (file: FileChange) => number,
): Place[] {
  const places = new Map<string, Place>()
  for (const file of files) {
    const change = changeIn(file)
    const slashes = withFolders ? [...file.path.matchAll(/\//g)].slice(0, maxDepth) : []
    for (const name of ['', ...slashes.map(({ index }) => file.path.slice(0, index + 1)), file.path]) {
      const place = places.get(name) ?? { name, change: 0, moved: 0 }
      place.change += change
      place.moved += Math.abs(change)
      places.set(name, place)
    }
  }
  return [...places.values()]
}

/** The smallest place that changed by as much as all within a folder, where what else came and went is little: a file may be as large by chance. */
function smallestOf(places: readonly Place[], total: number, within = ''): Source | undefined {
  const moved = places.find(({ name }) => name === within)?.moved ?? 0
  return places
    .filter(
      (place) =>
        place.name !== '' &&
        place.name.startsWith(within) &&
        isAsMuch(place.change, total) &&
        moved - place.moved <= Math.abs(total) * (maxRatio - 1),
    )
    .sort((one, other) => other.name.length - one.name.length)[0]
}

/** Of places that changed by less than all, one is named that has at least this share. */
const minShare = 1 / 3
/** A place is named for a change where what it changed by is as much, within this. */
const maxRatio = 1.25

function isAsMuch(change: number, total: number): boolean {
  const ratio = change / total
  return ratio >= 1 / maxRatio && ratio <= maxRatio
}

/** Deeper folders are not told apart. */
const maxDepth = 16

/** By how much a file changed in the metric. */
export function changeOfFile(file: FileChange, metric: SizeMetric): number {
  return metric === 'compressed' ? file.compressedChangeBytes : file.afterBytes - file.beforeBytes
}
