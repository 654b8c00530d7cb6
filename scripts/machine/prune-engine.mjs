import { runCommand } from './command.mjs'

/**
 * Empties an engine: containers, volumes, build cache, and all images but those to keep.
 * @param {string} docker
 * @param {NodeJS.ProcessEnv} env
 * @param {ReadonlySet<string>} keep
 * @returns {Promise<void>}
 */
export async function pruneEngine(docker, env, keep) {
  const list = async (/** @type {string[]} */ args) =>
    (await runCommand([docker, ...args], { env })).split('\n').filter((line) => line !== '')
  const containers = await list(['container', 'ls', '--all', '--quiet'])
  if (containers.length > 0)
    await runCommand([docker, 'container', 'rm', '--force', '--volumes', ...containers], { env })
  const images = await list(['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}'])
  const unwanted = images.filter((reference) => !keep.has(reference) && !reference.includes('<none>'))
  if (unwanted.length > 0) await runCommand([docker, 'image', 'rm', '--force', ...unwanted], { env })
  await runCommand([docker, 'image', 'prune', '--force'], { env })
  await runCommand([docker, 'volume', 'prune', '--all', '--force'], { env })
  await runCommand([docker, 'builder', 'prune', '--all', '--force'], { env })
}
