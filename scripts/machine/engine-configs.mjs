import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from './command.mjs'
import { ENGINE_NETWORKS } from './engine-network.mjs'

/**
 * Writes the configuration of a throw-away engine's dockerd and containerd, with all that they keep below the folder, and
 * mounts the tmpfs for their data when a size in MiB is given.
 * @param {{
 *   folder: string,
 *   host: string,
 *   containerdStore: boolean,
 *   dataRootSizeMb: number | undefined,
 * }} options
 * @returns {Promise<{ dockerd: string, containerd: string }>} paths of the two daemons' configuration
 */
export async function writeEngineConfigs({ folder, host, containerdStore, dataRootSizeMb }) {
  const data = join(folder, 'data')
  await mkdir(data, { recursive: true, mode: 0o711 })
  if (dataRootSizeMb !== undefined) {
    await runCommand(['mount', '-t', 'tmpfs', '-o', `size=${dataRootSizeMb}m,mode=0711`, 'tmpfs', data])
  }
  const containerdSocket = join(folder, 'containerd.sock')
  const configs = { dockerd: join(folder, 'daemon.json'), containerd: join(folder, 'containerd.toml') }
  // A containerd of its own, because dockerd would share the machine's where one runs as a service.
  await writeFile(
    configs.containerd,
    `version = 2
root = ${JSON.stringify(join(data, 'containerd'))}
state = ${JSON.stringify(join(folder, 'containerd'))}
disabled_plugins = ["io.containerd.grpc.v1.cri"]
[grpc]
  address = ${JSON.stringify(containerdSocket)}
`,
  )
  const config = {
    hosts: [host],
    'data-root': join(data, 'docker'),
    'exec-root': join(folder, 'docker'),
    pidfile: join(folder, 'docker.pid'),
    containerd: containerdSocket,
    // It keeps less the fuller the machine's disk is, and a test's build cache is not to go for that.
    builder: { gc: { enabled: false } },
    features: { 'containerd-snapshotter': containerdStore },
    // Those of the others too, so that engines can share a registry.
    'insecure-registries': [ENGINE_NETWORKS],
  }
  await writeFile(configs.dockerd, JSON.stringify(config, null, 2))
  return configs
}
