import type { LayerContent, LayerRecord } from '../record/image-record.ts'

type FileEntry = LayerContent['files'][number]

/**
 * The files of own layers that the image has twice, layer by layer, each with the number of the layer below that has the same one: `chown -R` and
 * `chmod -R` write whole files again. Of the base image's files no hash is known; with the same size they count in a layer that
 * changes owners or rights.
 */
export function layersBelow(layers: readonly LayerRecord[], ownFrom: number): Map<FileEntry, number>[] {
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
