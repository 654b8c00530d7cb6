import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tryCommand } from '../../scripts/machine/command.mjs'

/** Removes the images that the tests had loaded into the machine's engine, and their temporary files. */
export default async function teardown() {
  const folder = process.env['E2E_FOLDER']
  if (folder === undefined) return
  const images = await readFile(join(folder, 'images'), 'utf8').catch(() => '')
  const unique = [...new Set(images.split('\n').filter((line) => line !== ''))]
  if (unique.length > 0) await tryCommand(['docker', 'image', 'rm', '--force', ...unique])
  await rm(folder, { recursive: true, force: true })
}
