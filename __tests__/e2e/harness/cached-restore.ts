import { expect } from '@jest/globals'
import { startRegistry } from '../../../scripts/machine/registry.mjs'
import { startThrowawayEngine, type ThrowawayEngine } from '../../../scripts/machine/throwaway-engine.mjs'
import { startCacheService, type CacheServiceStandIn } from '../../stand-ins/cache-service.ts'
import { scriptedWorkspace } from './recorded-tests.ts'
import { outcomeOf } from './report.ts'
import { runAction, type ActionStep, type StepResult } from './run-action.ts'
import type { Workspace } from './workspace.ts'

const baseImages = ['mcr.microsoft.com/dotnet/sdk:10.0', 'mcr.microsoft.com/dotnet/runtime:10.0']

/** A real restore, whose layer only an export of all stages keeps: the image has nothing of it but one file. */
export const restoreDockerfile = `FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY App.csproj ./
RUN dotnet restore
COPY . .

FROM build AS test
RUN head -c 3000000 /dev/urandom > /tools
RUN bash run-tests.sh

FROM mcr.microsoft.com/dotnet/runtime:10.0 AS final
COPY --from=build /src/app.txt /app/
`

/** A project with a package to restore. */
export const project = `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Newtonsoft.Json" Version="13.0.3" />
  </ItemGroup>
</Project>
`

/** An engine that a test may empty, the places of a build cache that it reaches, and a repository that restores a package. */
export interface CachedRestore extends AsyncDisposable {
  engine: ThrowawayEngine
  service: CacheServiceStandIn
  registry: Awaited<ReturnType<typeof startRegistry>>
  workspace: Workspace
  /** Runs a step on that engine, whose tests must pass. */
  run: (step: Partial<ActionStep>) => Promise<StepResult>
}

/** Starts all of it. */
export async function startCachedRestore(): Promise<CachedRestore> {
  const engine = await startThrowawayEngine({ name: `e2e-cache-${process.pid}` })
  await engine.loadImages(process.env, baseImages)
  // What the engine itself asks must listen on this machine's side of the engine's network.
  const service = await startCacheService({ address: engine.gateway })
  const registry = await startRegistry({ address: engine.gateway })
  const workspace = await scriptedWorkspace({
    dockerfile: restoreDockerfile,
    files: { 'App.csproj': project, '.dockerignore': '.git\n' },
  })
  return {
    ...{ engine, service, registry, workspace },
    run: async (step) => {
      const env = { DOCKER_HOST: engine.host, DOCKER_CONTEXT: undefined }
      const result = await runAction({ workspace, ...step, env: { ...env, ...step.env } })
      expect(result).toMatchObject({ exitCode: 0, errors: [], outputs: { 'test-result': 'passed' } })
      return result
    },
    [Symbol.asyncDispose]: async () => {
      await workspace[Symbol.asyncDispose]()
      await registry.stop()
      await service[Symbol.asyncDispose]()
      await engine.stop()
    },
  }
}

/** What became of the restore. */
export const restoreOf = ({ report }: StepResult) => outcomeOf(report?.steps.test ?? [], 'RUN dotnet restore')
