import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Puts an empty file where each layer would be in an OCI layout folder. BuildKit does not send a blob whose file is there
 * already, so that an export costs what changed; whoever reads the folder has to check every blob that did come.
 */
export async function writePlaceholders(
  layoutFolder: string,
  layers: readonly { digest: string }[],
): Promise<void> {
  const folder = join(layoutFolder, 'blobs', 'sha256')
  await mkdir(folder, { recursive: true })
  const names = new Set(layers.map(({ digest }) => digest.slice('sha256:'.length)))
  await Promise.all([...names].map((name) => writeFile(join(folder, name), '')))
}
