import { parseArgs } from 'node:util'
import { runCommand } from './command.mjs'
import { ensureDotnetImages } from './dotnet-images.mjs'
import { ensureEngine } from './engine.mjs'
import { ensureNode24 } from './node24.mjs'
import { ensureRegistryProgram } from './registry.mjs'

const HELP = `Usage: node scripts/machine/prepare.mjs [--registry]

Sees to it that this machine has a Docker engine with buildx, the .NET images and a node 24.
  --registry   installs a registry server too`

const log = (/** @type {string} */ line) => {
  console.log(line)
}

try {
  const { values } = parseArgs({ options: { registry: { type: 'boolean' }, help: { type: 'boolean' } } })
  if (values.help === true) log(HELP)
  else await prepare(values.registry === true)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  if (error instanceof Error && error.cause instanceof Error) console.error(error.cause.message)
  process.exitCode = 1
}

/**
 * @param {boolean} withRegistry
 * @returns {Promise<void>}
 */
async function prepare(withRegistry) {
  const engine = await ensureEngine({ log })
  const env = { ...process.env, PATH: engine.path }
  const docker = engine.dockerPath
  const images = await ensureDotnetImages({ docker, env, log })
  const node24 = await ensureNode24({ log })
  const format = 'client {{.Client.Version}}, engine {{.Server.Version}}'
  log(`docker    ${docker} (${(await runCommand([docker, 'version', '--format', format], { env })).trim()})`)
  log(`buildx    ${(await runCommand([docker, 'buildx', 'version'], { env })).trim()}`)
  for (const { reference, isStandIn } of images) {
    log(`image     ${reference}${isStandIn ? " (a stand-in from this machine's own SDK)" : ''}`)
  }
  log(`node 24   ${node24}`)
  if (withRegistry) log(`registry  ${await ensureRegistryProgram()}`)
  log(`PATH      ${engine.path}`)
}
