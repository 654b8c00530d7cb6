import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findProgram } from '../../../scripts/machine/docker-client.mjs'
import { repository } from './action-manifest.ts'
import { docker } from './docker.ts'
import { testFolder } from './workspace.ts'

/** A job with `container:`, as the runner starts one: in a network of its own, with the engine's socket and the folders of the runner. */
export interface ContainerJob extends AsyncDisposable {
  /** Runs node 24 in it. */
  node: string
}

const image = 'mcr.microsoft.com/dotnet/runtime:10.0'
const plugins = '/usr/libexec/docker/cli-plugins/docker-buildx'

/** Makes the network, and the program that starts the container. */
export async function useContainerJob(): Promise<ContainerJob> {
  const network = `e2e-job-${randomUUID().slice(0, 8)}`
  await docker('network', 'create', network)
  const node = process.env['E2E_NODE'] ?? 'node'
  const ask = '{{range .ClientInfo.Plugins}}{{if eq .Name "buildx"}}{{.Path}}{{end}}{{end}}'
  const buildx = (await docker('info', '--format', ask)).trim()
  const folders = [testFolder(), repository, dirname(node), ...(process.env['ACTION_DIST'] ?? '').split('\n')]
  const mounts = [
    ...folders.filter((folder) => folder !== '').map((folder) => `${folder}:${folder}`),
    '/var/run/docker.sock:/var/run/docker.sock',
    `${buildx}:${plugins}:ro`,
    `${(await findProgram('docker')) ?? ''}:/usr/bin/docker:ro`,
  ]
  const program = join(await mkdtemp(join(testFolder(), 'container-job-')), 'node')
  const options = [
    '--rm',
    '--network',
    network,
    '--user',
    '0',
    ...mounts.flatMap((mount) => ['--volume', mount]),
  ]
  // Not a shell: the names of inputs have hyphens, and a shell drops such variables.
  const script = `#!${node}
const { spawnSync } = require('node:child_process')
const names = Object.keys(process.env).filter((name) => name !== 'PATH').flatMap((name) => ['--env', name])
const place = ['--workdir', process.cwd(), '--env', 'PATH=/usr/bin:/bin', '--entrypoint', ${JSON.stringify(node)}]
const args = ['run', ...${JSON.stringify(options)}, ...names, ...place, ${JSON.stringify(image)}, ...process.argv.slice(2)]
process.exitCode = spawnSync('docker', args, { stdio: 'inherit' }).status ?? 1
`
  await writeFile(program, script)
  await chmod(program, 0o755)
  return {
    node: program,
    async [Symbol.asyncDispose]() {
      await docker('network', 'rm', network)
    },
  }
}
