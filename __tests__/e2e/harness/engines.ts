import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import {
  createContainerBuilder,
  createRemoteBuilder,
  createTlsBuilder,
  offerBuildkit,
} from '../../../scripts/machine/buildx-builders.mjs'
import { startRegistry } from '../../../scripts/machine/registry.mjs'
import { startThrowawayEngine } from '../../../scripts/machine/throwaway-engine.mjs'
import { testFolder } from './workspace.ts'

/** What builds in a test, and a registry that it can push to. */
export interface EngineUnderTest extends AsyncDisposable {
  /** What an action's step needs to use it. */
  inputs: Readonly<Record<string, string>>
  env: Readonly<Record<string, string | undefined>>
  /** host:port of the registry. */
  registry: string
}

const runtime = 'mcr.microsoft.com/dotnet/runtime:10.0'

/** The machine's own engine, which keeps images in containerd's store. */
export async function useEngine(): Promise<EngineUnderTest> {
  const registry = await startRegistry()
  return { inputs: {}, env: {}, registry: registry.address, [Symbol.asyncDispose]: registry.stop }
}

/** An engine of its own with the legacy image store. */
export async function useLegacyEngine(): Promise<EngineUnderTest> {
  const engine = await startThrowawayEngine({ name: `e2e-leg-${process.pid}`, containerdStore: false })
  const [registry] = await Promise.all([
    startRegistry({ address: engine.gateway }),
    engine.loadImages(process.env, [runtime]),
  ])
  return {
    // The engine itself, in place of a builder made for the job.
    inputs: { builder: 'default' },
    env: { DOCKER_HOST: engine.host, DOCKER_CONTEXT: undefined },
    registry: registry.address,
    async [Symbol.asyncDispose]() {
      await registry.stop()
      await engine.stop()
    },
  }
}

/** An engine as hosted runners have it: the legacy image store, no image at all, and the name of moby/buildkit. */
export interface HostedEngine extends AsyncDisposable {
  env: Readonly<Record<string, string | undefined>>
  /** Runs the docker command there, and gives what it printed. */
  docker: (...args: string[]) => Promise<string>
}

/**
 * Starts such an engine. A builder of the driver docker-container that is made there has the machine's own engine behind
 * it, which has the base images.
 */
export async function useHostedEngine({ offersBuildkit = true } = {}): Promise<HostedEngine> {
  const engine = await startThrowawayEngine({ name: `e2e-host-${process.pid}`, containerdStore: false })
  const env = { DOCKER_HOST: engine.host, DOCKER_CONTEXT: undefined }
  const run = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)('docker', args, { env: { ...process.env, ...env } })).stdout.trim()
  let bridge: Awaited<ReturnType<typeof offerBuildkit>> | undefined
  if (offersBuildkit) {
    await engine.loadImages(process.env, [runtime])
    bridge = await offerBuildkit({ env: engine.env, baseImage: runtime, address: engine.gateway })
    await run('image', 'rm', runtime)
  }
  return {
    env,
    docker: run,
    async [Symbol.asyncDispose]() {
      await engine.stop()
      await bridge?.stop()
    },
  }
}

/** The machine's engine behind a builder of buildx's driver `remote`. */
export function useRemoteBuilder(): Promise<EngineUnderTest> {
  return useBuilder(createRemoteBuilder)
}

/** The same over TLS, where both sides show a certificate. */
export function useTlsBuilder(): Promise<EngineUnderTest> {
  return useBuilder(createTlsBuilder)
}

/** The machine's engine behind a builder of buildx's driver `docker-container`. */
export function useContainerBuilder(): Promise<EngineUnderTest> {
  return useBuilder((options) => createContainerBuilder({ ...options, baseImage: runtime }))
}

async function useBuilder(create: typeof createRemoteBuilder): Promise<EngineUnderTest> {
  const registry = await startRegistry()
  const config = { BUILDX_CONFIG: await mkdtemp(join(testFolder(), 'buildx-')) }
  const name = `e2e-${randomUUID().slice(0, 8)}`
  const builder = await create({ name, env: { ...process.env, ...config } })
  return {
    inputs: { builder: name },
    env: config,
    registry: registry.address,
    async [Symbol.asyncDispose]() {
      await builder.remove()
      await registry.stop()
    },
  }
}
