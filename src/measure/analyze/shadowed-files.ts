import * as v from 'valibot'
import { bytes, count } from '../../shared/schema-values.ts'
import { onceFor } from '../../shared/once-for.ts'
import type { ImageRecord } from '../record/image-record.ts'

/** A file that takes bytes and can't be seen, with the numbers of the layer that has it and of the one that replaces or removes it, from the lowest up. */
export const hiddenFileSchema = v.object({
  path: v.string(),
  sizeBytes: bytes,
  layer: count,
  hiddenBy: count,
})

/** The same as a type. */
export type HiddenFile = v.InferOutput<typeof hiddenFileSchema>

/** The files that a later layer replaces, or hides by a whiteout (OCI image specification, layer.md). Layers without a list count neither way. */
export const findHiddenFiles = onceFor(listHiddenFiles)

function listHiddenFiles({ layers }: Pick<ImageRecord, 'layers'>): readonly HiddenFile[] {
  const hidden: HiddenFile[] = []
  /** What is seen of the image from above: paths, and removed paths or folders, each with the layer that did it. */
  const above = new Map<string, number>()
  const removedFolders = new Map<string, number>()
  for (const [index, { content }] of [...layers.entries()].reverse()) {
    if (content === undefined) continue
    for (const [path, sizeBytes] of content.files) {
      const hiddenBy = above.get(path) ?? hidingFolder(path, above, removedFolders)
      if (hiddenBy !== undefined && sizeBytes > 0) hidden.push({ path, sizeBytes, layer: index, hiddenBy })
    }
    for (const [path] of content.files) if (!above.has(path)) above.set(path, index)
    for (const path of content.removed) {
      const target = path.endsWith('/') ? removedFolders : above
      if (!target.has(path)) target.set(path, index)
    }
  }
  return hidden.sort((a, b) => b.sizeBytes - a.sizeBytes)
}

/** Deeper paths than any build makes; a hostile one costs no more. */
const maxDepth = 64

/** The layer that took a folder above the path away, or put a file in its place. */
function hidingFolder(
  path: string,
  above: ReadonlyMap<string, number>,
  removedFolders: ReadonlyMap<string, number>,
): number | undefined {
  let depth = 0
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (++depth > maxDepth) return undefined
    const folder = path.slice(0, end)
    const hiddenBy = above.get(folder) ?? removedFolders.get(`${folder}/`)
    if (hiddenBy !== undefined) return hiddenBy
  }
  return undefined
}
