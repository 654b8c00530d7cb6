import { testNames, type TestReport } from '../verdict/describe-tests.ts'
import type { ImageIdentity } from '../plan/image-identity.ts'
import type { Plan } from '../plan/plan.ts'
import { recordVersion, type ImageRecord, type LayerRecord } from './image-record.ts'
import { readLayerOrigins } from './layer-origins.ts'
import { readLayout } from './oci-layout.ts'
import { countUnpackedBytes } from './unpacked-size.ts'

/** What a layout folder alone tells of an image. */
export type Measurement = Pick<
  ImageRecord,
  'platform' | 'manifestDigest' | 'configDigest' | 'configBytes' | 'packedBytes' | 'unpackedBytes' | 'layers'
>

/**
 * Measures the image in an OCI layout folder. Layers that `known` describes (by digest) are not read again. Throws an
 * Error for a layout that is damaged or hostile.
 */
export async function measureImage(
  folder: string,
  plan: Pick<Plan, 'dockerfile' | 'final'>,
  known: readonly LayerRecord[],
): Promise<Measurement> {
  const image = await readLayout(folder)
  const origins = readLayerOrigins(image.config, plan.dockerfile, plan.final)
  const layers: LayerRecord[] = []
  for (const [index, layer] of image.layers.entries()) {
    const diffId = image.config.rootfs.diff_ids[index] ?? ''
    const before = known.find(
      (one) => one.digest === layer.digest && one.diffId === diffId && one.packedBytes === layer.size,
    )
    const unpackedBytes = before?.unpackedBytes ?? (await countUnpackedBytes(folder, layer, diffId))
    const { createdBy, line } = origins[index] ?? { createdBy: '', line: undefined }
    layers.push({
      digest: layer.digest,
      diffId,
      packedBytes: layer.size,
      unpackedBytes,
      createdBy,
      ...(line === undefined ? {} : { line }),
    })
  }
  const { os, architecture, variant } = image.config
  return {
    platform: [os, architecture, ...(variant === undefined ? [] : [variant])].join('/'),
    manifestDigest: image.manifestDigest,
    configDigest: image.configDigest,
    configBytes: image.configBytes,
    packedBytes: layers.reduce((sum, layer) => sum + layer.packedBytes, image.configBytes),
    unpackedBytes: layers.reduce((sum, layer) => sum + layer.unpackedBytes, 0),
    layers,
  }
}

/** The record of an image that was just measured; `source` is the commit that it was built from. */
export function recordOf(
  measured: Measurement,
  identity: ImageIdentity,
  driver: string,
  source: { commit?: string | undefined; branch: string } | undefined,
  tests: TestReport,
): ImageRecord {
  const { commit, branch } = source ?? {}
  return {
    version: recordVersion,
    ...identity,
    ...measured,
    driver,
    method: 'oci-layout',
    createdAt: new Date().toISOString(),
    ...(commit === undefined ? {} : { commit }),
    ...(branch === undefined ? {} : { branch }),
    tests: recordOfTests(tests),
  }
}

/** Most characters of test names that a record keeps. */
const maxNamesLength = 1_500_000

function recordOfTests(tests: TestReport): NonNullable<ImageRecord['tests']> {
  const names = testNames(tests)
  const keepsNames =
    names.length <= 30_000 && names.reduce((sum, name) => sum + name.length, 0) <= maxNamesLength
  const { linesCovered, linesValid } = tests.coverage?.total ?? {}
  return {
    verdict: tests.verdict,
    ...tests.counts,
    durationMs: Math.round(tests.durationMs),
    ...(keepsNames ? { names } : {}),
    ...(linesCovered === undefined || linesValid === undefined ? {} : { linesCovered, linesValid }),
  }
}
