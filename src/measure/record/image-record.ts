import * as v from 'valibot'
import { bytes, commit, digest } from '../../shared/schema-values.ts'

const text = v.pipe(v.string(), v.maxLength(4_096))
/** ISO 8601. What a machine whose clock is ahead has stored counts as of now, else it would be the newest for ever. */
const time = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((stored) => (Date.parse(stored) > Date.now() ? new Date().toISOString() : stored)),
)

/** Most files that a record lists; of an image with more only the layers on top are listed. */
export const maxListedFiles = 50_000
/** Most bytes of documents that a record keeps. */
export const maxDocumentBytes = 4 * 1024 * 1024

/**
 * One file of a layer: its path without a slash in front, its size in bytes, the first 16 hexadecimal digits of its content's SHA-256,
 * and the compressed bytes of the layer that it took. The hash is empty for a file of the base image and for a link.
 */
const fileSchema = v.tuple([text, bytes, v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{16})?$/)), bytes])

/** What one layer holds. */
const contentSchema = v.object({
  files: v.pipe(v.array(fileSchema), v.maxLength(maxListedFiles)),
  /** What it takes away from the layers below: paths, those that end in a slash with all that is in the folder. */
  removed: v.pipe(v.array(text), v.maxLength(maxListedFiles)),
  /** Small files that explain others: deps.json, runtimeconfig.json, os-release. */
  documents: v.array(v.object({ path: text, text: v.pipe(v.string(), v.maxLength(maxDocumentBytes)) })),
  /** Which of the files are assemblies with machine code beside their IL; absent where nobody looked. */
  readyToRun: v.optional(v.pipe(v.array(bytes), v.maxLength(maxListedFiles))),
})

const layerSchema = v.object({
  digest,
  /** Digest of the uncompressed layer (`rootfs.diff_ids`). */
  diffId: digest,
  compressedBytes: bytes,
  uncompressedBytes: bytes,
  /** What made it, as the image's history words it. */
  createdBy: text,
  /** The line of the Dockerfile, from 1; absent for layers of the base image. */
  line: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  /** The stage or image that its files were copied from. */
  copiedFrom: v.optional(text),
  /** Absent where the layer could not be listed, or has no room in the record. */
  content: v.optional(contentSchema),
})

/** The image that the final stage begins from. */
const baseSchema = v.object({
  /** As the Dockerfile names it, variables expanded. */
  name: text,
  /** What its name stood for in this build; absent where the builder did not tell. */
  digest: v.optional(digest),
  /** How many of the image's layers are its. */
  layerCount: bytes,
  /** Version of the .NET or ASP.NET runtime in it. */
  dotnetVersion: v.optional(text),
})

const testsSchema = v.object({
  result: v.picklist(['passed', 'failed', 'error', 'no-tests', 'skipped', 'unknown']),
  total: bytes,
  passed: bytes,
  failed: bytes,
  skipped: bytes,
  durationMs: bytes,
  /** Names of the tests that ran, with their assembly; absent when there are too many to keep. */
  names: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(600))), v.maxLength(30_000))),
  linesCovered: v.optional(bytes),
  linesValid: v.optional(bytes),
})

const neighbourSchema = v.object({ name: text, compressedBytes: bytes })

/** What a registry says of other images that this one could begin from, or was built in. */
const neighboursSchema = v.object({
  askedAt: time,
  platform: text,
  /** The base image as the registry has it; without a size where it could not be asked. */
  base: v.object({ name: text, compressedBytes: v.optional(bytes) }),
  /** Smaller variants of the base image. */
  smaller: v.pipe(v.array(neighbourSchema), v.maxLength(10)),
  /** The image with the SDK. */
  sdk: v.optional(neighbourSchema),
})

/** Most earlier baselines that a record remembers. */
export const maxHistory = 30

const pointSchema = v.object({
  createdAt: time,
  commit: v.optional(commit),
  compressedBytes: bytes,
  uncompressedBytes: bytes,
  isRestoreCached: v.optional(v.boolean()),
})

const releaseSchema = v.object({
  tag: text,
  /** The commit that the tag names. */
  taggedCommit: commit,
  /** How many commits before that one the image was measured. */
  commitsBefore: bytes,
  createdAt: time,
  compressedBytes: bytes,
  uncompressedBytes: bytes,
})

/** The version of the record's form; one of another version is no baseline. */
export const recordVersion = 4

