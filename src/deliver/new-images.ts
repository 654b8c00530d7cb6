import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'

/** Configs of images are a few kilobytes. */
const maxConfigBytes = 1024 * 1024

const configSchema = v.looseObject({
  os: v.string(),
  rootfs: v.looseObject({ diff_ids: v.array(v.string()) }),
})

/** The names of the blobs in an OCI layout folder: digests without their algorithm. */
export async function listBlobs(layoutFolder: string): Promise<Set<string>> {
  return new Set(await readdir(join(layoutFolder, 'blobs', 'sha256')))
}

/**
 * Whether a layout folder got the config of an image that it did not have before: then the solve that wrote into it again gave
 * another image. The config of an attestation says of itself that it is of no known system.
 */
export async function hasNewImage(layoutFolder: string, before: ReadonlySet<string>): Promise<boolean> {
  const folder = join(layoutFolder, 'blobs', 'sha256')
  const added = (await readdir(folder)).filter((name) => !before.has(name))
  const configs = await Promise.all(added.map((name) => isImageConfig(join(folder, name))))
  return configs.includes(true)
}

async function isImageConfig(path: string): Promise<boolean> {
  if ((await stat(path)).size > maxConfigBytes) return false
  try {
    const config = v.safeParse(configSchema, JSON.parse(await readFile(path, 'utf8')))
    return config.success && config.output.os !== 'unknown'
  } catch {
    return false
  }
}
