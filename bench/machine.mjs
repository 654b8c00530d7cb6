import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureDotnetImages } from '../scripts/machine/dotnet-images.mjs'
import { ensureEngine } from '../scripts/machine/engine.mjs'
import { ensureNode24 } from '../scripts/machine/node24.mjs'

/**
 * What a benchmark of builds needs: a Docker engine with .NET images, node 24, and a folder of its own, where records go too.
 * `remove` takes the folder away.
 */
export async function prepareMachine() {
  const log = () => undefined
  const engine = await ensureEngine({ log })
  const folder = await mkdtemp(join(tmpdir(), 'dotnet-container-bench-'))
  const env = { ...process.env, PATH: engine.path, XDG_STATE_HOME: join(folder, 'state') }
  await ensureDotnetImages({ docker: engine.dockerPath, env, log, tags: ['sdk:10.0', 'aspnet:10.0'] })
  const node = await ensureNode24({ log })
  return {
    docker: engine.dockerPath,
    folder,
    env,
    node,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
