import { readFile } from 'node:fs/promises'
import * as v from 'valibot'

const metadataSchema = v.looseObject({
  'containerimage.digest': v.optional(v.string()),
  'containerimage.config.digest': v.optional(v.string()),
  'image.name': v.optional(v.string()),
})

/** What buildx writes with `--metadata-file`. */
export interface BuildMetadata {
  digest: string | undefined
  configDigest: string | undefined
  /** All names, with commas between them. */
  imageName: string | undefined
  /** All of it, in buildx's words. */
  all: Record<string, unknown>
}

/** Reads the metadata that a build has left in a file. Throws when there are none, or other ones than buildx writes. */
export async function readBuildMetadata(file: string): Promise<BuildMetadata> {
  const all = v.parse(metadataSchema, JSON.parse(await readFile(file, 'utf8')))
  return {
    digest: all['containerimage.digest'],
    configDigest: all['containerimage.config.digest'],
    imageName: all['image.name'],
    all,
  }
}
