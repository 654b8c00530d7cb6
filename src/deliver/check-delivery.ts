import * as v from 'valibot'
import type { Docker } from '../docker/docker.ts'
import { repositoryOf } from '../docker/registry-size.ts'
import { attributeOf } from '../inputs/outputs.ts'
import type { Measurement } from '../measure/measurement.ts'
import type { PlannedDelivery } from './plan-deliveries.ts'
import { readArchive, readLayoutFolder } from './read-archive.ts'

const inspectDeadlineMs = 30_000

/** Tools for the check of what went out. */
export interface CheckTools {
  docker: Docker
  builder: string | undefined
}

/**
 * By what the delivered image was told to be the measured one: its manifest, its config, or nothing but that it comes from the
 * same solve, for what has neither (files, an engine). Undefined: it is another one, or nobody could tell.
 */
export type Proof = 'manifest' | 'config' | 'build' | undefined

type Measured = Pick<Measurement, 'manifestDigest' | 'configDigest'>

const indexSchema = v.looseObject({
  manifests: v.array(
    v.looseObject({ digest: v.string(), annotations: v.optional(v.record(v.string(), v.string())) }),
  ),
})
const manifestSchema = v.looseObject({ config: v.looseObject({ digest: v.string() }) })

/** Looks at what was delivered; `digest` is what buildx says of it. */
export async function proveDelivery(
  tools: CheckTools,
  delivery: PlannedDelivery,
  digest: string | undefined,
  measured: Measured,
): Promise<Proof> {
  const { how, asked } = delivery
  if (how === 'pushed') return provePush(tools, delivery, digest ?? measured.manifestDigest, measured)
  if (asked.dest === undefined || asked.type === 'local' || asked.type === 'tar') return 'build'
  const isFolder = attributeOf(asked, 'tar') === 'false'
  const read = isFolder ? readLayoutFolder : readArchive
  const { manifestDigests, configDigests } = await read(asked.dest)
  if (manifestDigests.has(measured.manifestDigest)) return 'manifest'
  return configDigests.has(measured.configDigest) ? 'config' : undefined
}

/** What the registry has under the digest must be the measured manifest, or an index with it. */
async function provePush(
  { docker, builder }: CheckTools,
  { names, isPackedAlike }: PlannedDelivery,
  digest: string,
  measured: Measured,
): Promise<Proof> {
  if (digest === measured.manifestDigest) return 'manifest'
  const repository = repositoryOf(names[0] ?? '')
  const ask = async (of: string): Promise<unknown> => {
    const options = builder === undefined ? [] : ['--builder', builder]
    const args = ['buildx', 'imagetools', 'inspect', ...options, '--raw', `${repository}@${of}`]
    const asked = await docker.run({ args, deadlineMs: inspectDeadlineMs })
    if (asked.kind !== 'exited' || asked.code !== 0) return undefined
    return JSON.parse(asked.stdout) as unknown
  }
  const top = await ask(digest)
  const index = v.safeParse(indexSchema, top)
  const entries = index.success ? index.output.manifests : []
  if (entries.some((entry) => entry.digest === measured.manifestDigest)) return 'manifest'
  if (isPackedAlike) return undefined
  // Layers that are packed otherwise make another manifest; the config names what is in them.
  const images = entries.filter(({ annotations }) => annotations?.['vnd.docker.reference.type'] === undefined)
  const manifests = index.success ? await Promise.all(images.map((image) => ask(image.digest))) : [top]
  const configs = manifests.map((manifest) => v.safeParse(manifestSchema, manifest))
  const isSame = configs.some(
    (config) => config.success && config.output.config.digest === measured.configDigest,
  )
  return isSame ? 'config' : undefined
}
