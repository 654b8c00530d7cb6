import * as v from 'valibot'
import { type OwnFile, partKey, partKinds } from '../measure/analyze/attribution.ts'
import type { Sizes } from './size-change.ts'
import { bytes, changeBytes, changes, said, text } from '../shared/schema-values.ts'

const head = { kind: v.picklist([...partKinds.options, 'recompressed']), name: v.string() }

/** What became of one file of the image's own layers. */
export const fileChangeSchema = v.object({
  kind: v.picklist(['added', 'removed', 'changed', 'renamed']),
  path: v.string(),
  pathBefore: text,
  /** It is or was a link, which has no size of its own. */
  isLink: v.optional(v.boolean()),
  beforeBytes: bytes,
  afterBytes: bytes,
  compressedChangeBytes: said(changeBytes, 'An estimate: a file of the same size may compress otherwise.'),
  part: v.object(head),
})

/** The same as a type. */
export type FileChange = v.InferOutput<typeof fileChangeSchema>

/** By how much a part of the image changed; all of them add up to the image's change exactly. */
export const partChangeSchema = v.object({
  ...head,
  /** Undefined where the part has no version, or was not there. */
  versionBefore: text,
  versionAfter: text,
  ...changes,
  /** Whether its compressed bytes are a share of what a layer changed by. */
  isEstimate: v.boolean(),
})

/** The same as a type. */
export type PartChange = v.InferOutput<typeof partChangeSchema>
type PartHead = FileChange['part']

/** A file that is not the same in two images: another one, a new one, or one that went away. */
export interface FilePair {
  before: OwnFile | undefined
  after: OwnFile | undefined
}

/** The files that differ: of one path, then of the same content, then what came and went. Each is looked at a fixed number of times. */
export function pairFiles(
  before: readonly OwnFile[],
  after: readonly OwnFile[],
): { pairs: FilePair[]; equal: FilePair[] } {
  const equal = matchBy((file) => `${contentOf(file)} ${file.path}`, before, after)
  const changed = matchBy(({ path }) => path, equal.before, equal.after)
  const renamed = matchBy(
    (file) => (file.sizeBytes > 0 && file.hash !== '' ? contentOf(file) : undefined),
    changed.before,
    changed.after,
  )
  const pairs = [
    ...changed.pairs,
    ...renamed.pairs,
    ...renamed.after.map((file) => ({ before: undefined, after: file })),
    ...renamed.before.map((file) => ({ before: file, after: undefined })),
  ]
  return { pairs, equal: equal.pairs }
}

/** Whether a pair is one file under two names. */
export function isRenamed({ before, after }: FilePair): boolean {
  return before !== undefined && after !== undefined && before.path !== after.path
}

function contentOf({ sizeBytes, hash }: OwnFile): string {
  return `${sizeBytes} ${hash}`
}

/** Pairs files that have the same key, in their order, and gives those that are left; one without a key is never paired. */
function matchBy(
  keyOf: (file: OwnFile) => string | undefined,
  before: readonly OwnFile[],
  after: readonly OwnFile[],
): { pairs: FilePair[]; before: OwnFile[]; after: OwnFile[] } {
  const waiting = new Map<string, OwnFile[]>()
  for (const file of [...before].reverse()) {
    const key = keyOf(file)
    if (key === undefined) continue
    const list = waiting.get(key)
    if (list === undefined) waiting.set(key, [file])
    else list.push(file)
  }
  const pairs: FilePair[] = []
  const taken = new Set<OwnFile>()
  const left = after.filter((file) => {
    const key = keyOf(file)
    const old = key === undefined ? undefined : waiting.get(key)?.pop()
    if (old === undefined) return true
    taken.add(old)
    pairs.push({ before: old, after: file })
    return false
  })
  return { pairs, before: before.filter((file) => !taken.has(file)), after: left }
}

/** The change of a pair in bytes; what only has another name changed by nothing. */
export function changeOfPair(pair: FilePair): Sizes {
  const { before, after } = pair
  if (isRenamed(pair)) return { compressedBytes: 0, uncompressedBytes: 0 }
  return {
    compressedBytes: (after?.compressedBytes ?? 0) - (before?.compressedBytes ?? 0),
    uncompressedBytes: (after?.sizeBytes ?? 0) - (before?.sizeBytes ?? 0),
  }
}

/** A pair with what it has of the image's change. */
export type ChangedPair = FilePair & { change: Sizes }

/** Words the pairs of all layers, the largest change first. */
export function describeFiles(pairs: readonly ChangedPair[]): FileChange[] {
  const changes = pairs.flatMap((pair): FileChange[] => {
    const { before, after, change } = pair
    const file = after ?? before
    if (file === undefined) return []
    const { kind, name } = file.part
    return [
      {
        kind:
          before === undefined
            ? 'added'
            : after === undefined
              ? 'removed'
              : isRenamed(pair)
                ? 'renamed'
                : 'changed',
        path: file.path,
        pathBefore: isRenamed(pair) ? before?.path : undefined,
        isLink: [before, after].some((one) => one?.hash === '') || undefined,
        beforeBytes: before?.sizeBytes ?? 0,
        afterBytes: after?.sizeBytes ?? 0,
        compressedChangeBytes: change.compressedBytes,
        part: { kind, name },
      },
    ]
  })
  return changes.sort((a, b) => weightOf(b) - weightOf(a))
}

function weightOf({ afterBytes, beforeBytes, compressedChangeBytes }: FileChange): number {
  return Math.max(Math.abs(afterBytes - beforeBytes), Math.abs(compressedChangeBytes))
}

/** Adds up the changes of a comparison, part by part. */
export class PartLedger {
  readonly #parts = new Map<string, PartChange>()

  /** Adds bytes to a part; `isEstimate` where the compressed ones are a share. */
  add({ kind, name }: PartHead, delta: Sizes, isEstimate: boolean): void {
    const key = keyOf({ kind, name })
    const part = this.#parts.get(key) ?? {
      kind,
      name,
      compressedChangeBytes: 0,
      uncompressedChangeBytes: 0,
      isEstimate,
    }
    part.compressedChangeBytes += delta.compressedBytes
    part.uncompressedChangeBytes += delta.uncompressedBytes
    this.#parts.set(key, part)
  }

  /** All parts that something was added to, also when it came to nothing. */
  parts(): PartChange[] {
    return [...this.#parts.values()]
  }
}

/** What tells parts from each other; see `partKey`. */
export function keyOf({ kind, name }: PartHead): string {
  return kind === 'recompressed' ? kind : partKey({ kind, name })
}
