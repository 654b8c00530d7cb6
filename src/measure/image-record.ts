import * as v from 'valibot'

/** A sha256 digest as OCI writes it. */
const digest = v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/))
const byteCount = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const text = v.pipe(v.string(), v.maxLength(4_096))

const layerSchema = v.object({
  digest,
  /** Digest of the unpacked layer (`rootfs.diff_ids`). */
  diffId: digest,
  packedBytes: byteCount,
  unpackedBytes: byteCount,
  /** What made it, as the image's history words it. */
  createdBy: text,
  /** The line of the Dockerfile, from 1; absent for layers of the base image. */
  line: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
})

const testsSchema = v.object({
  verdict: v.picklist(['passed', 'failed', 'cached', 'none-ran', 'not-run', 'broken']),
  total: byteCount,
  passed: byteCount,
  failed: byteCount,
  skipped: byteCount,
  durationMs: byteCount,
  /** Names of the tests that ran, with their assembly; absent when there are too many to keep. */
  names: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(600))), v.maxLength(30_000))),
  linesCovered: v.optional(byteCount),
  linesValid: v.optional(byteCount),
})

/** The version of the record's form; one of another version is no baseline. */
export const recordVersion = 1

const recordSchema = v.object({
  version: v.literal(recordVersion),
  imageKey: text,
  platform: text,
  /** The Dockerfile, relative to the workspace, and the stage that ships. */
  file: text,
  target: text,
  /** Hash of the build arguments: other ones make another image. */
  buildArgsDigest: text,
  driver: text,
  method: v.literal('oci-layout'),
  /** ISO 8601. */
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  commit: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/))),
  branch: v.optional(text),
  manifestDigest: digest,
  configDigest: digest,
  configBytes: byteCount,
  /** Compressed layers plus the config, as a registry stores them. */
  packedBytes: byteCount,
  /** Sum of the uncompressed layers, as on a node's disk. */
  unpackedBytes: byteCount,
  layers: v.pipe(v.array(layerSchema), v.maxLength(1_000)),
  tests: v.optional(testsSchema),
})

/** What was measured of one image on one platform; all sizes in bytes. */
export type ImageRecord = v.InferOutput<typeof recordSchema>

/** One layer of an image record. */
export type LayerRecord = ImageRecord['layers'][number]

/**
 * Reads a stored record. Throws an Error that says what is wrong with it: another version, a wrong type, a size that
 * is no count of bytes, or totals that its own layers don't add up to.
 */
export function parseImageRecord(json: unknown): ImageRecord {
  const parsed = v.safeParse(recordSchema, json)
  if (!parsed.success) {
    const [issue] = parsed.issues
    throw new Error(`the record is not valid at ${v.getDotPath(issue) ?? 'its top'}: ${issue.message}`)
  }
  const record = parsed.output
  const packedBytes = record.layers.reduce((sum, layer) => sum + layer.packedBytes, record.configBytes)
  const unpackedBytes = record.layers.reduce((sum, layer) => sum + layer.unpackedBytes, 0)
  if (packedBytes !== record.packedBytes || unpackedBytes !== record.unpackedBytes) {
    throw new Error('the record’s totals are not the sum of its layers')
  }
  return record
}
