import * as v from 'valibot'
import { count, sizes, text } from '../../shared/schema-values.ts'
import { onceFor } from '../../shared/once-for.ts'
import { ownersOf, type FileOwner } from '../dotnet/owners.ts'
import type { ImageRecord, LayerContent, LayerRecord } from '../record/image-record.ts'

/** One file of the image's own layers. */
export interface OwnFile {
  path: string
  sizeBytes: number
  hash: string
  /** Number of its layer, from the lowest up. */
  layer: number
  owner: FileOwner
  /** The part of the image that it counts for. */
  part: PartHead
  /** Number of the layer that has the same file already, so that it is in the image twice. */
  repeats: number | undefined
  /** Whether it is an assembly with machine code beside its IL; undefined where nobody looked. */
  isReadyToRun: boolean | undefined
  /** What it took of the layer's compressed bytes: an estimate, exact to some kilobytes. */
  compressedBytes: number
}

/** What a part of the image is: the base image, something of .NET's, or what archives and configs cost by themselves. */
export const partKinds = v.picklist([
  'base',
  'package',
  'project',
  'runtime',
  'single-file',
  'static-web-assets',
  'other',
  'repeated',
  'archive',
  'unlisted',
  'config',
])

/** A part of the image; all parts add up to its compressed and uncompressed size exactly. */
export const partSchema = v.object({
  kind: partKinds,
  name: v.string(),
  version: text,
  fileCount: count,
  ...sizes,
  /** Whether its compressed bytes are its files' share of a layer. */
  isEstimate: v.boolean(),
})

/** A part of the image. */
export type Part = v.InferOutput<typeof partSchema>

/** What a part is called. */
export type PartHead = Pick<Part, 'kind' | 'name' | 'version'>

/** The files of the image's own layers, each with its owner and its share of the compressed bytes. */
export const readOwnFiles = onceFor(listOwnFiles)

function listOwnFiles({ layers, base }: ImageRecord): readonly OwnFile[] {
  const ownFrom = base?.layerCount ?? 0
  const own = layers.slice(ownFrom).flatMap(({ content }, place) => {
    const compiled = content?.readyToRun && new Set(content.readyToRun)
    return (content?.files ?? []).map((file, number) => {
      return { file, index: ownFrom + place, isReadyToRun: compiled?.has(number) }
    })
  })
  const documents = layers.slice(ownFrom).flatMap((layer) => layer.content?.documents ?? [])
  const owners = ownersOf(
    own.map(({ file: [path, sizeBytes] }) => ({ path, sizeBytes })),
    documents,
  )
  const below = layersBelow(layers, ownFrom)
  return own.map(({ file, index, isReadyToRun }, position) => {
    const [path, sizeBytes, hash, compressedBytes] = file
    const owner: FileOwner = owners[position] ?? { owner: { kind: 'other' }, trait: { kind: 'other' } }
    const repeats = below[index]?.get(file)
    const part =
      repeats === undefined || sizeBytes === 0
        ? describeOwner(owner)
        : ({ kind: 'repeated', name: layers[index]?.createdBy ?? '', version: undefined } as const)
    return { path, sizeBytes, hash, layer: index, owner, part, repeats, isReadyToRun, compressedBytes }
  })
}

/** What is known exactly, and not as the share of a layer that files have. */
const exactKinds = new Set<Part['kind']>(['base', 'unlisted', 'config', 'archive'])

