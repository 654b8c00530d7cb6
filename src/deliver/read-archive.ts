import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import tar from 'tar-stream'
import * as v from 'valibot'

/** Most bytes of a file in an archive that may be a manifest, and of all of them together. */
const maxFileBytes = 1024 * 1024
const maxBytes = 32 * 1024 * 1024

/** What an archive of an image says of itself. */
export interface ArchivedImages {
  manifestDigests: Set<string>
  configDigests: Set<string>
}

const described = v.looseObject({ digest: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/)) })
const indexSchema = v.looseObject({ manifests: v.array(described) })
const manifestSchema = v.looseObject({ config: described })
const dockerSchema = v.array(v.looseObject({ Config: v.string() }))

/** Gives a small file of a layout by its path there. */
type ReadFile = (path: string) => Promise<Buffer | undefined>

/** The images that an OCI or Docker archive leads to. Its layers are passed over. */
export async function readArchive(path: string): Promise<ArchivedImages> {
  const files = await readSmallFiles(path)
  return findImages((name) => Promise.resolve(files.get(name)))
}

/** The images that an OCI layout folder leads to. */
export function readLayoutFolder(folder: string): Promise<ArchivedImages> {
  return findImages(async (name) => {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    return found?.isFile() && found.size <= maxFileBytes ? await readFile(path) : undefined
  })
}

/** Follows the index (OCI image layout specification), and manifest.json (docker save). */
async function findImages(read: ReadFile): Promise<ArchivedImages> {
  const found: ArchivedImages = { manifestDigests: new Set(), configDigests: new Set() }
  const follow = async (path: string, depth: number): Promise<void> => {
    const json = parse(await read(path))
    const manifest = v.safeParse(manifestSchema, json)
    if (manifest.success) found.configDigests.add(manifest.output.config.digest)
    const index = v.safeParse(indexSchema, json)
    if (!index.success || depth > 3) return
    for (const { digest } of index.output.manifests) {
      found.manifestDigests.add(digest)
      await follow(`blobs/sha256/${digest.slice('sha256:'.length)}`, depth + 1)
    }
  }
  await follow('index.json', 0)
  const docker = v.safeParse(dockerSchema, parse(await read('manifest.json')))
  for (const { Config: config } of docker.success ? docker.output : []) {
    const hex = /([0-9a-f]{64})(?:\.json)?$/.exec(config)?.[1]
    if (hex !== undefined) found.configDigests.add(`sha256:${hex}`)
  }
  return found
}

async function readSmallFiles(path: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  let bytes = 0
  const entries = tar.extract()
  const reading = pipeline(createReadStream(path), entries)
  for await (const entry of entries) {
    const { name, type, size } = entry.header
    if (type === 'file' && size <= maxFileBytes && bytes + size <= maxBytes) {
      bytes += size
      files.set(name.replace(/^\.\//, ''), await buffer(entry))
    } else entry.resume()
  }
  await reading
  return files
}

function parse(text: Buffer | undefined): unknown {
  try {
    return JSON.parse(text?.toString('utf8') ?? 'null') as unknown
  } catch {
    return undefined
  }
}
