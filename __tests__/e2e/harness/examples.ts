import { expect } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { manifest } from './action-manifest.ts'
import { hasImage } from './docker.ts'
import { listTags } from './registry-client.ts'
import { runAction, type StepResult } from './run-action.ts'
import { copyExample, type Workspace } from './workspace.ts'

/** A folder of examples/, what its job comes to, and edits that make it red. */
export interface Example {
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

/** All of them. */
export const examples: Example[] = [
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

/** The result and the counts of a step's tests. */
export function testOutputs({ outputs }: StepResult): (string | undefined)[] {
  return ['test-result', 'tests-total', 'tests-passed', 'tests-failed', 'tests-skipped'].map(
    (name) => outputs[name],
  )
}

/** Green with its counts, and pushed to a registry; what has no test stage is given that of the error. */
export async function expectGreen(example: Example, registry: string): Promise<void> {
  const { name, counts, finalStage } = example
  await using workspace = await workspaceOf(example)
  const tag = newTag(example, registry)
  const result = await runAction({ workspace, inputs: { tags: tag, push: 'true' } })
  expect(result).toMatchObject({ exitCode: 0, errors: [] })
  expect(testOutputs(result)).toEqual(['passed', counts.total, counts.passed, 0, counts.skipped].map(String))
  expect(Object.keys(result.outputs).sort()).toEqual(Object.keys(manifest.outputs).sort())
  expect(result.report).toMatchObject({
    file: `examples/${name}/Dockerfile`,
    target: finalStage,
    problems: [],
  })
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
  expect(result.summary.split('\n')[0]).toMatch(
    new RegExp(`^### ✅ ${counts.passed} tests passed${skipped} · \\d+\\.\\d\\d\\sMB compressed$`),
  )
  expect(result.log.oddities()).toEqual([])
  expect(await listTags(registry)).toContain(tag.slice(registry.length + 1))
}

/** Red when a test is broken, with its place, and nothing is built or pushed. */
export async function expectRed(example: Example, registry: string): Promise<void> {
  const { name, counts, broken, run } = example
  const dockerfile = `examples/${name}/Dockerfile`
  await using workspace = await workspaceOf(example)
  await workspace.edit(broken.file, broken.text, broken.replacement)
  const tag = newTag(example, registry)
  const result = await runAction({ workspace, inputs: { tags: tag, push: 'true', load: 'true' } })
  expect(result.exitCode).toBe(1)
  expect(result.errors).toEqual([
    {
      title: broken.test,
      file: `examples/${name}/${broken.assertion.file}`,
      line: broken.assertion.line,
      message: expect.stringMatching(/^Assert\.Equal\(\) Failure/),
    },
    {
      title: `1 of ${counts.total} tests failed in stage test`,
      file: dockerfile,
      line: run.line,
      message: `${dockerfile}:${run.line} ${run.command}\n✘ ${broken.test}`,
    },
  ])
  expect(testOutputs(result)).toEqual(
    ['failed', counts.total, counts.passed - 1, 1, counts.skipped].map(String),
  )
  await expectNothingDelivered(result, tag, example, registry)
}

/** Red when the code does not compile, with file and line, and nothing is built or pushed. */
export async function expectCompileError(example: Example, registry: string): Promise<void> {
  const { name, mistake } = example
  if (mistake === undefined) throw new Error(`${name} has no mistake to make.`)
  const dockerfile = `examples/${name}/Dockerfile`
  await using workspace = await workspaceOf(example)
  await workspace.edit(mistake.file, mistake.text, mistake.replacement)
  const tag = newTag(example, registry)
  const result = await runAction({ workspace, inputs: { tags: tag, push: 'true', load: 'true' } })
  expect(result.exitCode).toBe(1)
  const place = `examples/${name}/${mistake.file}`
  const { line, code, text } = mistake.mistaken
  expect(result.errors).toEqual([
    { title: code, file: place, line, message: text },
    {
      title: 'The code did not compile: 1 error',
      file: dockerfile,
      line: mistake.line,
      message: expect.stringContaining(`\n${place}:${line}: ${code} ${text}`),
    },
  ])
  expect(testOutputs(result)).toEqual(['error', '0', '0', '0', '0'])
  await expectNothingDelivered(result, tag, example, registry)
}

/** A name in the registry that nobody else uses. */
function newTag({ name }: Example, registry: string): string {
  return `${registry}/${name}-${randomUUID().slice(0, 8)}:1`
}

async function workspaceOf({ name, needsStage }: Example): Promise<Workspace> {
  const workspace = await copyExample(name)
  if (needsStage) await pasteTheStageOfTheError(workspace)
  return workspace
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
async function expectNothingDelivered(
  result: StepResult,
  tag: string,
  { finalStage }: Example,
  registry: string,
): Promise<void> {
  const steps = [...(result.report?.steps.test ?? []), ...(result.report?.steps.image ?? [])]
  expect(steps.filter(({ stage }) => stage === finalStage)).toEqual([])
  expect(result.log.groups.filter(({ title }) => /^(Image|Load|Push)/.test(title))).toEqual([])
  expect(['imageid', 'digest', 'compressed-bytes'].map((name) => result.outputs[name])).toEqual(['', '', ''])
  expect(await hasImage(tag)).toBe(false)
  expect(await listTags(registry)).not.toContain(tag.slice(registry.length + 1))
}
