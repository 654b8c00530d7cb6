import * as v from 'valibot'
import { repeatBuild, type RepeatedBuild } from '../build/repeat-build.ts'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import type { Builder } from '../docker/builder.ts'
import type { Docker } from '../docker/docker.ts'
import type { Settings } from '../inputs/settings.ts'
import type { Log } from '../log.ts'
import { isMeasured } from '../measure/is-measured.ts'
import type { LayoutMeasurement } from '../measure/measure-image.ts'
import type { Measurement } from '../measure/measurement.ts'
import { UserError } from '../user-error.ts'

const inspectDeadlineMs = 30_000

/** What was delivered: the digest by which the registry or the engine knows it, and buildx's metadata. */
export type Delivery =
  | { kind: 'nothing' }
  | { kind: 'delivered'; how: 'pushed' | 'loaded'; digest: string; metadata: unknown; durationMs: number }

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
  measured: LayoutMeasurement,
): Promise<Delivery> {
  // Without attestations BuildKit would push Docker's media types, and so another manifest than the layout has.
  const deliveries = chooseDeliveries(settings, builder, 'type=registry,oci-mediatypes=true')
  if (deliveries.length === 0) return { kind: 'nothing' }
  // The same build also writes into the layout folder again, which costs little, since its blobs are there: only then do
  // the metadata name the config of the image that went out.
  const outputs = [`type=oci,tar=false,dest=${measured.layoutFolder}`, ...deliveries]
  const sent = await repeatBuild(docker, log, describeActs(settings), { ...request, outputs }, tempFolder)
  const loaded = { configDigest: sent.configDigest, reference: settings.tags[0] ?? sent.digest }
  const isSame =
    (await isMeasured(docker, loaded, measured)) &&
    (!settings.push || (await isPushed(docker, settings, sent.digest ?? measured.manifestDigest, measured)))
  if (!isSame) throw notMeasured(measured)
  return toDelivery(settings, sent, measured)
}

/**
 * The same for an engine with its legacy store, which compresses while it pushes: only by its config can the image be
 * told to be the measured one.
 */
export async function deliverFromEngine(
  docker: Docker,
  log: Log,
  settings: Pick<Settings, 'push' | 'load' | 'tags' | 'builder'>,
  builder: Builder,
  request: PreparedBuilds['image'],
  tempFolder: string,
  measured: Measurement,
): Promise<Delivery> {
  const outputs = chooseDeliveries(settings, builder, 'type=registry')
  const sent = await repeatBuild(docker, log, describeActs(settings), { ...request, outputs }, tempFolder)
  if (sent.configDigest !== measured.configDigest) throw notMeasured(measured)
  return toDelivery(settings, sent, measured)
}

/** Who builds with the engine itself expects the image there; for other builders a load costs seconds. */
function chooseDeliveries(
  { push, load }: Pick<Settings, 'push' | 'load'>,
  { driver }: Builder,
  pushOutput: string,
): string[] {
  return [...(push ? [pushOutput] : []), ...(load || (driver === 'docker' && !push) ? ['type=docker'] : [])]
}

function describeActs({ push, tags }: Pick<Settings, 'push' | 'tags'>): { title: string; failure: string } {
  return push
    ? { title: `Push ${tags.join(', ')}`, failure: 'The push failed' }
    : { title: `Load ${tags.join(', ') || 'the image'}`, failure: 'The load failed' }
}

function toDelivery(
  { push }: Pick<Settings, 'push'>,
  { digest, metadata, durationMs }: RepeatedBuild,
  { manifestDigest }: Measurement,
): Delivery {
  const how = push ? 'pushed' : 'loaded'
  return { kind: 'delivered', how, digest: digest ?? manifestDigest, metadata, durationMs }
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
