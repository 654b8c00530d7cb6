import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tryCommand } from '../../scripts/machine/command.mjs'

/** Removes the images that the tests had loaded into the machine's engine, and their temporary files. */
export default async function teardown() {
  const folder = process.env['E2E_FOLDER']
  if (folder === undefined) return
  const images = await readFile(join(folder, 'images'), 'utf8').catch(() => '')
  const unique = [...new Set(images.split('\n').filter((line) => line !== ''))]
  // The engine clears its store after each of them, and once for those that it removes at the same time.
  await Promise.all(unique.map((image) => tryCommand(['docker', 'image', 'rm', '--force', image])))
  await rm(folder, { recursive: true, force: true })
}
