import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { createContainerBuilder, createRemoteBuilder } from '../../../scripts/machine/buildx-builders.mjs'
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
    inputs: {},
    env: { DOCKER_HOST: engine.host, DOCKER_CONTEXT: undefined },
    registry: registry.address,
    async [Symbol.asyncDispose]() {
      await registry.stop()
      await engine.stop()
    },
  }
}

/** The machine's engine behind a builder of buildx's driver `remote`. */
export function useRemoteBuilder(): Promise<EngineUnderTest> {
  return useBuilder(createRemoteBuilder)
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
