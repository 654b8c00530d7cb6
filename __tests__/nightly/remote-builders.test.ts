import { expect, test } from '@jest/globals'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { createRemoteBuilder } from '../../scripts/machine/buildx-builders.mjs'
import { startRegistry } from '../../scripts/machine/registry.mjs'
import { startThrowawayEngine } from '../../scripts/machine/throwaway-engine.mjs'
import { outcomeOf } from '../e2e/harness/report.ts'
import { scriptedWorkspace, threePassed } from '../e2e/harness/recorded-tests.ts'
import { runAction, type StepResult } from '../e2e/harness/run-action.ts'
import { testFolder } from '../e2e/harness/workspace.ts'

const runtime = 'mcr.microsoft.com/dotnet/runtime:10.0'

/** Steps whose outcome nobody could make a second time: the one that ships, and one that only the tests need. */
const dockerfile = `FROM ${runtime} AS build
RUN head -c 3000000 /dev/urandom > /app.bin

FROM build AS test
RUN head -c 2000000 /dev/urandom > /tools.bin
COPY run-tests.sh /
RUN bash /run-tests.sh

FROM ${runtime} AS final
COPY --from=build /app.bin /app/
`

test('two remote BuildKits share a cache in a registry, and none sees the other’s disk', async () => {
  await using first = await startThrowawayEngine({ name: `e2e-far-1-${process.pid}` })
  await using second = await startThrowawayEngine({ name: `e2e-far-2-${process.pid}` })
  await Promise.all([first, second].map((engine) => engine.loadImages(process.env, [runtime])))
  // Each engine reaches it by the one address of this machine that both have, and by plain HTTP as registries on a loopback address.
  await using registry = await startRegistry({ address: first.gateway })
  await using workspace = await scriptedWorkspace({ dockerfile, script: `echo '${threePassed}'` })
  const config = { BUILDX_CONFIG: await mkdtemp(join(testFolder(), 'buildx-')) }
  const env = { ...process.env, ...config }
  await using near = await createRemoteBuilder({ name: 'near', env, host: first.host })
  await using far = await createRemoteBuilder({ name: 'far', env, host: second.host })
  const run = async (builder: string): Promise<StepResult> => {
    const result = await runAction({
      workspace,
      env: config,
      inputs: {
        builder,
        ...{ cache: 'registry', 'cache-ref': `${registry.address}/cache:shop`, baseline: 'off' },
      },
    })
    expect(result).toMatchObject({
      exitCode: 0,
      errors: [],
      warnings: [],
      outputs: { 'test-result': 'passed' },
    })
    return result
  }
  const cold = await run(near.name)
  const warm = await run(far.name)
  const heads = ({ report }: StepResult): string[] => [
    outcomeOf(report?.steps.test ?? [], 'RUN head -c 2000000'),
    outcomeOf(report?.steps.image ?? [], 'RUN head -c 3000000'),
  ]
  expect(outcomeOf(cold.report?.steps.test ?? [], 'RUN head -c 3000000')).toBe('done')
  expect(heads(warm)).toEqual(['cached', 'cached'])
  expect(warm.report?.cacheUse?.receivedBytes).toBeGreaterThan(5_000_000)
  // The very layer came, and not one made again.
  expect(warm.outputs['compressed-bytes']).toBe(cold.outputs['compressed-bytes'])
  expect(warm.report?.image?.layers.at(-1)?.digest).toBe(cold.report?.image?.layers.at(-1)?.digest)
})
