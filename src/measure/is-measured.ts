import type { Docker } from '../docker/docker.ts'
import { readDiffIds } from './measure-saved.ts'
import type { Measurement } from './measurement.ts'

/**
 * Whether an image that was built into the engine is the measured one: by its config where buildx names it; else, as for a builder that is
 * not the engine itself, by the content of its layers, which is all of an image that can come out differently the second time.
 */
export async function isMeasured(
  docker: Docker,
  { configDigest, reference }: { configDigest: string | undefined; reference: string | undefined },
  measured: Pick<Measurement, 'configDigest' | 'layers'>,
): Promise<boolean> {
  if (configDigest !== undefined) return configDigest === measured.configDigest
  const diffIds = reference === undefined ? undefined : await readDiffIds(docker, reference)
  const { layers } = measured
  return diffIds?.length === layers.length && layers.every(({ diffId }, index) => diffId === diffIds[index])
}