const recordSchema = v.object({
  version: v.literal(recordVersion),
  imageKey: text,
  platform: text,
  /** The Dockerfile, relative to the workspace, and the stage that ships. */
  file: text,
  target: text,
  /** As `ImageIdentity` has them. */
  buildArgs: v.pipe(
    v.array(v.tuple([text, v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{8})?$/))])),
    v.maxLength(1_000),
  ),
  driver: text,
  /** What built it, with its version as far as the builder tells it. */
  engine: text,
  /** `docker-save`: compressed sizes are estimates, since a legacy image store keeps no compressed layers. */
  method: v.picklist(['oci-layout', 'docker-save']),
  /** How most of its layers are compressed. */
  compression: v.picklist(['gzip', 'zstd', 'none', 'other']),
  createdAt: time,
  commit: v.optional(commit),
  branch: v.optional(text),
  manifestDigest: digest,
  configDigest: digest,
  configBytes: bytes,
  /** Compressed layers plus the config, as a registry stores them. */
  compressedBytes: bytes,
  /** Sum of the uncompressed layers, as on a node's disk. */
  uncompressedBytes: bytes,
  layers: v.pipe(v.array(layerSchema), v.maxLength(1_000)),
  /** Whether the step that restores NuGet packages came from the build cache; absent where there is none. */
  isRestoreCached: v.optional(v.boolean()),
  /** Absent for an image that begins from nothing. */
  base: v.optional(baseSchema),
  /** Whom its processes run as; empty means root. */
  user: text,
  /** DOTNET_ROLL_FORWARD in the image's environment: how far a newer .NET may stand in. */
  rollForward: v.optional(text),
  neighbours: v.optional(neighboursSchema),
  /** The baselines that this one grew from, the oldest first. */
  history: v.pipe(v.array(pointSchema), v.maxLength(maxHistory)),
  /** The last release that it grew from, carried on from baseline to baseline; absent where nobody asked for it. */
  release: v.optional(releaseSchema),
  tests: v.optional(testsSchema),
})

/** What was measured of one image on one platform; all sizes in bytes. */
export type ImageRecord = v.InferOutput<typeof recordSchema>

/** One layer of an image record. */
export type LayerRecord = ImageRecord['layers'][number]

/** What a registry says of other images that this one could begin from, or was built in. */
export type Neighbours = NonNullable<ImageRecord['neighbours']>

/** An earlier size of the image. */
export type HistoryPoint = ImageRecord['history'][number]

/** What the image weighed when a release was made. */
export type ReleasePoint = NonNullable<ImageRecord['release']>

/** What one layer holds. */
export type LayerContent = NonNullable<LayerRecord['content']>

/** The image that the final stage begins from. */
export type BaseRecord = NonNullable<ImageRecord['base']>

/** Reads a stored record. Throws an Error that says what is wrong: another version, a wrong type, or totals that its layers and files don't add up to. */
export function parseImageRecord(json: unknown): ImageRecord {
  const isOther = v.is(v.looseObject({ version: v.pipe(v.number(), v.notValue(recordVersion)) }), json)
  if (isOther) throw new Error('another version of this action stored it')
  const parsed = v.safeParse(recordSchema, json)
  if (!parsed.success) {
    const [issue] = parsed.issues
    throw new Error(`the measurement is not valid at ${v.getDotPath(issue) ?? 'its top'}: ${issue.message}`)
  }
  const record = parsed.output
  const { compressedBytes, uncompressedBytes } = totalsOf(record)
  if (compressedBytes !== record.compressedBytes || uncompressedBytes !== record.uncompressedBytes) {
    throw new Error('the measurement’s totals are not the sum of its layers')
  }
  const odd = record.layers.find(({ content, compressedBytes }) => {
    const ofFiles = content?.files.reduce((sum, [, , , bytes]) => sum + bytes, 0) ?? 0
    return ofFiles > compressedBytes
  })
  if (odd !== undefined)
    throw new Error(`the measurement has files in the layer ${odd.digest} that are larger than it`)
  return record
}

/** The sizes that an image has by its layers, the compressed one with its config. */
export function totalsOf(image: Pick<ImageRecord, 'layers' | 'configBytes'>): Totals {
  const { layers, configBytes } = image
  return {
    compressedBytes: layers.reduce((sum, layer) => sum + layer.compressedBytes, configBytes),
    uncompressedBytes: layers.reduce((sum, layer) => sum + layer.uncompressedBytes, 0),
  }
}

/** The sizes of an image. */
export type Totals = Pick<ImageRecord, 'compressedBytes' | 'uncompressedBytes'>
