import { describeOwner, type OwnFile } from '../measure/analyze/attribution.ts'
import type { PartHead } from './part-ledger.ts'

/** What became of one file of the image's own layers. */
export interface FileChange {
  kind: 'added' | 'removed' | 'changed' | 'renamed'
  path: string
  /** Where a renamed file was. */
  pathBefore: string | undefined
  beforeBytes: number
  afterBytes: number
  /** The part that it belongs to. */
  part: PartHead
}

/** A file that is not the same in two layers: another one, a new one, or one that went away. */
export interface FilePair {
  before: OwnFile | undefined
  after: OwnFile | undefined
}

/** The files that differ between two layers, by path; those with the same content under another name are paired too. */
export function pairFiles(before: readonly OwnFile[], after: readonly OwnFile[]): FilePair[] {
  const old = new Map(before.map((file) => [file.path, file]))
  const now = new Map(after.map((file) => [file.path, file]))
  const changed = after.flatMap((file): FilePair[] => {
    const was = old.get(file.path)
    if (was === undefined || isSame(was, file)) return []
    return [{ before: was, after: file }]
  })
  const gone = before.filter((file) => !now.has(file.path))
  const added = after
    .filter((file) => !old.has(file.path))
    .map((file): FilePair => {
      const at = gone.findIndex((one) => isSame(one, file) && file.sizeBytes > 0 && file.hash !== '')
      return { before: at < 0 ? undefined : gone.splice(at, 1)[0], after: file }
    })
  return [...changed, ...added, ...gone.map((file): FilePair => ({ before: file, after: undefined }))]
}

function isSame(one: OwnFile, other: OwnFile): boolean {
  return one.sizeBytes === other.sizeBytes && one.hash === other.hash
}

/** Words the pairs of all layers, the largest change first. */
export function describeFiles(pairs: readonly FilePair[]): FileChange[] {
  const changes = pairs.flatMap(({ before, after }): FileChange[] => {
    const file = after ?? before
    if (file === undefined) return []
    const { kind, name } = describeOwner(file.owner.owner)
    const isRenamed = before !== undefined && after !== undefined && before.path !== after.path
    return [
      {
        kind:
          before === undefined
            ? 'added'
            : after === undefined
              ? 'removed'
              : isRenamed
                ? 'renamed'
                : 'changed',
        path: file.path,
        pathBefore: isRenamed ? before.path : undefined,
        beforeBytes: before?.sizeBytes ?? 0,
        afterBytes: after?.sizeBytes ?? 0,
        part: { kind, name },
      },
    ]
  })
  return changes.sort(
    (a, b) => Math.abs(b.afterBytes - b.beforeBytes) - Math.abs(a.afterBytes - a.beforeBytes),
  )
}
