import type { Builder } from '../docker/builder.ts'
import type { Step } from '../docker/build/build-result.ts'
import type { ImageIdentity } from '../plan/image-identity.ts'
import { testNames, type TestReport } from '../testing/test-report.ts'
import {
  type BaseRecord,
  type ImageRecord,
  type LayerContent,
  type LayerRecord,
  maxDocumentBytes,
  maxListedFiles,
  type Neighbours,
  recordVersion,
  totalsOf,
  type Totals,
} from './record/image-record.ts'
import type { LayerOrigin } from './analyze/layer-origins.ts'
import { environmentOf, platformOf, type ImageConfig } from './oci/oci-layout.ts'

/** What is told by the content of an image, however that was got at. */
type ContentFindings = Pick<
  ImageRecord,
  'platform' | 'configBytes' | 'layers' | 'base' | 'user' | 'rollForward'
> &
  Totals

/** What a build alone tells of an image. */
export interface Measurement
  extends ContentFindings, Pick<ImageRecord, 'method' | 'compression' | 'manifestDigest' | 'configDigest'> {
  /** How many layers were read; what the others hold is known from the baseline. */
  layersRead: number
  warnings: string[]
}

/** A layer as it was read. */
export type ReadLayer = Pick<LayerRecord, 'digest' | 'diffId' | 'compressedBytes' | 'uncompressedBytes'> & {
  content?: LayerContent | undefined
}

/** Puts together what the layers tell with what made them, and adds up their sizes. */
export function describeContent(
  { config, configBytes }: { config: ImageConfig; configBytes: number },
  read: readonly ReadLayer[],
  origins: readonly LayerOrigin[],
  base: BaseRecord | undefined,
): ContentFindings {
  const ownFrom = base?.layerCount ?? 0
  const layers = read.map((layer, index): LayerRecord => {
    const { createdBy = '', line, copiedFrom } = origins[index] ?? {}
    return { ...layer, createdBy, ...(index < ownFrom ? {} : { line, copiedFrom }) }
  })
  return {
    platform: platformOf(config),
    configBytes,
    ...totalsOf({ layers, configBytes }),
    layers: fitContents(layers, ownFrom),
    base,
    user: config.config?.User ?? '',
    rollForward: environmentOf(config, 'DOTNET_ROLL_FORWARD'),
  }
}

/** Layers with as many file lists as a record has room for: the image's own first (from `ownFrom`), from the top down, since what changes is there. */
export function fitContents(layers: readonly LayerRecord[], ownFrom: number): LayerRecord[] {
  let files = maxListedFiles
  let documentBytes = maxDocumentBytes
  const order = [...layers.keys()].sort((a, b) => Number(a < ownFrom) - Number(b < ownFrom) || b - a)
  const kept = new Set(
    order.filter((index) => {
      const content = layers[index]?.content
      if (content === undefined) return false
      const listed = content.files.length + content.removed.length
      const bytes = content.documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
      if (listed > files || bytes > documentBytes) return false
      files -= listed
      documentBytes -= bytes
      return true
    }),
  )
  return layers.map((layer, index) => (kept.has(index) ? layer : { ...layer, content: undefined }))
}

/** A layer that a measurement describes. */
export interface KnownLayer {
  layer: LayerRecord
  /** It was the base image's, so that its files have no hashes and its documents were not kept. */
  isBase: boolean
}

/** The layers that measurements describe, by a key of theirs; of two the one that tells more. */
export function readKnownLayers(
  records: readonly Pick<ImageRecord, 'layers' | 'base'>[],
  keyOf: (layer: LayerRecord) => string,
): Map<string, KnownLayer> {
  const known = new Map<string, KnownLayer>()
  for (const { layers, base } of records) {
    for (const [index, layer] of layers.entries()) {
      const isBase = index < (base?.layerCount ?? 0)
      if (known.get(keyOf(layer))?.isBase !== false) known.set(keyOf(layer), { layer, isBase })
    }
  }
  return known
}

/** What a record tells beside the measurement itself. */
export interface RecordContext {
  identity: ImageIdentity
  builder: Pick<Builder, 'driver' | 'engine'>
  /** The commit that the image was built from. */
  source: { commit?: string | undefined; branch?: string | undefined } | undefined
  /** Absent for an image whose tests did not run in this job. */
  tests: TestReport | undefined
  /** Steps of the final build. */
  steps: readonly Step[]
  neighbours: Neighbours | undefined
}

/** The record of an image that was just measured. */
export function recordOf(
  measured: Measurement,
  { identity, builder, source, tests, steps, neighbours }: RecordContext,
): ImageRecord {
  const { driver, engine } = builder
  const { commit, branch } = source ?? {}
  const { imageKey, file, target, buildArgs } = identity
  const { platform, method, compression, manifestDigest, configDigest, configBytes } = measured
  const { compressedBytes, uncompressedBytes, layers, base, user, rollForward } = measured
  return {
    version: recordVersion,
    ...{ imageKey, file, target, buildArgs },
    ...{ platform, method, compression, manifestDigest, configDigest, configBytes },
    ...{ compressedBytes, uncompressedBytes, layers, base, user, rollForward },
    ...{ driver, engine, commit, branch, neighbours },
    createdAt: new Date().toISOString(),
    isRestoreCached: findRestore([...(tests?.steps ?? []), ...steps]),
    history: [],
    tests: tests && recordOfTests(tests),
  }
}

/** Whether the step that restores packages came from the cache; undefined where there is none of its own. */
function findRestore(steps: readonly Step[]): boolean | undefined {
  const restore = steps.find(({ name }) => /^RUN\b.*\bdotnet\s+restore\b/.test(name))
  return restore && restore.outcome === 'cached'
}

/** Most characters of test names that a record keeps. */
const maxNamesLength = 1_500_000

function recordOfTests(tests: TestReport): NonNullable<ImageRecord['tests']> {
  const names = testNames(tests)
  const keepsNames =
    names.length <= 30_000 && names.reduce((sum, name) => sum + name.length, 0) <= maxNamesLength
  const { linesCovered, linesValid } = tests.coverage?.total ?? {}
  return {
    result: tests.result,
    ...tests.counts,
    durationMs: Math.round(tests.durationMs),
    names: keepsNames ? names : undefined,
    ...{ linesCovered, linesValid },
  }
}
