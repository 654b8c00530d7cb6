import type { Dockerfile } from '../../plan/dockerfile/parse-dockerfile.ts'
import { formatSize } from '../../shared/format.ts'
import type { ImageFacts, ImageFile } from './image-facts.ts'

/** What is less is not worth a line of the report. */
export const minAdvisedBytes = 100_000
const maxEvidence = 5

/** Advice on files that need not be there; none below 100 kB. `title` gets their size in words; the place is the line that brings most of them. */
export function adviceOnFiles(
  facts: ImageFacts,
  files: readonly ImageFile[],
  { id, title, fix, link }: Pick<Advice, 'id' | 'fix' | 'link'> & { title: (size: string) => string },
): Advice[] {
  const { uncompressedBytes, compressedBytes } = sumOf(files)
  if (uncompressedBytes < minAdvisedBytes) return []
  return [
    {
      id,
      title: title(`${formatSize(uncompressedBytes)} (about ${formatSize(compressedBytes)} compressed)`),
      uncompressedBytes,
      compressedBytes,
      evidence: evidenceOf(files),
      place: placeOf(facts, heaviestLayer(files)),
      fix,
      link,
    },
  ]
}

/** The largest files with their sizes, at most five. */
export function evidenceOf(files: readonly Pick<ImageFile, 'path' | 'sizeBytes'>[]): string[] {
  return [...files]
    .sort((a, b) => b.sizeBytes - a.sizeBytes)
    .slice(0, maxEvidence)
    .map(({ path, sizeBytes }) => `${path} (${formatSize(sizeBytes)})`)
}

/** A line of the Dockerfile as evidence, cut where it is long. */
export function evidenceAt({ shown }: Dockerfile, line: number, written: string): string {
  return `${shown}:${line} ${written.slice(0, 200)}`
}

/** The layer that most bytes of these files are in. */
export function heaviestLayer(files: readonly ImageFile[]): number | undefined {
  return [...bytesByLayer(files)].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** The bytes of files in each layer. */
export function bytesByLayer(files: readonly ImageFile[]): Map<number, number> {
  const bytes = new Map<number, number>()
  for (const { layer, sizeBytes } of files) bytes.set(layer, (bytes.get(layer) ?? 0) + sizeBytes)
  return bytes
}

/** The line of the Dockerfile that made a layer; for one of the base image that of its FROM. */
export function placeOf(
  { record, dockerfile, ownFrom, root }: ImageFacts,
  layer: number | undefined,
): Advice['place'] {
  if (layer === undefined) return undefined
  const line = layer < ownFrom ? root.firstLine : record.layers[layer]?.line
  return line === undefined ? undefined : { file: dockerfile.shown, line }
}

/** The bytes of files together. */
export function sumOf(files: readonly ImageFile[]): { uncompressedBytes: number; compressedBytes: number } {
  return {
    uncompressedBytes: files.reduce((all, { sizeBytes }) => all + sizeBytes, 0),
    compressedBytes: files.reduce((all, { compressedBytes }) => all + compressedBytes, 0),
  }
}

/** One thing that can be made better, and what it is worth. Names in it come from the image and may be hostile. */
export interface Advice {
  /** The rule that it comes from, in kebab-case. Of most rules there is one advice, of some one for each place. */
  id: string
  /** One sentence, with the figures. */
  title: string
  /** Missing where it is not about bytes, or nobody can say how many. */
  uncompressedBytes?: number
  /** An estimate: the files' share of their layers' compressed bytes, in proportion to their sizes. */
  compressedBytes?: number
  /** What it was seen by, at most five: paths with sizes, or lines of the Dockerfile. */
  evidence: string[]
  /** The line of the Dockerfile that brings it in. */
  place: { file: string; line: number } | undefined
  /** What to write, ready to be pasted. */
  fix: string
  /** The vendor's page about it. */
  link: string
}

/** Looks at an image for one thing. Gives nothing where it is not there, or where the facts to tell are missing. */
export type Rule = (facts: ImageFacts) => Advice[]
