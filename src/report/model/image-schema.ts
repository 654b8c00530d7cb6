import * as v from 'valibot'
import { fileChangeSchema, partChangeSchema } from '../../compare/compare-files.ts'
import { partSchema } from '../../measure/analyze/attribution.ts'
import { publishSettings } from '../../measure/dotnet/publish-settings.ts'
import { hiddenFileSchema } from '../../measure/analyze/shadowed-files.ts'
import { bytes, changes, count, digest, maybe, said, sizes, text, time } from '../../shared/schema-values.ts'

const base = v.object({
  name: v.string(),
  digest: v.optional(digest),
  layerCount: count,
  dotnetVersion: text,
})

const layer = v.object({
  digest,
  ...sizes,
  createdBy: said(v.string(), 'What made it, as the image’s history words it.'),
  isBase: v.boolean(),
  line: v.optional(count),
  copiedFrom: text,
})

/** What a machine has to fetch. */
export const downloadBytes = said(
  bytes,
  'Compressed layers that a machine which holds the baseline image does not have; all without a baseline.',
)

/** What was measured of the image. */
export const image = v.object({
  platform: v.string(),
  engine: v.string(),
  driver: v.string(),
  method: said(v.picklist(['oci-layout', 'docker-save']), 'docker-save: compressed sizes are estimates.'),
  compression: v.picklist(['gzip', 'zstd', 'none', 'other']),
  manifestDigest: digest,
  configDigest: digest,
  configBytes: bytes,
  compressedBytes: said(bytes, 'Compressed layers plus the config, as a registry stores them.'),
  uncompressedBytes: said(bytes, 'Sum of the uncompressed layers, as on a node’s disk.'),
  downloadBytes,
  base: v.optional(base),
  user: v.string(),
  layers: v.array(layer),
  layersRead: said(count, 'The others are known from the baseline.'),
  createdAt: time,
  commit: text,
  sdk: maybe(
    v.object({ name: v.string(), compressedBytes: bytes }),
    'The image that it was built in, as the registry has it.',
  ),
  parts: said(v.array(partSchema), 'What the image is made of; they add up to both sizes exactly.'),
  hidden: v.object({
    bytes: said(bytes, 'Uncompressed bytes of files that a later layer replaces or removes.'),
    files: v.array(hiddenFileSchema),
  }),
})

/** How the image differs from its baseline. */
export const comparison = v.object({
  ...changes,
  isBelowMinChange: said(v.boolean(), 'The change is no larger than the input min-change.'),
  minChangeBytes: said(bytes, 'The input min-change: smaller changes count as none.'),
  layers: v.array(
    v.object({
      kind: v.picklist(['same', 'changed', 'added', 'removed']),
      before: v.optional(layer),
      after: v.optional(layer),
    }),
  ),
  parts: said(v.array(partChangeSchema), 'What the change consists of; they add up to both changes exactly.'),
  publishChanges: maybe(
    v.array(v.object({ setting: v.picklist(publishSettings), isOn: v.boolean() })),
    'Settings of `dotnet publish` that changed, as far as the image shows them.',
  ),
  files: v.array(fileChangeSchema),
})

/** What the image is compared with. */
export const baseline = v.variant('kind', [
  v.object({
    kind: v.literal('found'),
    source: v.picklist(['cache', 'folder', 'registry', 'rebuild']),
    reference: maybe(v.string(), 'The image’s name in its registry.'),
    commitsBetween: maybe(count, 'How many commits its own one is behind the base commit.'),
    commit: text,
    branch: text,
    changedBuildArgs: maybe(v.array(v.string()), 'Names of build arguments that differ from those of then.'),
    createdAt: time,
    ...sizes,
    base: v.optional(base),
    baseCompressedBytes: said(bytes, 'Its layers that come from its base image.'),
  }),
  v.object({ kind: v.literal('none'), reason: v.string() }),
])
