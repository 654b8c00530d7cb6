import { maxDocumentBytes, maxListedFiles, type LayerContent, type LayerRecord } from './image-record.ts'

/**
 * Layers with as many of their file lists as a record has room for: those of the image's own layers first, from the top
 * down, since what changes is there. `ownFrom` is the number of layers that the base image has.
 */
export function fitContents(layers: readonly LayerRecord[], ownFrom: number): LayerRecord[] {
  let files = maxListedFiles
  let documentBytes = maxDocumentBytes
  const order = [...layers.keys()].sort((a, b) => Number(a < ownFrom) - Number(b < ownFrom) || b - a)
  const kept = new Set(
    order.filter((index) => {
      const content = layers[index]?.content
      if (content === undefined) return false
      const [listed, bytes] = [content.files.length + content.removed.length, sizeOfDocuments(content)]
      if (listed > files || bytes > documentBytes) return false
      files -= listed
      documentBytes -= bytes
      return true
    }),
  )
  return layers.map((layer, index) => {
    if (kept.has(index)) return layer
    const bare = { ...layer }
    delete bare.content
    return bare
  })
}

function sizeOfDocuments({ documents }: LayerContent): number {
  return documents.reduce((sum, document) => sum + Buffer.byteLength(document.text), 0)
}
