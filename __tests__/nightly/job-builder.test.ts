import { describe, expect, test } from '@jest/globals'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { startCacheService } from '../stand-ins/cache-service.ts'
import { mainScope } from '../stand-ins/cached-job.ts'
import { useHostedEngine, type HostedEngine } from '../e2e/harness/engines.ts'
import { dotnetDockerfile, scriptedWorkspace } from '../e2e/harness/recorded-tests.ts'
import { postOf, runAction, type StepResult } from '../e2e/harness/run-action.ts'
import { testFolder, type Workspace } from '../e2e/harness/workspace.ts'

/** A job on a runner, whose steps share what the runner and docker keep. */
async function startJob(
  engine: HostedEngine,
): Promise<
  (workspace: Workspace, tags: string, more?: Partial<Parameters<typeof runAction>[0]>) => Promise<StepResult>
> {
  const folder = await mkdtemp(join(testFolder(), 'job-'))
  const env = {
    ...engine.env,
    BUILDX_CONFIG: join(folder, 'buildx'),
    RUNNER_NAME: folder,
    GITHUB_RUN_ID: '77',
    // Its folder is another one for each step here.
    RUNNER_TEMP: folder,
  }
  return (workspace, tags, more = {}) =>
    runAction({ workspace, ...more, inputs: { tags, ...more.inputs }, env: { ...env, ...more.env } })
}

/** Ends a step's job. */
function endJob(
  run: Awaited<ReturnType<typeof startJob>>,
  workspace: Workspace,
  result: StepResult,
): Promise<StepResult> {
  return run(workspace, '', postOf(result))
}

describe('a Docker engine with its legacy image store', () => {
  test('gets a builder for the job, used by later steps, and removed in the end', async () => {
    await using engine = await useHostedEngine()
    await using service = await startCacheService()
    await using workspace = await scriptedWorkspace({ dockerfile: dotnetDockerfile })
    const cache = { url: service.url, token: service.token({ scopes: [mainScope] }) }
    const run = await startJob(engine)

    const first = await run(workspace, 'acme/shop:1', { cache })
    expect(first).toMatchObject({
      exitCode: 0,
      errors: [],
      warnings: [],
      outputs: { 'test-result': 'passed' },
    })
    expect(first.stdout).toMatch(/^Builder dotnet-container-[0-9a-f]{12} is ready after [\d.]+ s\.$/m)
    expect(first.report?.image).toMatchObject({ driver: 'docker-container', method: 'oci-layout' })
    expect(first.stdout).toMatch(/^Build cache: auto chose the Actions cache, read and written/m)
    expect(service.entries().length).toBeGreaterThan(1)
    expect(await engine.docker('image', 'inspect', '--format', '{{.Id}}', 'acme/shop:1')).toBe(
      first.outputs['imageid'],
    )

    const second = await run(workspace, 'acme/shop:2', { cache })
    expect(second).toMatchObject({ exitCode: 0, errors: [], warnings: [], state: {} })
    expect(second.stdout).not.toContain('is ready after')
    expect(second.outputs['imageid']).toBe(first.outputs['imageid'])
    expect(await engine.docker('ps', '--format', '{{.Names}}')).toMatch(
      /^buildx_buildkit_dotnet-container-\w+$/,
    )

    const ended = await endJob(run, workspace, first)
    expect(ended).toMatchObject({ exitCode: 0, warnings: [] })
    expect(ended.stdout).toMatch(/^Removed the builder dotnet-container-/m)
    expect(await engine.docker('ps', '--all', '--quiet')).toBe('')
    expect(await engine.docker('volume', 'ls', '--quiet')).toBe('')
    expect(await endJob(run, workspace, second)).toMatchObject({ exitCode: 0, stdout: '' })
  })

  test('builds by itself where no builder can be made, and says so', async () => {
    await using engine = await useHostedEngine({ offersBuildkit: false })
    await using workspace = await scriptedWorkspace({ dockerfile: dotnetDockerfile })
    const run = await startJob(engine)
    const result = await run(workspace, 'acme/shop:1', { inputs: { 'missing-test-stage': 'skip' } })
    // The engine has no base image either, so the build itself fails; what matters comes before.
    expect(result.warnings[0]?.message).toMatch(
      /^The Docker engine builds by itself: no builder could be made for this job from the image moby\/buildkit \(.+\)\.$/,
    )
    expect(await engine.docker('ps', '--all', '--quiet')).toBe('')
  })

  test('builds by itself where an image is in that engine alone', async () => {
    await using engine = await useHostedEngine()
    const base = await engine.docker('image', 'ls', '--quiet', 'moby/buildkit')
    await engine.docker('tag', base, 'acme/base:1')
    await using workspace = await scriptedWorkspace({
      dockerfile: dotnetDockerfile.replaceAll('mcr.microsoft.com/dotnet/runtime:10.0', 'acme/base:1'),
    })
    const run = await startJob(engine)
    const result = await run(workspace, 'acme/shop:1', { inputs: { baseline: 'off' } })
    expect(result).toMatchObject({ exitCode: 0, errors: [], state: {} })
    expect(result.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^The Docker engine builds by itself: acme\/base:1 is in no registry but in the engine alone/,
      ),
      expect.stringMatching(/^Compressed sizes are estimates/),
    ])
  })
})
