import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../../scripts/machine/command.mjs'
import { ensureDotnetImages } from '../../scripts/machine/dotnet-images.mjs'
import { ensureEngine } from '../../scripts/machine/engine.mjs'
import { ensureNode24 } from '../../scripts/machine/node24.mjs'
import { ensureRegistryProgram } from '../../scripts/machine/registry.mjs'

/**
 * Prepares a real Docker, the .NET images, a registry program and node 24, also on a machine that has none of them. The
 * tests find it all in PATH, E2E_NODE (the runtime of the action) and E2E_FOLDER (for their temporary files).
 */
export default async function setup() {
  const log = (/** @type {string} */ line) => {
    console.log(line)
  }
  const engine = await ensureEngine({ log })
  process.env['PATH'] = engine.path
  await requireContainerdStore(engine.dockerPath)
  await ensureDotnetImages({ docker: engine.dockerPath, env: process.env, log })
  await ensureRegistryProgram()
  process.env['E2E_NODE'] = await ensureNode24({ log })
  process.env['E2E_FOLDER'] = await mkdtemp(join(tmpdir(), 'dotnet-container-e2e-'))
}

/** @param {string} docker */
async function requireContainerdStore(docker) {
  const status = await runCommand([docker, 'info', '--format', '{{json .DriverStatus}}'])
  if (status.includes('io.containerd.snapshotter')) return
  throw new Error(
    'This Docker engine keeps its images in the legacy store, with which sizes are estimates and these tests would fail. Put ' +
      '{"features": {"containerd-snapshotter": true}} into its daemon.json, restart it and try again.',
  )
}
