import { fromOf, type Stage } from '../../plan/dockerfile/parse-dockerfile.ts'
import { instructionsOf } from '../../plan/dockerfile/stage-graph.ts'
import type { ImageConfig } from '../oci/oci-layout.ts'

/** What made a layer. */
export interface LayerOrigin {
  createdBy: string
  /** The line in the Dockerfile, from 1; undefined for a layer of the base image. */
  line: number | undefined
  /** The stage or image that its files were copied from, as the Dockerfile names it. */
  copiedFrom: string | undefined
}

/** Instructions that leave an entry in an image's history (BuildKit, dockerfile2llb, commitToHistory). */
const inHistory = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE HEALTHCHECK LABEL MAINTAINER RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
)
const maxCreatedByLength = 1_000
const unknownOrigin: LayerOrigin = { createdBy: '', line: undefined, copiedFrom: undefined }

/**
 * Tells for each layer, from the lowest up, which instruction made it. The history ends with the entries of the
 * Dockerfile's own instructions, one each; what is above those belongs to the base image.
 */
export function readLayerOrigins(config: ImageConfig, final: Stage): LayerOrigin[] {
  const own = instructionsOf(final).filter(({ keyword }) => inHistory.has(keyword))
  const origins: LayerOrigin[] = []
  for (const entry of [...config.history].reverse()) {
    const instruction = own.at(-1)
    const isOwn =
      instruction !== undefined && entry.created_by.toUpperCase().startsWith(`${instruction.keyword} `)
    // The first entry that does not fit is the base image's; below it nothing can be ours.
    if (isOwn) own.pop()
    else own.length = 0
    if (entry.empty_layer) continue
    origins.push({
      createdBy: shortOf(entry.created_by),
      line: isOwn ? instruction.firstLine : undefined,
      copiedFrom: isOwn ? fromOf(instruction) : undefined,
    })
  }
  origins.reverse()
  // An image without a history, or with one that does not fit its layers, still has layers.
  return config.rootfs.diff_ids.map((_, index) => origins[index] ?? unknownOrigin)
}

function shortOf(createdBy: string): string {
  return createdBy
    .replace(/ # buildkit$/, '')
    .replace(/^RUN (?:\|\d+ .*? )?\/bin\/sh -c /s, 'RUN ')
    .replace(/^\/bin\/sh -c #\(nop\)\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, maxCreatedByLength)
}
