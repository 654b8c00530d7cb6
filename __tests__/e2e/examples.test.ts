import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { startRegistry } from '../../scripts/machine/registry.mjs'
import { manifest } from './harness/action-manifest.ts'
import { docker, hasImage } from './harness/docker.ts'
import { listTags } from './harness/registry-client.ts'
import { runAction, type StepResult } from './harness/run-action.ts'
import { copyExample, type Workspace } from './harness/workspace.ts'

interface Example {
  name: string
  finalStage: string
  counts: { total: number; passed: number; skipped: number }
  /** Whether the example has no test stage, as many don't. */
  needsStage: boolean
  /** The RUN that tests, when there is one, and its line. */
  run: { line: number; command: string }
  /** An edit that makes one test fail, and that test. */
  broken: {
    file: string
    text: string
    replacement: string
    test: string
    assertion: { file: string; line: number }
  }
  /** An edit that does not compile (two examples are enough), where the compiler says so, and the line of the instruction that fails of it. */
  mistake?: {
    file: string
    text: string
    replacement: string
    mistaken: { line: number; code: string; text: string }
    line: number
  }
}

const examples: Example[] = [
  {
    name: 'two-stage',
    finalStage: 'final',
    counts: { total: 6, passed: 6, skipped: 0 },
    needsStage: true,
    run: { line: 16, command: 'RUN dotnet test tests/Shop.Api.Tests/Shop.Api.Tests.csproj --no-restore' },
    broken: {
      file: 'tests/Shop.Api.Tests/PriceCalculatorTests.cs',
      text: '(9.50, 10, 90.25)',
      replacement: '(9.50, 10, 90.26)',
      test: 'Shop.Api.Tests.PriceCalculatorTests.Discounts_larger_quantities(unitPrice: 9.5, quantity: 10, expected: 90.26)',
      assertion: { file: 'tests/Shop.Api.Tests/PriceCalculatorTests.cs', line: 12 },
    },
    mistake: {
      file: 'tests/Shop.Api.Tests/CatalogueTests.cs',
      text: 'namespace Shop.Api.Tests;',
      replacement: 'namespace Shop.Api.Tests;\n\npublic class Typo : NotThere;',
      mistaken: {
        line: 3,
        code: 'CS0246',
        text: "The type or namespace name 'NotThere' could not be found (are you missing a using directive or an assembly reference?)",
      },
      line: 16,
    },
  },
  {
    name: 'visual-studio',
    finalStage: 'final',
    counts: { total: 9, passed: 9, skipped: 0 },
    needsStage: false,
    run: { line: 24, command: 'RUN dotnet test' },
    broken: {
      file: 'WeatherApi/WeatherForecast.cs',
      text: '* 1.8',
      replacement: '* (TemperatureC == 21 ? 1.7 : 1.8)',
      test: 'WeatherApi.Tests.WeatherForecastTests.Converts_to_Fahrenheit(celsius: 21, fahrenheit: 70)',
      assertion: { file: 'WeatherApi.Tests/WeatherForecastTests.cs', line: 14 },
    },
  },
  {
    name: 'unnamed-final',
    finalStage: 'stage-2',
    counts: { total: 6, passed: 5, skipped: 1 },
    needsStage: true,
    run: { line: 15, command: 'RUN dotnet test Greeter.Tests/Greeter.Tests.csproj --no-restore' },
    broken: {
      file: 'Greeter/Greeting.cs',
      text: '"Good evening"',
      replacement: '"Good day"',
      test: 'Greeter.Tests.GreetingTests.Greets_by_the_hour(hour: 23, expected: "Good evening, Ada!")',
      assertion: { file: 'Greeter.Tests/GreetingTests.cs', line: 12 },
    },
  },
  {
    name: 'several-projects',
    finalStage: 'final',
    counts: { total: 24, passed: 23, skipped: 1 },
    needsStage: false,
    run: { line: 17, command: 'RUN dotnet test --configuration Release --no-restore' },
    broken: {
      file: 'tests/Orders.Infrastructure.Tests/OrderExportTests.cs',
      text: '"Mug", "Mug"',
      replacement: '"Mug", "Cup"',
      test: 'Orders.Infrastructure.Tests.OrderExportTests.Quotes_where_a_field_needs_it(article: "Mug", written: "Cup")',
      assertion: { file: 'tests/Orders.Infrastructure.Tests/OrderExportTests.cs', line: 15 },
    },
    mistake: {
      file: 'src/Orders.Core/OrderNumber.cs',
      text: 'Year:0000}',
      replacement: 'Jahr:0000}',
      mistaken: { line: 15, code: 'CS0103', text: "The name 'Jahr' does not exist in the current context" },
      line: 14,
    },
  },
]

let registry: Awaited<ReturnType<typeof startRegistry>>

beforeAll(async () => {
  registry = await startRegistry()
})

afterAll(async () => {
  await registry.stop()
})

/** A name in the registry that nobody else uses. */
const newTag = (name: string): string => `${registry.address}/${name}-${randomUUID().slice(0, 8)}:1`

