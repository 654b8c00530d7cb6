import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import * as v from 'valibot'
import { bytes, digest, listOf } from '../shared/schema-values.ts'
import { errorLineOf } from './build/buildkit-words.ts'
import { isDone, type Docker } from './docker.ts'

/** A registry that does not answer soon is not waited for: nothing depends on it. */
const soonMs = 5_000

const descriptorSchema = v.object({
  mediaType: v.string(),
  digest,
  size: bytes,
  platform: v.optional(
    v.object({ os: v.string(), architecture: v.string(), variant: v.optional(v.string()) }),
  ),
  annotations: v.optional(v.record(v.string(), v.string())),
})
/** A blob: its media type, digest and size in bytes (OCI image specification, descriptor). */
export type Descriptor = v.InferOutput<typeof descriptorSchema>

/** What is read of an image index, in a registry and in a layout folder; a manifest is none, since it has no such list. */
export const indexSchema = v.object({ manifests: v.nullable(v.array(descriptorSchema), []) })
/** What is read of an image's manifest. */
export const manifestSchema = v.object({ config: descriptorSchema, layers: listOf(descriptorSchema) })

/** What a registry says of an image on one platform; `digest` is that of the manifest. */
export type RegistryImage = v.InferOutput<typeof manifestSchema> & { digest: string }

/** What a registry answered. */
export type RegistryAnswer = { kind: 'found'; image: RegistryImage } | { kind: 'none'; reason: string }

/** The compressed bytes of an image on a platform such as `linux/amd64`, from its manifest alone; undefined where nobody tells them soon. */
export async function askCompressedBytes(
  docker: Docker,
  reference: string,
  platform: string,
  builder: string | undefined,
): Promise<number | undefined> {
  const answer = await askRegistry(docker, reference, platform, builder)
  if (answer.kind === 'none') return undefined
  const { config, layers } = answer.image
  return layers.reduce((sum, layer) => sum + layer.size, config.size)
}

/** Asks a registry for the manifest of an image on a platform such as `linux/arm64/v8`, with docker's own credentials. */
export async function askRegistry(
  docker: Docker,
  reference: string,
  platform: string,
  builder: string | undefined,
): Promise<RegistryAnswer> {
  const top = await askManifest(docker, reference, builder)
  if (top.kind === 'none') return top
  const index = v.safeParse(indexSchema, top.json)
  if (!index.success) return toAnswer(top)
  const [os, architecture, variant] = platform.split('/')
  const fitting = index.output.manifests.filter(
    ({ platform }) => platform?.os === os && platform?.architecture === architecture,
  )
  // The entry of that very variant, else the first one of the architecture.
  const found = fitting.find(({ platform }) => platform?.variant === variant) ?? fitting[0]
  if (found === undefined) return { kind: 'none', reason: `it is not there for ${platform}` }
  const chosen = await askManifest(docker, `${repositoryOf(reference)}@${found.digest}`, builder)
  return chosen.kind === 'none' ? chosen : toAnswer(chosen)
}

/** A reference without its tag and digest: `ghcr.io/acme/shop`. */
export function repositoryOf(reference: string): string {
  return reference.replace(/@.*$/, '').replace(/:[^:/]+$/, '')
}

/** A name in full, as buildx writes it: `shop` is `docker.io/library/shop:latest` (distribution/reference, ParseNormalizedNamed). */
export function canonicalName(name: string): string {
  const short = name.replace(/^(?:index\.)?docker\.io\//, '')
  const [first = '', ...rest] = short.split('/')
  const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost')
  const full = hasHost ? short : `docker.io/${rest.length > 0 ? '' : 'library/'}${short}`
  return /[:@][^/]*$/.test(full) ? full : `${full}:latest`
}

/** A manifest or an index as a registry has it; `digest` is its own. */
type Manifest = { kind: 'found'; digest: string; json: unknown }

function toAnswer({ digest, json }: Manifest): RegistryAnswer {
  const manifest = v.safeParse(manifestSchema, json)
  if (!manifest.success) return { kind: 'none', reason: 'its manifest is of a form that is not known here' }
  return { kind: 'found', image: { digest, ...manifest.output } }
}

/** Asks a registry for what it has under a name, with docker's own credentials. */
export async function askManifest(
  docker: Docker,
  reference: string,
  builder: string | undefined,
  deadlineMs = soonMs,
): Promise<Manifest | Extract<RegistryAnswer, { kind: 'none' }>> {
  const options = builder === undefined ? [] : ['--builder', builder]
  const args = ['buildx', 'imagetools', 'inspect', ...options, '--raw', reference]
  const bytes: Buffer[] = []
  // The digest is of all bytes, those of the last line end, too.
  const output = new Writable({
    write: (chunk: Buffer, _, done) => {
      bytes.push(chunk)
      done()
    },
  })
  const asked = await docker.run({ args, deadlineMs, output })
  if (asked.kind === 'timed-out') return { kind: 'none', reason: `no answer within ${deadlineMs / 1000} s` }
  if (asked.kind !== 'exited') return { kind: 'none', reason: 'docker is not there' }
  if (asked.code !== 0) return { kind: 'none', reason: errorLineOf(asked.stderr) }
  try {
    const manifest = Buffer.concat(bytes)
    const digest = `sha256:${createHash('sha256').update(manifest).digest('hex')}`
    return { kind: 'found', digest, json: JSON.parse(manifest.toString('utf8')) as unknown }
  } catch {
    return { kind: 'none', reason: 'its manifest is no JSON' }
  }
}

const deadlineMs = 120_000

/** Gives what a registry has as `repository@digest` these names of the same repository; nothing is sent anew. Throws docker's words. */
export async function setTags(
  docker: Docker,
  reference: string,
  names: readonly string[],
  builder: string | undefined,
): Promise<void> {
  const args = [
    ...['buildx', 'imagetools', 'create', '--progress=plain'],
    ...(builder === undefined ? [] : ['--builder', builder]),
    // A manifest stays one: else it would get an index around it, and another digest.
    ...['--prefer-index=false', ...names.flatMap((name) => ['--tag', name]), reference],
  ]
  const ended = await docker.run({ args, deadlineMs })
  if (isDone(ended)) return
  throw new Error(
    ended.kind === 'exited' ? errorLineOf(ended.stderr) : `no answer within ${deadlineMs / 1000} s`,
  )
}
