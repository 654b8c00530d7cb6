import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { startRegistry } from '../../scripts/machine/registry.mjs'
import { docker } from './harness/docker.ts'
import {
  examples,
  expectCompileError,
  expectGreen,
  expectRed,
  testOutputs,
  type Example,
} from './harness/examples.ts'
import { scriptedWorkspace } from './harness/recorded-tests.ts'
import { runAction } from './harness/run-action.ts'
import { copyExample } from './harness/workspace.ts'

let registry: Awaited<ReturnType<typeof startRegistry>>

beforeAll(async () => {
  registry = await startRegistry()
})

afterAll(async () => {
  await registry.stop()
})

const named = (...names: string[]): Example[] => examples.filter(({ name }) => names.includes(name))

// unnamed-final has a test of its own below.
test.each(named('two-stage', 'visual-studio', 'several-projects'))(
  '$name is green, with the counts of its tests',
  async (example) => {
    await expectGreen(example, registry.address)
  },
)

// The others: __tests__/nightly/examples.test.ts.
test.each(named('several-projects'))(
  '$name is red when a test is broken, and nothing is built or pushed',
  async (example) => {
    await expectRed(example, registry.address)
  },
)

test.each(named('two-stage', 'several-projects'))(
  '$name is red when the code does not compile, with file and line',
  async (example) => {
    await expectCompileError(example, registry.address)
  },
)

test('a Dockerfile without a test stage is built when that is asked for, with a warning', async () => {
  await using workspace = await scriptedWorkspace({
    dockerfile: 'FROM scratch AS final\nCOPY app.txt /app/\n',
  })
  const result = await runAction({ workspace, inputs: { 'missing-test-stage': 'skip', baseline: 'off' } })
  expect(result).toMatchObject({
    exitCode: 0,
    errors: [],
    warnings: [{ message: 'No tests were run: Dockerfile has no test stage.' }],
  })
  expect(testOutputs(result)).toEqual(['skipped', '0', '0', '0', '0'])
  expect(result.outputs['compressed-bytes']).toMatch(/^\d+$/)
  expect(result.summary).toMatch(/^### ⚠️ Tests not run · /)
})

test('the runtime stage alone is built without the SDK', async () => {
  await using workspace = await copyExample('visual-studio')
  const result = await runAction({ workspace, inputs: { target: 'base', baseline: 'off' } })
  expect(result).toMatchObject({ exitCode: 0, errors: [] })
  expect(result.outputs['test-result']).toBe('skipped')
  expect(result.report?.steps.test).toEqual([])
  const steps = result.report?.steps.image.filter(({ stage }) => stage !== undefined)
  // By the words alone: BuildKit tells of a step that another build has at the same time by the stage of that one.
  expect(steps?.map(({ name }) => name.replace(/@sha256:\w+$/, ''))).toEqual([
    'FROM mcr.microsoft.com/dotnet/aspnet:10.0',
    'WORKDIR /app',
  ])
  expect(result.stdout).not.toContain('dotnet/sdk')
})

test('without a test stage the tests run in a generated one, and the unnamed last stage is an image that answers', async () => {
  await using workspace = await copyExample('unnamed-final')
  const tag = `dotnet-container-e2e-greeter:${randomUUID().slice(0, 8)}`
  const result = await runAction({
    workspace,
    inputs: { tags: tag, load: 'true', baseline: 'off' },
  })
  expect(result).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  expect(testOutputs(result)).toEqual(['passed', '6', '5', '0', '1'])
  expect(result.summary).toContain('FROM construct AS test\n')
  expect(await docker('image', 'inspect', '--format', '{{json .Config.Cmd}}', tag)).toBe(
    '["dotnet","Greeter.dll"]',
  )
  const container = await docker('run', '--detach', '--publish', '127.0.0.1::8080', tag)
  try {
    const address = await docker('port', container, '8080/tcp')
    expect(await fetchPatiently(`http://${address}/healthz`)).toBe('Healthy')
  } finally {
    await docker('container', 'rm', '--force', '--volumes', container)
    await docker('image', 'rm', '--force', tag)
  }
})

test('a command that nobody knows is tried where it alone may test, and the tests run in a generated stage where it does not', async () => {
  await using workspace = await copyExample('two-stage')
  const program = (script: string): string =>
    `COPY . .\nRUN printf '#!/bin/sh\\n${script}\\n' > /usr/bin/quality && chmod +x /usr/bin/quality\nRUN /usr/bin/quality\n`
  const inputs = { baseline: 'off' }

  await workspace.edit('Dockerfile', 'COPY . .\n', program('exec dotnet test tests/*/*.csproj'))
  const tested = await runAction({ workspace, inputs })
  expect(tested).toMatchObject({ exitCode: 0, errors: [] })
  expect(testOutputs(tested)).toEqual(['passed', '6', '6', '0', '0'])
  expect(tested.summary).not.toContain(' AS test\n')

  await workspace.edit('Dockerfile', 'exec dotnet test tests/*/*.csproj', 'echo all is well')
  const generated = await runAction({ workspace, inputs })
  expect(generated).toMatchObject({ exitCode: 0, errors: [] })
  expect(testOutputs(generated)).toEqual(['passed', '6', '6', '0', '0'])
  expect(generated.summary).toContain('FROM build AS test\n')
  expect(generated.summary).toContain('was tried first: no result of a test came out of it.')
})

/** What a server answers, which may take some seconds to start. */
async function fetchPatiently(url: string): Promise<string> {
  const deadline = Date.now() + 30_000
  for (;;) {
    try {
      return await (await fetch(url)).text()
    } catch (error) {
      if (Date.now() > deadline) throw error
      await sleep(200)
    }
  }
}
