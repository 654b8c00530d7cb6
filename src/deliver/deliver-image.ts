import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import { parseBuildError } from '../docker/build-error.ts'
import type { Builder } from '../docker/builder.ts'
import type { Docker } from '../docker/docker.ts'
import { runBuild } from '../docker/run-build.ts'
import type { Settings } from '../inputs/settings.ts'
import type { Log } from '../log.ts'
import type { Measurement } from '../measure/measure-image.ts'
import { withoutMarks } from '../plan/run-mounts.ts'
import { UserError } from '../user-error.ts'

const inspectDeadlineMs = 30_000

/** What was delivered: the digest by which the registry or the engine knows it, and buildx's metadata. */
export type Delivery =
  | { kind: 'nothing' }
  | { kind: 'delivered'; how: 'pushed' | 'loaded'; digest: string; metadata: unknown; durationMs: number }

/** What buildx writes with --metadata-file, as far as it is looked at. */
const metadataSchema = v.looseObject({
  'containerimage.digest': v.optional(v.string()),
  'containerimage.config.digest': v.optional(v.string()),
})

const indexSchema = v.looseObject({ manifests: v.array(v.looseObject({ digest: v.string() })) })

/**
 * Loads or pushes the image by repeating the cached build with that output, as the last act of the job. Throws a
 * UserError when that fails, or when what was delivered is not the image that was measured.
 */
export async function deliverImage(
  docker: Docker,
  log: Log,
  settings: Pick<Settings, 'push' | 'load' | 'tags' | 'builder'>,
  builder: Builder,
  request: PreparedBuilds['image'],
  tempFolder: string,
  measured: Measurement,
): Promise<Delivery> {
  const metadataFile = join(tempFolder, 'metadata.json')
  // Who builds with the engine itself expects the image there; for other builders a load costs seconds.
  const deliveries = [
    ...(settings.push ? ['type=registry'] : []),
    ...(settings.load || (builder.driver === 'docker' && !settings.push) ? ['type=docker'] : []),
  ]
  if (deliveries.length === 0) return { kind: 'nothing' }
  // The same build also writes into the layout folder again, which costs little, since its blobs are there: only then do
  // the metadata name the config of the image that went out.
  const outputs = [`type=oci,tar=false,dest=${measured.layoutFolder}`, ...deliveries]
  const how = settings.push ? 'pushed' : 'loaded'
  const title = settings.push
    ? `Push ${request.tags.join(', ')}`
    : `Load ${request.tags.join(', ') || 'the image'}`
  const build = await runBuild(
    docker,
    log,
    title,
    // Nothing is to be built again: what was measured is what is delivered.
    { ...request, noCache: false, noCacheStages: [], pull: false, cacheTo: [], outputs, metadataFile },
    { reword: withoutMarks, isQuiet: true },
  )
  if (build.outcome !== 'built') {
    throw new UserError(
      settings.push ? 'The push failed' : 'The load failed',
      parseBuildError(build.text).message,
    )
  }
  const metadata = v.parse(metadataSchema, JSON.parse(await readFile(metadataFile, 'utf8')))
  const digest = metadata['containerimage.digest'] ?? measured.manifestDigest
  const configDigest = metadata['containerimage.config.digest']
  const isMeasured = configDigest === measured.configDigest
  if (!isMeasured || (settings.push && !(await isPushed(docker, settings, digest, measured)))) {
    throw notMeasured(measured)
  }
  return { kind: 'delivered', how, digest, metadata, durationMs: build.durationMs }
}

/** Whether what the registry has under the digest is the measured manifest, or an index with it. */
async function isPushed(
  docker: Docker,
  { tags, builder }: Pick<Settings, 'tags' | 'builder'>,
  digest: string,
  { manifestDigest }: Measurement,
): Promise<boolean> {
  if (digest === manifestDigest) return true
  const name = `${(tags[0] ?? '').replace(/:[^:/]+$/, '')}@${digest}`
  const options = builder === undefined ? [] : ['--builder', builder]
  const asked = await docker.run({
    args: ['buildx', 'imagetools', 'inspect', ...options, '--raw', name],
    deadlineMs: inspectDeadlineMs,
  })
  if (asked.kind !== 'exited' || asked.code !== 0) return false
  const index = v.safeParse(indexSchema, JSON.parse(asked.stdout))
  return index.success && index.output.manifests.some((manifest) => manifest.digest === manifestDigest)
}

function notMeasured({ manifestDigest }: Measurement): UserError {
  return new UserError(
    'Another image was delivered than the one that was measured',
    `Measured was ${manifestDigest}; what was delivered is not known to be the same. Either a step of the final stage gave another ` +
      'result the second time, since the builder lost its cache in between, or the registry could not be asked. Run the job again.',
  )
}
