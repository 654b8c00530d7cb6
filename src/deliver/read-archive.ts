import * as v from 'valibot'
import {
  blobName,
  digestOf,
  layoutFolder,
  maxJsonBytes,
  readImagesOf,
  type LayoutReader,
} from '../measure/oci/oci-layout.ts'
import { readTar } from '../shared/files/read-tar.ts'

/** Most bytes of all manifests and configs of an archive together. */
const maxBytes = 64 * 1024 * 1024

/** The images in an archive, or in a folder of the same form. */
export interface ArchivedImages {
  manifestDigests: Set<string>
  configDigests: Set<string>
}

const dockerSchema = v.array(v.looseObject({ Config: v.string() }))

/** The images that an OCI or Docker archive leads to. Its layers are passed over. Throws an Error for one that is damaged. */
export async function readArchive(path: string): Promise<ArchivedImages> {
  const files = await readSmallFiles(path)
  const get = (name: string): Promise<Buffer> => {
    const content = files.get(name)
    return content === undefined ? Promise.reject(new Error(`${name} is missing`)) : Promise.resolve(content)
  }
  // Before BuildKit wrote both, an archive for docker had a manifest.json alone.
  if (!files.has('index.json')) return readDockerArchive(get)
  return readLayout({ index: () => get('index.json'), blob: ({ digest }) => get(blobName(digest)) })
}

/** The images that an OCI layout folder leads to. Throws an Error for one that is damaged. */
export function readArchiveFolder(folder: string): Promise<ArchivedImages> {
  return readLayout(layoutFolder(folder))
}

async function readLayout(layout: LayoutReader): Promise<ArchivedImages> {
  const images = await readImagesOf(layout)
  return {
    manifestDigests: new Set(images.map(({ manifestDigest }) => manifestDigest)),
    configDigests: new Set(images.map(({ configDigest }) => configDigest)),
  }
}

/** By the configs that manifest.json names (Docker image specification 1.2). */
async function readDockerArchive(get: (name: string) => Promise<Buffer>): Promise<ArchivedImages> {
  const images = v.parse(dockerSchema, JSON.parse((await get('manifest.json')).toString('utf8')))
  const configs = await Promise.all(images.map(async ({ Config: config }) => digestOf(await get(config))))
  return { manifestDigests: new Set(), configDigests: new Set(configs) }
}

/** All that may be JSON: only the whole archive tells which blob is a manifest, which one a small layer. */
async function readSmallFiles(path: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  let bytes = 0
  await readTar(path, async ({ header: { name, type, size }, read }) => {
    if (type !== 'file' || size > maxJsonBytes || bytes + size > maxBytes) return
    const content = await read()
    if (!/^\s*[[{]/.test(content.toString('latin1', 0, 64))) return
    bytes += size
    files.set(name.replace(/^\.\//, ''), content)
  })
  return files
}