/** The parts that an image consists of, the largest first. */
export function readParts(record: ImageRecord): Part[] {
  const { base, layers, configBytes } = record
  const parts = new Map<string, Part>()
  const none = { fileCount: 0, compressedBytes: 0, uncompressedBytes: 0 }
  // What no part accounts for is what archives take by themselves.
  const left = { compressedBytes: record.compressedBytes, uncompressedBytes: record.uncompressedBytes }
  const add = (head: PartHead, of: Partial<typeof none>): void => {
    const key = partKey(head)
    const part = parts.get(key) ?? { ...head, ...none, isEstimate: !exactKinds.has(head.kind) }
    const { fileCount, compressedBytes, uncompressedBytes } = { ...none, ...of }
    part.fileCount += fileCount
    part.compressedBytes += compressedBytes
    part.uncompressedBytes += uncompressedBytes
    left.compressedBytes -= compressedBytes
    left.uncompressedBytes -= uncompressedBytes
    parts.set(key, part)
  }
  const basePart = { kind: 'base', name: base?.name ?? '', version: base?.dotnetVersion } as const
  for (const [index, { compressedBytes, uncompressedBytes, content, createdBy }] of layers.entries()) {
    const sizes = { compressedBytes, uncompressedBytes }
    if (index < (base?.layerCount ?? 0)) add(basePart, { ...sizes, fileCount: content?.files.length ?? 0 })
    else if (content === undefined) add({ kind: 'unlisted', name: createdBy, version: undefined }, sizes)
  }
  for (const { part, compressedBytes, sizeBytes } of readOwnFiles(record))
    add(part, { fileCount: 1, compressedBytes, uncompressedBytes: sizeBytes })
  add(configPart, { compressedBytes: configBytes })
  if (left.compressedBytes !== 0 || left.uncompressedBytes !== 0) add(archivePart, { ...left })
  const versions = readVersions(record)
  return [...parts]
    .map(([key, part]): Part => ({ ...part, version: versions.get(key) }))
    .sort((a, b) => b.compressedBytes - a.compressedBytes || b.uncompressedBytes - a.uncompressedBytes)
}

/** The versions of each part that has some, by its key: two applications of an image may bring one package in two of them. */
export function readVersions(record: ImageRecord): Map<string, string> {
  const { base } = record
  const heads: PartHead[] = [
    ...readOwnFiles(record).map(({ part }) => part),
    { kind: 'base', name: base?.name ?? '', version: base?.dotnetVersion },
  ]
  const versions = new Map<string, Set<string>>()
  for (const { version, ...head } of heads) {
    if (version === undefined) continue
    const key = partKey(head)
    versions.set(key, (versions.get(key) ?? new Set()).add(version))
  }
  const inOrder = (some: Set<string>): string[] =>
    [...some].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  return new Map([...versions].map(([key, some]) => [key, inOrder(some).join(', ')]))
}

/** What the tar format itself takes: headers, padding, folders, and layers that hold nothing else. */
export const archivePart = { kind: 'archive', name: '', version: undefined } as const
/** The image's config. */
export const configPart = { kind: 'config', name: '', version: undefined } as const

function describeOwner({ owner, trait }: FileOwner): PartHead {
  const name = 'name' in owner ? owner.name : ''
  // A package for each language, such as Humanizer.Core.de, would be some fifty parts.
  const language = trait.kind === 'satellite' && owner.kind === 'package' ? `.${trait.culture}` : undefined
  const isOfLanguage = language !== undefined && name.toLowerCase().endsWith(language.toLowerCase())
  return {
    kind: owner.kind,
    name: isOfLanguage ? `${name.slice(0, -language.length)}.*` : name,
    version: 'version' in owner ? owner.version : undefined,
  }
}

/** What tells parts of one image from each other; a package in two versions is one part, and NuGet knows no case in names. */
export function partKey({ kind, name }: Pick<Part, 'kind' | 'name'>): string {
  if (kind === 'package') return `${kind} ${name.toLowerCase()}`
  return kind === 'base' || kind === 'config' || kind === 'archive' ? kind : `${kind} ${name}`
}

type FileEntry = LayerContent['files'][number]

/**
 * The files of own layers that the image has twice, layer by layer, each with the number of the layer below that has the same one: `chown -R` and
 * `chmod -R` write whole files again. Of the base image's files no hash is known; with the same size they count in a layer that
 * changes owners or rights.
 */
function layersBelow(layers: readonly LayerRecord[], ownFrom: number): Map<FileEntry, number>[] {
  const last = new Map<string, { file: FileEntry; layer: number }>()
  return layers.map(({ content, createdBy }, layer) => {
    const repeated = new Map<FileEntry, number>()
    const changesRights = /\bch(?:own|mod|grp)\b/.test(createdBy)
    for (const file of content?.files ?? []) {
      const [path, sizeBytes, hash] = file
      const below = last.get(path)
      last.set(path, { file, layer })
      if (layer < ownFrom || below === undefined || below.layer === layer || below.file[1] !== sizeBytes)
        continue
      const isSame = below.layer < ownFrom ? changesRights : below.file[2] === hash
      if (isSame) repeated.set(file, below.layer)
    }
    return repeated
  })
}