describe.each(examples)('$name', (example) => {
  const { name, counts, finalStage, needsStage } = example
  const dockerfile = `examples/${name}/Dockerfile`

  test('is green, with the counts of its tests', async () => {
    await using workspace = await copyExample(name)
    if (needsStage) await pasteTheStageOfTheError(workspace)
    const tag = newTag(name)
    const result = await runAction({ workspace, inputs: { tags: tag, push: 'true' } })
    expect(result).toMatchObject({ exitCode: 0, errors: [] })
    expect(testOutputs(result)).toEqual(
      ['passed', counts.total, counts.passed, 0, counts.skipped].map(String),
    )
    expect(Object.keys(result.outputs).sort()).toEqual(Object.keys(manifest.outputs).sort())
    expect(result.report).toMatchObject({ file: dockerfile, target: finalStage, problems: [] })
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
    expect(result.summary.split('\n')[0]).toMatch(
      new RegExp(`^### ✅ ${counts.passed} tests passed${skipped} · \\d+\\.\\d\\d MB$`),
    )
    expect(result.log.oddities()).toEqual([])
    expect(await listTags(registry.address)).toContain(tag.slice(registry.address.length + 1))
  })

  test('is red when a test is broken, and nothing is built or pushed', async () => {
    await using workspace = await copyExample(name)
    if (needsStage) await pasteTheStageOfTheError(workspace)
    const { file, text, replacement, test: brokenTest, assertion } = example.broken
    await workspace.edit(file, text, replacement)
    const tag = newTag(name)
    const result = await runAction({ workspace, inputs: { tags: tag, push: 'true', load: 'true' } })
    expect(result.exitCode).toBe(1)
    const { line, command } = example.run
    expect(result.errors).toEqual([
      {
        title: brokenTest,
        file: `examples/${name}/${assertion.file}`,
        line: assertion.line,
        message: expect.stringMatching(/^Assert\.Equal\(\) Failure/),
      },
      {
        title: `1 of ${counts.total} tests failed in stage test`,
        file: dockerfile,
        line,
        message: `${dockerfile}:${line} ${command}\n✘ ${brokenTest}`,
      },
    ])
    expect(testOutputs(result)).toEqual(
      ['failed', counts.total, counts.passed - 1, 1, counts.skipped].map(String),
    )
    await expectNothingDelivered(result, tag, finalStage)
  })
})

test.each(
  examples.flatMap((example) =>
    example.mistake === undefined ? [] : [{ ...example, mistake: example.mistake }],
  ),
)(
  '$name is red when the code does not compile, with file and line',
  async ({ name, needsStage, finalStage, mistake: { file, text, replacement, mistaken, line } }) => {
    const dockerfile = `examples/${name}/Dockerfile`
    await using workspace = await copyExample(name)
    if (needsStage) await pasteTheStageOfTheError(workspace)
    await workspace.edit(file, text, replacement)
    const tag = newTag(name)
    const result = await runAction({ workspace, inputs: { tags: tag, push: 'true', load: 'true' } })
    expect(result.exitCode).toBe(1)
    const place = `examples/${name}/${file}`
    expect(result.errors).toEqual([
      { title: mistaken.code, file: place, line: mistaken.line, message: mistaken.text },
      {
        title: 'The code did not compile: 1 error',
        file: dockerfile,
        line,
        message: expect.stringContaining(`\n${place}:${mistaken.line}: ${mistaken.code} ${mistaken.text}`),
      },
    ])
    expect(testOutputs(result)).toEqual(['error', '0', '0', '0', '0'])
    await expectNothingDelivered(result, tag, finalStage)
  },
)

test('a Dockerfile without a test stage is built when that is asked for, with a warning', async () => {
  await using workspace = await copyExample('two-stage')
  const result = await runAction({ workspace, inputs: { 'missing-test-stage': 'skip', baseline: 'off' } })
  expect(result).toMatchObject({
    exitCode: 0,
    errors: [],
    warnings: [{ message: 'No tests were run: examples/two-stage/Dockerfile has no test stage.' }],
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
  expect(steps?.map(({ stage, name }) => `${stage ?? ''}: ${name.replace(/@sha256:\w+$/, '')}`)).toEqual([
    'base: FROM mcr.microsoft.com/dotnet/aspnet:10.0',
    'base: WORKDIR /app',
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
    `COPY . .\nRUN printf '#!/bin/sh\\n${script}\\n' > /usr/bin/quality && chmod +x /usr/bin/quality\nRUN quality\n`
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

function testOutputs({ outputs }: StepResult): (string | undefined)[] {
  return ['test-result', 'tests-total', 'tests-passed', 'tests-failed', 'tests-skipped'].map(
    (name) => outputs[name],
  )
}

/** Does what a user would: takes the stage from the error and puts it above the line that it names. */
async function pasteTheStageOfTheError(workspace: Workspace): Promise<void> {
  const { exitCode, errors, outputs } = await runAction({
    workspace,
    inputs: { 'missing-test-stage': 'fail' },
  })
  expect(exitCode).toBe(1)
  const message = errors[0]?.message ?? ''
  const [, line, file, stage] =
    /\nPaste this above line (\d+) of (\S+):\n\n([\s\S]+?\n\n)To build without tests/.exec(message) ?? []
  expect(errors).toEqual([{ title: 'No stage runs the tests', file, line: Number(line), message }])
  expect(file).toBe(`${workspace.context}/Dockerfile`)
  expect(outputs['test-result']).toBe('skipped')
  await workspace.insertAbove('Dockerfile', Number(line), stage ?? '')
}

/** No step of the stage that ships ran, and neither engine nor registry has the image. */
async function expectNothingDelivered(result: StepResult, tag: string, finalStage: string): Promise<void> {
  const steps = [...(result.report?.steps.test ?? []), ...(result.report?.steps.image ?? [])]
  expect(steps.filter(({ stage }) => stage === finalStage)).toEqual([])
  expect(result.log.groups.filter(({ title }) => /^(Image|Load|Push)/.test(title))).toEqual([])
  expect(['imageid', 'digest', 'compressed-bytes'].map((name) => result.outputs[name])).toEqual(['', '', ''])
  expect(await hasImage(tag)).toBe(false)
  expect(await listTags(registry.address)).not.toContain(tag.slice(registry.address.length + 1))
}

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
