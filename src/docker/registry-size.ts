import * as v from 'valibot'
import type { Docker } from './docker.ts'

/** A registry that does not answer soon is not waited for: nothing depends on it. */
const deadlineMs = 5_000

const size = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const descriptor = v.object({
  digest: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/)),
  size,
  platform: v.optional(v.object({ os: v.string(), architecture: v.string() })),
})
const indexSchema = v.object({ manifests: v.array(descriptor) })
const manifestSchema = v.object({ config: descriptor, layers: v.array(descriptor) })

/**
 * Asks a registry how many bytes an image has on a platform such as `linux/amd64`: its packed layers and config, from the
 * manifest alone. Undefined when there is no such image, or nobody could tell within a few seconds.
 */
export async function askPackedBytes(
  docker: Docker,
  reference: string,
  platform: string,
  builder: string | undefined,
): Promise<number | undefined> {
  const top = await askManifest(docker, reference, builder)
  const index = v.safeParse(indexSchema, top)
  const [os, architecture] = platform.split('/')
  const found = index.success
    ? index.output.manifests.find(
        (one) => one.platform?.os === os && one.platform?.architecture === architecture,
      )
    : undefined
  if (index.success && found === undefined) return undefined
  const name = reference.replace(/@.*$/, '').replace(/:[^:/]+$/, '')
  const json = found === undefined ? top : await askManifest(docker, `${name}@${found.digest}`, builder)
  const manifest = v.safeParse(manifestSchema, json)
  if (!manifest.success) return undefined
  return manifest.output.layers.reduce((sum, layer) => sum + layer.size, manifest.output.config.size)
}

async function askManifest(docker: Docker, reference: string, builder: string | undefined): Promise<unknown> {
  const options = builder === undefined ? [] : ['--builder', builder]
  const args = ['buildx', 'imagetools', 'inspect', ...options, '--raw', reference]
  const asked = await docker.run({ args, deadlineMs })
  if (asked.kind !== 'exited' || asked.code !== 0) return undefined
  try {
    return JSON.parse(asked.stdout) as unknown
  } catch {
    return undefined
  }
}
